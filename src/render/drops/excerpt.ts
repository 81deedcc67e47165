/** `page` inside a document's excerpt: the document, except that path and id name the excerpt. */
import { type Document, documentId } from '../../site/index.ts'
import { DocumentDrop } from './document.ts'
import type { SiteDrops } from './types.ts'

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

  override get(key: string): unknown {
    switch (key) {
      case 'content':
        return this.text
      case 'id':
        return `${documentId(this.document)}#excerpt`
      case 'path':
      case 'relative_path':
        return `${this.document.file.path}/#excerpt`
      default:
        return super.get(key)
    }
  }
}
