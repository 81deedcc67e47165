/** What plugins use, and programs that embed Whirl: build a site from disk or from memory, into either. */
import {
  type BuildOptions,
  type BuildResult,
  buildAndFinish as buildAndFinishWith,
  buildSite as buildSiteWith,
  type LoadedPlugins,
  type LoadOptions,
  loadPlugins as loadPluginsWith,
} from './builder/index.ts'
import { BUNDLED } from './bundled/index.ts'
import type { Config } from './site/index.ts'

export type { Encoded } from './base/index.ts'
export {
  type BuildOptions,
  type BuildResult,
  buildTime,
  diskOutput,
  type LoadedPlugins,
  loadSetup,
  type MemoryOutput,
  memoryOutput,
  type Output,
  type Setup,
  type SetupRequest,
  sourceTree,
} from './builder/index.ts'
export { diskTree, type FileTree } from './files/index.ts'
export * from './plugin-api.ts'
export { memoryTree } from './read/index.ts'
export { decodeSite, encodeSite } from './site/index.ts'

/**
 * Builds the site. Throws a `BuildError` with every diagnostic so far, the one that stops the build last; a TypeError
 * when a plugin's `finish` is asynchronous.
 */
export function buildSite(options: BuildOptions): BuildResult {
  return buildSiteWith({ bundled: BUNDLED, ...options })
}

/** Builds the site, waiting for plugins whose `finish` takes its time. Rejects as `buildSite` throws. */
export function buildAndFinish(options: BuildOptions): Promise<BuildResult> {
  return buildAndFinishWith({ bundled: BUNDLED, ...options })
}

/** Loads the plugins that `config` asks for; rejects with a BuildError where one is missing or cannot be loaded. */
export function loadPlugins(config: Config, options: LoadOptions = {}): Promise<LoadedPlugins> {
  return loadPluginsWith(config, { bundled: BUNDLED, ...options })
}
