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
  callcc iterator? untaint taint tainted?`)

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

const percent: Callback<Memory> = (x, m) => {
  const kind = m[1]!
  const open = m[2]!
  if (open === ' ' && !x.follows(' ', x.at + 1)) return false
  const cls = kind === 'r' ? 'sr' : 'sx'
  x.token(cls, m[0])
  x.vars.quotes.push({ open, close: CLOSE[open] ?? open, depth: 1, cls, interpolated: /[rQWxI]/.test(kind) })
  x.push('percent string')
  return true
}

/** A word with a place in the language, or just a name. Names that end in `?` or `!` want a value next. */
const word: Callback<Memory> = (x, m) => {
  const [all, name = '', mark = ''] = m
  const cut = x.at + name.length
  if (mark !== '' && BUILTINS.has(all)) {
    x.token('nb', all)
    x.push('method call')
    return
  }
  const cls: TokenClass | undefined = KEYWORDS.has(name)
    ? 'k'
    : PSEUDO.has(name)
      ? 'kp'
      : BUILTINS.has(name)
        ? 'nb'
        : undefined
  if (cls !== undefined) {
    x.token(cls, name)
    x.extend(cut)
    if (name === 'class') x.push('class')
    else x.push(cls === 'nb' ? 'method call' : 'expression')
    return
  }
  x.token('n', all)
  x.push(mark === '' ? 'method call' : 'expression')
}

const ID = '[a-zA-Z_]\\w*'
const symbols: readonly Rule<Memory>[] = [
  [/:(?:\*\*|[-+]@|[/%&|^`~]|\[\]=?|<<|>>|<=?>?|===?)/, 'ss'],
  [/:(?:@{0,2}[a-zA-Z_]\w*[?!]?)/, 'ss'],
  [/:'(?:\\[\s\S]|[^'\\])*'/, 'ss', undefined, { needs: "'" }],
  [/:"/, 'ss', 'symbol string'],
]

const quoted = (cls: TokenClass, end: RegExp, plain: RegExp): readonly Rule<Memory>[] => [
  'interpolation',
  'escapes',
  [end, cls, '#pop'],
  [plain, cls],
  [/#/, cls],
]

export const rubyStates = (): States<Memory> => ({
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
    [/([a-z_]\w*[?!]?):\s+/, 'ss', 'expression'],
    ...symbols,
    [/'(?:\\[\s\S]|[^'\\])*'/, 's1', undefined, { hopeless: true }],
    [/"/, 's2', 'double quotes'],
    [/`/, 'sb', 'backticks'],
    [/@@[a-zA-Z_]\w*/, 'vc'],
    [/@[a-zA-Z_]\w*/, 'vi'],
    [/\$(?:\w+|-[0adFiIlpvw]|[!@&`'+~=/\\,;.<>_*$?:"])/, 'vg'],
    [/::/, 'o'],
    [
      /(<<[-~]?)(?:(["`'])([a-zA-Z_]\w*|)\2|([a-zA-Z_]\w*))/,
      (x, m) => {
        x.token('o', m[1]!)
        x.token('no', m[0].slice(m[1]!.length))
        x.vars.announced.push({ name: m[3] ?? m[4]!, indented: m[1]!.length > 2 })
      },
    ],
    [/defined\?/, 'k', 'expression'],
    [/def\b/, 'k', 'definition'],
    [/(module)(\s+)([a-zA-Z_]\w*(?:::[a-zA-Z_]\w*)*)/, ['k', '', 'nn']],
    [/([a-z_]\w*)([?!]?)/, word],
    [/[A-Z]\w*/, words()],
    [/(\.)(\s*)([a-z_]\w*[?!]?|[*%&^`~+/[<>=-])/, ['p', '', 'nf'], 'method call'],
    [/\?/, 'p', ['ternary', 'expression']],
    [/\.{2,3}/, 'o', 'expression'],
    [/\.(?=[A-Z(\d])|\.(?=\S)/, 'o'],
    [/\*\*=?|<=>|<<=?|>>=?|=~|===?|!~|&&=?|\|\|=?|->|=>|[-+/*%=<>&!^|~]=?/, 'o', 'expression'],
    [/[[({,;]/, 'p', 'expression'],
    [/:(?=\s)|:/, 'p', 'expression'],
    [/[)}\].\\]/, 'p'],
  ],
  // A value comes: `/` begins a regular expression, `%` a string, `?` a character.
  expression: [
    'blanks',
    [/\n\s*/, ''],
    [/\//, 'sr', '#goto regex'],
    [/%([rqswQWxiI]?)([^\w\s])/, percent],
    [/%()(\s)/, percent],
    [/\?(?:\\[MC]-)*(?:\\?[^\s\\])(?!\w)/, 'sc', '#pop'],
    ...symbols.map(
      (rule): Rule<Memory> =>
        typeof rule === 'string'
          ? rule
          : [rule[0], rule[1], rule[2] === undefined ? '#pop' : `#goto ${rule[2]}`],
    ),
    [/(?:)/, '', '#pop'],
  ],
  'method call': [
    [/[ \t]+/, '', '#goto method call spaced'],
    [/(?:)/, '', '#pop'],
  ],
  'method call spaced': [
    [/%([rqswQWxiI]?)([^\w\s=])/, percent],
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
      /#(?:\{|(?:@@?|\$)[a-zA-Z_]\w*)/,
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
  ternary: [[/:(?!:)/, 'p', '#goto expression'], 'root'],
  definition: [
    [/\s+/, ''],
    [/\(/, 'p', 'defined object'],
    [
      new RegExp(`(?:(${ID})(\\.))?(${ID}[!?]?|\\*\\*?|[-+]@?|[/%&|^\`~]|\\[\\]=?|<<|>>|<|===?)`),
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
    [/[A-Z_]\w*(?:::\w+)*/, 'nc', '#pop'],
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
    [/#@@?[a-zA-Z_]\w*/, 'si'],
    [/#\$[a-zA-Z_]\w*/, 'si'],
  ],
  interpolated: [[/\}/, 'si', '#pop'], 'root'],
  'double quotes': quoted('s2', /"/, /[^\\"#]+/),
  'symbol string': quoted('ss', /"/, /[^\\"#]+/),
  backticks: quoted('sb', /`/, /[^\\`#]+/),
})

/** Constants; `BEGIN` and `END` are words of the language. */
function words(): Callback<Memory> {
  return (x, m) => {
    const keyword = KEYWORDS.has(m[0])
    x.token(keyword ? 'k' : 'no', m[0])
    x.push(keyword ? 'expression' : 'method call')
  }
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
})
