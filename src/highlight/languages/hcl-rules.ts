import { words } from '../language.ts'
import { instead, inTurn, last, state } from '../states-change.ts'
import type { LanguageChange, Lexing, Rule, States, WordAction } from '../types.ts'

/** What HCL's and Terraform's lexers remember: the word that ends the running heredoc. */
interface HeredocMemory {
  end: string
}

const HEREDOC = /(<<-?)(\s*)(\w+)(.*\n?)/
const FLOAT = /\d+\.\d+(?:e[+-]?\d+)?/i
const INTEGER = /\d+/
const HYPHENED = /[a-z$_-][\w$-]*/i
const OPERATORS = /[-+*/%&|=!<>?:]+/
const NAME = /[a-z$_][\w$]*/i

/** Since 4.1 a name may hold hyphens, and blocks and lists the same marks. */
export const hyphens = (action: WordAction, block: RegExp, list: RegExp): LanguageChange<HeredocMemory> => ({
  since: '4.1',
  states: inTurn(
    instead('values', NAME, [HYPHENED, action]),
    instead('block', block, [/[.,()\\/=*]/, 'p']),
    instead('list', list, [/[.,()\\/*]/, 'p']),
  ),
})

/** Since 4.5 there are operators, after names and numbers first of all, and no heredocs any more. */
export const operators = (action: WordAction): LanguageChange<HeredocMemory> => ({
  since: '4.5',
  states: inTurn(
    instead(
      'values',
      HYPHENED,
      [/(?:true|false|null)(?![\w$-])/i, action],
      [/[a-z$_][\w$-]*/i, action, 'operator'],
    ),
    instead('values', FLOAT, [FLOAT, 'mf', 'operator']),
    instead('values', INTEGER, [INTEGER, 'mi', 'operator']),
    instead('values', HEREDOC),
    state('operator', 'blanks', [OPERATORS, 'o'], [/(?:)/, '', '#pop']),
    last('root', [OPERATORS, 'o']),
  ),
})

/** The rules HCL and Terraform share: a state `string` for what follows a double quote is the caller's. */
export function hclRules(lists: {
  readonly keywords: string
  readonly declarations: string
  /** Punctuation inside `{}` and inside `[]`. */
  readonly block: RegExp
  readonly list: RegExp
}): States<HeredocMemory> {
  const values: Rule<HeredocMemory>[] = [
    [/"/, 's2', 'string'],
    [/'/, 's1', 'single'],
    [HEREDOC, startHeredoc],
    [FLOAT, 'mf'],
    [INTEGER, 'mi'],
    [NAME, words({ k: lists.keywords, kd: lists.declarations, kc: 'true false null' }, 'nx')],
  ]
  return {
    blanks: [
      [/\s+/, ''],
      [/(?:\/\/|#).*?$/, 'c1'],
      [/\/\*[\s\S]*?(?:\*\/|$(?![\s\S]))/, 'cm'],
    ],
    root: ['blanks', 'values', [/\{/, 'p', 'block'], [/\[/, 'p', 'list']],
    values,
    block: ['blanks', [lists.block, 'p'], [/\}/, 'p', '#pop'], 'root'],
    list: ['blanks', [lists.list, 'p'], [/\]/, 'p', '#pop'], 'root'],
    heredoc: [
      [/.*\n/, heredocLine],
      [/.+/, 'sh'],
    ],
    single: [
      [/'/, 's1', '#pop'],
      [/\\./, 'se'],
      [/[^'\\]+/, 's1'],
    ],
  }
}

function startHeredoc(x: Lexing<HeredocMemory>, m: RegExpExecArray): void {
  x.groups(m, 'o', '', 'no', 'sh')
  x.vars.end = m[3]!
  x.push('heredoc')
}

function heredocLine(x: Lexing<HeredocMemory>, m: RegExpExecArray): void {
  const ends = m[0].trim() === x.vars.end
  x.token(ends ? 'no' : 'sh', m[0])
  if (ends) x.pop()
}
