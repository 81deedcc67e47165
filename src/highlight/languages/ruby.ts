import { language, wordSet } from '../language.ts'
import type { Callback, Rule, States, TokenClass } from '../types.ts'

const KEYWORDS =
  wordSet(`BEGIN END alias begin break case do else end ensure for if in next redo rescue raise retry return super
  then undef unless until when while yield elsif class`)
const PSEUDO =
  wordSet(`nil true false __FILE__ __LINE__ catch throw loop alias_method attr include extend private protected public
  module_function`)
const BUILTINS =
  wordSet(`self fork exit exit! abort at_exit attr_reader attr_writer attr_accessor private_class_method
  public_class_method require require_relative load autoload autoload? puts p print printf sprintf format putc gets
  readline readlines warn lambda proc block_given? binding caller eval instance_eval class_eval module_eval send __send__
  respond_to? method methods object_id __id__ instance_variable_get instance_variable_set instance_variables const_get
  const_set const_missing method_missing freeze frozen? dup clone is_a? kind_of? instance_of? hash inspect to_s to_a
  display equal? eql? id name ancestors instance_method instance_methods private_methods protected_methods
  public_methods singleton_methods private_instance_methods protected_instance_methods public_instance_methods
  class_variables constants const_defined? included_modules method_defined? private_method_defined?
  protected_method_defined? public_method_defined? rand srand sleep system exec select set_trace_func syscall test
  trace_var trap untrace_var global_variables local_variables gsub gsub! sub sub! chomp chomp! chop chop! scan split open
  callcc iterator? untaint taint tainted? fail getc`)

/** Characters of names, each as what stands between brackets in a pattern. */
export interface Letters {
  /** what a variable's name begins with */
  readonly variable: string
  readonly lower: string
  readonly upper: string
  readonly any: string
  /** what a name that is none of a constant begins with */
  readonly name: string
  readonly word: string
}

export const ASCII: Letters = {
  variable: 'a-zA-Z_',
  lower: 'a-z_',
  upper: 'A-Z',
  any: 'a-zA-Z_',
  name: 'a-z_',
  word: '\\w',
}
export const UNICODE: Letters = {
  variable: 'a-zA-Z_\\p{Ll}\\p{Lt}',
  lower: '_\\p{Ll}',
  upper: '\\p{Lu}',
  any: '_\\p{L}',
  name: '_\\p{Ll}\\p{Lt}\\p{Lm}\\p{Lo}',
  word: '\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}',
}

/** What versions do otherwise. */
export interface RubyVersion {
  readonly letters?: Letters
  /** `and`, `or` and `not` are operators. */
  readonly operatorWords?: boolean
  /** Values are put into `%(…)`, as into `%Q(…)`. */
  readonly percentIsQ?: boolean
  /** Built-in names end before a letter beyond ASCII, as words of the language do. */
  readonly wordsEndAtLetters?: boolean
  /** No here-document begins right after a word. */
  readonly shiftsAfterWords?: boolean
  /** `<=>` and `<=` can be defined. */
  readonly definesComparison?: boolean
}

export const RUBY_4_1: RubyVersion = { operatorWords: true, percentIsQ: true }
export const RUBY_4_5: RubyVersion = { ...RUBY_4_1, letters: UNICODE }
const RUBY_4_7: RubyVersion = { ...RUBY_4_5, definesComparison: true }
export const RUBY_5_1: RubyVersion = { ...RUBY_4_7, wordsEndAtLetters: true, shiftsAfterWords: true }

const OPERATOR_WORDS = wordSet('and or not')

interface HereDocument {
  readonly name: string
  /** The end may be indented. */
  readonly indented: boolean
}

interface Memory {
  /** Here-documents announced on this line, first first; those being read are taken off. */
  readonly announced: HereDocument[]
  readonly reading: HereDocument[]
  /** Strings of the `%` kind we are in, innermost last. */
  readonly quotes: { open: string; close: string; depth: number; cls: TokenClass; interpolated: boolean }[]
}

const CLOSE: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' }

const percent =
  (isQ: boolean): Callback<Memory> =>
  (x, m) => {
    const kind = m[1]!
    const open = m[2]!
    const cls = kind === 'r' ? 'sr' : 'sx'
    x.token(cls, m[0])
    x.vars.quotes.push({
      open,
      close: CLOSE[open] ?? open,
      depth: 1,
      cls,
      interpolated: kind === '' ? isQ : /[rQWxI]/.test(kind),
    })
    x.push('percent string')
    return true
  }

