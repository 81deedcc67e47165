/** Escaping text for HTML and XML, in the flavours Ruby's libraries have. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const entity = (char: string): string => ENTITIES[char] ?? char

/** Ruby's `CGI.escapeHTML`: `& < > " '`, the last as `&#39;`. */
export function escapeHtml(text: string): string {
  let at = text.search(/[&<>"']/)
  if (at < 0) return text
  // A plain scan: templates escape titles and excerpts by the thousand, and a callback for each match takes three
  // times as long.
  let out = ''
  let from = 0
  for (; at < text.length; at++) {
    const escaped = escapeCode(text.charCodeAt(at))
    if (escaped === undefined) continue
    out += text.slice(from, at) + escaped
    from = at + 1
  }
  return out + text.slice(from)
}

function escapeCode(code: number): string | undefined {
  switch (code) {
    case 34:
      return '&quot;'
    case 38:
      return '&amp;'
    case 39:
      return '&#39;'
    case 60:
      return '&lt;'
    case 62:
      return '&gt;'
    default:
      return undefined
  }
}

/** As `escapeHtml`, but entities already in the text (`&amp;`, `&#39;`) stay (Liquid's `escape_once`). */
export function escapeHtmlOnce(text: string): string {
  return text.replace(/[<>"']|&(?!(?:[a-zA-Z]+|#\d+);)/g, entity)
}

/** Ruby's `encode(xml: :attr)` without its quotes, which is Jekyll's `xml_escape`: `& < > " '`, the last as `&apos;`. */
export function escapeXmlAttribute(text: string): string {
  return /[&<>"']/.test(text)
    ? text.replace(/[&<>"']/g, (char) => (char === "'" ? '&apos;' : entity(char)))
    : text
}

/** In texts shorter than this a plain loop finds out sooner than a regular expression. */
const SHORT = 48

/** Whether there is a `&`, `<` or `>` in `text`. */
export function hasMarkup(text: string): boolean {
  if (text.length > SHORT) return /[&<>]/.test(text)
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 38 || code === 60 || code === 62) return true
  }
  return false
}

/** Ruby's `encode(xml: :text)`: `& < >`. Quotes stay, as Rouge and kramdown leave them in code. */
export function escapeXmlText(text: string): string {
  return hasMarkup(text) ? text.replace(/[&<>]/g, entity) : text
}
