import type { Language } from './language.ts'
import { LANGUAGES } from './registry-table.ts'

const BY_NAME: ReadonlyMap<string, Language> = new Map(
  LANGUAGES.flatMap((language) =>
    [...language.aliases, language.tag].map((name) => [name, language] as const),
  ),
)

/** The language with this tag or alias. Case counts, as in Rouge. */
export function findLanguage(name: string): Language | undefined {
  return BY_NAME.get(name)
}
