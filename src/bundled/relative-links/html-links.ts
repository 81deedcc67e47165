/** Links of HTML text as jekyll-relative-links reads them since 0.8: `<a … href="….md#…" …>`, in scripts and comments too. */
import type { FindTarget } from './target.ts'
import { isBlank } from './title-ends.ts'

const HREF = 'href="'

/** An `href` that names a file of Markdown. */
interface Href {
  readonly start: number
  readonly path: string
  readonly fragment: string
  /** behind its closing quote */
  readonly end: number
}

/** `html` with the links that lead into the site rewritten, and blanks around their addresses made one. */
export function rewriteHtml(html: string, target: FindTarget): string {
  if (!html.includes('.md')) return html
  let out = ''
  let done = 0
  for (let open = nextLink(html, 0); open !== -1; ) {
    // All attributes before the address stand before the first `>`; the last address that will do is taken.
    const close = html.indexOf('>', open)
    const href = close === -1 ? undefined : lastHref(html, open + 2, close)
    if (href === undefined) {
      if (close === -1) break
      open = nextLink(html, close + 1)
      continue
    }
    const end = html.indexOf('>', href.end) + 1
    const url = target(href.path)
    if (url !== undefined) {
      const address = `href="${url}${href.fragment}"`
      const parts = [html.slice(open + 2, href.start), address, html.slice(href.end, end - 1)]
      const kept = parts.map(stripped).filter((part) => part !== '')
      out += `${html.slice(done, open)}<a ${kept.join(' ')}>`
      done = end
    }
    open = nextLink(html, end)
  }
  return out + html.slice(done)
}

/** The next `<a` with a blank behind it. */
function nextLink(html: string, from: number): number {
  let at = html.indexOf('<a', from)
  while (at !== -1 && !isBlank(html[at + 2])) at = html.indexOf('<a', at + 2)
  return at
}

/** The last address of a file of Markdown that begins between `from` and `to` and behind a blank, with a `>` after it. */
function lastHref(html: string, from: number, to: number): Href | undefined {
  const attributes = html.slice(from, to)
  for (let at = attributes.lastIndexOf(HREF); at > 0; at = attributes.lastIndexOf(HREF, at - 1)) {
    const href = isBlank(attributes[at - 1]) ? hrefAt(html, from + at) : undefined
    if (href !== undefined && html.indexOf('>', href.end) !== -1) return href
  }
  return undefined
}

function hrefAt(html: string, start: number): Href | undefined {
  const close = html.indexOf('"', start + HREF.length)
  if (close === -1) return undefined
  const value = html.slice(start + HREF.length, close)
  let dot = value.lastIndexOf('.md')
  while (dot > 0 && dot + 3 < value.length && value[dot + 3] !== '#') dot = value.lastIndexOf('.md', dot - 1)
  if (dot <= 0) return undefined
  return { start, path: value.slice(0, dot + 3), fragment: value.slice(dot + 3), end: close + 1 }
}

function stripped(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isBlank(text[start])) start++
  while (end > start && isBlank(text[end - 1])) end--
  return text.slice(start, end)
}
