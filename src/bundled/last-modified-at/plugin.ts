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
  Time,
  timeFromMilliseconds,
  zoneFor,
} from '../../plugin-api.ts'
import { dateFormat, SETTINGS } from './options.ts'

function generate(site: Site, ctx: GeneratorContext): Site {
  const { source, timezone } = site.config
  const zone = zoneFor(timezone)
  const dated = <T extends Document | Page>(doc: T): T => {
    const { path, root, mtime } = doc.file
    if (mtime === 0) return doc
    const inSource = root === source ? path : `${root.slice(source.length + 1)}/${path}`
    const time = ctx.lastCommit(inSource) ?? timeFromMilliseconds(Math.floor(mtime / 1000) * 1000, zone)
    return { ...doc, data: new Map(doc.data).set('last_modified_at', time) }
  }
  return mapRenderables(site, { document: dated, page: dated })
}

export const lastModifiedAt = definePlugin({
  name: 'jekyll-last-modified-at',
  priority: 'highest',
  settings: SETTINGS,
  generate,
  tags: [
    asTag({
      name: 'last_modified_at',
      parse: () => null,
      render(_state, ctx) {
        const { config } = servicesOf(ctx).site
        const time = documentOf(ctx)?.data.get('last_modified_at')
        return time instanceof Time ? strftime(time, dateFormat(config)) : ''
      },
    }),
  ],
})
