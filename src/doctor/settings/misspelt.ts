/** Settings that nothing reads, with a name like one that something does. */
import { type Diagnostic, type Hash, isHash, nearest } from '../../base/index.ts'
import { configSchema, isClosed, type PluginSettings } from '../../schema/index.ts'
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
      found.push(unreadSetting([...above, key], `did you mean \`${meant}\`?`))
    }
  }
  look(data, configSchema(plugins).properties, [])
  return found
}

/** That nothing reads the setting at `keys`. */
export function unreadSetting(keys: readonly string[], advice: string): Diagnostic {
  const above = keys.slice(0, -1)
  const where = above.length === 0 ? '' : ` under \`${above.join(': ')}\``
  return {
    code: 'slips/misspelt-setting',
    severity: 'warning',
    topic: 'Settings:',
    message: `Nothing reads \`${keys.at(-1)}\`${where} in the configuration: ${advice}`,
    settings: [{ keys }],
    trail: [],
  }
}

/** What is known below a key; undefined where names there are anybody's, or looked at with their values. */
function propertiesOf(fragment: Fragment): Schema['properties'] | undefined {
  const { properties, additionalProperties, anyOf = [] } = fragment
  if (typeof additionalProperties === 'object' || isClosed(fragment)) return undefined
  return properties ?? anyOf.map(propertiesOf).find((each) => each !== undefined)
}
