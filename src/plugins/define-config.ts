/** `whirl.config.ts`: a configuration that is a program, for plugins with options. */
import type { Plugin } from './api.ts'

/** One entry of `plugins`: a name as `_config.yml` has it, a plugin, several, or nothing (`isDraft && drafts()`). */
export type PluginEntry =
  | string
  | Plugin
  | Promise<Plugin>
  | readonly PluginEntry[]
  | false
  | null
  | undefined

/** Settings by the names that `_config.yml` has for them, and plugins. */
export interface SiteConfig {
  readonly plugins?: readonly PluginEntry[]
  readonly [setting: string]: unknown
}

/** What the configuration may depend on. */
export interface ConfigContext {
  /** `JEKYLL_ENV`: `development`, `production` */
  readonly environment: string
}

/** The way to write `whirl.config.ts`: gives its parts their types. */
export function defineConfig<T extends SiteConfig | ((given: ConfigContext) => SiteConfig)>(config: T): T {
  return config
}
