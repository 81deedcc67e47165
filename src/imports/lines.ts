/** Lines of an export's texts, for what is said about it. */
import { decodeEntities } from '../markup/index.ts'

/** The line of each offset from 0, asked in any order, by halves. */
export function lineCounter(text: string): (offset: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return low
  }
}

const ADDRESS = /(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi

/** The line, from 0, where an address of a link or a picture is met first; undefined for one that is not there. */
export function addressLines(html: string): (address: string) => number | undefined {
  let lines: Map<string, number> | undefined
  return (address) => {
    lines ??= firstLines(html)
    return lines.get(address)
  }
}

function firstLines(html: string): Map<string, number> {
  const found = new Map<string, number>()
  const lineAt = lineCounter(html)
  for (const match of html.matchAll(ADDRESS)) {
    const address = decodeEntities(match[1] ?? match[2] ?? match[3] ?? '')
    if (!found.has(address)) found.set(address, lineAt(match.index))
  }
  return found
}
