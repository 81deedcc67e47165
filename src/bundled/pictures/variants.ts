/** Which files are made beside a picture, and how they are called: all of what a name says is in the name. */
import type { Picture } from '../../plugin-api.ts'
import type { Format, PictureOptions } from './options.ts'

/** More pixels than this no page shows, and decoding them takes a gigabyte. */
export const MOST_PIXELS = 40_000_000
const FOLDER = '/assets/pictures'
const NAME = /\/assets\/pictures(\/[^"'\s,<>\\&]+)\/([0-9a-f]{16})-(\d+)\.(avif|webp)/g

export interface Variant {
  /** of the picture it is made of, an address of the site */
  readonly of: string
  readonly digest: string
  readonly width: number
  readonly format: Format
}

/** Whether files are made beside `picture`: a still JPEG or PNG that says how large it is, and is not too large. */
export function isVaried({ format, animated, width, height }: Picture, { formats }: PictureOptions): boolean {
  if (formats.length === 0 || animated || (format !== 'jpeg' && format !== 'png')) return false
  return width !== undefined && height !== undefined && width * height <= MOST_PIXELS
}

/** The variants of the picture at `url`, by format, the narrowest first; `shown`, how many pixels wide the page shows it. */
export function sourcesOf(
  url: string,
  { width = 0, digest }: Picture,
  { formats, widths }: PictureOptions,
  shown: number | undefined,
): readonly { readonly type: string; readonly files: readonly { path: string; width: number }[] }[] {
  // Twice as many for screens that have two in the place of one.
  const most = Math.min(width, shown === undefined ? width : shown * 2, Math.max(...widths))
  const chosen = [...widths.filter((each) => each < most), most]
  return formats.map((format) => ({
    type: `image/${format}`,
    files: chosen.map((each) => ({ path: `${FOLDER}${url}/${digest}-${each}.${format}`, width: each })),
  }))
}

/** The variants that a page names, by their path in the destination. */
export function variantsIn(html: string, into: Map<string, Variant>): void {
  if (!html.includes(FOLDER)) return
  for (const [found, of = '', digest = '', width, format] of html.matchAll(NAME)) {
    const path = decodeURI(found.slice(1)).replaceAll('%2C', ',')
    if (!into.has(path))
      into.set(path, {
        of: decodeURI(of).replaceAll('%2C', ','),
        digest,
        width: Number(width),
        format: format as Format,
      })
  }
}
