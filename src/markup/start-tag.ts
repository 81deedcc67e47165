/** Start tags of HTML that a converter made: well-formed, values in double quotes as a rule. */

export interface StartTag {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  /** index behind its `>` */
  readonly end: number
}

const NAME = /[A-Za-z][A-Za-z0-9-]*/y
const ATTRIBUTE = /\s+([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/y
const CLOSE = /\s*\/?>/y

/** The start tag at `at`, which stands on a `<`; undefined when there is none. */
export function startTagAt(html: string, at: number): StartTag | undefined {
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
