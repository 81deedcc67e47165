/** Rouge, by version. */
import { ask } from './questions.mjs'
import { referenceAt } from './references.mjs'

/** Versions that are told apart, oldest first. */
export const VERSIONS = ['3.26', '3.30', '4.1', '4.5', '4.7', '5.1']

/** What Rouge prints for each `[language, code]`; null for an unknown language. */
export function askRouge(pairs, version = '3.30') {
  const reference = referenceAt(version === '3.30' ? 'bookworm' : `rouge-${version}`)
  const questions = pairs.map(([language, code]) => ({ ask: 'rouge', language, code }))
  return ask(reference, questions).map(({ output }) => output)
}
