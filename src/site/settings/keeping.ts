/** What a build keeps of the one before. */
import { type Hash, isTruthy } from '../../base/index.ts'

export interface KeepingSettings {
  /** `keep_files`: paths of the destination that are not the build's */
  readonly files: readonly string[]
  /** `incremental`: builds are so in any case, and exact; with it Jekyll's file of metadata is left */
  readonly pages: boolean
  /** whether there may be a cache on disk */
  readonly cache: boolean
}

export function keepingSettings(data: Hash): KeepingSettings {
  const files = data.get('keep_files')
  return {
    files: Array.isArray(files) ? files.map(String) : [],
    pages: isTruthy(data.get('incremental')),
    cache: data.get('disable_disk_cache') !== true,
  }
}
