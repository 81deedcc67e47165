/**
 * The pictures of a finished page: with the size of their file, so that nothing moves when they come, with other formats and
 * widths to choose from, and with the one for dark colours. Feeds have them as they were written.
 *
 * One pass from picture to picture; what stands in comments and scripts stays as it is.
 */
import { escapeHtml, type Picture, type StartTag, startTagAt } from '../../plugin-api.ts'
import type { PictureOptions } from './options.ts'
import { isVaried, sourcesOf } from './variants.ts'

interface Desk {
  readonly options: PictureOptions
  /** the picture that an attribute names, and its address in the site; undefined where it is not the site's */
  find(written: string): Found | undefined
  /** told of each picture of the site that is shown */
  look(written: string, picture: Picture): void
  /** an address of the site as links have it */
  link(url: string): string
}

interface Found {
  readonly url: string
  readonly picture: Picture
}

const NEXT = /<(?:!--|(?:img|picture|\/picture|script|style|textarea|template|svg)\b)/gi
/** Pictures in these are none of the page's, up to what ends them. */
const CLOSED: Readonly<Record<string, string>> = {
  '<!--': '-->',
  '<script': '</script',
  '<style': '</style',
  '<textarea': '</textarea',
  '<template': '</template',
  '<svg': '</svg',
}
const PIXELS = /^\s*(\d+)(?:px)?\s*$/

/** `html`, changed; the same where there is nothing to do. */
export function dressPictures(html: string, desk: Desk): string {
  let out = ''
  let from = 0
  let inPicture = false
  NEXT.lastIndex = 0
  for (let found = NEXT.exec(html); found !== null; found = NEXT.exec(html)) {
    const mark = found[0].toLowerCase()
    const close = CLOSED[mark]
    if (close !== undefined) {
      const end = html.indexOf(close, NEXT.lastIndex)
      if (end < 0) break
      NEXT.lastIndex = end
    } else if (mark === '<picture') inPicture = true
    else if (mark === '</picture') inPicture = false
    else if (mark === '<img') {
      const tag = startTagAt(html, found.index)
      if (tag === undefined) continue
      NEXT.lastIndex = tag.end
      const made = dressed(html.slice(found.index, tag.end), tag, inPicture, desk)
      if (made === undefined) continue
      out += html.slice(from, found.index) + made
      from = tag.end
    }
  }
  return from === 0 ? html : out + html.slice(from)
}

/** The picture whose tag is `text`; undefined where it stays. */
function dressed(text: string, tag: StartTag, inPicture: boolean, desk: Desk): string | undefined {
  const { attributes } = tag
  const src = attributes.get('src')
  if (src === undefined) return undefined
  const found = desk.find(src)
  if (found !== undefined) desk.look(src, found.picture)
  const written = attributes.get('dark')
  const bare = written === undefined ? text : withoutDark(text)
  const sized = found === undefined || !desk.options.sizes ? bare : withSize(bare, attributes, found.picture)
  if (inPicture || attributes.has('srcset')) return sized === text ? undefined : sized
  const light = found === undefined ? '' : variants(found, attributes, desk, '')
  const dark = written === undefined ? '' : darkSources(written, attributes, desk)
  if (light === '' && dark === '') return sized === text ? undefined : sized
  return `<picture>${dark}${light}${sized}</picture>`
}

function withoutDark(text: string): string {
  return text.replace(/(?<!\s)\s+dark\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)/i, '')
}

/** Of one side that is written the other follows; what is not in pixels is left alone. */
function withSize(text: string, attributes: StartTag['attributes'], { width, height }: Picture): string {
  if (width === undefined || height === undefined) return text
  const [across, down] = [attributes.get('width'), attributes.get('height')]
  if (across !== undefined && down !== undefined) return text
  const given = PIXELS.exec(across ?? down ?? '')?.[1]
  if ((across ?? down) !== undefined && given === undefined) return text
  const size =
    given === undefined
      ? ` width="${width}" height="${height}"`
      : across === undefined
        ? ` width="${Math.round((Number(given) * width) / height)}"`
        : ` height="${Math.round((Number(given) * height) / width)}"`
  const at = /(?<!\s)\s*\/?>$/.exec(text)?.index ?? text.length
  return text.slice(0, at) + size + text.slice(at)
}

const DARK = ' data-scheme="dark" media="(prefers-color-scheme: dark)"'

function darkSources(written: string, attributes: StartTag['attributes'], desk: Desk): string {
  const found = desk.find(written)
  if (found !== undefined) desk.look(written, found.picture)
  const { width, height } = found?.picture ?? {}
  const size = width === undefined || height === undefined ? '' : ` width="${width}" height="${height}"`
  const made = found === undefined ? '' : variants(found, attributes, desk, DARK)
  return `${made}<source${DARK} srcset="${inList(written)}"${size}>`
}

/** A comma or a blank would end an address in `srcset`. */
function inList(written: string): string {
  return written.trim().replaceAll(' ', '%20').replaceAll(',', '%2C').replaceAll('"', '&quot;')
}

function variants(
  { url, picture }: Found,
  attributes: StartTag['attributes'],
  desk: Desk,
  more: string,
): string {
  if (!isVaried(picture, desk.options)) return ''
  const shown = Number(PIXELS.exec(attributes.get('width') ?? '')?.[1] ?? Number.NaN)
  const slot =
    attributes.get('sizes') ??
    (shown < (picture.width ?? 0) ? `(min-width: ${shown}px) ${shown}px, 100vw` : desk.options.slot)
  return sourcesOf(url, picture, desk.options, Number.isNaN(shown) ? undefined : shown)
    .map(
      ({ type, files }) =>
        `<source${more} type="${type}" srcset="${escapeHtml(
          files.map(({ path, width }) => `${inList(encodeURI(desk.link(path)))} ${width}w`).join(', '),
        )}" sizes="${slot.replaceAll('"', '&quot;')}" width="${picture.width}" height="${picture.height}">`,
    )
    .join('')
}
