/**
 * jekyll-last-modified-at 1.3: `page.last_modified_at` and `{% last_modified_at %}`, from git or else from the file.
 * https://github.com/gjtorikian/jekyll-last-modified-at
 */
import { strftime, Time, timeFromMilliseconds } from '../../base/index.ts'
import {
  asTag,
  definePlugin,
  documentOf,
  type GeneratorContext,
  mapRenderables,
  servicesOf,
} from '../../plugins/index.ts'
import { type Document, type Page, type Site, textField } from '../../site/index.ts'
import { settingsOf } from '../values.ts'

/** `last-modified-at:` in the configuration. */
interface Options {
  /** what the tag prints */
  readonly 'date-format': string
}

const defaults = { 'date-format': '%d-%b-%y' } satisfies Options

function generate(site: Site, ctx: GeneratorContext): Site {
  const { source, zone } = site.config
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
  generate,
  tags: [
    asTag({
      name: 'last_modified_at',
      parse: () => null,
      render(_state, ctx) {
        const { config } = servicesOf(ctx).site
        const time = documentOf(ctx)?.data.get('last_modified_at')
        const format = textField(
          settingsOf(config, 'last-modified-at'),
          'date-format',
          defaults['date-format'],
        )
        return time instanceof Time ? strftime(time, format) : ''
      },
    }),
  ],
})
