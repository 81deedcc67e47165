/**
 * jekyll-toc 0.18: a table of contents from a page's headings. The filter `toc` puts it before the text, `toc_only`
 * gives it alone, `inject_anchors` gives the headings anchors; `{% toc %}` is `toc_only` of the page's text. They work on
 * pages with `toc: true` in their front matter. https://github.com/toshimaru/jekyll-toc
 */
import {
  asTag,
  definePlugin,
  escapeHtml,
  fieldOf,
  type HtmlNode,
  isTruthy,
  parseHtml,
  printHtml,
  type RenderContext,
  servicesOf,
  toText,
} from '../../plugin-api.ts'
import { type Heading, headingsOf } from './headings.ts'
import { levelsOf } from './levels.ts'
import { SETTINGS, type TocOptions, tocOptions } from './options.ts'

/** A page's text as a tree with its headings. */
interface Contents {
  readonly nodes: HtmlNode[]
  readonly headings: readonly Heading[]
  readonly options: TocOptions
}

function contentsOf(html: unknown, ctx: RenderContext): Contents {
  const services = servicesOf(ctx)
  const options = tocOptions(services.site.config)
  const { min, max } = levelsOf(options, ctx)
  const nodes = parseHtml(toText(html))
  const headings = headingsOf(nodes, min, max, new Set(options.skippedSections))
  return { nodes, headings, options }
}

function isWanted(ctx: RenderContext): boolean {
  return isTruthy(fieldOf(ctx.get('page'), 'toc'))
}

function listText({ headings, options }: Contents): string {
  const tag = options.ordered ? 'ol' : 'ul'
  const items = itemsText(headings, options, tag)
  return `<${tag} id="${options.listId}" class="${options.listClass}">\n${items}</${tag}>`
}

/** Entries, each with the deeper ones that follow it as a list inside. */
function itemsText(headings: readonly Heading[], options: TocOptions, tag: string): string {
  let out = ''
  let at = 0
  while (at < headings.length) {
    const heading = headings[at] as Heading
    let end = at + 1
    while (end < headings.length && (headings[end] as Heading).level > heading.level) end++
    const classes = `${options.itemClass} ${options.itemPrefix}h${heading.level}`
    out += `<li class="${classes}"><a href="#${heading.id}">${escapeHtml(heading.text)}</a>`
    if (end > at + 1) {
      const open = options.sublistClass === '' ? `<${tag}>` : `<${tag} class="${options.sublistClass}">`
      out += `\n${open}\n${itemsText(headings.slice(at + 1, end), options, tag)}</${tag}>\n`
    }
    out += '</li>\n'
    at = end
  }
  return out
}

function anchoredText({ nodes, headings }: Contents): string {
  for (const { element, id } of headings) {
    const icon: HtmlNode = {
      kind: 'element',
      name: 'span',
      attributes: new Map([['class', 'octicon octicon-link']]),
      children: [],
    }
    element.children.unshift({
      kind: 'element',
      name: 'a',
      attributes: new Map([
        ['class', 'anchor'],
        ['href', `#${id}`],
        ['aria-hidden', 'true'],
      ]),
      children: [icon],
    })
  }
  return printHtml(nodes)
}

const filter = (run: (contents: Contents) => string, otherwise: (html: unknown) => unknown) => ({
  min: 0,
  max: 0,
  run: (ctx: RenderContext, html: unknown): unknown =>
    isWanted(ctx) ? run(contentsOf(html, ctx)) : otherwise(html),
})

export const toc = definePlugin({
  name: 'jekyll-toc',
  settings: SETTINGS,
  filters: {
    toc: filter(
      (contents) => listText(contents) + anchoredText(contents),
      (html) => html,
    ),
    toc_only: filter(listText, () => ''),
    inject_anchors: filter(anchoredText, (html) => html),
  },
  tags: [
    asTag({
      name: 'toc',
      parse: () => null,
      render: (_state, ctx) =>
        isWanted(ctx) ? listText(contentsOf(fieldOf(ctx.get('page'), 'content'), ctx)) : '',
    }),
  ],
})
