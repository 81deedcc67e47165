/** What plugins use, and programs that embed Whirl: build a site from disk or from memory, into either. */
export {
  type BuildOptions,
  type BuildResult,
  buildAndFinish,
  buildSite,
  buildTime,
  type Configuration,
  type ConfigurationRequest,
  diskOutput,
  type LoadedPlugins,
  loadConfiguration,
  loadPlugins,
  memoryOutput,
  type Output,
  sourceTree,
} from './build/index.ts'
export * from './build/plugin-exports.ts'
export { diskTree, type FileTree, memoryTree } from './read/index.ts'
