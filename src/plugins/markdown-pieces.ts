/** Markdown in what a tag prints: a line of it, and HTML that stands in a text of it. */
import { escapeHtml } from '../base/index.ts'
import type { RenderContext } from '../liquid/index.ts'
import { servicesOf } from './services.ts'

/** A line of Markdown as HTML, without the paragraph around it; what is more than a paragraph as it is written. */
export function markdownLine(ctx: RenderContext, text: string): string {
  if (text === '') return ''
  const html = servicesOf(ctx).markdownify(text).trim()
  const inner = /^<p>(.*)<\/p>$/s.exec(html)?.[1]
  return inner === undefined || inner.includes('<p>') ? escapeHtml(text) : inner
}

/** Set while a text is rendered that is converted apart from the page's; no template can name it. */
const APART = ' apart'

/** The `body` of a tag that makes HTML of it itself: footnotes of the page, whose texts stand elsewhere, are not there. */
export function renderApart(ctx: RenderContext, body: () => string): string {
  return ctx.withScope(new Map([[APART, true]]), body)
}

/** Whether the tag at work stands in such a body. */
export function isApart(ctx: RenderContext): boolean {
  return ctx.get(APART) === true
}

/** Markdown as HTML, where it begins on a line behind the tag that holds it. */
export function markdownBody(ctx: RenderContext, text: string): string {
  return servicesOf(ctx).markdownify(`${text.replace(/^[ \t]*\n/, '')}\n`)
}

/**
 * HTML as a block of Markdown's. To CommonMark a block ends at the first empty line, so there none is left: the break is
 * written as a character.
 */
export function markdownBlock(ctx: RenderContext, html: string): string {
  const isKramdown = servicesOf(ctx).site.config.markdown.kramdown
  return `\n${isKramdown ? html : html.replace(/\n(?=[ \t]*\n)/g, '&#10;')}\n`
}
