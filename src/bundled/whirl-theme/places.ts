/** What is at which address. */
import type { Renderable, Site } from '../../plugin-api.ts'

/** The addresses of a site, without those that give way to another: a redirect is no page to lead to. */
export interface Places {
  /** the page or text at an address: one that ends in a slash is also that of a file `index.html`, or without the slash */
  page(url: string): Renderable | undefined
  /** the address as the page there has it, or as it is for a file; undefined where nothing is */
  find(url: string): string | undefined
}

export function placesOf(site: Site): Places {
  const pages = new Map<string, Renderable>()
  for (const doc of site.renderables.values())
    if (doc.kind === 'document' || doc.givesWay !== true) pages.set(doc.url, doc)
  const files = new Set(site.staticFiles.map(({ url }) => url))
  return {
    page: (url) => pages.get(spellings(url).find((each) => pages.has(each)) ?? url),
    find(url) {
      const all = spellings(url)
      return all.find((each) => pages.has(each)) ?? (all.some((each) => files.has(each)) ? url : undefined)
    },
  }
}

/** What a server answers with the same. */
function spellings(url: string): readonly string[] {
  if (!url.endsWith('/')) return [url]
  return url === '/' ? [url, '/index.html'] : [url, url.slice(0, -1), `${url}index.html`]
}
