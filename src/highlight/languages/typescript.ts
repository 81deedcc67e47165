import { language } from '../language.ts'
import { first, instead } from '../states-change.ts'
import type { LanguageChange } from '../types.ts'
import type { JavaScriptWords } from './javascript.ts'
import { JAVASCRIPT_WORDS, javascriptChanges, javascriptStates } from './javascript.ts'

export const TYPESCRIPT_WORDS: JavaScriptWords = {
  ...JAVASCRIPT_WORDS,
  keywords: `${JAVASCRIPT_WORDS.keywords} is namespace static private protected public implements readonly`,
  declarations: `${JAVASCRIPT_WORDS.declarations} type abstract`,
  reserved: `${JAVASCRIPT_WORDS.reserved} string any module number keyof declare`,
  builtins: `${JAVASCRIPT_WORDS.builtins} Partial Pick Readonly Record`,
}

/** A member may be optional. */
export const OPTIONAL = '\\??'

const OPERATOR_WORD = /(?:as|satisfies)\s+/

export const TYPESCRIPT_CHANGES: readonly LanguageChange<undefined>[] = [
  ...javascriptChanges(TYPESCRIPT_WORDS).filter((change) => change.since !== undefined),
  { since: '4.5', states: first('root', [OPERATOR_WORD, 'kd']) },
  { since: '5.1', states: instead('root', OPERATOR_WORD, [/(?<!\.)(?:as|satisfies)\s+/, 'kd']) },
]

export const typescript = language({
  tag: 'typescript',
  aliases: ['ts'],
  filenames: ['*.ts', '*.d.ts'],
  states: () => javascriptStates(TYPESCRIPT_WORDS, { optional: OPTIONAL }),
  changes: TYPESCRIPT_CHANGES,
})
