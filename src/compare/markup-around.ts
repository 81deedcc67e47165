/** What of the markup stands around a place of a page. */
import type { Range } from './types.ts'

interface Around {
  /** the tag or comment that holds the place, from `<` to `>`; undefined for text between tags */
  readonly tag: string | undefined
  /** the name of the last tag before the text, in lower case; '' where there is none */
  readonly element: string
}

/** A tag or comment is sought so far back and forth, in characters. */
const REACH = 4000

const OUTSIDE: Around = { tag: undefined, element: '' }

export function around(html: string, at: number): Around {
  const open = html.lastIndexOf('<', at)
  if (open === -1 || at - open > REACH) return OUTSIDE
  const comment = html.lastIndexOf('<!--', at)
  if (comment !== -1 && at - comment <= REACH) {
    const end = html.indexOf('-->', comment)
    if (end === -1 || end + 3 > at)
      return { tag: html.slice(comment, Math.min(end + 3, at + REACH)), element: '' }
  }
  const close = html.indexOf('>', open)
  if (close === -1 || close >= at)
    return { tag: html.slice(open, Math.min(close === -1 ? at : close + 1, at + REACH)), element: '' }
  return { tag: undefined, element: nameOf(html.slice(open, open + 64)) }
}

/** Elements beside whose tags white space is not shown. */
const BLOCKS = new Set(
  `!doctype address article aside base blockquote body br caption center col colgroup dd details dialog div dl dt fieldset
  figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li link main meta nav ol optgroup option p pre
  script section select style summary table tbody td template tfoot th thead title tr ul`.split(/\s+/),
)

/** Whether white space in `range` is not shown: it stands at an end of the page, or beside a tag of a block. */
export function isBesideBlock(html: string, { start, end }: Range): boolean {
  const before = html.slice(Math.max(0, start - REACH), start).trimEnd()
  const after = html.slice(end, end + 64).trimStart()
  if (before === '' || after === '') return true
  if (after.startsWith('<') && isBlock(after)) return true
  if (!before.endsWith('>')) return false
  const open = before.lastIndexOf('<')
  return open !== -1 && isBlock(before.slice(open))
}

function isBlock(tag: string): boolean {
  return tag.startsWith('<!--') || tag.startsWith('<?') || BLOCKS.has(nameOf(tag))
}

/** The name in a tag, in lower case. */
function nameOf(tag: string): string {
  return /^<\/?([!\w:-]+)/.exec(tag)?.[1]?.toLowerCase() ?? ''
}

/** Elements whose text is not read as that of others: white space and entities count in it as they stand. */
const VERBATIM = ['pre', 'textarea', 'script', 'style']

/** Where the elements of a page are whose text counts as it stands. */
export function verbatimRegions(html: string): readonly Range[] {
  const regions: Range[] = []
  const lower = html.toLowerCase()
  for (const name of VERBATIM) {
    for (let start = lower.indexOf(`<${name}`); start !== -1; start = lower.indexOf(`<${name}`, start)) {
      const close = lower.indexOf(`</${name}`, start)
      const end = close === -1 ? html.length : close
      // `<preface>` is another element.
      if (/[\s>/]/.test(lower[start + name.length + 1] ?? '')) regions.push({ start, end })
      start = end
    }
  }
  return regions
}
