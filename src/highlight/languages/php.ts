import { language } from '../language.ts'
import { first, instead, inTurn } from '../states-change.ts'
import type { Lexing, Rule, States, TokenClass } from '../types.ts'
import { FUNCTIONS, KEYWORDS } from './php.words.ts'

const SHOUTED = /^[A-Z][A-Z\d_]+$/
const CAPITAL = /^\p{Lu}[\p{L}\d]*$/u

/** PHP, alone or in HTML: code is in HTML if it begins with `<`, or has a tag before any variable. */
export const php = language({
  tag: 'php',
  aliases: ['php', 'php3', 'php4', 'php5'],
  filenames: ['*.php', '*.php[345t]', '*.phtml', '*.module', '*.inc', '*.profile', '*.install', '*.test'],
  start: ['begin'],
  changes: [
    {
      before: '3.30',
      states: inTurn(
        // Words that were names before they were keywords.
        first(
          'code',
          [/(?:empty|unset)(?=\s*\()/i, 'nb'],
          [/(?:match|readonly)(?=\s*\()/i, 'nf'],
          [/(?:empty|match|readonly|unset)(?![\p{L}\d_\\])/iu, 'n'],
        ),
        instead('member type', /(?:readonly|static)\b/i, [/static\b/i, 'k', '#pop']),
        instead('type', /(?:public|protected|private|readonly)\b/i),
      ),
    },
    {
      since: '4.1',
      states: inTurn(
        absoluteNames,
        instead(
          'blanks',
          /(?:\/\/|#).*/,
          [/#\[.*?\]$/, 'na', undefined, { hopeless: 'line' }],
          // Whatever comes after the mark is part of the comment, a line's end, too.
          [/\/\/.*|#[^[].*/, 'c1'],
        ),
      ),
    },
    {
      since: '4.7',
      states: inTurn(
        instead('member type', /(?:readonly|static)\b/i, [
          /(?:public|protected|private|readonly|static)\b/i,
          'k',
        ]),
        first('code', [/0o[0-7_]+/i, 'mo']),
        first('constant', [/(\??[\p{L}_][\p{L}\d_]*)(\s+)([\p{L}_][\p{L}\d_]*)/u, ['kt', '', 'no']]),
      ),
    },
  ],
  states: () => ({
    root: [
      [/<\?(?:php|=)?/i, 'cp', 'php'],
      [/[\s\S]*?(?=<\?)/, html, undefined, { needs: '<?' }],
      [/[\s\S]+/, html],
    ],
    begin: [
      [/(?=\s*<)/, '', '#pop'],
      [/[^$]+(?=<\?(?:php|=))/i, html, '#pop'],
      [/(?=[\s\S])/, '', ['#pop', 'php']],
    ],
    php: [[/\?>/, 'cp', '#pop'], 'code'],
    blanks: [
      [/\s+/, ''],
      [/(?:\/\/|#).*/, 'c1'],
      [/\/\*\*(?!\/)[\s\S]*?\*\//, 'cd', undefined, { needs: '*/' }],
      [/\/\*[\s\S]*?\*\//, 'cm', undefined, { needs: '*/' }],
    ],
    code: [
      'blanks',
      [/<<<(["']?)([\p{L}_][\p{L}\d_]*)\1\n[\s\S]*?\n\s*\2;?/u, 'sh'],
      [/"/, 's2', 'string'],
      [/'(?:\\[\s\S]|[^'\\])*'/, 's1'],
      [/`(?:\\[\s\S]|[^`\\])*`/, 'sb'],
      [/\${1,50}[\p{L}_][\p{L}\d_]*/u, 'nv'],
      [/[\d_]*\.[\d_]*(?:e[+-]?\d+)?/i, 'mf'],
      [/0[0-7][0-7_]*/, 'mo'],
      [/0b[01][01_]*/i, 'mb'],
      [/0x[\da-f][\da-f_]*/i, 'mh'],
      [/\d[\d_]*/, 'mi'],
      [/(namespace)(\s+)([\p{L}_][\p{L}\d_]*(?:\\[\p{L}_][\p{L}\d_]*)*)/iu, ['kn', '', 'nn']],
      [
        /(class|interface|trait|extends|implements)(\s+)([\p{L}_][\p{L}\d_]*(?:\\[\p{L}_][\p{L}\d_]*)*)/iu,
        ['kd', '', 'nc'],
      ],
      [/(new)(\s+)(class\b)/i, ['k', '', 'kd']],
      [/(new)(\s+)([\p{L}_][\p{L}\d_]*(?:\\[\p{L}_][\p{L}\d_]*)*)/iu, ['k', '', 'nc']],
      [/const\b/, 'k', 'constant'],
      [/catch\b/i, 'k', 'caught'],
      [/use\b(?!\s*\()/i, 'kn', 'use'],
      [/function(?=\s*&?\s*\()|fn\b/i, 'k', 'signature'],
      [/function\b/i, 'k', 'function'],
      [/(?:public|protected|private)\b/i, 'k', 'member type'],
      [/[\p{L}_][\p{L}\d_]*(?:\\[\p{L}_][\p{L}\d_]*)*(?=\s*\()/u, called],
      [/[\p{L}_][\p{L}\d_]*(?:\\[\p{L}_][\p{L}\d_]*)*/u, named],
      // No comment begins in a run of these.
      [/[-+*/%<>!&|^~:@][-+*/%<>!&|^~:@.]*/, 'o'],
      [/[=?]/, 'o'],
      [/[;,()[\]{}]/, 'p'],
    ],
    caught: ['blanks', [/[\p{L}_][\p{L}\d_]*(?:\\[\p{L}_][\p{L}\d_]*)*/u, 'nc'], [/(?=[\s\S])/, '', '#pop']],
    constant: [
      [/[\p{L}_][\p{L}\d_]*/u, 'no'],
      'blanks',
      [/=(?!=)/, 'o', ['#pop', 'value']],
      [/(?=[\s\S])/, '', '#pop'],
    ],
    value: [[/(?=;|\?>)/, '', '#pop'], [/,/, 'p', ['#pop', 'constant']], [/\(/, 'p', 'nested'], 'code'],
    nested: [[/\(/, 'p', '#push'], [/\)/, 'p', '#pop'], [/(?=\?>)/, '', '#pop'], 'code'],
    use: [
      [/(?=;|\?>)/, '', '#pop'],
      [/(?:function|const)\b/i, 'k'],
      [/as\b/i, 'k'],
      [/(?=[\p{L}_][\p{L}\d_]*(?:\\[\p{L}_][\p{L}\d_]*)*\s*\()/u, '', '#pop'],
      [/((?:[\p{L}_][\p{L}\d_]*\\)+)(?=\{)/u, 'nn'],
      [/[\p{L}_][\p{L}\d_]*(?:\\[\p{L}_][\p{L}\d_]*)*/u, imported],
      [/[,{}]/, 'p'],
      'blanks',
      [/(?=[\s\S])/, '', '#pop'],
    ],
    function: [
      'blanks',
      [/&/, 'o'],
      [/[\p{L}_][\p{L}\d_]*/u, 'n', ['#pop', 'signature']],
      [/(?=[\s\S])/, '', ['#pop', 'signature']],
    ],
    signature: [
      'blanks',
      [/&/, 'o'],
      [/\(/, 'p', ['#pop', 'parameters', 'type']],
      [/(?=[$?]|\.\.\.)/, '', ['#pop', 'parameters', 'type']],
      [/[\p{L}_][\p{L}\d_]*/u, 'n'],
      [/(?=[,)=])/, '', '#goto parameters'],
      [/(?=:)/, '', '#goto result'],
      [/(?=[\s\S])/, '', '#pop'],
    ],
    parameters: [
      [/(?=\?>)/, '', '#pop'],
      [/,/, 'p', 'type'],
      [/\)/, 'p', ['#pop', 'result']],
      [/\(/, 'p', 'nested'],
      'code',
    ],
    // Where a type may stand: after `(` and `,` of parameters, and after `public`.
    type: [
      'blanks',
      [/(?:public|protected|private|readonly)\b/i, 'k'],
      [/\.\.\./, 'p'],
      [/\${1,50}[\p{L}_][\p{L}\d_]*/u, 'nv'],
      [/\??[\p{L}_][\p{L}\d_]*/u, 'kt', '#pop'],
      [/(?=[&=,)])/, '', '#pop'],
      [/(?=[\s\S])/, '', '#pop:2'],
    ],
    'member type': [
      'blanks',
      [/(?:readonly|static)\b/i, 'k'],
      [/(?=(?:function|const|abstract)\b)/i, '', '#pop'],
      [/\??[\p{L}_][\p{L}\d_]*/u, 'kt', '#pop'],
      [/(?=[\s\S])/, '', '#pop'],
    ],
    result: [
      'blanks',
      [/use\b/i, 'k', 'captured'],
      [/:/, 'p'],
      [/\??[\p{L}_][\p{L}\d_]*/u, 'kt', '#pop'],
      [/(?=[\s\S])/, '', '#pop'],
    ],
    captured: ['blanks', [/\(/, 'p', ['#pop', 'parameters', 'type']], [/(?=[\s\S])/, '', '#pop']],
    string: [
      [/"/, 's2', '#pop'],
      [/\\(?:[nrtvef\\$"]|[0-7]{1,3}|x[\da-fA-F]{1,2}|u\{[\da-fA-F]+\})/, 'se'],
      [/\$[\p{L}_][\p{L}\d_]*(?:(?:\[[^\]\n"]*\])+|->[\p{L}_][\p{L}\d_]*)?/u, 'nv'],
      [/\{(?=\$)/, 'si', 'interpolation'],
      [/(\{)(\S{1,300})(\})/, ['si', 'nv', 'si']],
      [/[^\\"{$]+|[\\{$]+/, 's2'],
    ],
    interpolation: [
      [/\}/, 'si', '#pop'],
      [
        /\?>/,
        (x, m) => {
          x.token('cp', m[0])
          x.toRoot()
        },
      ],
      'code',
    ],
  }),
})

/** As Rouge 4 has it: a name may begin with a backslash. */
function absoluteNames(states: States<undefined>): States<undefined> {
  const name = String.raw`[\p{L}_][\p{L}\d_]*(?:\\[\p{L}_][\p{L}\d_]*)*`
  const change = (rule: Rule<undefined>): Rule<undefined> => {
    if (typeof rule === 'string') return rule
    const [{ source, flags }, ...rest] = rule
    return [new RegExp(source.replaceAll(name, `\\\\?${name}`), flags), ...rest] as Rule<undefined>
  }
  return Object.fromEntries(Object.entries(states).map(([state, rules]) => [state, rules.map(change)]))
}

/** What a name not called is: by its last part and its capitals. */
function classOf(name: string): TokenClass {
  if (KEYWORDS.has(name.toLowerCase())) return name.toLowerCase() === 'class' ? 'n' : 'k'
  if (/^(?:true|false|null)$/i.test(name) || /^(?:E|PHP)(?:_[A-Z]+)+$/.test(name)) return 'kc'
  const last = name.slice(name.lastIndexOf('\\') + 1)
  if (/^__[A-Z]+__$/i.test(last)) return 'nb'
  return SHOUTED.test(last) ? 'no' : CAPITAL.test(last) ? 'nc' : 'n'
}

function named(x: Lexing<undefined>, m: RegExpExecArray): void {
  x.token(classOf(m[0]), m[0])
}

function called(x: Lexing<undefined>, m: RegExpExecArray): void {
  const cls = classOf(m[0])
  const builtin = FUNCTIONS.has(m[0].toLowerCase())
  x.token(cls === 'k' || (cls === 'kc' && !m[0].includes('_')) ? cls : builtin ? 'nb' : 'nf', m[0])
}

function imported(x: Lexing<undefined>, m: RegExpExecArray): void {
  const cls = classOf(m[0])
  x.token(/_[^\\]*$/.test(m[0]) && cls !== 'no' ? 'nf' : cls, m[0])
}

function html(x: Lexing<undefined>, m: RegExpExecArray): void {
  x.delegate('html', m[0])
}