/** A word with a place in the language, or just a name. Names that end in `?` or `!` want a value next. */
function word({ operatorWords, wordsEndAtLetters }: RubyVersion): Callback<Memory> {
  const classOf = (name: string): TokenClass | undefined => {
    if (KEYWORDS.has(name)) return 'k'
    if (PSEUDO.has(name)) return 'kp'
    if (BUILTINS.has(name)) return 'nb'
    if (operatorWords && OPERATOR_WORDS.has(name)) return 'ow'
    return undefined
  }
  const classBeforeLetter = (name: string): TokenClass | undefined => {
    if (KEYWORDS.has(name) && name !== 'class') return 'k'
    return wordsEndAtLetters && !KEYWORDS.has(name) && name !== 'not' ? classOf(name) : undefined
  }
  return (x, m) => {
    const [all, full = '', mark = ''] = m
    if (mark !== '' && BUILTINS.has(all)) {
      x.token('nb', all)
      x.push('method call')
      return
    }
    // Where a word ends: before a letter beyond ASCII, only some do.
    const name = /^\w*/.exec(full)![0]
    const ends = !/^[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]/u.test(
      x.text.slice(x.at + name.length, x.at + name.length + 2),
    )
    const cls = ends ? classOf(name) : classBeforeLetter(name)
    if (cls !== undefined) {
      const end = x.at + name.length
      x.token(cls, name)
      x.extend(end)
      if (name === 'class') x.push('class')
      else x.push(cls === 'nb' ? 'method call' : 'expression')
      return
    }
    x.token('n', all)
    x.push(mark === '' ? 'method call' : 'expression')
  }
}

