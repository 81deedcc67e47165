/** A theme's own `_config.yml`, which lies under the site's. */
import fs from 'node:fs'
import path from 'node:path'
import type { Hash, Zone } from '../../base/index.ts'
import { readConfigFiles } from '../../read/index.ts'

interface ThemeConfig {
  readonly file: string
  readonly data: Hash
}

/**
 * What the theme in `root` configures; undefined when it is nothing. Observed in Jekyll 4.3.1: only a file of exactly this
 * name counts, a link or a file that holds no hash is passed over without a word. Throws a BuildError for broken YAML.
 */
export function themeConfig(root: string, zone: Zone): ThemeConfig | undefined {
  const file = path.join(root, '_config.yml')
  if (fs.lstatSync(file, { throwIfNoEntry: false })?.isFile() !== true) return undefined
  const { data } = readConfigFiles(root, [file], zone)
  return data.size === 0 ? undefined : { file, data }
}
