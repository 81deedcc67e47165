/** Where a document goes: its URL, its file in the destination, its extensions. */
import { basename, type Diagnostic, extname, isTruthy, listOrNone, rubyToS } from '../base/index.ts'
import { documentUrl, UnknownPlaceholder } from './document-url.ts'
import { outputPathOf } from './output-path.ts'
import { notText, ownPermalink } from './own-permalink.ts'
import { writtenExtension } from './permalink.ts'
import { placeholders } from './placeholders.ts'
import type { Document } from './types.ts'

type DocumentPlace = Pick<Document, 'url' | 'outputPath' | 'ext' | 'outputExt' | 'noUrl'>

/**
 * The place of a document, under its own permalink or its collection's template; without a URL for a template with a
 * placeholder that does not exist. A slug that comes out empty is noted.
 */
export function documentPlace(
  {
    file,
    data,
    home,
    convertedExt,
    date,
  }: Pick<Document, 'file' | 'data' | 'home' | 'convertedExt' | 'date'>,
  note: (diagnostic: Diagnostic) => void,
): DocumentPlace {
  const { path } = file
  const permalink = ownPermalink(data.get('permalink'), path, note)
  const ext = extname(path)
  const outputExt = writtenExtension(permalink) || convertedExt
  const bare = path.slice(0, path.length - ext.length)
  const slug = data.get('slug')
  const categories = data.get('categories')
  const parts = {
    collection: home.label,
    path: bare.replace(home.directory, '').replace(/\.+$/, ''),
    basename: basename(bare),
    outputExt,
    slug: slug === null || slug === undefined ? undefined : rubyToS(slug),
    categories: listOrNone(categories).map(rubyToS),
    date,
  }
  const template = permalink ?? home.permalink
  try {
    const textOf = placeholders(parts, home)
    const url = documentUrl(template, (name) => {
      const text = textOf(name)
      if ((name === 'title' || name === 'slug') && isTruthy(slug) && typeof slug !== 'string')
        note(notText('slug', slug, path))
      if (text === '' && (name === 'title' || name === 'slug'))
        note({
          code: 'site/empty-slug',
          severity: 'warning',
          topic: 'Warning:',
          message: `Empty \`slug\` generated for '${parts.slug ?? parts.basename}'.`,
          trail: [],
        })
      return text
    })
    return { url, outputPath: outputPathOf(url, outputExt, 'index.html'), ext, outputExt, noUrl: null }
  } catch (error) {
    if (!(error instanceof UnknownPlaceholder)) throw error
    return { url: '', outputPath: '', ext, outputExt, noUrl: error.message }
  }
}