const symbolRules = (letters: Letters): readonly Rule<Memory>[] => [
  [/:(?:\*\*|[-+]@|[/%&|^`~]|\[\]=?|<<|>>|<=?>?|===?)/, 'ss'],
  [unicode(`:(?:@{0,2}[${letters.variable}][${letters.word}]*[?!]?)`), 'ss'],
  [/:'(?:\\[\s\S]|[^'\\])*'/, 'ss', undefined, { needs: "'" }],
  [/:"/, 'ss', 'symbol string'],
]

const unicode = (source: string): RegExp => new RegExp(source, 'u')

const quoted = (cls: TokenClass, end: RegExp, plain: RegExp): readonly Rule<Memory>[] => [
  'interpolation',
  'escapes',
  [end, cls, '#pop'],
  [plain, cls],
  [/#/, cls],
]

/** The states of Ruby, as 3.30 has them where `version` does not say otherwise. */
export function rubyStates(version: RubyVersion = {}): States<Memory> {
  const { letters = ASCII, percentIsQ = false, definesComparison = false, shiftsAfterWords = false } = version
  const { variable, lower, upper, any, name, word: inWord } = letters
  const symbols = symbolRules(letters)
  const percentString = percent(percentIsQ)
  return {
    blanks: [
      [/^=begin\b[\s\S]*?\n=end\b/, 'cm', undefined, { needs: '\n=end' }],
      [
        /\n/,
        (x) => {
          if (x.vars.announced.length === 0) return false
          x.vars.reading.push(x.vars.announced.shift()!)
          x.token('sh', '\n')
          x.push('expression')
          x.push('here document')
          return true
        },
      ],
      [/[ \t\r\f\v]+/, ''],
      [/#.*/, 'c1'],
    ],
    root: [
      'blanks',
      [/\n[ \t\r\f\v]*/, '', 'expression'],
      [/__END__[\s\S]*/, 'cp'],
      [/0_?[0-7]+(?:_[0-7]+)*/, 'mo'],
      [/0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*/, 'mh'],
      [/0b[01]+(?:_[01]+)*/, 'mb'],
      [/\d+(?:_\d+)*(?:\.\d+(?:_\d+)*(?:e[+-]?\d+)?|e[+-]?\d+)/i, 'mf'],
      [/\d+(?:_\d+)*/, 'mi'],
      [unicode(`([${lower}][${inWord}]*[?!]?):\\s+`), 'ss', 'expression'],
      ...symbols,
      [/'(?:\\[\s\S]|[^'\\])*'/, 's1', undefined, { hopeless: true }],
      [/"/, 's2', 'double quotes'],
      [/`/, 'sb', 'backticks'],
      [unicode(`@@[${variable}][${inWord}]*`), 'vc'],
      [unicode(`@[${variable}][${inWord}]*`), 'vi'],
      [unicode(`\\$(?:[${inWord}]+|-[0adFiIlpvw]|[!@&\`'+~=/\\\\,;.<>_*$?:"])`), 'vg'],
      [/::/, 'o'],
      [
        unicode(
          `${shiftsAfterWords ? `(?<![${inWord}])` : ''}(<<[-~]?)(?:(["\`'])([${any}][${inWord}]*|)\\2|([${any}][${inWord}]*))`,
        ),
        (x, m) => {
          x.token('o', m[1]!)
          x.token('no', m[0].slice(m[1]!.length))
          x.vars.announced.push({ name: m[3] ?? m[4]!, indented: m[1]!.length > 2 })
        },
      ],
      [/defined\?(?!\w)/, 'k', 'expression'],
      [/def\b/, 'k', 'definition'],
      [unicode(`(module)(\\s+)([${any}][${inWord}]*(?:::[${any}][${inWord}]*)*)`), ['k', '', 'nn']],
      [unicode(`([${name}][${inWord}]*)([?!]?)`), word(version)],
      [unicode(`[${upper}][${inWord}]*`), constant],
      [/\.{2,3}/, 'o', 'expression'],
      [
        unicode(`(\\.)(\\s*)([${lower}][${inWord}]*[?!]?|[*%&^\`~+,./[<>=-])`),
        ['p', '', 'nf'],
        'method call',
      ],
      [/\?/, 'p', ['ternary', 'expression']],
      [/\./, 'o', 'expression'],
      [/\*\*=?|<=>|<<=?|>>=?|=~|===?|!~|&&=?|\|\|=?|->|=>|[-+/*%=<>&!^|~]=?/, 'o', 'expression'],
      [/[[({,;\\]/, 'p', 'expression'],
      [/:(?=\s)|:/, 'p', 'expression'],
      [/[)}\]]/, 'p'],
    ],
    // A value comes: `/` begins a regular expression, `%` a string, `?` a character.
    expression: [
      'blanks',
      [/\n\s*/, ''],
      [/\//, 'sr', '#goto regex'],
      [unicode(`%([rqswQWxiI]?)([^${inWord}\\s])`), percentString],
      [/%[rqswQWxiI]? \S* /, 'sx', '#pop'],
      [unicode(`\\?(?:\\\\[MC]-)*(?:\\\\?[^\\s\\\\])(?![${inWord}])`), 'sc', '#pop'],
      [/(?:)/, '', '#pop'],
    ],
    'method call': [
      [/[ \t]+/, '', '#goto method call spaced'],
      [/(?:)/, '', '#pop'],
    ],
    'method call spaced': [
      [/[ \t]+/, ''],
      [unicode(`%([rqswQWxiI]?)([^${inWord}\\s=])`), percentString],
      [/\/(?![ \t=])/, 'sr', '#goto regex'],
      [/(?:)/, '', '#pop'],
    ],
    regex: [
      'interpolation',
      [/\\./, 'sr'],
      [/\/[mixounse]*/, 'sr', '#pop'],
      [/[^/\\#]+/, 'sr'],
      [/[#\\]/, 'sr'],
    ],
    'percent string': [
      [
        unicode(`#(?:\\{|(?:@@?|\\$)[${variable}][${inWord}]*)`),
        (x, m) => {
          if (!x.vars.quotes.at(-1)?.interpolated) return false
          x.token('si', m[0])
          if (m[0] === '#{') x.push('interpolated')
          return true
        },
      ],
      [
        /\\(?:[0-7]{1,3}|x[0-9a-fA-F]{1,2}|[\s\S])/,
        (x, m) => {
          if (!x.vars.quotes.at(-1)?.interpolated) return false
          x.token('se', m[0])
          return true
        },
      ],
      [
        /[\s\S]/,
        (x, m) => {
          const quote = x.vars.quotes.at(-1)!
          const c = m[0]
          if (c === '\\') {
            const next = x.text[x.at + 1] ?? ''
            x.extend(x.at + 1 + next.length)
            x.token(next === quote.open || next === quote.close || next === '\\' ? 'se' : quote.cls, c + next)
          } else if (c === quote.close) {
            quote.depth--
            x.token(quote.cls, c)
            if (quote.depth > 0) return
            x.vars.quotes.pop()
            x.goto(quote.cls === 'sr' ? 'regex flags' : 'done')
          } else {
            if (c === quote.open) quote.depth++
            x.token(quote.cls, c)
          }
        },
      ],
    ],
    'regex flags': [
      [/[mixounse]+/, 'sr', '#pop'],
      [/(?:)/, '', '#pop'],
    ],
    done: [[/(?:)/, '', '#pop']],
    // A colon before a blank, or the last one of a line, so that symbols may stand before it.
    ternary: [[/:(?=\s|(?![^#\n]*?[:\\]))/, 'p', '#goto expression'], 'root'],
    definition: [
      [/\s+/, ''],
      [/\(/, 'p', 'defined object'],
      [
        unicode(
          `(?:([${any}][${inWord}]*)(\\.))?([${any}][${inWord}]*[!?]?|\\*\\*?|[-+]@?|[/%&|^\`~]|\\[\\]=?|<<|>>|${definesComparison ? '<=>?|' : ''}[<>]|===?)`,
        ),
        ['nc', 'o', 'nf'],
        '#pop',
      ],
      [/(?:)/, '', '#pop'],
    ],
    'defined object': [[/(\))(\.|::)?/, ['p', 'o'], '#pop'], [/\(/, 'p', '#push'], 'root'],
    class: [
      [/\s+/, ''],
      [/\(/, 'p', 'defined object'],
      [/<</, 'o', '#pop'],
      [unicode(`[${upper}_][${inWord}]*(?:::[${inWord}]+)*`), 'nc', '#pop'],
      [/(?:)/, '', '#pop'],
    ],
    'here document': [
      [
        /^.*/,
        (x, m) => {
          const { name, indented } = x.vars.reading.at(-1)!
          if ((indented ? m[0].trim() : m[0].trimEnd()) !== name) return false
          x.token('no', m[0])
          x.vars.reading.pop()
          x.goto('here documents')
          return true
        },
      ],
      'interpolation',
      'escapes',
      [/[^#\\\n]+/, 'sh'],
      [/[#\\\n]/, 'sh'],
    ],
    'here documents': [
      [
        /\n/,
        (x) => {
          const next = x.vars.announced.shift()
          if (next === undefined) return false
          x.vars.reading.push(next)
          x.token('sh', '\n')
          x.goto('here document')
          return true
        },
      ],
      [/(?:)/, '', '#pop'],
    ],
    escapes: [[/\\(?:[0-7]{1,3}|x[0-9a-fA-F]{1,2}|[\s\S])/, 'se']],
    interpolation: [
      [/#\{/, 'si', 'interpolated'],
      [unicode(`#@@?[${variable}][${inWord}]*`), 'si'],
      [unicode(`#\\$[${variable}][${inWord}]*`), 'si'],
    ],
    interpolated: [[/\}/, 'si', '#pop'], 'root'],
    'double quotes': quoted('s2', /"/, /[^\\"#]+/),
    'symbol string': quoted('ss', /"/, /[^\\"#]+/),
    backticks: quoted('sb', /`/, /[^\\`#]+/),
  }
}

/** Constants; `BEGIN` and `END` are words of the language. */
const constant: Callback<Memory> = (x, m) => {
  const keyword = KEYWORDS.has(m[0])
  x.token(keyword ? 'k' : 'no', m[0])
  x.push(keyword ? 'expression' : 'method call')
}

export const newRubyMemory = (): Memory => ({ announced: [], reading: [], quotes: [] })

export const ruby = language<Memory>({
  tag: 'ruby',
  aliases: ['rb'],
  filenames: [
    '*.rb',
    '*.ruby',
    '*.rbw',
    '*.rake',
    '*.gemspec',
    '*.podspec',
    'Rakefile',
    'Guardfile',
    'Gemfile',
    'Capfile',
    'Podfile',
    'Vagrantfile',
    '*.ru',
    '*.prawn',
    'Berksfile',
    '*.arb',
    'Dangerfile',
    'Fastfile',
    'Deliverfile',
    'Appfile',
  ],
  vars: newRubyMemory,
  start: ['expression'],
  states: rubyStates,
  // At the start of a text, two regular expressions may follow each other.
  changes: [
    { since: '4.1', states: () => rubyStates(RUBY_4_1), start: ['expression', 'expression'] },
    { since: '4.5', states: () => rubyStates(RUBY_4_5) },
    { since: '4.7', states: () => rubyStates(RUBY_4_7) },
    { since: '5.1', states: () => rubyStates(RUBY_5_1), start: ['expression'] },
  ],
})
