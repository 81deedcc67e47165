/** What is said of pictures that no reader will see. */
import { type Diagnostic, type Picture, placesIn, type Renderable } from '../../plugin-api.ts'
import type { PictureOptions } from './options.ts'
import { MOST_PIXELS } from './variants.ts'

/** What is wrong with the picture that `doc` shows, where its own text names it; undefined where nothing is, or another text does. */
export function faultOf(
  doc: Renderable,
  written: string,
  picture: Picture,
  options: PictureOptions,
): Diagnostic | undefined {
  const what = wrongWith(picture, options)
  if (what === undefined) return undefined
  const name = written.slice(written.lastIndexOf('/') + 1)
  const at = doc.body.indexOf(name)
  if (at < 0) return undefined
  const { name: where, ...place } = placesIn(doc)(at, at + name.length)
  return {
    code: what.code,
    severity: 'warning',
    topic: 'Pictures:',
    message: `${where} shows ${name}, which ${what.message}`,
    ...place,
    help: what.help,
    trail: [`rendering ${doc.file.path}`],
  }
}

interface Wrong {
  readonly code: string
  readonly message: string
  readonly help: string
}

function wrongWith({ format, width, height }: Picture, { formats }: PictureOptions): Wrong | undefined {
  if (format === 'heic')
    return {
      code: 'pictures/heic',
      message: 'is HEIC: no browser but Safari shows it.',
      help: 'save it as a JPEG',
    }
  if (format === undefined)
    return {
      code: 'pictures/broken',
      message: 'is no picture.',
      help: 'save it again: its file begins otherwise',
    }
  if (width === undefined || height === undefined)
    return format === 'svg'
      ? undefined
      : {
          code: 'pictures/broken',
          message: 'does not say how large it is: it is cut off.',
          help: 'copy it again from where it came',
        }
  if (formats.length > 0 && width * height > MOST_PIXELS)
    return {
      code: 'pictures/large',
      message: `has ${width} × ${height} pixels: nothing is made of more than ${MOST_PIXELS / 1_000_000} million.`,
      help: 'save it smaller: no page shows so many',
    }
  return undefined
}
