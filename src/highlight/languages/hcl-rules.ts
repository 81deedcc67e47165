import { words } from '../language.ts'
import { before, instead, inTurn, last } from '../states-change.ts'
import type { LanguageChange, Lexing, Rule, States, WordAction } from '../types.ts'

/** What HCL's and Terraform's lexers remember: the word that ends the running heredoc. */
interface HeredocMemory {
  end: string
}

const HEREDOC = /(<<-?)(\s*)(\w+)(.*\n?)/
const FLOAT = /\d+\.\d+(?:[eE]\d+)?(?:f|[kgmKGM]b?)?/
const INTEGER = /\d+(?:[kgmKGM]b?)?/
const HYPHENED_CONSTANT = /(?:true|false|null)(?![\w$-])/
const HYPHENED = /[a-z$_-][\w$-]*/i
const OPERATOR: Rule<HeredocMemory> = [/[-+*/%&|=!<>?:]/, 'o']
const CONSTANT = /(?:true|false|null)(?![\w$])/
const NAME = /[a-z$_][\w$]*/i

/** Since 4.1 a name may hold hyphens, and blocks and lists the same marks. */
export const hyphens = (action: WordAction, block: RegExp, list: RegExp): LanguageChange<HeredocMemory> => ({
  since: '4.1',
  states: inTurn(
    instead('values', CONSTANT, [HYPHENED_CONSTANT, 'kc']),
    instead('values', NAME, [HYPHENED, action, 'after name']),
    instead('block', block, [/[.,()\\/=*]/, 'p']),
    instead('list', list, [/[.,()\\/*]/, 'p']),
  ),
})

/** Since 4.5 there are operators, after names first of all, and no heredocs any more. */
export const operators = (action: WordAction): LanguageChange<HeredocMemory> => ({
  since: '4.5',
  states: inTurn(
    instead('values', HYPHENED, [/[a-z$_][\w$-]*/i, action, 'after name']),
    instead('values', HEREDOC),
    before('after name', 'values', OPERATOR),
    last('root', OPERATOR),
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
    [CONSTANT, 'kc'],
    [NAME, words({ k: lists.keywords, kd: lists.declarations }, 'nx'), 'after name'],
  ]
  return {
    blanks: [
      [/\s+/, ''],
      [/(?:\/\/|#).*?$/, 'c1'],
      [/\/\*[\s\S]*?(?:\*\/|$(?![\s\S]))/, 'cm'],
    ],
    root: ['blanks', 'values', [/\{/, 'p', 'block'], [/\[/, 'p', 'list']],
    values,
    // Names are nested, each in the one before, up to a mark; Rouge leaves only five of them at once.
    'after name': [
      'blanks',
      'values',
      [/\{/, 'p', '#goto block'],
      [/\[/, 'p', '#goto list'],
      [/(?:)/, '', '#pop'],
    ],
    block: ['blanks', [lists.block, 'p'], [/\}/, 'p', '#pop'], 'root'],
    list: ['blanks', [lists.list, 'p'], [/\]/, 'p', '#pop'], 'root'],
    heredoc: [
      [/.*\n/, heredocLine],
      [/.+/, 'sh'],
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
