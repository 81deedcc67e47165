/** Which plugins a site asks for, and how they are loaded. */
import { type Hash, listOf, listOrNone, rubyInspect, rubyToS } from '../../base/index.ts'
import { RUBIES } from '../rubies.ts'

export interface PluginSettings {
  /** `plugins`, in order */
  readonly names: readonly string[]
  /** the plugins that may run with `safe` */
  readonly whitelist: readonly string[]
  /** `plugins_dir`, as written: absolute or relative to the source */
  readonly directories: readonly string[]
  /** whether the Ruby files there are left alone without a warning */
  readonly ignoresRuby: boolean
  /** whether they run in a Ruby of the machine instead of the one that is WebAssembly */
  readonly nativeRuby: boolean
  /** a text in `ruby` that names no Ruby, as Ruby shows it */
  readonly oddRuby: string | undefined
  /** seconds after which a plugin that does not end stops the command */
  readonly timeLimit: number | undefined
  /** a `plugin_time_limit` that is not a number of seconds, as Ruby shows it */
  readonly oddTimeLimit: string | undefined
}

export function pluginSettings(data: Hash): PluginSettings {
  const directories = data.get('plugins_dir')
  const ruby = data.get('ruby')
  const limit = data.get('plugin_time_limit')
  const limited = typeof limit === 'number' && limit > 0
  return {
    names: listOrNone(data.get('plugins')).map(rubyToS),
    whitelist: listOrNone(data.get('whitelist')).map(rubyToS),
    directories: listOf(directories)
      .filter((directory) => directory !== null && directory !== undefined)
      .map(rubyToS),
    ignoresRuby: data.get('ignore_ruby_plugins') === true,
    nativeRuby: ruby === 'native',
    oddRuby: typeof ruby !== 'string' || RUBIES.some((each) => each === ruby) ? undefined : rubyInspect(ruby),
    timeLimit: limited ? limit : undefined,
    oddTimeLimit: limited || limit === null || limit === undefined ? undefined : rubyInspect(limit),
  }
}
