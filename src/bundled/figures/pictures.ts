/**
 * Figures where no page's style sheet is: in feeds, as pictures. A feed's text has the drawing as it is, escaped for XML or
 * JSON, or in CDATA; each becomes an `<img>` of a file that is written beside.
 */
import {
  escapeHtml,
  escapeXmlText,
  type FinishContext,
  type FinishedFile,
  sha256,
  standaloneSvg,
} from '../../plugin-api.ts'

/** How markup is written inside another text. */
interface Writing {
  readonly start: string
  readonly end: string
  read(text: string): string
  write(html: string): string
}

const START = '<svg xmlns="http://www.w3.org/2000/svg" class="whirl-figure"'
const END = '</svg>'

const escapedForXml = (html: string): string => escapeXmlText(html).replaceAll('"', '&quot;')
const inJson = (html: string): string => JSON.stringify(html).slice(1, -1)

const XML: readonly Writing[] = [
  { start: START, end: END, read: (text) => text, write: (html) => html },
  {
    start: escapedForXml(START),
    end: escapedForXml(END),
    read: (text) =>
      text
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&apos;', "'")
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&'),
    write: escapedForXml,
  },
]

const JSON_TEXT: readonly Writing[] = [
  {
    start: inJson(START),
    end: inJson(END),
    read: (text) => JSON.parse(`"${text}"`) as string,
    write: inJson,
  },
]

/** Where in the destination the picture of a drawing lies. */
function pathOf(svg: string): string {
  return `figures/${sha256(svg).slice(0, 16)}.svg`
}

/** A feed with pictures; undefined where it has no figures. */
export function withPictures(
  output: string,
  kind: 'xml' | 'json',
  absoluteUrl: (path: string) => string,
): string | undefined {
  let changed: string | undefined
  for (const writing of kind === 'json' ? JSON_TEXT : XML) {
    const made = replaced(changed ?? output, writing, (svg) => pictureOf(svg, absoluteUrl(`/${pathOf(svg)}`)))
    if (made !== undefined) changed = made
  }
  return changed
}

function replaced(text: string, writing: Writing, make: (svg: string) => string): string | undefined {
  let out = ''
  let from = 0
  for (let at = text.indexOf(writing.start); at !== -1; at = text.indexOf(writing.start, from)) {
    const end = text.indexOf(writing.end, at)
    if (end === -1) break
    const behind = end + writing.end.length
    out += text.slice(from, at) + writing.write(make(writing.read(text.slice(at, behind))))
    from = behind
  }
  return from === 0 ? undefined : out + text.slice(from)
}

function pictureOf(svg: string, address: string): string {
  const width = /\bwidth="(\d+)"/.exec(svg)?.[1] ?? ''
  const height = /\bheight="(\d+)"/.exec(svg)?.[1] ?? ''
  const title = /<title>([^<]*)<\/title>/.exec(svg)?.[1] ?? ''
  const words = /<desc>([^<]*)<\/desc>/.exec(svg)?.[1] ?? ''
  // Both are text of XML already.
  const alt = (words.startsWith(title) ? words : `${title}: ${words}`).replaceAll('"', '&quot;')
  return `<img src="${escapeHtml(address)}" width="${width}" height="${height}" alt="${alt}">`
}

/** The files of the pictures that feeds of the site show. */
export function picturesOf({ outputs }: Pick<FinishContext, 'outputs'>): readonly FinishedFile[] {
  const wanted = new Set<string>()
  for (const [path, text] of outputs)
    if (/\.(?:xml|json)$/.test(path))
      for (const [found] of text.matchAll(/figures\/[0-9a-f]{16}\.svg/g)) wanted.add(found)
  const files = new Map<string, FinishedFile>()
  for (const [path, text] of wanted.size === 0 ? [] : outputs) {
    if (!/\.html?$/.test(path)) continue
    for (let at = text.indexOf(START); at !== -1; at = text.indexOf(START, at + 1)) {
      const end = text.indexOf(END, at)
      if (end === -1) break
      const svg = text.slice(at, end + END.length)
      const file = pathOf(svg)
      if (wanted.has(file)) files.set(file, { path: file, content: `${standaloneSvg(svg)}\n` })
    }
  }
  return [...files.values()]
}
