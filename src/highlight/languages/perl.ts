import { language, words } from '../language.ts'
import type { Rule } from '../types.ts'
import { BUILTINS } from './perl.words.ts'

/** Perl. */
export const perl = language({
  tag: 'perl',
  aliases: ['pl'],
  filenames: ['*.pl', '*.pm', '*.t'],
  states: () => ({
    root: [
      [/#.*/, 'c1'],
      [/^=[a-zA-Z0-9]+\s+[\s\S]*?\n=cut/, 'cm', undefined, { needs: '\n=cut' }],
      [/(?:eq|lt|gt|le|ge|ne|not|and|or|cmp)\b/, 'ow'],
      [/[a-zA-Z_]\w*(?=(?:\s*(?:#.*)?\n)*\s*=>)/, 's'],
      [
        /(?:case|continue|do|else|elsif|for|foreach|if|last|my|next|our|redo|reset|then|unless|until|use|while|print|new|return|BEGIN|CHECK|END|INIT)\b/,
        'k',
      ],
      ...regexps(),
      [
        /<<(['"]?)([a-zA-Z_]\w*)\1;?\n/,
        (x, m) => {
          const close = `\n${m[2]}\n`
          const body = x.at + m[0].length
          if (!x.follows(close, body - 1)) return false
          const end = x.text.indexOf(close, body) + close.length
          const text = x.text.slice(x.at, end)
          x.extend(end)
          return x.token('s', text)
        },
      ],
      [/\s+/, ''],
      [/__(?:DATA|END)__\b[\s\S]*/, 'cp'],
      [/sub\s+/, 'k', 'sub'],
      [/(?:DATA|STDIN|STDOUT|STDERR|ARGVOUT)\b/, 'bp'],
      [/(format)(\s+)([a-zA-Z0-9_]+)(\s*)(=)(\s*\n)/, ['k', '', 'n', '', 'p', ''], 'format'],
      [/[a-z]\w*\b(?!::)/, (x, m) => FUNCTIONS.words.has(m[0]) && x.token('nb', m[0])],
      [/\$\^[ADEFHILMOPSTWX]|\$_(?!\w)|\$[\\"'[\]&`+*.,;=%~?@$!<>(/|^-](?!\w)/, 'vg'],
      [/[$@%&*][$@%&*#_]{0,50}(?=[{[;])/, 'nv'],
      [/([a-zA-Z_]\w{0,254}::(?:\w{1,255}::)*)(\w*)/, ['nn', 'nv']],
      [/[$@%&*](?=(?:\w+::)+)/, 'nv'],
      [/[$@%&*][$@%&*#_]{0,50}[a-zA-Z][\w:]*/, 'nv'],
      [/0_?[0-7]+(?:_[0-7]+)*/, 'mo'],
      [/0x[\da-fA-F]+(?:_[\da-fA-F]+)*/, 'mh'],
      [/0b[01]+(?:_[01]+)*/, 'mb'],
      [/\d*(?:_\d*)*\.\d+(?:_\d*)*(?:e[+-]?\d+)?/i, 'mf'],
      [/\d+(?:_\d*)*e[+-]?\d+(?:_\d*)*/i, 'mf'],
      [/\d+(?:_\d+)*/, 'mi'],
      [/'/, 'p', 'single'],
      [/"/, 'p', 'double'],
      [/`/, 'p', 'backtick'],
      ...quotes(),
      [/[a-zA-Z_][\w:]*/, 'nv'],
      [/\[\]|\.{1,3}|::|[-+*/%<>=!&|^~\\]/, 'o'],
      [/[()[\]{}:;,?]/, 'p'],
    ],
    format: [
      [/\.\n/, 'si', '#pop'],
      [/.*?\n/, 'si'],
    ],
    'second part': [
      [/\/(?:\\[\s\S]|[^\\/])*\\?\/[egimosx]*/, 'sr', '#pop'],
      [/!(?:\\[\s\S]|[^\\!])*\\?![egimosx]*/, 'sr', '#pop'],
      [/\\(?:\\\\|[^\\])*\\[egimosx]*/, 'sr', '#pop'],
      ...PAIRS.map(
        ([open, close]): Rule<undefined> => [
          new RegExp(`${escaped(open!)}${until(close!)}[egimosx]*`),
          'sr',
          '#pop',
        ],
      ),
      [/@(?:\\[\s\S]|[^\\@])*\\?@[egimosx]*/, 'sr', '#pop'],
      [/%(?:\\[\s\S]|[^\\%])*\\?%[egimosx]*/, 'sr', '#pop'],
      [/\$(?:\\[\s\S]|[^\\$])*\\?\$[egimosx]*/, 'sr', '#pop'],
    ],
    sub: [
      [/[a-zA-Z_]\w*[!?]?/, 'nf'],
      [/\s+/, ''],
      [/(\([$@%]*\))(\s*)/, ['p', '']],
      [/.*?\{/, 'p', '#pop'],
      [/;/, 'p', '#pop'],
    ],
    single: [
      [/\\[\\']/, 'se'],
      [/'/, 'p', '#pop'],
      [/[^\\']+|\\/, 's1'],
    ],
    double: [[/"/, 'p', '#pop'], 'interpolation', [/[^\\"$@]+|[$@]/, 's2']],
    backtick: [[/`/, 'p', '#pop'], [/\\[nrt\\`]/, 'se'], 'values', [/[^\\`$@]+|[$@]/, 'sb']],
    interpolation: [
      [/\\(?:[0-7]{3}|x[\da-fA-F]{2}|x\{[\da-fA-F]+\}|N\{[^}]*\}|c.|[nrtbfae$@"\\`luLUEQ])/, 'se'],
      [/\\/, 'se'],
      'values',
    ],
    values: [
      [/[$@][a-zA-Z_]\w*/, 'si'],
      [/[$@]\{/, 'si', 'block'],
    ],
    block: [
      [/\s+/, ''],
      [/[a-zA-Z_]\w*/, 'si'],
      [/\}/, 'si', '#pop'],
    ],
  }),
})

const FUNCTIONS = words({ nb: BUILTINS }, 'nv')

const PAIRS = ['{}', '()', '<>', '[]'] as const
const escaped = (c: string): string => c.replace(/[{}()[\]\\/]/, '\\$&')
/** What may stand between two marks of which `c` is the closing one. */
const until = (c: string): string => `(?:\\\\[\\s\\S]|[^${escaped(c)}\\\\])*\\\\?${escaped(c)}`

/** The first mark after the word, and what may stand between two of it. */
const MARK = String.raw`(?:\s+(\S)|([^\w\s]))`
const PART = String.raw`(?:\\[\s\S]|(?!\1\2)[^\\])*`
/** Where no mark ends a part, the last one that a backslash escapes does. */
const END = String.raw`(?:\1\2|\\\1\2)`
const TWO_PARTS = `${MARK}${PART}(?:\\1\\2${PART}${END}|\\\\\\1\\2${PART}${END})`

/** `s`, `tr`, `y` and `m` with the marks Rouge knows, and plain `/…/`. */
function regexps(): Rule<undefined>[] {
  return [
    [/s\\[^\\]*\\[^\\]*\\[acdgilmnoprsux]*/, 'sr'],
    ...PAIRS.map(
      ([open, close]): Rule<undefined> => [
        new RegExp(`(?:s|tr|y)${escaped(open!)}${until(close!)}\\s*`),
        'sr',
        'second part',
      ],
    ),
    [/m?\/(?:\\[\\/]|[^/\\\n]|\\(?![\\/\n]))*\\?\/[acdgilmnopsux]*/, 'sr'],
    [/m(?=[/!\\{<[(@%$])/, 'sr', 'second part'],
    [new RegExp(`(?:s|tr|y)${TWO_PARTS}[acdgilmnoprsux]*`), 'sr'],
    [new RegExp(`m${MARK}${PART}${END}[acdgilmnopsux]*`), 'sr'],
  ]
}

function quotes(): Rule<undefined>[] {
  const rules: Rule<undefined>[] = PAIRS.map(([open, close]) => [
    new RegExp(`q[qrwx]?${escaped(open!)}${until(close!)}?`),
    'sx',
  ])
  rules.push([/q[qrwx]?(\W)[\s\S]*?\1/, 'sx'])
  return rules
}
