import { language, wordSet } from '../language.ts'
import { first, inTurn, state } from '../states-change.ts'
import type { Callback, States } from '../types.ts'

const KEYWORDS = wordSet(
  `if fi else while do done for then return function select continue until esac elif in`,
)
const BUILTINS =
  wordSet(`alias b2sum base32 base64 basename bg bind break builtin caller cat cd chcon chgrp chmod chown
  chroot cksum comm command compgen complete cp csplit cut date dd declare df dir dircolors dirname dirs disown du echo
  enable env eval exec exit expand export expr factor false fc fg fmt fold getopts grep groups gunzip gzip hash head help
  history hostid hostname id install jobs join kill let link ln local logname logout ls mapfile md5sum mkdir mkfifo mknod
  mktemp mv awk nice nl nohup nproc numfmt od paste pathchk popd pr printenv printf ptx pushd pwd read readlink readonly
  realpath rm rmdir runcon sed seq set sha1sum sha224sum sha256sum sha384sum sha512sum shift shopt shred shuf sleep sort
  source split stat stdbuf stty sudo sum suspend sync tac tail tar tee test time timeout times touch tr trap true truncate
  tsort tty type typeset ulimit umask unalias uname unexpand uniq unlink unset uptime users vdir wait wc who whoami yes
  arch`)

/** The word that ends the here-document read last; one for all, as in Rouge. */
interface Memory {
  hereDocument: string
}

const keywordOrBuiltin: Callback<Memory> = (x, m) => {
  const word = m[1]!
  if (KEYWORDS.has(word)) {
    x.token('k', m[0])
    return true
  }
  if (!BUILTINS.has(word)) return false
  // A name like `test.sh` or `cd-rom`; with blanks taken, a word follows.
  if (m[0] === word && /[.-]/.test(x.text[x.at + word.length] ?? '')) return false
  x.token('nb', m[0])
  return true
}

const shellStates = (): States<Memory> => ({
  root: ['basic', [/`/, 'sb', 'backticks'], 'data', 'interpolation'],
  basic: [
    [/#.*/, 'c'],
    [/case\b/, 'k', 'case'],
    // Blanks belong to a keyword when a word follows them.
    [/([a-z]\w*)(?:\s+(?=[\p{L}\p{M}\p{N}_])|(?![\p{L}\p{M}\p{N}_]))/u, keywordOrBuiltin],
    [/\.(?=\s)/, 'nb'],
    [/(\w+)(=)/, ['nv', 'o']],
    [/[[\]{}()!=>]/, 'o'],
    [/&&|\|\|/, 'o'],
    [/<<</, 'o'],
    [
      /(<<-?)(\s*)(["']?)(\\?)(\w+)(\3)/,
      (x, m) => {
        x.groups(m, 'o', '', 'sh', 'sh', 'no', 'sh')
        x.vars.hereDocument = m[5]!
        x.push('here document')
      },
    ],
  ],
  'here document': [
    [
      // Blank lines around the end belong to it.
      /^\s*(\w+)\s*\n/,
      (x, m) => {
        if (m[1] !== x.vars.hereDocument) return false
        x.token('no', m[0])
        x.pop()
        return true
      },
    ],
    [/[^$\n\\]+/, 'sh'],
    'interpolation',
    [/[$\n]/, 'sh'],
  ],
  'double quotes': [[/\$?#?"/, 's2', '#pop'], 'interpolation', [/`/, 'sb', 'backticks'], [/[^"`\\$]+/, 's2']],
  'single quotes': [
    [/'/, 's1', '#pop'],
    [/[^']+/, 's1'],
  ],
  'ansi quotes': [
    [/\\./, 'se'],
    [/'/, 's1', '#pop'],
    [/[^\\']+/, 's1'],
    [/\\/, 's1'],
  ],
  data: [
    [/\s+/, ''],
    [/\\.?/, 'se'],
    [/\$?"/, 's2', 'double quotes'],
    [/\$'/, 's1', 'ansi quotes'],
    [/'/, 's1', 'single quotes'],
    [/\*/, 'k'],
    [/;/, 'p'],
    [/-[\w-]+/, 'nt'],
    [/[^=*\s{}()$"'`\\<;]+/, ''],
    [/</, ''],
  ],
  curly: [[/\}/, 'k', '#pop'], [/:-/, 'k'], [/\w+/, 'nv'], [/[^}:"`'$]+/, 'p'], 'root'],
  'paren interpolation': [[/\)/, 'si', '#pop'], [/\(/, 'o', 'parens'], 'root'],
  parens: [[/\)/, 'o', '#pop'], [/\(/, 'o', '#push'], 'root'],
  math: [[/\)\)/, 'k', '#pop'], [/\*\*|\|\||[-+*/%^|&!]/, 'o'], [/\d+(?:#\w+)?/, 'm'], 'root'],
  case: [[/esac\b/, 'k', '#pop'], [/\|/, 'p'], [/\)/, 'p', 'case branch'], 'root'],
  'case branch': [[/;;/, 'p', '#pop'], 'root'],
  backticks: [[/`/, 'sb', '#pop'], 'root'],
  interpolation: [
    [/\\.?/, 'se'],
    [/\$\(\(/, 'k', 'math'],
    [/\$\(/, 'si', 'paren interpolation'],
    [/\$\{#?/, 'k', 'curly'],
    [/\$#?(?:\w+|.)/, 'nv'],
  ],
})

export const shell = language<Memory>({
  tag: 'shell',
  aliases: ['bash', 'zsh', 'ksh', 'sh'],
  filenames: [
    '*.sh',
    '*.bash',
    '*.zsh',
    '*.ksh',
    '.bashrc',
    '.zshrc',
    '.kshrc',
    '.profile',
    'APKBUILD',
    'PKGBUILD',
    '*.ebuild',
    '*.eclass',
    '*.exheres-0',
    '*.exlib',
  ],
  vars: () => ({ hereDocument: '' }),
  changes: [
    {
      since: '5.1',
      states: inTurn(
        first('interpolation', [/\$\{[\s|]/, 'si', 'brace command']),
        state('brace command', [/\}/, 'si', '#pop'], 'root'),
        first('math', [/<</, 'o']),
      ),
    },
  ],
  states: shellStates,
})
