/** From a source tree to a built site. */

export { type BuildOptions, type BuildResult, buildAndFinish, buildSite } from './build-site.ts'
export { buildTime } from './build-time.ts'
export { cacheDirectory, prepareCache } from './cache-directory.ts'
export { checkDestination } from './check-destination.ts'
export { type Cleaned, cleanSite } from './clean-site.ts'
export {
  type Configuration,
  type ConfigurationRequest,
  fetchConfiguration,
  loadConfiguration,
} from './configuration.ts'
export type { Counters } from './counters.ts'
export { diskOutput } from './disk-output.ts'
export { type Examination, examineSite } from './examine-site.ts'
export { systemFault } from './faults.ts'
export { gitHistory } from './git-history.ts'
export { type LoadedPlugins, loadPlugins, pluginDirectories } from './load-plugins.ts'
export { type Existing, type MemoryOutput, memoryOutput, type Output } from './output.ts'
export type { PluginWatch } from './plugin-loading.ts'
export { sourceTree } from './source-tree.ts'
export { type PluginSurvey, surveyPlugins } from './survey-plugins.ts'
export type { TemplateCost } from './template-costs.ts'
export type { ThemeFetching } from './theme/fetch-theme.ts'
export { findTheme } from './theme/find-theme.ts'
export type { ThemeSearch } from './theme/types.ts'
