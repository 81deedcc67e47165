/** From files to a site. */

export { readConfigFiles } from './config-files.ts'
export { decoder } from './decode.ts'
export { splitFrontMatter } from './front-matter.ts'
export { memoryTree } from './memory-tree.ts'
export { ReadMemory } from './read-memory.ts'
export { LOCK_NAME, type ReadingRules, type ReadOptions, readSite } from './read-site.ts'
export type { KeptFile, KeptMade, SourceKeeper } from './source-keeper.ts'
export { type ThemeSource, themeIn } from './theme.ts'
export { parseToml } from './toml.ts'
