/** Paths of files as pages write them, and as credits are found by. */

/** A path from the root of the site, without query; whole addresses as they are. */
export function assetPath(written: string): string {
  const text = written.trim()
  if (/^[a-z][a-z\d+.-]*:/i.test(text)) return text
  const end = text.search(/[?#]/)
  const path = end === -1 ? text : text.slice(0, end)
  return `/${path.replace(/^(?:\.?\/)+/, '')}`
}

/** As `assetPath`, of a path that may have the site's `baseurl` in front. */
export function sitePathOf(written: string, baseurl: string): string {
  const below = baseurl !== '' && written.startsWith(`${baseurl}/`)
  return assetPath(below ? written.slice(baseurl.length) : written)
}

/** `.svg`: a path's last dot and what follows. */
export function endingOf(path: string): string {
  const dot = path.lastIndexOf('.')
  return dot > path.lastIndexOf('/') ? path.slice(dot) : ''
}

/** What ends a path in Markdown, HTML and Liquid. */
const DELIMITERS = new Set([...' \t\n\r"\'()<>=[]{}|,;`'])
/** No path of a site is longer. */
const LONGEST = 500

interface WrittenPath {
  readonly path: string
  /** offset in the text */
  readonly at: number
}

/** The paths in `text` that have one of `endings`, in order. Each ending is one search through the text. */
export function pathsIn(text: string, endings: Iterable<string>): readonly WrittenPath[] {
  const found: WrittenPath[] = []
  for (const ending of endings) {
    if (ending === '') continue
    for (let at = text.indexOf(ending); at !== -1; at = text.indexOf(ending, at + ending.length)) {
      const after = text[at + ending.length]
      if (after !== undefined && /[\w.-]/.test(after)) continue
      let start = at
      while (start > 0 && at - start < LONGEST && !DELIMITERS.has(text[start - 1] as string)) start--
      if (start < at) found.push({ path: text.slice(start, at + ending.length), at: start })
    }
  }
  return found.sort((a, b) => a.at - b.at)
}
