/** From a source tree to a built site. */

export { ReadMemory } from '../read/index.ts'
export type { AtWork } from '../render/index.ts'
export { type BuildOptions, type BuildResult, buildAndFinish, buildSite } from './build-site.ts'
export { buildTime } from './build-time.ts'
export { cacheDirectory, forgetCache, leaveMetadata, prepareCache } from './cache-directory.ts'
export { gitHistory } from './git-history.ts'
export { keptIn, keptOnDisk } from './kept/kept-in.ts'
export type { KeptResults } from './kept/kept-results.ts'
export type { SiteLimits } from './limits.ts'
export { checkDestination } from './output/check-destination.ts'
export { cleanSite } from './output/clean-site.ts'
export { diskOutput } from './output/disk-output.ts'
export { type MemoryOutput, memoryOutput, type Output } from './output/output.ts'
export { isOwnName } from './output/own-names.ts'
export { pathFaults } from './output/path-faults.ts'
export { beginBuild } from './phases/build.ts'
export { generate } from './phases/generate.ts'
export { readSources } from './phases/read.ts'
export type { PlannedFile } from './plan.ts'
export { type LoadedPlugins, type LoadOptions, loadPlugins } from './plugins/load-plugins.ts'
export { pluginDirectories, rubyFiles } from './plugins/plugin-files.ts'
export type { PluginWatch } from './plugins/plugin-modules.ts'
export { hasPackages } from './plugins/plugin-modules.ts'
export { rubyWarning } from './plugins/ruby-plugin.ts'
export { createModuleRunner } from './plugins/run-module.ts'
export { readText } from './read-text.ts'
export {
  fetchSetup,
  loadSetup,
  type Setup,
  type SetupRequest,
} from './setup.ts'
export { siteGate, sourceTree, unreadableFile } from './source-tree.ts'
export { systemFault } from './system-fault.ts'
export type { TemplateCost } from './template-costs.ts'
