/** Highlighted code line by line, each in an element of its own. */

interface LineMarks {
  readonly marked: ReadonlySet<number>
  readonly added: ReadonlySet<number>
  readonly removed: ReadonlySet<number>
  /** number of the first line, where they are shown */
  readonly start?: number | undefined
}

/**
 * The lines of `html`, the highlighter's `<span>`s, each in `<span class="line">`, its break inside. A span that goes on
 * beyond a line, a comment's say, is closed at the break and opened again.
 */
export function linesOf(html: string, marks: LineMarks): readonly string[] {
  const open: string[] = []
  const lines: string[] = []
  let line = ''
  const finish = (): void => {
    const number = lines.length + 1
    const shown = marks.start === undefined ? '' : ` data-line="${marks.start + number - 1}"`
    const ends = open.map(endOf).reverse().join('')
    lines.push(`<span class="${classOf(number, marks)}"${shown}>${line}${ends}</span>`)
    line = open.join('')
  }
  let at = 0
  while (at < html.length) {
    const char = html.charAt(at)
    if (char === '\n') {
      line += '\n'
      at++
      finish()
    } else if (char === '<') {
      const end = html.indexOf('>', at)
      const tag = html.slice(at, end < 0 ? html.length : end + 1)
      if (tag.startsWith('</')) open.pop()
      else open.push(tag)
      line += tag
      at += tag.length
    } else {
      const end = nextOf(html, at)
      line += html.slice(at, end)
      at = end
    }
  }
  if (line !== open.join('')) finish()
  return lines
}

function endOf(tag: string): string {
  return tag.startsWith('<mark') ? '</mark>' : '</span>'
}

function nextOf(html: string, from: number): number {
  let at = from
  while (at < html.length && html.charCodeAt(at) !== 10 && html.charCodeAt(at) !== 60) at++
  return at
}

function classOf(number: number, { marked, added, removed }: LineMarks): string {
  return [
    'line',
    ...(marked.has(number) ? ['is-marked'] : []),
    ...(added.has(number) ? ['is-added'] : []),
    ...(removed.has(number) ? ['is-removed'] : []),
  ].join(' ')
}

/** Lines that follow each other and are all folded, or all not. */
export interface Part {
  readonly isFolded: boolean
  readonly count: number
  readonly html: string
}

export function partsOf(lines: readonly string[], folded: ReadonlySet<number>): readonly Part[] {
  const parts: { isFolded: boolean; count: number; html: string }[] = []
  for (const [index, html] of lines.entries()) {
    const isFolded = folded.has(index + 1)
    const last = parts.at(-1)
    if (last?.isFolded === isFolded) {
      last.count++
      last.html += html
    } else parts.push({ isFolded, count: 1, html })
  }
  return parts
}
