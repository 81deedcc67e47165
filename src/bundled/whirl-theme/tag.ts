/** Start tags of HTML that the converter made: well-formed, values in double quotes as a rule. */

export interface Tag {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  /** index behind its `>` */
  readonly end: number
}

const NAME = /[A-Za-z][A-Za-z0-9-]*/y
const ATTRIBUTE = /\s+([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/y
const CLOSE = /\s*\/?>/y

/** The start tag at `at`, which stands on a `<`; undefined when there is none. */
export function tagAt(html: string, at: number): Tag | undefined {
  NAME.lastIndex = at + 1
  const name = NAME.exec(html)?.[0]
  if (name === undefined) return undefined
  const attributes = new Map<string, string>()
  let end = NAME.lastIndex
  for (;;) {
    ATTRIBUTE.lastIndex = end
    const found = ATTRIBUTE.exec(html)
    if (found === null) break
    const key = (found[1] as string).toLowerCase()
    if (!attributes.has(key)) attributes.set(key, found[2] ?? found[3] ?? found[4] ?? '')
    end = ATTRIBUTE.lastIndex
  }
  CLOSE.lastIndex = end
  return CLOSE.test(html) ? { name: name.toLowerCase(), attributes, end: CLOSE.lastIndex } : undefined
}

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
