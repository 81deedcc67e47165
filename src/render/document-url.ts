/** The URL of a document for templates, which stop where Jekyll cannot make one. */
import { type Document, documentId } from '../site/index.ts'
import { HostError } from './failure.ts'

/** Its URL. Throws a HostError where its permalink's template has a name that means nothing. */
export function urlOf({ url, noUrl, file }: Document): string {
  if (noUrl === null) return url
  throw new HostError(
    noUrl,
    'site/unknown-placeholder',
    `the permalink of ${file.path} has a name after a colon that means nothing`,
  )
}

/** Jekyll's `id`, which is made of the URL. */
export function idOf(doc: Document): string {
  return documentId({ url: urlOf(doc), slug: doc.slug })
}
