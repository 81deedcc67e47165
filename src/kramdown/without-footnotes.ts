/** Text as it is quoted elsewhere, in descriptions and summaries: a footnote's number would stand in it as a digit, the note as a sentence. */

const MARK = /<sup id="fnref:/g
const MARK_END = '</sup>'
const NOTES = '<div class="footnotes"'
const DIV = /<(\/?)div\b/g

/** `html`, as kramdown prints it, without the numbers of footnotes and their list. Linear. */
export function withoutFootnotes(html: string): string {
  const text = withoutNotes(html)
  let out = ''
  let from = 0
  for (const { index } of text.matchAll(MARK)) {
    if (index < from) continue
    const end = text.indexOf(MARK_END, index)
    if (end === -1) break
    out += text.slice(from, index)
    from = end + MARK_END.length
  }
  return out + text.slice(from)
}

function withoutNotes(html: string): string {
  const start = html.indexOf(NOTES)
  if (start === -1) return html
  const rest = html.slice(start)
  let depth = 0
  for (const { index, 1: closing } of rest.matchAll(DIV)) {
    depth += closing === '' ? 1 : -1
    if (depth === 0) return html.slice(0, start) + rest.slice(index + '</div>'.length)
  }
  return html.slice(0, start)
}
