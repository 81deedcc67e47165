/**
 * Inline styles that Markdown makes, as classes: a policy without `'unsafe-inline'` blocks `style` attributes.
 * kramdown writes `style="text-align: right"` on the cells of a table, and nothing else.
 */

const STYLE = / style="text-align: ?(left|right|center);?"/g
const CELL = /<t[hd]$/

/** `html` with classes `align-…` on cells; undefined when there is nothing to change. */
export function withoutInlineStyles(html: string): string | undefined {
  if (!html.includes(' style="text-align:')) return undefined
  return html.replace(STYLE, (whole, side: string, at: number) =>
    CELL.test(html.slice(at - 3, at)) ? ` class="align-${side}"` : whole,
  )
}
