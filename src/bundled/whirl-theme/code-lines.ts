/** Highlighted code line by line, each in an element of its own. */

export interface LineMarks {
  readonly marked: ReadonlySet<number>
  readonly added: ReadonlySet<number>
  readonly removed: ReadonlySet<number>
}

/**
 * `html`, the highlighter's `<span>`s, with every line in `<span class="line">`, its break inside. A span that goes on
 * beyond a line, a comment's say, is closed at the break and opened again.
 */
export function inLines(html: string, marks: LineMarks): string {
  const open: string[] = []
  let out = ''
  let line = ''
  let number = 1
  const finish = (): void => {
    out += `<span class="${classOf(number, marks)}">${line}${'</span>'.repeat(open.length)}</span>`
    number++
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
  return out
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
