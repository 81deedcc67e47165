/** Finding front matter: the lines between `---` at the start of a file and the next `---` or `...`. */

interface FrontMatterParts {
  /** with its opening line, so that line numbers in it are the file's */
  readonly yaml: string
  readonly body: string
  /** line of the file (from 1) on which `body` starts */
  readonly bodyLine: number
}

/** Bytes enough to see whether a file starts with front matter: three hyphens and some trailing space. */
export const HEADER_LENGTH = 256

/**
 * Whether a file with this beginning has front matter: its first line is `---` with nothing but white space behind it.
 * A byte order mark before it hides it, as in Jekyll 4.3: such a page is copied as it is.
 */
export function hasHeader(head: Uint8Array): boolean {
  if (head[0] !== 0x2d || head[1] !== 0x2d || head[2] !== 0x2d) return false
  for (let i = 3; i < head.length; i++) {
    const byte = head[i]
    if (byte === 0x0a) return true
    if (byte !== 0x20 && (byte === undefined || byte < 0x09 || byte > 0x0d)) return false
  }
  return false
}

/**
 * The two parts of `text`, or null when it has no front matter or its end is missing. Blank lines after the front
 * matter belong to neither: Jekyll's body starts at the first line that has text.
 */
export function splitFrontMatter(text: string): FrontMatterParts | null {
  if (!text.startsWith('---') || !isBlankLine(text, 3)) return null
  for (let newline = text.indexOf('\n'); newline !== -1; newline = text.indexOf('\n', newline + 1)) {
    const line = newline + 1
    if (!text.startsWith('---', line) && !text.startsWith('...', line)) continue
    if (!isBlankLine(text, line + 3)) continue
    const start = skipBlankLines(text, line + 3)
    return { yaml: text.slice(0, line), body: text.slice(start), bodyLine: countLines(text, start) + 1 }
  }
  return null
}

/** Whether only white space follows up to the end of the line. */
function isBlankLine(text: string, from: number): boolean {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x0a) return true
    if (code !== 0x20 && (code < 0x09 || code > 0x0d)) return false
  }
  return true
}

/** The offset after the last newline of the white space at `from`; the end of the text when nothing else follows. */
function skipBlankLines(text: string, from: number): number {
  let start = from
  let at = from
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x0a) start = at + 1
    else if (code !== 0x20 && (code < 0x09 || code > 0x0d)) return start
  }
  return text.length
}

function countLines(text: string, end: number): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) lines++
  return lines
}
