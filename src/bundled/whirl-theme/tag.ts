/** Start tags as the theme reads them. */
import { type StartTag, startTagAt } from '../../plugin-api.ts'

export type Tag = StartTag
export { startTagAt as tagAt }

/** The classes of a tag. */
export function classesOf(tag: Tag): readonly string[] {
  return (tag.attributes.get('class') ?? '').split(/\s+/).filter((name) => name !== '')
}

/** `html` without its tags; entities stay. Linear. */
export function textIn(html: string): string {
  let out = ''
  let at = 0
  for (;;) {
    const open = html.indexOf('<', at)
    if (open < 0) return out + html.slice(at)
    const close = html.indexOf('>', open)
    out += html.slice(at, open)
    if (close < 0) return out
    at = close + 1
  }
}

/** `text` as the value of an attribute in double quotes; entities it has stay. */
export function quoted(text: string): string {
  return text.replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
