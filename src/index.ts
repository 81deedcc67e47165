/** What programs that embed Whirl may use: build a site from disk or from memory, into either. */
export { BuildError, type Diagnostic, formatDiagnostic } from './base/index.ts'
export {
  type BuildOptions,
  type BuildResult,
  buildSite,
  buildTime,
  type Configuration,
  type ConfigurationRequest,
  diskOutput,
  loadConfiguration,
  memoryOutput,
  type Output,
  sourceTree,
} from './build/index.ts'
export {
  addPages,
  asTag,
  definePlugin,
  documentOf,
  documentsOf,
  type GeneratorContext,
  type Hooks,
  makePage,
  mapRenderables,
  type Plugin,
  type PluginConverter,
  type Services,
  servicesOf,
  withPages,
} from './plugins/index.ts'
export { diskTree, type FileTree, memoryTree } from './read/index.ts'
