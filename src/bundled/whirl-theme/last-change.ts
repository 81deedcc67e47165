/** When texts were last changed, from git: where front matter does not say it. */
import { type GeneratorContext, isNil, mapRenderables, type Renderable, type Site } from '../../plugin-api.ts'
import { placeInSource } from './place-in-source.ts'

const KEY = 'last_modified_at'
const DAY = 86_400

/** `site` with the time of the last commit in texts that are a day older than it at least, and in pages. */
export function withLastChange(site: Site, ctx: GeneratorContext): Site {
  const dated = <Doc extends Renderable>(doc: Doc): Doc => {
    const place = placeInSource(doc, site)
    if (place === undefined || !isNil(doc.data.get(KEY) ?? null)) return doc
    const time = ctx.lastCommit(place)
    if (time === undefined || (doc.kind === 'document' && time.seconds - doc.date.seconds < DAY)) return doc
    return { ...doc, data: new Map(doc.data).set(KEY, time) }
  }
  return mapRenderables(site, { document: dated, page: dated })
}
