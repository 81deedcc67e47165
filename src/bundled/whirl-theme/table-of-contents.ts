/** A list of links to the headings of a text. */
import { quoted, tagAt, textIn } from './tag.ts'

interface Entry {
  readonly id: string
  readonly text: string
  readonly level: 2 | 3
}

const HEADING = /<(h[23])[\s>]/g

/** Fewer headings than this need no table. */
const LEAST = 3

/** What kramdown's own table of contents, `{:toc}`, begins with: a text that has it needs no second one. */
const OWN_TABLE = 'id="markdown-toc"'

/** `<ol>` of the headings of levels 2 and 3 that have ids, the latter inside the former; '' for fewer than three. */
export function tableOfContents(html: string): string {
  if (html.includes(OWN_TABLE)) return ''
  const entries = entriesOf(html)
  if (entries.length < LEAST) return ''
  let out = '<ol>'
  let open = false
  let deep = false
  for (const { id, text, level } of entries) {
    const link = `<a href="${quoted(`#${id}`)}">${text}</a>`
    if (level === 3 && open) {
      out += deep ? '</li>' : '<ol>'
      deep = true
      out += `<li>${link}`
      continue
    }
    if (deep) out += '</li></ol>'
    if (open) out += '</li>'
    out += `<li>${link}`
    open = true
    deep = false
  }
  if (deep) out += '</li></ol>'
  return `${out}</li></ol>`
}

function entriesOf(html: string): readonly Entry[] {
  const entries: Entry[] = []
  const missing = new Set<string>()
  for (const found of html.matchAll(HEADING)) {
    const tag = tagAt(html, found.index)
    const id = tag?.attributes.get('id')
    if (tag === undefined || id === undefined || id === '') continue
    if ((tag.attributes.get('class') ?? '').split(/\s+/).includes('no_toc')) continue
    if (missing.has(tag.name)) continue
    const end = html.indexOf(`</${tag.name}>`, tag.end)
    if (end < 0) {
      missing.add(tag.name)
      continue
    }
    const text = textIn(withoutNotes(html.slice(tag.end, end))).trim()
    entries.push({ id, text, level: tag.name === 'h2' ? 2 : 3 })
  }
  return entries
}

/** A heading without the numbers of its footnotes. */
function withoutNotes(html: string): string {
  let out = ''
  let at = 0
  for (;;) {
    const open = html.indexOf('<sup', at)
    const end = open < 0 ? -1 : html.indexOf('</sup>', open)
    if (end < 0) return out + html.slice(at)
    out += html.slice(at, open)
    at = end + '</sup>'.length
  }
}
