/**
 * A post or a document of another collection, as templates see it. Fields Jekyll computes win over front matter of the
 * same name, except `name`, `draft`, `excerpt` and the like, which are front matter first.
 */
import { basename, rubyToS } from '../../base/index.ts'
import type { DocId, Document, JekyllRules } from '../../site/index.ts'
import { idOf, urlOf } from '../document-url.ts'
import { JekyllDrop } from './drop.ts'
import type { SiteDrops } from './types.ts'

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
    private readonly own: Document,
    protected readonly drops: SiteDrops,
  ) {
    super(drops.view.config.reference)
  }

  get document(): Document {
    return this.drops.view.fields(this.own)
  }

  override get documentId(): DocId | undefined {
    return this.own.id
  }

  override get(key: string): unknown {
    const doc = this.document
    switch (key) {
      case 'url':
        return urlOf(doc)
      case 'date':
        this.drops.view.noteDate(doc)
        return doc.data.get('date') ?? (this.rules.datesUndated ? doc.date : null)
      case 'name':
        return doc.data.get('name') ?? (this.rules.documentNames ? basename(doc.file.path) : null)
      case 'content':
        return this.drops.view.content(doc)
      case 'output':
        return this.drops.view.output(doc)
      case 'excerpt':
        return this.excerpt()
      case 'next':
      case 'previous':
        return this.drops.neighbour(doc, key)
      case 'id':
        return idOf(doc)
      case 'path':
      case 'relative_path':
        return doc.file.path
      case 'collection':
        return doc.collection
      default: {
        const field = this.drops.fields.document.get(key)
        if (field !== undefined) return field(doc)
        const held = doc.listings?.get(key)
        return held === undefined ? doc.data.get(key) : this.drops.held(held)
      }
    }
  }

  /** An excerpt from the front matter is shown as it is written; a generated one is converted. Never nil. */
  private excerpt(): string {
    const { data, excerpt } = this.document
    const written = data.get('excerpt')
    if (written !== null && written !== undefined) return rubyToS(written)
    return excerpt === null ? '' : this.drops.view.excerpt(this.own)
  }

  override has(key: string): boolean {
    return KNOWN.has(key) || this.document.data.has(key) || this.drops.fields.document.has(key)
  }

  override keys(): readonly string[] {
    // They have a name of themselves since Jekyll 4.3.
    const named = this.rules.documentNames
    const keys: string[] = named ? [...KEYS] : [...KEYS.slice(1)]
    for (const key of this.document.data.keys())
      if (typeof key === 'string' && (!KNOWN.has(key) || (key === 'name' && !named))) keys.push(key)
    return keys
  }

  private get rules(): JekyllRules {
    return this.drops.view.config.rules
  }

  override items(): readonly unknown[] {
    return this.keys()
  }

  override toText(): string {
    const { view } = this.drops
    return view.output(this.own) ?? view.content(this.own)
  }

  override inspect(): string {
    const { file, collection } = this.document
    return `#<Jekyll::Document ${file.path} collection=${collection}>`
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
