/** A theme's own `_config.yml`, which lies under the site's. */
import path from 'node:path'
import type { Hash, Zone } from '../../base/index.ts'
import { readConfigFiles, type ThemeSource } from '../../read/index.ts'

interface ThemeConfig {
  readonly file: string
  readonly data: Hash
}

/**
 * What the theme in `root` configures; undefined when it is nothing. Observed in Jekyll 4.3.1: only a file of exactly this
 * name counts, a link or a file that holds no hash is passed over without a word. Throws a BuildError for broken YAML.
 */
export function themeConfig({ root, tree }: ThemeSource, zone: Zone): ThemeConfig | undefined {
  const own = tree.list('').find(({ name }) => name === '_config.yml')
  if (own?.kind !== 'file' || own.link) return undefined
  const file = path.join(root, own.name)
  const { data } = readConfigFiles(root, [file], zone)
  return data.size === 0 ? undefined : { file, data }
}
