/** Where the body of a page stands, as Jekyll's plugins that change text find it. */

/**
 * What stands between the first `<body…>` and the next `</body>`; the whole text where there is no body, all to its end
 * where it is not closed. Small letters only, and the tag ends at its first `>`, even one inside quotes.
 */
export function pageBody(html: string): { readonly start: number; readonly end: number } {
  const tag = html.indexOf('<body')
  const close = tag === -1 ? -1 : html.indexOf('>', tag)
  if (close === -1) return { start: 0, end: html.length }
  const end = html.indexOf('</body>', close)
  return { start: close + 1, end: end === -1 ? html.length : end }
}
