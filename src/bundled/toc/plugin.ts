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
  listOf,
  parseHtml,
  printHtml,
  type RenderContext,
  servicesOf,
  settingsOf,
  toText,
  type Value,
} from '../../plugin-api.ts'
import { type Heading, headingsOf } from './headings.ts'

/** `toc:` in the configuration. */
interface Options {
  readonly min_level: number
  readonly max_level: number
  readonly ordered_list: boolean
  /** headings inside elements of these classes are left out */
  readonly no_toc_section_class: readonly string[]
  readonly list_id: string
  readonly list_class: string
  readonly sublist_class: string
  readonly item_class: string
  /** what the class of an entry's level begins with */
  readonly item_prefix: string
}

const defaults = {
  min_level: 1,
  max_level: 6,
  ordered_list: false,
  no_toc_section_class: ['no_toc_section'],
  list_id: 'toc',
  list_class: 'section-nav',
  sublist_class: '',
  item_class: 'toc-entry',
  item_prefix: 'toc-',
} satisfies Options

function optionsOf(settings: ReadonlyMap<Value, Value>): Options {
  const text = (key: keyof Options, fallback: string): string => {
    const value = settings.get(key)
    return value === undefined || value === null ? fallback : toText(value)
  }
  const classes = listOf(settings.get('no_toc_section_class')).map(toText)
  return {
    min_level: Number(text('min_level', String(defaults.min_level))),
    max_level: Number(text('max_level', String(defaults.max_level))),
    ordered_list: isTruthy(settings.get('ordered_list')),
    no_toc_section_class: classes.length === 0 ? defaults.no_toc_section_class : classes,
    list_id: text('list_id', defaults.list_id),
    list_class: text('list_class', defaults.list_class),
    sublist_class: text('sublist_class', defaults.sublist_class),
    item_class: text('item_class', defaults.item_class),
    item_prefix: text('item_prefix', defaults.item_prefix),
  }
}

/** A page's text as a tree with its headings. */
interface Contents {
  readonly nodes: HtmlNode[]
  readonly headings: readonly Heading[]
  readonly options: Options
}

function contentsOf(html: unknown, ctx: RenderContext): Contents {
  const options = optionsOf(settingsOf(servicesOf(ctx).site.config, 'toc'))
  const nodes = parseHtml(toText(html))
  const headings = headingsOf(
    nodes,
    options.min_level,
    options.max_level,
    new Set(options.no_toc_section_class),
  )
  return { nodes, headings, options }
}

function isWanted(ctx: RenderContext): boolean {
  return isTruthy(fieldOf(ctx.get('page'), 'toc'))
}

function listText({ headings, options }: Contents): string {
  const tag = options.ordered_list ? 'ol' : 'ul'
  const items = itemsText(headings, options, tag)
  return `<${tag} id="${options.list_id}" class="${options.list_class}">\n${items}</${tag}>`
}

/** Entries, each with the deeper ones that follow it as a list inside. */
function itemsText(headings: readonly Heading[], options: Options, tag: string): string {
  let out = ''
  let at = 0
  while (at < headings.length) {
    const heading = headings[at] as Heading
    let end = at + 1
    while (end < headings.length && (headings[end] as Heading).level > heading.level) end++
    const classes = `${options.item_class} ${options.item_prefix}h${heading.level}`
    out += `<li class="${classes}"><a href="#${heading.id}">${escapeHtml(heading.text)}</a>`
    if (end > at + 1) {
      const open = options.sublist_class === '' ? `<${tag}>` : `<${tag} class="${options.sublist_class}">`
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
