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
