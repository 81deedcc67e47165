/**
 * jekyll-mentions 1.6: `@user` in a page's text becomes a link to the user. https://github.com/jekyll/jekyll-mentions
 *
 * `jekyll-mentions` in the configuration or in front matter is the address users live below, or a hash with it as
 * `base_url`; `false` in front matter leaves a page alone. As in Jekyll, the body of a page with a mention is printed anew
 *, with tags closed and quotes doubled.
 */
import {
  changeHtml,
  definePlugin,
  type HtmlNode,
  pageBody,
  parseHtml,
  printHtml,
  type Renderable,
  type Site,
} from '../../plugin-api.ts'
import { mentionsBase, SETTINGS } from './options.ts'

/** Elements in which an `@` is just that. */
const IGNORED: ReadonlySet<string> = new Set(['a', 'code', 'pre', 'script', 'style', 'tt'])

/** A name after an `@` that follows no letter, and that ends where a word ends: not at a slash, a dot inside, a letter. */
const MENTION = /(^|[^A-Za-z0-9_])@([A-Za-z0-9][A-Za-z0-9_-]*)(?=\.+(?:[^A-Za-z0-9_]|$)|[^A-Za-z0-9_./]|$)/g

/** What people write who explain how to mention someone. */
const WORDS: ReadonlySet<string> = new Set(['mention', 'mentions', 'mentioned', 'mentioning'])

export const mentions = definePlugin({
  name: 'jekyll-mentions',
  activeSupport: true,
  settings: SETTINGS,
  hooks: {
    'pages:post_render': { match: isHtml, run: withMentions },
    'documents:post_render': { match: (doc) => isHtml(doc) && doc.write, run: withMentions },
  },
})

/** The gem asks the permalink of the front matter, not the collection's. */
function isHtml(doc: Renderable): boolean {
  const permalink = doc.data.get('permalink')
  return doc.outputExt === '.html' || (typeof permalink === 'string' && permalink.endsWith('/'))
}

/** The page with its mentions linked; undefined when there is nothing to do. */
function withMentions(doc: Renderable, output: string, site: Site): string | undefined {
  if (!output.includes('@')) return undefined
  const base = mentionsBase(doc, site.config)
  if (base === undefined) return undefined
  const body = pageBody(output)
  const inside = output.slice(body.start, body.end)
  if (inside.search(MENTION) === -1) return undefined
  const nodes = parseHtml(inside)
  const linked = printHtml(linkIn(nodes, base))
  return output.slice(0, body.start) + linked + output.slice(body.end)
}

function linkIn(nodes: readonly HtmlNode[], base: string): HtmlNode[] {
  return changeHtml(nodes, (node) => {
    if (node.kind === 'element') return IGNORED.has(node.name) ? [node] : undefined
    if (node.kind === 'mark' || node.raw || !node.text.includes('@')) return undefined
    return linkText(node.text, base)
  })
}

/** The text with links in it, as nodes; undefined when it mentions nobody. */
function linkText(text: string, base: string): HtmlNode[] | undefined {
  const nodes: HtmlNode[] = []
  let from = 0
  for (const found of text.matchAll(MENTION)) {
    const login = found[2] ?? ''
    if (WORDS.has(login.toLowerCase())) continue
    const at = found.index + (found[1] ?? '').length
    nodes.push({ kind: 'text', text: text.slice(from, at), raw: false })
    nodes.push({
      kind: 'element',
      name: 'a',
      attributes: new Map([
        ['href', `${base}/${login}`],
        ['class', 'user-mention'],
      ]),
      children: [{ kind: 'text', text: `@${login}`, raw: false }],
    })
    from = at + login.length + 1
  }
  if (nodes.length === 0) return undefined
  nodes.push({ kind: 'text', text: text.slice(from), raw: false })
  return nodes.filter((node) => node.kind !== 'text' || node.text !== '')
}
