/** A file copied as it is. */
import { basename, timeFromMilliseconds } from '../../base/index.ts'
import type { StaticFile } from '../../site/index.ts'
import { staticPath } from '../static-path.ts'
import { JekyllDrop } from './drop.ts'
import type { SiteDrops } from './types.ts'

const KEYS = ['name', 'basename', 'extname', 'path', 'collection', 'modified_time'] as const
const KNOWN: ReadonlySet<string> = new Set(KEYS)

export class StaticFileDrop extends JekyllDrop {
  readonly className = 'Jekyll::Drops::StaticFileDrop'

  constructor(
    readonly file: StaticFile,
    private readonly drops: SiteDrops,
  ) {
    super(drops.view.config.reference)
  }

  override get(key: string): unknown {
    const { file, collection, data } = this.file
    switch (key) {
      case 'name':
        return basename(file.path)
      case 'basename':
        return basename(file.path, '.*')
      case 'extname':
        return extension(file.path)
      case 'path':
        return staticPath(this.file)
      case 'collection':
        return collection ?? null
      case 'modified_time':
        return timeFromMilliseconds(Math.floor(file.mtime / 1000) * 1000, this.drops.view.zone)
      default:
        return data.get(key)
    }
  }

  override has(key: string): boolean {
    return KNOWN.has(key) || this.file.data.has(key)
  }

  override keys(): readonly string[] {
    const keys: string[] = [...KEYS]
    for (const key of this.file.data.keys()) if (typeof key === 'string' && !KNOWN.has(key)) keys.push(key)
    return keys
  }

  override items(): readonly unknown[] {
    return this.keys()
  }

  override inspect(): string {
    return `#<Jekyll::StaticFile @relative_path="${staticPath(this.file)}">`
  }
}

function extension(path: string): string {
  const name = basename(path)
  return name.slice(basename(path, '.*').length)
}
