/** From a source tree to a built site. */

export { type BuildOptions, type BuildResult, buildSite, type DocumentCost } from './build-site.ts'
export { buildTime } from './build-time.ts'
export { checkDestination } from './check-destination.ts'
export { type Cleaned, cleanSite } from './clean-site.ts'
export { type Configuration, type ConfigurationRequest, loadConfiguration } from './configuration.ts'
export type { Counters } from './counters.ts'
export { diskOutput } from './disk-output.ts'
export { findTheme, type ThemeSearch } from './find-theme.ts'
export { gitHistory } from './git-history.ts'
export { loadPlugins } from './load-plugins.ts'
export { type Existing, type MemoryOutput, memoryOutput, type Output } from './output.ts'
export { sourceTree } from './source-tree.ts'
