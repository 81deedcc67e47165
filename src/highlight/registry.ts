import { onFirstUse, ROUGE_VERSIONS, type RougeVersion } from '../base/index.ts'
import type { Language } from './language.ts'
import { LANGUAGES } from './registry-table.ts'

/** The languages of one version of Rouge. */
interface Registry {
  /** The language with this tag or alias. Case counts, as in Rouge. */
  readonly find: (name: string) => Language | undefined
  /** sorted */
  readonly tags: readonly string[]
}

const REGISTRIES: ReadonlyMap<RougeVersion, () => Registry> = new Map(
  ROUGE_VERSIONS.map((version) => [version, onFirstUse(() => registry(version))]),
)

/** The languages that have a lexer of ours for `version`. */
export function registryOf(version: RougeVersion): Registry {
  const made = REGISTRIES.get(version)
  if (made === undefined) throw new RangeError(`no version of Rouge that is known: ${version}`)
  return made()
}

function registry(version: RougeVersion): Registry {
  const languages = LANGUAGES.flatMap((language) => language.in(version) ?? [])
  const byName = new Map(
    languages.flatMap((each) => [...each.aliases, each.tag].map((name) => [name, each] as const)),
  )
  return { find: (name) => byName.get(name), tags: languages.map(({ tag }) => tag).sort() }
}
