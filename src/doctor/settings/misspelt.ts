/** Settings that nothing reads, with a name like one that something does. */
import { type Diagnostic, type Hash, isHash, nearest } from '../../base/index.ts'
import { configSchema, type PluginSettings } from '../../schema/index.ts'
import type { Config } from '../../site/index.ts'

type Schema = ReturnType<typeof configSchema>
type Fragment = Schema['properties'][string]

/** Shorter names are like too many others. */
const SHORTEST = 5

/**
 * A note for each setting of `config` that looks misspelt. `plugins` say what they read, `isUsed` whether templates of the
 * site read a setting of its own.
 */
export function misspeltSettings(
  { data }: Config,
  plugins: readonly PluginSettings[],
  isUsed: (name: string) => boolean,
): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  const look = (hash: Hash, known: Readonly<Record<string, Fragment>>, above: readonly string[]): void => {
    for (const [key, value] of hash) {
      if (typeof key !== 'string') continue
      const fragment = known[key]
      if (fragment !== undefined) {
        const below = propertiesOf(fragment)
        if (below !== undefined && isHash(value)) look(value, below, [...above, key])
        continue
      }
      const meant = key.length < SHORTEST ? undefined : nearest(key, Object.keys(known))
      if (meant === undefined || meant.startsWith(key) || key === `${meant}s` || isUsed(key)) continue
      const where = above.length === 0 ? '' : ` under \`${above.join(': ')}\``
      found.push({
        code: 'doctor/misspelt-setting',
        severity: 'warning',
        topic: 'Settings:',
        message: `Nothing reads \`${key}\`${where} in the configuration: did you mean \`${meant}\`?`,
        trail: [],
      })
    }
  }
  look(data, configSchema(plugins).properties, [])
  return found
}

/** What is known below a key; undefined where names there are anybody's. */
function propertiesOf({
  properties,
  additionalProperties,
  anyOf = [],
}: Fragment): Schema['properties'] | undefined {
  if (typeof additionalProperties === 'object') return undefined
  return properties ?? anyOf.map(propertiesOf).find((each) => each !== undefined)
}
