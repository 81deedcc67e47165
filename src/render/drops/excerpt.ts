/** `page` inside an excerpt: what it belongs to, except that there is no excerpt yet. */
import type { Document } from '../../site/index.ts'
import { idOf } from '../document-url.ts'
import { DocumentDrop } from './document.ts'
import { PageDrop } from './page.ts'
import type { SiteDrops } from './types.ts'

/** Of a document: path and id name the excerpt. */

export class ExcerptDrop extends DocumentDrop {
  override readonly className = 'Jekyll::Drops::ExcerptDrop'

  constructor(
    document: Document,
    drops: SiteDrops,
    /** the excerpt's source text */
    private readonly text: string,
  ) {
    super(document, drops)
  }

  /** It is another thing than the document. */
  override get documentId(): undefined {
    return undefined
  }

  override get(key: string): unknown {
    switch (key) {
      case 'content':
        return this.text
      case 'id':
        return `${idOf(this.document)}#excerpt`
      case 'path':
      case 'relative_path':
        return `${this.document.file.path}/#excerpt`
      case 'excerpt':
        return null
      // Which is what is being made: it never ends, under Jekyll either.
      case 'output':
        return this.drops.view.excerpt(this.document)
      default:
        return super.get(key)
    }
  }
}

/** Of a page: its excerpt stands for the page, as Ruby's does for its hash, and inspects as itself. */
export class PageExcerptDrop extends PageDrop {
  override get documentId(): undefined {
    return undefined
  }

  override get(key: string): unknown {
    return key === 'excerpt' ? this : super.get(key)
  }

  override inspect(): string {
    return `#<Jekyll::PageExcerpt id="${this.page.file.path}/#excerpt">`
  }
}
