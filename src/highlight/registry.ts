import type { Language } from './language.ts'
import { c } from './languages/c.ts'
import { diff } from './languages/diff.ts'
import { json } from './languages/json.ts'
import { plaintext } from './languages/plaintext.ts'
import { python } from './languages/python.ts'

/** Every language there is; the order is of no importance. */
export const LANGUAGES: readonly Language[] = [c, diff, json, plaintext, python]

const BY_NAME: ReadonlyMap<string, Language> = new Map(
  LANGUAGES.flatMap((language) =>
    [...language.aliases, language.tag].map((name) => [name, language] as const),
  ),
)

/** The language with this tag or alias. Case counts, as in Rouge. */
export function findLanguage(name: string): Language | undefined {
  return BY_NAME.get(name)
}
