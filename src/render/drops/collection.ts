/** An item of `site.collections`. */
import { joinPath } from '../../base/index.ts'
import type { Collection } from '../../site/index.ts'
import { prettyJson } from '../json.ts'
import { JekyllDrop } from './drop.ts'
import { asTexts } from './text-in-json.ts'
import type { SiteDrops } from './types.ts'

const KEYS = ['label', 'docs', 'files', 'relative_directory', 'output', 'directory'] as const
const KNOWN: ReadonlySet<string> = new Set(KEYS)

export class CollectionDrop extends JekyllDrop {
  readonly className = 'Jekyll::Drops::CollectionDrop'

  constructor(
    readonly collection: Collection,
    private readonly drops: SiteDrops,
  ) {
    super(drops.view.config.reference)
  }

  override get(key: string): unknown {
    const { label, directory, write, metadata } = this.collection
    switch (key) {
      case 'label':
        return label
      case 'docs':
        return this.drops.inOrder(label)
      case 'files':
        return this.drops.filesOf(label)
      case 'relative_directory':
        return directory
      case 'output':
        return write
      case 'directory':
        return joinPath(this.drops.view.config.source, directory)
      default:
        return metadata.get(key)
    }
  }

  override has(key: string): boolean {
    return KNOWN.has(key) || this.collection.metadata.has(key)
  }

  override keys(): readonly string[] {
    const keys: string[] = [...KEYS]
    for (const key of this.collection.metadata.keys())
      if (typeof key === 'string' && !KNOWN.has(key)) keys.push(key)
    return keys
  }

  override items(): readonly unknown[] {
    return this.keys()
  }

  /** Ruby holds these as drops, which inspect as JSON wherever they stand. */
  override inspect(): string {
    return prettyJson(this)
  }

  /** Prints its documents: Ruby's `docs.to_s`. */
  override toText(): string {
    return `[${(this.get('docs') as readonly JekyllDrop[]).map((doc) => doc.inspect()).join(', ')}]`
  }

  override *jsonPairs(): Iterable<readonly [string, unknown]> {
    for (const key of this.keys()) yield [key, asTexts(this.get(key))]
  }
}
