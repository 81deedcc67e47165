/**
 * What stands in a block of pictures: pictures, each with the link around it, and all else, which stays between them. One pass
 * from tag to tag.
 */
import { type StartTag, startTagAt } from '../../plugin-api.ts'

/** A picture of its own, or HTML that stands between them as it is. */
export type GalleryPart =
  | {
      readonly kind: 'picture'
      readonly image: StartTag
      /** the tag of the picture as it is written, and what is around it: a link */
      readonly written: string
      readonly before: string
      readonly after: string
      /** what the paragraph around it says of it, where it is the first one there */
      readonly paragraph: StartTag | undefined
    }
  | { readonly kind: 'other'; readonly html: string }

/** Elements that only hold pictures: what they have besides goes into paragraphs. */
const HOLDERS: ReadonlySet<string> = new Set(['p', 'ul', 'ol', 'li'])
/** Elements without an end tag. */
const EMPTY: ReadonlySet<string> = new Set(['br', 'hr', 'wbr', 'source', 'input', 'col', 'embed', 'track'])
/** A picture, and what may be around one. */
const AROUND: ReadonlySet<string> = new Set(['img', 'a', 'picture'])
/** Elements of a line: they stand in the paragraph around them. */
const INLINE: ReadonlySet<string> = new Set(
  (
    'a abbr b bdi bdo br button cite code data del dfn em i input ins kbd label mark q rp rt ruby s samp small span strong sub ' +
    'sup time u var wbr'
  ).split(' '),
)

/** The parts of `html`, which Markdown made, in their order. Blanks between them go. */
export function galleryParts(html: string): readonly GalleryPart[] {
  const parts: GalleryPart[] = []
  let line = ''
  let paragraph: StartTag | undefined
  const endLine = (): void => {
    const text = line.replace(/^(?:\s|<br ?\/?>)+/, '').trimEnd()
    if (text !== '') parts.push({ kind: 'other', html: `<p>${withoutLastBreak(text)}</p>` })
    line = ''
  }
  const other = (text: string): void => {
    endLine()
    parts.push({ kind: 'other', html: text })
  }
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    line += html.slice(at, open < 0 ? html.length : open)
    if (open < 0) break
    at = open
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at)
      at = end < 0 ? html.length : end + 3
      other(html.slice(open, at))
      continue
    }
    const tag = startTagAt(html, at)
    if (tag === undefined || HOLDERS.has(tag.name)) {
      const end = tag?.end ?? endTagEnd(html, at)
      at = end ?? at + 1
      if (end === undefined) line += '<'
      else endLine()
      paragraph = tag?.name === 'p' ? tag : undefined
      continue
    }
    at = tag.name === 'img' ? tag.end : elementEnd(html, tag)
    const text = html.slice(open, at)
    const from = AROUND.has(tag.name) ? imageIn(html, open, at) : undefined
    const image = from === undefined ? undefined : startTagAt(html, from)
    if (from !== undefined && image !== undefined) {
      endLine()
      parts.push({
        kind: 'picture',
        image,
        written: html.slice(from, image.end),
        before: html.slice(open, from),
        after: html.slice(image.end, at),
        paragraph,
      })
      paragraph = undefined
    } else if (INLINE.has(tag.name)) line += text
    else other(text)
  }
  endLine()
  return parts
}

function withoutLastBreak(text: string): string {
  return text.endsWith('>') && /^<br ?\/?>$/.test(text.slice(text.lastIndexOf('<')))
    ? text.slice(0, text.lastIndexOf('<')).trimEnd()
    : text
}

/** The index behind the end tag at `at`; undefined where there is none. */
function endTagEnd(html: string, at: number): number | undefined {
  if (html[at + 1] !== '/') return undefined
  const end = html.indexOf('>', at)
  return end < 0 ? undefined : end + 1
}

/** The index behind the element that begins with `tag`; all that follows belongs to one that does not end. */
function elementEnd(html: string, { name, end }: StartTag): number {
  if (EMPTY.has(name)) return end
  const mark = new RegExp(`<(/?)${name}(?![\\w-])`, 'gi')
  mark.lastIndex = end
  let depth = 1
  for (let found = mark.exec(html); found !== null; found = mark.exec(html)) {
    depth += found[1] === '/' ? -1 : 1
    if (depth === 0) return endTagEnd(html, found.index) ?? html.length
  }
  return html.length
}

/** The index of the first picture between two places. */
function imageIn(html: string, from: number, to: number): number | undefined {
  for (let at = html.indexOf('<img', from); at >= 0 && at < to; at = html.indexOf('<img', at + 1))
    if (startTagAt(html, at) !== undefined) return at
  return undefined
}
