/** A strict reader of BibTeX for tests: entries with braced or bare values; unbalanced braces and loose characters throw. */
export interface BibEntry {
  readonly type: string
  readonly key: string
  readonly fields: ReadonlyMap<string, string>
}

export function readBibtex(text: string): readonly BibEntry[] {
  const entries: BibEntry[] = []
  let at = 0
  const fail = (what: string): never => {
    throw new Error(`BibTeX: ${what} at ${at}: ${text.slice(at, at + 40)}`)
  }
  const match = (pattern: RegExp): string => {
    const sticky = new RegExp(pattern.source, 'y')
    sticky.lastIndex = at
    const found = sticky.exec(text) ?? fail(`${pattern.source} expected`)
    at += found[0].length
    return found[1] ?? found[0]
  }
  const braced = (): string => {
    const start = at
    let depth = 0
    do {
      const char = text[at]
      if (char === undefined) fail('open brace')
      if (char === '\\') at++
      else if (char === '{') depth++
      else if (char === '}') depth--
      at++
    } while (depth > 0)
    return text.slice(start + 1, at - 1)
  }
  for (match(/\s*/); at < text.length; match(/\s*/)) {
    const type = match(/@([a-z]+)\{/)
    const key = match(/([^\s,{}"#%\\~=]+),\s*/)
    const fields = new Map<string, string>()
    while (text[at] !== '}') {
      const name = match(/([a-z]+)\s*=\s*/)
      if (fields.has(name)) fail(`${name} twice`)
      fields.set(name, text[at] === '{' ? braced() : match(/([a-z]+|\d+)/))
      match(/,\s*/)
    }
    at++
    entries.push({ type, key, fields })
  }
  return entries
}
