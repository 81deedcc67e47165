import { language, wordsOf } from '../language.ts'
import { before, first, instead, inTurn } from '../states-change.ts'
import type { Callback, LanguageChange, Rule, States, TokenClass } from '../types.ts'

/** Words of the language; what follows those of `keywords` and `declarations` may be a regular expression. */
export interface JavaScriptWords {
  readonly keywords: string
  readonly declarations: string
  readonly reserved: string
  readonly constants: string
  readonly builtins: string
}

export const JAVASCRIPT_WORDS: JavaScriptWords = {
  keywords: `as async await break case catch continue debugger default delete do else export finally for from if import in
    instanceof new of return super switch this throw try typeof void while yield`,
  declarations: 'class const constructor extends function get let set static var with',
  reserved: 'enum implements interface package private protected public',
  constants: 'false null true undefined Infinity NaN',
  builtins: `eval global Array Boolean Date Error Function Math netscape navigator Number Object Packages RegExp String
    Symbol Promise Proxy Reflect Map Set WeakMap WeakSet Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array
    Int32Array Uint32Array Float32Array Float64Array ArrayBuffer DataView decodeURI decodeURIComponent encodeURI
    encodeURIComponent isFinite isNaN parseFloat parseInt sun document window self`,
}

/** An identifier; a `$` begins a new one. */
const ID = '[\\p{L}\\p{Nl}$_][\\p{L}\\p{Nl}\\p{Nd}\\p{Mn}\\p{Mc}_]*'

const IDENTIFIER = new RegExp(ID, 'u')
const SHEBANG = /\s*#!.*?\n/
const OPERATORS = /\+\+|--|~|&&|\|\||\\(?=\n)|<<|>>>?|===|!==|\*\*|\?\?/

function classesOf(lists: JavaScriptWords): ReadonlyMap<string, TokenClass> {
  const classes = new Map<string, TokenClass>()
  const add = (list: string, cls: TokenClass) => {
    for (const word of wordsOf(list)) if (!classes.has(word)) classes.set(word, cls)
  }
  add(lists.keywords, 'k')
  add(lists.declarations, 'kd')
  add(lists.reserved, 'kr')
  add(lists.constants, 'kc')
  add(lists.builtins, 'nb')
  return classes
}

function identifiers(lists: JavaScriptWords): Callback<undefined> {
  const classes = classesOf(lists)
  return (x, m) => {
    const cls = classes.get(m[0])
    x.token(cls ?? 'nx', m[0])
    if (cls === 'k' || cls === 'kd') x.push('expression')
  }
}

/**
 * The states of JavaScript and its relatives. Whether `/` divides or begins a regular expression, and whether `{`
 * begins a block or an object, hangs on what stood before: `expression` is the state after all that wants a value.
 */
