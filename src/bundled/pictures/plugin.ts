/**
 * Pictures: their sizes, other formats and widths, pairs for light and dark, galleries, zoom; films that load on a click.
 * Whirl's own; docs/pictures.md. `theme: whirl` loads it; other themes name it among their plugins.
 */
import {
  definePlugin,
  type FinishedFile,
  type Picture,
  phraseFilters,
  type Renderable,
  type Site,
  type TextContext,
} from '../../plugin-api.ts'
import { addressOf } from './address.ts'
import { dressPictures } from './dress.ts'
import { faultOf } from './faults.ts'
import { withoutPairs } from './feed-pictures.ts'
import { pictureOptions, SETTINGS } from './options.ts'
import { SCRIPT } from './script.ts'
import { STYLE } from './style.ts'
import { TAGS } from './tags.ts'
import { varied } from './varied-files.ts'

const HEAD = `<link rel="stylesheet" href="{{ '/assets/pictures/pictures.css' | relative_url }}">
{% include pictures/script.html %}
`
const SCRIPT_TAG = `<script type="module" id="pictures:script" src="{{ '/assets/pictures/pictures.js' | relative_url }}" data-enlarge="{{ 'enlarge' | pictures_say | escape }}" data-close="{{ 'close' | pictures_say | escape }}"></script>`

function onPage(doc: Renderable, output: string, site: Site, ctx: TextContext): string | undefined {
  if (!output.includes('<img')) return undefined
  const roots = [ctx.absoluteUrl('/'), ctx.relativeUrl('/')].map((root) => root.replace(/\/$/, ''))
  const told = new Set<string>()
  const options = pictureOptions(site)
  const made = dressPictures(output, {
    options,
    find(written) {
      const url = addressOf(written, doc.url, roots)
      const picture: Picture | undefined = url === undefined ? undefined : ctx.picture(url)
      return url === undefined || picture === undefined ? undefined : { url, picture }
    },
    look(written, picture) {
      const fault = told.has(written) ? undefined : faultOf(doc, written, picture, options)
      told.add(written)
      if (fault !== undefined) ctx.warn(fault)
    },
    link: (url) => ctx.relativeUrl(url),
  })
  return made === output ? undefined : made
}

const OWN: readonly FinishedFile[] = [
  { path: 'assets/pictures/pictures.js', content: SCRIPT },
  { path: 'assets/pictures/pictures.css', content: STYLE },
]

const pages = { match: /\.html?$/, run: onPage }

export const pictures = definePlugin({
  name: 'pictures',
  settings: SETTINGS,
  tags: TAGS,
  filters: phraseFilters('pictures'),
  hooks: {
    'pages:post_render': {
      run: (doc, output, site, ctx) =>
        /\.html?$/.test(doc.outputPath)
          ? onPage(doc, output, site, ctx)
          : /\.(?:xml|json)$/.test(doc.outputPath)
            ? withoutPairs(output)
            : undefined,
    },
    'documents:post_render': pages,
  },
  includes: { 'pictures/head.html': HEAD, 'pictures/script.html': SCRIPT_TAG, 'pictures/style.css': STYLE },
  needs: (config) => (pictureOptions({ config }).formats.length > 0 ? ['sharp'] : []),
  finish: (site, ctx) =>
    pictureOptions(site).formats.length === 0 ? OWN : varied(site, ctx).then((made) => [...OWN, ...made]),
})
