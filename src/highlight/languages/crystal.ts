import { language, wordSet } from '../language.ts'
import type { Callback, Rule, States, TokenClass } from '../types.ts'
import { ASCII, type Letters, newRubyMemory, rubyStates, UNICODE } from './ruby.ts'

type Memory = ReturnType<typeof newRubyMemory>

const KEYWORDS =
  wordSet(`BEGIN END alias as begin break case do else elsif end ensure for fun if ifdef in lib macro next of raise redo
  rescue retry return super then type undef unless until when while yield class`)
const PSEUDO =
  wordSet(`extend false include loop new nil private protected public record struct true getter property
  attr_reader attr_writer attr_accessor module_function catch throw alias_method __FILE__ __LINE__ initialize`)
const BUILTINS =
  wordSet(`abort ancestors at_exit caller chomp chop clone display dup eql? equal? eval exec exit fail
  fork format freeze getc gets gsub hash id inspect instance_eval is_a? iterator? kind_of? lambda method method_missing
  methods name object_id open p print printf proc putc puts rand readline readlines require scan select self send sleep
  split sprintf srand sub system test to_a to_s trap warn`)

/** A word with a place in the language, or just a name. A letter beyond ASCII does not end a word of the language. */
const word: Callback<Memory> = (x, m) => {
  const [all, full = '', mark = ''] = m
  if (mark !== '' && BUILTINS.has(all)) {
    x.token('nb', all)
    x.push('method call')
    return
  }
  const ends = !/^[\p{Alphabetic}\p{M}]/u.test(x.text.slice(x.at + full.length, x.at + full.length + 2))
  const cls = ends ? classOf(full) : undefined
  if (cls === undefined) {
    x.token('n', all)
    x.push(mark === '' ? 'method call' : 'expression')
    return
  }
  const end = x.at + full.length
  x.token(cls, full)
  x.extend(end)
  if (full === 'class') x.push('class')
  else x.push(cls === 'nb' ? 'method call' : 'expression')
}

function classOf(name: string): TokenClass | undefined {
  if (KEYWORDS.has(name)) return 'k'
  if (PSEUDO.has(name)) return 'kp'
  return BUILTINS.has(name) ? 'nb' : undefined
}

/** What Crystal has and Ruby has not, or otherwise. */
function ownRules({ any, name, word: inWord, lower }: Letters): readonly Rule<Memory>[] {
  return [
    [/@\[[^\]]*\]/, 'nd'],
    [/\\?\{%|%\}/, 'p'],
    [/__END__[\s\S]*/, 'cp'],
    [/0o[0-7]+(?:_[0-7]+)*/, 'mo'],
    [/0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*/, 'mh'],
    [/0b[01]+(?:_[01]+)*/, 'mb'],
    [/\d+(?:\.\d+)?_f32|\d+(?:\.\d+(?:e[+-]?\d+)?|e[+-]?\d+)/i, 'mf'],
    [/\d+(?:_\d+)*(?:_[iu]\d+)?/, 'mi'],
    [new RegExp(`([${lower}][${inWord}]*[?!]?):\\s+`, 'u'), 'ss', 'expression'],
    [/:(?:\*\*|\[\][=?]?|<<|>>|<=>?|>=|===?|=~|![=~]?|[-+*/%&|^~<>])/, 'ss'],
    [/:(?=`)/, 'p', 'expression'],
    [/(')(\\(?:u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|[abefnrtv]))(')/, ['s1', 'se', 's1']],
    [/(?:def|macro\b)/, 'k', 'definition'],
    [new RegExp(`(module)(\\s+)([${any}][${inWord}]*(?:::[${any}][${inWord}]*)*)`, 'u'), ['k', '', 'nn']],
    [new RegExp(`([${name}][${inWord}]*)([?!]?)`, 'u'), word],
  ]
}

/** No string begins with the end of a macro. */
const MACRO_ENDS: Rule<Memory> = [/(?=%\})/, '', '#pop']

/** Crystal's rules stand before Ruby's. */
function states(letters: Letters): States<Memory> {
  const ruby = rubyStates({ letters })
  return {
    ...ruby,
    root: ['blanks', ...ownRules(letters), ...ruby.root!],
    expression: [MACRO_ENDS, ...ruby.expression!],
    'method call spaced': [MACRO_ENDS, ...ruby['method call spaced']!],
    class: ruby.class!.map((rule) =>
      rule[1] === 'nc' ? [new RegExp(`[${letters.upper}_][${letters.word}]*`, 'u'), 'nc', '#pop'] : rule,
    ),
    escapes: [[/\\(?:[0-7]{1,3}|x[0-9a-fA-F]{1,2}|u\{[^}]*\}|u[0-9a-fA-F]{4}|.)/, 'se']],
    'double quotes': [...ruby['double quotes']!, [/\\/, 's2']],
    'symbol string': [...ruby['symbol string']!, [/\\/, 'ss']],
    backticks: [...ruby.backticks!, [/\\/, 'sb']],
  }
}

export const crystal = language<Memory>({
  tag: 'crystal',
  aliases: ['cr'],
  filenames: ['*.cr'],
  vars: newRubyMemory,
  start: ['expression'],
  states: () => states(ASCII),
  changes: [{ since: '4.5', states: () => states(UNICODE) }],
})
