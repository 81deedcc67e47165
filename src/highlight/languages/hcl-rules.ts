import { words } from '../language.ts'
import type { Lexing, Rule, States } from '../types.ts'

/** What HCL's and Terraform's lexers remember: the word that ends the running heredoc. */
interface HeredocMemory {
  end: string
}

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
    [/(<<-?)(\s*)(\w+)(.*\n?)/, startHeredoc],
    [/\d+\.\d+(?:e[+-]?\d+)?/i, 'mf'],
    [/\d+/, 'mi'],
    [/[a-z$_][\w$]*/i, words({ k: lists.keywords, kd: lists.declarations, kc: 'true false null' }, 'nx')],
  ]
  return {
    root: [
      [/\s+/, ''],
      [/(?:\/\/|#).*?$/, 'c1'],
      [/\/\*[\s\S]*?(?:\*\/|$(?![\s\S]))/, 'cm'],
      'values',
      [/\{/, 'p', 'block'],
      [/\[/, 'p', 'list'],
    ],
    values,
    block: [[lists.block, 'p'], [/\}/, 'p', '#pop'], 'root'],
    list: [[lists.list, 'p'], [/\]/, 'p', '#pop'], 'root'],
    heredoc: [
      [/.*\n/, heredocLine],
      [/.+/, 'sh'],
    ],
    single: [
      [/'/, 's1', '#pop'],
      [/\\['"\\]/, 'se'],
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
