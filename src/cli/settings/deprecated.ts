/** Settings of older Jekylls that mean nothing any more, or something else: named by `doctor`, silent in a build. */
import { isHash, type Value } from '../../base/index.ts'
import type { Config } from '../../site/index.ts'

/** Old name -> what to do about it. */
const OLD: ReadonlyMap<string, string> = new Map([
  ['gems', 'its name is `plugins` now'],
  ['pygments', 'write `highlighter: rouge`, which is the default'],
  ['server', 'use `serve` instead'],
  ['auto', 'use --watch instead'],
  ['server_port', 'its name is `port` now'],
  ['layouts', 'its name is `layouts_dir` now'],
  ['data_source', 'its name is `data_dir` now'],
  ['plugins_directory', 'its name is `plugins_dir` now'],
  ['rdiscount', 'kramdown is the Markdown converter; its settings stand under `kramdown`'],
  ['redcarpet', 'kramdown is the Markdown converter; its settings stand under `kramdown`'],
  ['maruku', 'kramdown is the Markdown converter; its settings stand under `kramdown`'],
  ['full_rebuild', 'every build gives what a full one gives; --no-cache renders everything'],
  ['multiviews', 'it has had no effect since Jekyll 1'],
])

/** Old value of a setting -> what to do about it. */
const OLD_VALUES: readonly (readonly [key: string, values: readonly string[], advice: string])[] = [
  [
    'markdown',
    ['redcarpet', 'rdiscount', 'maruku'],
    'Jekyll 4 uses kramdown instead: a build stops at the first page',
  ],
  ['highlighter', ['pygments', 'coderay'], 'Rouge colours code instead'],
]

interface OldSetting {
  /** as it is written: `gems`, `markdown: redcarpet` */
  readonly setting: string
  readonly advice: string
}

/** The settings that are out of date, in the order of the tables. */
export function oldSettings({ data }: Config): OldSetting[] {
  const found: OldSetting[] = []
  for (const [setting, advice] of OLD) if (data.has(setting)) found.push({ setting, advice })
  for (const [key, values, advice] of OLD_VALUES) {
    const value: Value = data.get(key)
    if (typeof value === 'string' && values.includes(value.toLowerCase()))
      found.push({ setting: `${key}: ${value}`, advice })
  }
  const kramdown = data.get('kramdown')
  if (isHash(kramdown) && kramdown.has('use_coderay'))
    found.push({ setting: 'kramdown: use_coderay', advice: 'Rouge colours code instead' })
  return found
}

/** Whether permalinks are to be relative to their files, as before Jekyll 3: `doctor` fails for it. */
export function wantsRelativePermalinks({ data }: Config): boolean {
  return data.get('relative_permalinks') === true
}
