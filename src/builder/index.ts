/** From a source tree to a built site. */

export { parseToml, ReadMemory } from '../read/index.ts'
export type { AtWork } from '../render/index.ts'
export type {
  FromThread,
  RubyProcess,
  RubyThread,
  Said,
  StartRubyProcess,
  StartRubyThread,
  ToThread,
} from '../ruby/index.ts'
export { buildShard } from './apart/build-shard.ts'
export type { Elsewhere } from './apart/elsewhere.ts'
export type { Crew, Hands, Job, PieceResults } from './apart/hands.ts'
export { renderPieces } from './apart/piece-renderer.ts'
export { parseShard, type Shard } from './apart/shard.ts'
export { isShardFile, readShard } from './apart/shard-file.ts'
export { type ShardIn, uniteShards } from './apart/unite-shards.ts'
export { withHands } from './apart/with-hands.ts'
export { type BuildOptions, type BuildResult, buildAndFinish, buildSite } from './build-site.ts'
export { buildTime } from './build-time.ts'
export { cacheDirectory, forgetCache, leaveMetadata, prepareCache } from './cache/cache-directory.ts'
export { rubyInThread } from './cache/ruby-images.ts'
export { fileAccess, type SourceAccess } from './file-access.ts'
export { gitHistory } from './git-history.ts'
export { keptIn, keptOnDisk } from './kept/kept-in.ts'
export type { KeptResults } from './kept/kept-results.ts'
export type { Save } from './kept/save.ts'
export type { SiteLimits } from './limits.ts'
export { checkDestination } from './output/check-destination.ts'
export { cleanSite } from './output/clean-site.ts'
export { diskOutput } from './output/disk-output.ts'
export { type MemoryOutput, memoryOutput, type Output } from './output/output.ts'
export { isOwnName } from './output/own-names.ts'
export { pathFaults } from './output/path-faults.ts'
export { settleOutput } from './output/settle-output.ts'
export { beginBuild, type SiteSource } from './phases/build.ts'
export { generate } from './phases/generate.ts'
export { lookOver } from './phases/look-over.ts'
export { readSources } from './phases/read.ts'
export type { PlannedFile } from './plan.ts'
export { type LoadedPlugins, type LoadOptions, loadPlugins } from './plugins/load-plugins.ts'
export { pluginDirectories, rubyFiles, scriptFiles } from './plugins/plugin-files.ts'
export type { PluginWatch } from './plugins/plugin-modules.ts'
export { hasPackages } from './plugins/plugin-modules.ts'
export { rubyWarning } from './plugins/ruby-plugin.ts'
export { runsRuby } from './plugins/ruby-plugins.ts'
export { createModuleRunner } from './plugins/run-module.ts'
export { surveyRubyCode } from './plugins/survey-ruby.ts'
export { prepareNext } from './prepare-next.ts'
export { programFile } from './program-file.ts'
export { readText } from './read-text.ts'
export { isRuling } from './ruling-files.ts'
export { withPlaceInWords, withSettingPlace } from './setting-place.ts'
export {
  fetchSetup,
  loadSetup,
  type Setup,
  type SetupRequest,
} from './setup.ts'
export { siteGate, sourceTree, unreadableFile } from './source-tree.ts'
export { systemFault } from './system-fault.ts'
export type { TemplateCost } from './template-costs.ts'
export { isLate, type Network as ProxySettings, openDownloader, openInquirer } from './theme/download.ts'
export { isProgramTheme } from './theme/find-theme.ts'
export { type Reach, reachOf } from './theme/reach.ts'
export { namedCache } from './theme/theme-cache.ts'
