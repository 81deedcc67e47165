/** The files of a text with `-- path --` lines. */
export function filesOf(text: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  const marker = /^-- (.+) --\n/gm
  let name: string | undefined
  let start = 0
  for (const match of text.matchAll(marker)) {
    if (name !== undefined) files.set(name, text.slice(start, match.index))
    name = match[1]
    start = match.index + match[0].length
  }
  if (name !== undefined) files.set(name, text.slice(start))
  return files
}
