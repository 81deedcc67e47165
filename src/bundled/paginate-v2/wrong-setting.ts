/** Settings of kinds that the plugin has no answer to: Jekyll stops there with an error of Ruby's. */
import {
  BuildError,
  type Config,
  type Hash,
  isHash,
  isTruthy,
  RubyFloat,
  rubyToS,
  type SettingPlace,
  settingsOf,
  toText,
  type Value,
} from '../../plugin-api.ts'

/** Stops the build: `value` of `setting` (its keys: `trail: before`) is not what it has to be. */
export function wrongSetting(setting: string, value: Value, wanted: string, root = 'pagination'): never {
  return stop(
    `'${setting}' is ${rubyToS(value) || 'empty'}, not ${wanted}.`,
    `write ${wanted} for \`${setting}\`, or leave it out`,
    [{ keys: [...new Set([root, ...setting.split(': ')])] }],
  )
}

/** The hash of settings under `key`; empty where there is nothing. */
export function hashSetting(config: Config, key: string): Hash {
  const written = config.data.get(key)
  if (isTruthy(written) && !isHash(written)) wrongSetting(key, written, 'a hash', key)
  return settingsOf(config, key)
}

/** Stops the build over a setting, which stands in one of `settings`. */
export function stop(message: string, help: string, settings: readonly SettingPlace[]): never {
  throw new BuildError([
    {
      code: 'paginate-v2/wrong-setting',
      severity: 'error',
      topic: 'Pagination:',
      message,
      help,
      trail: [],
      settings,
    },
  ])
}

/** What `work` answers; a setting that stops it is looked for in the front matter of `file` first. */
export function inFrontMatter<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    throw new BuildError(
      error.diagnostics.map(({ settings = [], ...each }) => ({
        ...each,
        settings: [...settings.map((place) => ({ ...place, file })), ...settings],
      })),
    )
  }
}

/** Ruby's `to_i`: the number that a text begins with, else 0. */
export function wholeNumber(setting: string, value: Value): number {
  if (value === null || value === undefined) return 0
  const counts = typeof value === 'string' || typeof value === 'number' || value instanceof RubyFloat
  if (!counts) return wrongSetting(setting, value, 'a number')
  return Number.parseInt(toText(value), 10) || 0
}

export function textSetting(setting: string, value: Value): string {
  return typeof value === 'string' ? value : wrongSetting(setting, value, 'a text')
}

/** `text` as Ruby splits it: nothing empty at the end. */
export function splitText(text: string, separator: RegExp): readonly string[] {
  const parts = text.split(separator)
  while (parts.at(-1) === '') parts.pop()
  return parts
}
