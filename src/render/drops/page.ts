/** A page as templates see it: in Jekyll a Hash of its front matter and five computed keys, rebuilt at each look. */
import type { Page } from '../../site/index.ts'
import { inspect } from '../inspect.ts'
import { documentContent, documentOutput, pageExcerpt } from '../progress.ts'
import type { RenderEnv } from '../types.ts'
import { JekyllDrop } from './drop.ts'

/** In the order in which Jekyll 4.3 adds them after the front matter. */
const ATTRIBUTES = ['content', 'dir', 'excerpt', 'name', 'path', 'url'] as const
const KNOWN: ReadonlySet<string> = new Set(ATTRIBUTES)

export class PageDrop extends JekyllDrop {
  readonly className = 'Hash'
  override readonly style = 'hash'

  constructor(
    readonly page: Page,
    private readonly env: RenderEnv,
    /** what `content` stays, whatever becomes of the page */
    private readonly content?: string,
  ) {
    super()
  }

  override get(key: string): unknown {
    const page = this.page
    switch (key) {
      case 'url':
        return page.url
      case 'content':
        return this.content ?? documentContent(this.env, page)
      case 'name':
        return page.name
      case 'path':
        return page.data.get('path') ?? page.file.path
      case 'dir':
        return pageDir(page.url)
      case 'excerpt':
        return pageExcerpt(this.env, page)
      default: {
        const field = this.env.pluginFields.document.get(key)
        if (field !== undefined) return field(page)
        const listed = page.listings?.get(key)
        return listed === undefined ? page.data.get(key) : this.env.drops.listed(listed)
      }
    }
  }

  override has(key: string): boolean {
    const { data, listings } = this.page
    return (
      KNOWN.has(key) ||
      data.has(key) ||
      listings?.has(key) === true ||
      this.env.pluginFields.document.has(key)
    )
  }

  override keys(): readonly string[] {
    const keys: string[] = []
    for (const key of this.page.data.keys()) if (typeof key === 'string') keys.push(key)
    for (const key of ATTRIBUTES) if (!this.page.data.has(key)) keys.push(key)
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
    return documentOutput(this.env, this.page) ?? documentContent(this.env, this.page)
  }
}

/** Jekyll's `page.dir`: the url's directory with slashes at both ends. */
function pageDir(url: string): string {
  if (url.endsWith('/')) return url
  const dir = url.slice(0, url.lastIndexOf('/'))
  return dir.endsWith('/') ? dir : `${dir}/`
}
