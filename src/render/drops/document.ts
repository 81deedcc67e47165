/**
 * A post or a document of another collection, as templates see it. Fields Jekyll computes win over front matter of the
 * same name, except `name`, `draft`, `excerpt` and the like, which are front matter first.
 */
import { basename } from '../../base/index.ts'
import { type Document, documentId } from '../../site/index.ts'
import { documentContent, documentExcerpt, documentOutput } from '../progress.ts'
import type { RenderEnv } from '../types.ts'
import { JekyllDrop } from './drop.ts'

/** In the order in which Jekyll 4.3 lists them. */
const KEYS = [
  'name',
  'id',
  'next',
  'previous',
  'relative_path',
  'content',
  'excerpt',
  'output',
  'title',
  'categories',
  'path',
  'url',
  'date',
  'tags',
  'collection',
  'draft',
] as const
const KNOWN: ReadonlySet<string> = new Set(KEYS)
/** What JSON leaves out of a neighbour's neighbour. */
const COLLAPSED: ReadonlySet<string> = new Set(['next', 'previous', 'content', 'excerpt', 'output'])

export class DocumentDrop extends JekyllDrop {
  readonly className: string = 'Jekyll::Drops::DocumentDrop'

  constructor(
    readonly document: Document,
    protected readonly env: RenderEnv,
  ) {
    super()
  }

  override get(key: string): unknown {
    const doc = this.document
    switch (key) {
      case 'url':
        return doc.url
      case 'date':
        return doc.data.get('date') ?? doc.date
      case 'name':
        return doc.data.get('name') ?? (this.named() ? basename(doc.file.path) : null)
      case 'content':
        return documentContent(this.env, doc)
      case 'output':
        return documentOutput(this.env, doc)
      case 'excerpt':
        return documentExcerpt(this.env, doc)
      case 'next':
      case 'previous':
        return this.env.drops.neighbour(doc, key)
      case 'id':
        return documentId(doc)
      case 'path':
      case 'relative_path':
        return doc.file.path
      case 'collection':
        return doc.collection
      default: {
        const field = this.env.pluginFields.document.get(key)
        return field === undefined ? doc.data.get(key) : field(doc)
      }
    }
  }

  override has(key: string): boolean {
    return KNOWN.has(key) || this.document.data.has(key) || this.env.pluginFields.document.has(key)
  }

  override keys(): readonly string[] {
    const named = this.named()
    const keys: string[] = named ? [...KEYS] : [...KEYS.slice(1)]
    for (const key of this.document.data.keys())
      if (typeof key === 'string' && (!KNOWN.has(key) || (key === 'name' && !named))) keys.push(key)
    return keys
  }

  /** Whether documents have a name of themselves: not before Jekyll 4.3. */
  private named(): boolean {
    return this.env.site.config.rules.documentNames
  }

  override items(): readonly unknown[] {
    return this.keys()
  }

  override toText(): string {
    return documentOutput(this.env, this.document) ?? documentContent(this.env, this.document)
  }

  override inspect(): string {
    return `#<Jekyll::Document ${this.document.file.path} collection=${this.document.collection}>`
  }

  override *jsonPairs(depth: number): Iterable<readonly [string, unknown]> {
    for (const key of this.keys()) {
      const value = this.get(key)
      const nested = depth >= 2 && value instanceof DocumentDrop && (key === 'next' || key === 'previous')
      yield [key, nested ? value.collapsed() : value]
    }
  }

  private collapsed(): ReadonlyMap<string, unknown> {
    const pairs = this.keys().filter((key) => !COLLAPSED.has(key))
    return new Map(pairs.map((key) => [key, this.get(key)]))
  }
}
