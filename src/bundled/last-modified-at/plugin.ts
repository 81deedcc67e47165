/**
 * jekyll-last-modified-at 1.3: `page.last_modified_at` and `{% last_modified_at %}`, from git or else from the file.
 * https://github.com/gjtorikian/jekyll-last-modified-at
 */
import {
  asTag,
  type Document,
  definePlugin,
  documentOf,
  type GeneratorContext,
  mapRenderables,
  type Page,
  type Site,
  servicesOf,
  strftime,
  timeFromMilliseconds,
  zoneFor,
} from '../../plugin-api.ts'
import { dateFormat, SETTINGS } from './options.ts'

const KEY = 'last_modified_at'

/** Gives documents and pages the time of the last change of their files; what comes of no file stays as it is. */
function dater(site: Site, ctx: GeneratorContext): <T extends Document | Page>(doc: T) => T {
  const { source, timezone } = site.config
  const zone = zoneFor(timezone)
  return (doc) => {
    const { path, root, mtime } = doc.file
    if (mtime === 0) return doc
    const inSource = root === source ? path : `${root.slice(source.length + 1)}/${path}`
    const time = ctx.lastCommit(inSource) ?? timeFromMilliseconds(Math.floor(mtime / 1000) * 1000, zone)
    const file = { ...doc.file, changed: time.seconds * 1000 }
    // A document's front matter is read behind the hook that the gem gives the time in, a page's before it.
    const isSaid = doc.kind === 'document' && (doc.data.get(KEY) ?? null) !== null
    return { ...doc, file, data: isSaid ? doc.data : new Map(doc.data).set(KEY, time) }
  }
}

function generate(site: Site, ctx: GeneratorContext): Site {
  const dated = dater(site, ctx)
  return mapRenderables(site, { document: dated, page: dated })
}

/** Pages that other plugins make of files come with the time, too. */
function generateLast(site: Site, ctx: GeneratorContext): Site {
  const dated = dater(site, ctx)
  return mapRenderables(site, { page: (page) => (page.generatedBy === undefined ? page : dated(page)) })
}

export const lastModifiedAt = definePlugin({
  name: 'jekyll-last-modified-at',
  priority: 'highest',
  settings: SETTINGS,
  generate,
  generateLast,
  tags: [
    asTag({
      name: 'last_modified_at',
      parse: (markup) => markup.trim(),
      render(format, ctx) {
        const { once, site } = servicesOf(ctx)
        const doc = documentOf(ctx)
        const changed = doc?.file.changed
        if (doc === null || changed === undefined) return ''
        const time = timeFromMilliseconds(changed, zoneFor(site.config.timezone))
        // The gem keeps what it finds out of a path, with the format in which it was first asked.
        return once(`${KEY}\0${doc.file.path}`, () =>
          strftime(time, format === '' ? dateFormat(site.config) : format),
        )
      },
    }),
  ],
})
