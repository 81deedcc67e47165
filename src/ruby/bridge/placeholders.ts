/** Permalinks with placeholders that plugins in Ruby added. */
import { mapRenderables } from '../../plugins/index.ts'
import { type Document, documentFrom, ownPermalink, type Site } from '../../site/index.ts'

/**
 * `site` with the URLs of documents whose permalink has one of `names` after a colon; `valuesOf` gives what these stand for.
 * A nil makes nothing, as in Jekyll.
 */
export function withPlaceholders(
  site: Site,
  names: readonly string[],
  valuesOf: (doc: Document, names: readonly string[]) => Readonly<Record<string, unknown>>,
): Site {
  // Of names that begin alike the longest is meant.
  const known = [...names].sort((a, b) => b.length - a.length)
  const pattern = new RegExp(`:(${known.map((name) => name.replace(/\W/g, '')).join('|')})(?![a-z_])`, 'g')
  return mapRenderables(site, {
    document(doc) {
      const template = ownPermalink(doc.data.get('permalink'), doc.file.path) ?? doc.home.permalink
      const used = [...new Set([...template.matchAll(pattern)].map(([, name]) => name as string))]
      if (used.length === 0) return doc
      const values = valuesOf(doc, used)
      const filled = template.replace(pattern, (_, name: string) => String(values[name] ?? ''))
      const { url, outputPath, outputExt, noUrl } = documentFrom({
        ...doc,
        data: new Map([...doc.data, ['permalink', filled]]),
      })
      return { ...doc, url, outputPath, outputExt, noUrl }
    },
  })
}
