/** A page as templates see it: in Jekyll a Hash of its front matter and five computed keys, rebuilt at each look. */
import { dirname } from '../../base/index.ts'
import type { DocId, Page } from '../../site/index.ts'
import { inspect } from '../inspect.ts'
import { JekyllDrop } from './drop.ts'
import type { SiteDrops } from './types.ts'

/** In the order in which Jekyll 4.3 adds them after the front matter. */
const ATTRIBUTES = ['content', 'dir', 'excerpt', 'name', 'path', 'url'] as const
const KNOWN: ReadonlySet<string> = new Set(ATTRIBUTES)

export class PageDrop extends JekyllDrop {
  readonly className = 'Hash'
  override readonly style = 'hash'

  constructor(
    private readonly own: Page,
    protected readonly drops: SiteDrops,
    /** what `content` stays, whatever becomes of the page */
    private readonly content?: string,
  ) {
    super(drops.view.config.reference)
  }

  get page(): Page {
    return this.drops.view.fields(this.own)
  }

  override get documentId(): DocId | undefined {
    return this.own.id
  }

  override get(key: string): unknown {
    const page = this.page
    if (page.lacks?.some((each) => each === key)) return page.data.get(key)
    switch (key) {
      case 'url':
        return page.url
      case 'content':
        return this.content ?? this.drops.view.content(page)
      case 'name':
        return page.name
      case 'path':
        return page.data.get('path') ?? page.file.path
      case 'dir':
        return pageDir(page.url)
      case 'excerpt':
        return this.excerpt()
      default: {
        const field = this.drops.fields.document.get(key)
        if (field !== undefined) return field(page)
        const held = page.listings?.get(key)
        return held === undefined ? page.data.get(key) : this.drops.held(held)
      }
    }
  }

  /** Pages have a generated excerpt with `page_excerpts` only. */
  private excerpt(): unknown {
    const { data, excerpt } = this.page
    const written = data.get('excerpt')
    if (written !== null && written !== undefined) return written
    return excerpt === null ? null : this.drops.view.excerpt(this.own)
  }

  override has(key: string): boolean {
    const { data, lacks, listings } = this.page
    if (lacks?.some((each) => each === key)) return data.has(key)
    return (
      KNOWN.has(key) || data.has(key) || listings?.has(key) === true || this.drops.fields.document.has(key)
    )
  }

  override keys(): readonly string[] {
    const keys: string[] = []
    const { data, excerpt, lacks = [] } = this.page
    for (const key of data.keys()) if (typeof key === 'string') keys.push(key)
    // A generated excerpt is among the front matter.
    const made = excerpt !== null && !data.has('excerpt')
    if (made) keys.push('excerpt')
    const listed: ReadonlySet<string> = new Set(made ? ['excerpt', ...lacks] : lacks)
    for (const key of ATTRIBUTES) if (!data.has(key) && !listed.has(key)) keys.push(key)
    return keys
  }

  override items(): readonly unknown[] {
    return this.keys().map((key) => [key, this.get(key)])
  }

  /** A Ruby Hash prints as it inspects. */
  override toText(): string {
    return inspect(this)
  }

  override inspect(): string {
    return `#<Jekyll::Page @relative_path="${this.page.file.path}">`
  }

  /** What Ruby prints for the page object itself, as it stands in `site.pages`. */
  objectText(): string {
    const { view } = this.drops
    return view.output(this.own) ?? view.content(this.own)
  }
}

/** Jekyll's `page.dir`: the url's directory with slashes at both ends. */
function pageDir(url: string): string {
  if (url.endsWith('/')) return url
  const dir = dirname(url)
  return dir.endsWith('/') ? dir : `${dir}/`
}
