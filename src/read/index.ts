/** From files to a site. */

export { type ConfigFiles, type ConfigRequest, readConfig } from './config-file.ts'
export { type Decode, decoder } from './decode.ts'
export { diskTree } from './disk-tree.ts'
export { splitFrontMatter } from './front-matter.ts'
export { memoryTree } from './memory-tree.ts'
export { LOCK_NAME, type ReadOptions, type ReadResult, readSite } from './read-site.ts'
export { type ThemeSource, themeIn } from './theme.ts'
export {
  type Entry,
  type EntryKind,
  type FileContents,
  type FileStat,
  type FileTree,
  ReadError,
} from './tree.ts'
