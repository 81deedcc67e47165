/** A strict reader of XML for tests: whatever is not well-formed throws. No DTDs, no processing beyond the tree. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  readonly text: string
}

const NAME = /[A-Za-z_][\w:.-]*/y

export function parseXml(source: string): XmlElement {
  let at = 0
  const fail = (what: string): never => {
    throw new Error(`XML: ${what} at ${at}: ${source.slice(at, at + 40)}`)
  }
  const name = (): string => {
    NAME.lastIndex = at
    const match = NAME.exec(source) ?? fail('no name')
    at += match[0].length
    return match[0]
  }
  const space = (): void => {
    while (/\s/.test(source[at] ?? '')) at++
  }
  const decoded = (raw: string): string => {
    if (/[<\0-\x08\x0b\x0c\x0e-\x1f]/.test(raw)) fail('forbidden character')
    return raw.replace(
      /&(?:(amp|lt|gt|quot|apos)|#(\d+)|#x([\da-f]+));|&/gi,
      (whole, named, decimal, hex) => {
        if (whole === '&') fail('bare &')
        if (named !== undefined)
          return { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[named as 'amp'] ?? ''
        return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal))
      },
    )
  }
  const skipInstructions = (): void => {
    space()
    while (source.startsWith('<?', at)) {
      const end = source.indexOf('?>', at)
      at = end === -1 ? fail('open instruction') : end + 2
      space()
    }
  }
  const element = (): XmlElement => {
    if (source[at] !== '<') fail('no element')
    at++
    const own = name()
    const attributes = new Map<string, string>()
    for (space(); source[at] !== '>' && source[at] !== '/'; space()) {
      const key = name()
      if (source[at] !== '=') fail('no =')
      const quote = source[at + 1] === '"' || source[at + 1] === "'" ? source[at + 1] : fail('no quote')
      const end = source.indexOf(String(quote), at + 2)
      if (end === -1) fail('open attribute')
      if (attributes.has(key)) fail('attribute twice')
      attributes.set(key, decoded(source.slice(at + 2, end)))
      at = end + 1
    }
    if (source.startsWith('/>', at)) {
      at += 2
      return { name: own, attributes, children: [], text: '' }
    }
    if (source[at] !== '>') fail('no end of tag')
    at++
    const children: XmlElement[] = []
    let text = ''
    while (!source.startsWith('</', at)) {
      if (at >= source.length) fail(`<${own}> is never closed`)
      if (source.startsWith('<![CDATA[', at)) {
        const end = source.indexOf(']]>', at)
        if (end === -1) fail('open CDATA')
        text += source.slice(at + 9, end)
        at = end + 3
      } else if (source[at] === '<') children.push(element())
      else {
        const end = source.indexOf('<', at)
        text += decoded(source.slice(at, end === -1 ? source.length : end))
        at = end === -1 ? source.length : end
      }
    }
    at += 2
    if (name() !== own) fail(`</${own}> expected`)
    if (source[at] !== '>') fail('no end of tag')
    at++
    return { name: own, attributes, children, text }
  }
  skipInstructions()
  const root = element()
  space()
  if (at !== source.length) fail('text behind the root')
  return root
}
