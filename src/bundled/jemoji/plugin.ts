/**
 * jemoji 0.13: `:smile:` in a page's text becomes GitHub's picture of it. https://github.com/jekyll/jemoji
 *
 * `emoji.src` in the configuration is where a site keeps pictures of its own, below which `emoji/unicode/1f604.png` is
 * looked for; else the variable ASSET_HOST_URL names a server laid out as GitHub's. As in Jekyll, the body of a page
 * with an emoji is printed anew, and text beside an emoji is read as HTML once more: `&lt;b&gt; :smile:` opens a `b`.
 */
import {
  changeHtml,
  definePlugin,
  emojiFile,
  type HtmlNode,
  pageBody,
  parseHtml,
  printHtml,
  type Renderable,
  type Site,
} from '../../plugin-api.ts'
import { emojiPlace, SETTINGS } from './options.ts'

/** Elements in which a colon is just that. */
const IGNORED: ReadonlySet<string> = new Set(['code', 'pre', 'tt'])

const NAME = /[\w+-]+(?=:)/y

export const jemoji = definePlugin({
  name: 'jemoji',
  activeSupport: true,
  settings: SETTINGS,
  hooks: {
    'pages:post_render': { match: isHtml, run: withEmoji },
    'documents:post_render': { match: (doc) => isHtml(doc) && doc.write, run: withEmoji },
  },
})

function isHtml(doc: Renderable): boolean {
  return doc.outputExt === '.html' || doc.url.endsWith('/')
}

/** The page with the emoji of its body as pictures; undefined when it names none, not even outside the body. */
function withEmoji(_doc: Renderable, output: string, site: Site): string | undefined {
  const place = emojiPlace(site.config)
  if (withPictures(output, place) === undefined) return undefined
  const { start, end } = pageBody(output)
  const pictured = printHtml(picturesIn(parseHtml(output.slice(start, end)), place))
  return output.slice(0, start) + pictured + output.slice(end)
}

function picturesIn(nodes: readonly HtmlNode[], place: string): HtmlNode[] {
  return changeHtml(nodes, (node) => {
    if (node.kind === 'element') return IGNORED.has(node.name) ? [node] : undefined
    const html = node.kind === 'text' ? withPictures(node.text, place) : undefined
    if (node.kind !== 'text' || html === undefined) return undefined
    const nodes = parseHtml(html)
    return node.raw ? nodes.map((each) => (each.kind === 'text' ? { ...each, raw: true } : each)) : nodes
  })
}

/** The text with pictures for the names in it; undefined when it has none. */
function withPictures(text: string, place: string): string | undefined {
  let out = ''
  let from = 0
  for (let at = text.indexOf(':'); at !== -1; ) {
    NAME.lastIndex = at + 1
    const name = NAME.exec(text)?.[0]
    const file = name === undefined ? undefined : emojiFile(name)
    if (name !== undefined && file !== undefined) {
      out += `${text.slice(from, at)}${picture(name, `${place}/${file}`)}`
      from = at + name.length + 2
    }
    at = text.indexOf(':', Math.max(from, at + 1))
  }
  return from === 0 ? undefined : out + text.slice(from)
}

function picture(name: string, address: string): string {
  return `<img class="emoji" title=":${name}:" alt=":${name}:" src="${address}" height="20" width="20">`
}
