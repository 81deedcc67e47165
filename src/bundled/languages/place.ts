/** Which language each text of the site is in, and where it lies for that. */
import {
  languageRoot,
  mapRenderables,
  plainAddress,
  type Renderable,
  type Site,
  type SiteLanguages,
  siteLanguageOf,
} from '../../plugin-api.ts'
import { staysPut } from './options.ts'

/**
 * `site` with `lang` in all that becomes HTML: what front matter says, else the folder that a file or page lies in (`de/`,
 * `_posts/de/`), else the main language. Texts of the others move below the folder of their language.
 */
export function placed(site: Site, languages: SiteLanguages): Site {
  const isExcluded = staysPut(site.config)
  const place = <Doc extends Renderable>(doc: Doc): Doc => {
    if (doc.outputExt !== '.html') return doc
    const written = doc.data.get('lang') ?? null
    const language = written === null ? folderOf(doc, languages) : siteLanguageOf(doc, languages)
    if (language === undefined) return doc
    // In the configuration's spelling, so that templates can compare.
    const named = written === language ? doc : { ...doc, data: new Map(doc.data).set('lang', language) }
    if (isExcluded(doc.url, doc.file.path)) return named
    const root = languageRoot(language, languages)
    if (root === '' || doc.url === '' || plainAddress(doc.url, languages) !== doc.url) return named
    return { ...named, url: `${root}${doc.url}`, outputPath: `${root.slice(1)}/${doc.outputPath}` }
  }
  return mapRenderables(site, { document: place, page: place })
}

function folderOf(doc: Renderable, { tags, main }: SiteLanguages): string {
  const path = doc.file.path.split('/')
  const folders = [path[0], doc.kind === 'document' ? path[1] : undefined, doc.url.split('/')[1]]
  return folders.find((folder) => folder !== undefined && tags.includes(folder)) ?? main
}
