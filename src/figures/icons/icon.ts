/** Icons: Font Awesome's by name, and the site's own by their files. */
import { onFirstUse } from '../../base/index.ts'
import type { Credit, DrawContext } from '../kind.ts'
import { unknownWord } from '../language/fault.ts'
import type { Word } from '../language/lines.ts'
import type { Outline } from '../scene/shapes.ts'
import ICONS from './icons.json' with { type: 'json' }

export type Icon = Pick<Outline, 'path' | 'view'> & {
  /** who is to be named where it is shown */
  readonly credit?: Credit
}

const byName = onFirstUse(
  (): ReadonlyMap<string, readonly (string | number)[]> => new Map(Object.entries(ICONS.icons)),
)

const iconNames = (): readonly string[] => [...byName().keys()]

export function iconNamed(name: string): Icon | undefined {
  const found = byName().get(name)
  if (found === undefined) return undefined
  const [width, height, path] = found
  return { view: [0, 0, Number(width), Number(height)], path: String(path), credit: ICONS.from }
}

/** The largest file of an icon, in bytes. */
const LARGEST = 64 * 1024
const NUMBER = /^-?\d+(?:\.\d+)?$/

/**
 * The outlines of an SVG: its `viewBox` and the `d` of each `<path>`, in one colour. What else is in it is left out. In words,
 * what is wrong with it.
 */
function iconIn(bytes: Uint8Array): Icon | string {
  if (bytes.length > LARGEST) return `it has more than ${LARGEST / 1024} KB`
  const text = new TextDecoder().decode(bytes)
  const box =
    /\bviewBox\s*=\s*["']([^"']*)["']/
      .exec(text)?.[1]
      ?.trim()
      .split(/[\s,]+/) ?? []
  if (box.length !== 4 || !box.every((each) => NUMBER.test(each))) return 'it has no viewBox'
  const [x, y, width, height] = box.map(Number) as [number, number, number, number]
  if (width <= 0 || height <= 0) return 'its viewBox is empty'
  const paths = [...text.matchAll(/<path\b[^>]*?\sd\s*=\s*["']([^"']*)["']/g)].map(([, d]) => d!.trim())
  if (paths.length === 0) return 'it has no <path>'
  if (paths.some((d) => !/^[Mm][MmLlHhVvCcSsQqTtAaZz0-9eE+\-.,\s]*$/.test(d)))
    return 'a <path> of it has other letters than those of paths'
  return { view: [x, y, width, height], path: paths.join('') }
}

/** Whom the icons of a figure are from, each once. */
export function creditsOf(icons: readonly Icon[]): readonly Credit[] {
  return [...new Set(icons.flatMap(({ credit }) => (credit === undefined ? [] : [credit])))]
}

/** The icon that an attribute names, by its name or its file; undefined for `none`, and for what is told. */
export function iconAt(
  { value, valueSpan: span }: NonNullable<Word['attribute']>,
  context: Pick<DrawContext, 'fault' | 'readFile'>,
): Icon | undefined {
  if (value === 'none') return undefined
  if (!/\.svg$/i.test(value)) {
    const found = iconNamed(value)
    if (found === undefined) {
      const fault = unknownWord({ text: value, span }, iconNames(), 'icon')
      context.fault({ ...fault, help: `${fault.help}; a file of the site ends in .svg` })
    }
    return found
  }
  const bytes = context.readFile(value)
  const icon = bytes === undefined ? 'it is not there' : iconIn(bytes)
  if (typeof icon !== 'string') return icon
  context.fault({
    message: `The icon "${value}" cannot be used: ${icon}`,
    span,
    help: 'name an SVG with a viewBox and paths',
  })
  return undefined
}