export function javascriptStates(
  lists: JavaScriptWords,
  {
    expression = [],
    optional = '',
  }: { readonly expression?: readonly Rule<undefined>[]; readonly optional?: string } = {},
): States<undefined> {
  return {
    'multi-line comment': [
      [/\*\//, 'cm', '#pop'],
      [/[^*/]+/, 'cm'],
      [/[*/]/, 'cm'],
    ],
    blanks: [
      [/\s+/, ''],
      [/<!--/, 'c'],
      [/\/\/.*/, 'c1'],
      [/\/\*/, 'cm', 'multi-line comment'],
    ],
    expression: [
      ...expression,
      'blanks',
      [/\//, 'sr', '#goto regex'],
      [/\{/, 'p', '#goto object'],
      [/(?:)/, '', '#pop'],
    ],
    regex: [
      [/\/[gimuy]*/, 'sr', '#pop'],
      [/\[\^?/, 'se', 'regex set'],
      [/\\./, 'se'],
      [/\(\?[:=<!]/, 'se'],
      [/\{[\d,]+\}/, 'se'],
      [/[^/]\n/, 'err', '#pop'],
      [/[()?]/, 'se'],
      [/\n/, 'err', '#pop'],
      [/./, 'sr'],
    ],
    'regex set': [
      [/\]/, 'se', '#pop'],
      [/\//, 'se'],
      [/\\./, 'se'],
      [/[^/]\n/, 'err', '#pop:2'],
      [/./, 'sr'],
    ],
    root: [
      [SHEBANG, 'cp', 'statement'],
      'blanks',
      [OPERATORS, 'o', 'expression'],
      [/[-<>+*%&|^/!=]=?/, 'o', 'expression'],
      [/[([,]/, 'p', 'expression'],
      [/[;}]/, 'p', 'statement'],
      [/\{/, 'p', 'statement'],
      [/[)\].:]/, 'p'],
      [/`/, 's2', 'template'],
      [/\?\./, 'p'],
      [/\?/, 'p', ['ternary', 'expression']],
      [/(@)(\w+)?/, ['p', 'nd'], 'expression'],
      [IDENTIFIER, identifiers(lists)],
      [/\d+\.\d+(?:e\d+)?[fd]?/i, 'mf'],
      [/0x[0-9a-f]+/i, 'mh'],
      [/0b[01]+/i, 'mb'],
      [/0o[0-7]+/i, 'mo'],
      [/\d+/, 'mi'],
      [/"/, 'dl', 'double quotes'],
      [/'/, 'dl', 'single quotes'],
    ],
    'double quotes': [
      [/\\[\\nrt"]?/, 'se'],
      [/[^\\"]+/, 's2'],
      [/"/, 'dl', '#pop'],
    ],
    'single quotes': [
      [/\\[\\nrt']?/, 'se'],
      [/[^\\']+/, 's1'],
      [/'/, 'dl', '#pop'],
    ],
    statement: [
      'blanks',
      [
        new RegExp(`(${ID})(${optional})(\\s*)(:)`, 'u'),
        ['nl', 'p', '', 'p'],
        optional === '' ? undefined : 'expression',
      ],
      [/(?:)/, '', '#goto expression'],
    ],
    object: [
      [/\{/, 'p', '#push'],
      [/\}/, 'p', '#goto statement'],
      [new RegExp(`(${ID})(\\s*)(:)`, 'u'), ['na', '', 'p'], 'expression'],
      [/:/, 'p', 'expression'],
      'root',
    ],
    ternary: [[/:/, 'p', '#goto expression'], 'root'],
    template: [
      [/`/, 's2', '#pop'],
      [/\$\{/, 'p', 'interpolation'],
      [/\\[`$\\]/, 'se'],
      [/[^`$\\]+/, 's2'],
      [/[\\$]/, 's2'],
    ],
    interpolation: [[/\}/, 'p', '#pop'], 'root'],
  }
}

/** What is called, whatever it is, with the blanks before the parenthesis. */
function call(lists: JavaScriptWords, id: string): Exclude<Rule<undefined>, string> {
  const classes = classesOf(lists)
  return [
    new RegExp(`(${id})[ \\t]*(?=\\()`, 'u'),
    (x, m) => {
      if (m[0] === 'function' && /^\([^\n]*\)/.test(x.text.slice(x.at + 8, x.at + 400))) return false
      const cls = classes.get(m[1]!) === 'k' ? 'k' : /^\p{Lu}/u.test(m[0]) ? 'nc' : 'nf'
      return x.token(cls, m[0])
    },
    undefined,
    { needs: ')' },
  ]
}

/** What versions do otherwise in all relatives of JavaScript. */
export function javascriptChanges(lists: JavaScriptWords): readonly LanguageChange<undefined>[] {
  const withoutAs = { ...lists, keywords: lists.keywords.replace(/\bas\b/, '') }
  const called = call(lists, ID)
  return [
    {
      before: '3.30',
      states: before('root', OPERATORS, [/\?(?=\?)/, 'p', ['ternary', 'expression']]),
    },
    {
      since: '4.1',
      states: inTurn(
        before(
          'root',
          IDENTIFIER,
          [/(class)(\s+)/, ['kd', ''], 'class name'],
          [new RegExp(`(function)(\\s+)(${ID})`, 'u'), ['kd', '', 'nf']],
          called,
        ),
        first('class name', [IDENTIFIER, 'nc', '#goto parent']),
        first('parent', [/(\s+)(extends)(\s+)/, ['', 'kd', ''], '#goto class name'], [/(?:)/, '', '#pop']),
      ),
    },
    {
      since: '4.5',
      states: inTurn(
        before('root', /(class)(\s+)/, call(withoutAs, `#${ID}`)),
        instead('root', called[0], call(withoutAs, ID)),
        instead('root', IDENTIFIER, [new RegExp(`#?${ID}`, 'u'), identifiers(withoutAs)]),
      ),
    },
    {
      since: '5.1',
      states: inTurn(
        // Only as the first line of a text.
        instead('root', SHEBANG, [/(?<![\s\S])#!.*?\n/, 'cp', 'statement']),
        // A slash that begins a line begins a regular expression.
        first('root', [/\s*\n(?=\/)/, '', 'expression']),
      ),
    },
  ]
}

export const javascript = language({
  tag: 'javascript',
  aliases: ['js'],
  filenames: ['*.cjs', '*.js', '*.mjs'],
  states: () => javascriptStates(JAVASCRIPT_WORDS),
  changes: javascriptChanges(JAVASCRIPT_WORDS),
})
