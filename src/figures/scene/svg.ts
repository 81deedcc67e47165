/**
 * A scene as SVG: no ids, so that any number of figures may stand in a page; no style attributes and no scripts, so that
 * the strictest policy lets it through; text as text.
 */
import { escapeXmlAttribute, escapeXmlText } from '../../base/index.ts'
import type { FontName } from '../text/measure.ts'
import { type Colours, colour, styleOfBoth } from './palette.ts'
import { curve, number, tip } from './paths.ts'
import type { Box, Label, Line, Link, Look, Outline, Scene, Shape } from './shapes.ts'

const FAMILIES: Readonly<Record<'sans' | 'mono', string>> = {
  sans: "'Fira Sans','Sans Fallback',system-ui,sans-serif",
  mono: "'Fira Mono','Mono Fallback',ui-monospace,monospace",
}

/** What labels have unless they say otherwise: written once. */
const FONT: FontName = 'sans'
const SIZE = 14

interface SvgText {
  /** its name to who cannot see it */
  readonly title: string
  /** what it shows, in words */
  readonly description: string
  /** whose work is in it */
  readonly credits: readonly string[]
}

/** A drawing in `page` colours as a picture of its own: with the colours of light and dark. */
export function standaloneSvg(svg: string): string {
  return svg.replace('</desc>', () => `</desc><style>${styleOfBoth()}</style>${ground('both')}`)
}

/** What is behind a picture: who shows it may have another ground than its colours are made for. */
function ground(colours: Colours): string {
  return `<rect width="100%" height="100%" fill="${colour('ground', colours)}"/>`
}

export function svgOf(scene: Scene, { title, description, credits }: SvgText, colours: Colours): string {
  const [width, height] = [number(Math.ceil(scene.width)), number(Math.ceil(scene.height))]
  // A picture hides what is in it: one with links is a group.
  const role = scene.shapes.some(({ shape }) => shape === 'link') ? 'group' : 'img'
  const writer = new Writer(colours)
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" class="whirl-figure" role="${role}" width="${width}" height="${height}" ` +
    `viewBox="0 0 ${width} ${height}" fill="none" overflow="visible" font-family="${escapeXmlAttribute(FAMILIES.sans).replaceAll('&apos;', "'")}" font-size="${SIZE}">` +
    `<title>${escapeXmlText(printable(title))}</title><desc>${escapeXmlText(printable(description))}</desc>` +
    (credits.length === 0 ? '' : `<metadata>${escapeXmlText(credits.join('; '))}</metadata>`) +
    (colours === 'light' || colours === 'dark' ? ground(colours) : '') +
    `${writer.shapes(scene.shapes)}</svg>`
  return colours === 'both' ? standaloneSvg(svg) : svg
}

/** `text` without the characters that XML has none of. */
function printable(text: string): string {
  return text.toWellFormed().replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd')
}

/** Writes shapes; neighbours that look alike share a group, which says how once. */
class Writer {
  constructor(private readonly colours: Colours) {}

  shapes(shapes: readonly Shape[]): string {
    let out = ''
    let open: string | undefined
    for (const shape of shapes) {
      const attributes = shape.shape === 'link' ? '' : this.attributes(shape)
      if (attributes !== open) {
        if (open) out += '</g>'
        if (attributes !== '') out += `<g${attributes}>`
        open = attributes
      }
      out += this.element(shape)
    }
    return open ? `${out}</g>` : out
  }

  private attributes(shape: Exclude<Shape, Link>): string {
    return shape.shape === 'label' ? this.ofLabel(shape) : this.ofLook(shape)
  }

  private ofLook({ fill = 'none', stroke = 'none', weight = 1, dashed }: Look): string {
    let out = ''
    if (fill !== 'none') out += ` fill="${colour(fill, this.colours)}"`
    if (stroke !== 'none') out += ` stroke="${colour(stroke, this.colours)}"`
    if (stroke !== 'none' && weight !== 1) out += ` stroke-width="${number(weight)}"`
    if (stroke !== 'none' && dashed === true) out += ' stroke-dasharray="4 3"'
    return out
  }

  private ofLabel({ paint, font, size, anchor }: Label): string {
    let out = ` fill="${colour(paint, this.colours)}"`
    if (font === 'mono') out += ` font-family="${FAMILIES.mono}"`
    if (font === 'bold') out += ' font-weight="600"'
    if (font !== FONT || size !== SIZE) out += size === SIZE ? '' : ` font-size="${number(size)}"`
    if (anchor !== 'start') out += ` text-anchor="${anchor}"`
    return out
  }

  private element(shape: Shape): string {
    switch (shape.shape) {
      case 'box':
        return box(shape)
      case 'line':
        return this.line(shape)
      case 'outline':
        return outline(shape)
      case 'label':
        return label(shape)
      case 'link':
        return `<a href="${escapeXmlAttribute(printable(shape.href))}">${this.shapes(shape.shapes)}</a>`
    }
  }

  private line(shape: Line): string {
    const { points, stroke = 'ink', weight = 1, start, end } = shape
    let out = `<path d="${curve(shape)}"/>`
    const [first, second] = points
    const [last, before] = [points.at(-1), points.at(-2)]
    const paint = colour(stroke, this.colours)
    if (start !== undefined && first && second) out += tip(start, second, first, weight, paint)
    if (end !== undefined && last && before) out += tip(end, before, last, weight, paint)
    return out
  }
}

function box({ x, y, width, height, round = 0, oval }: Box): string {
  if (oval === true)
    return `<ellipse cx="${number(x + width / 2)}" cy="${number(y + height / 2)}" rx="${number(width / 2)}" ry="${number(height / 2)}"/>`
  const corner = round === 0 ? '' : ` rx="${number(round)}"`
  return `<rect x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}"${corner}/>`
}

function outline({ x, y, width, height, path, view }: Outline): string {
  const scale = Math.min(width / view[2], height / view[3])
  const left = x + (width - view[2] * scale) / 2 - view[0] * scale
  const top = y + (height - view[3] * scale) / 2 - view[1] * scale
  return `<path transform="translate(${number(left)} ${number(top)}) scale(${Number(scale.toPrecision(4))})" d="${escapeXmlAttribute(path)}"/>`
}

function label({ text, x, y, size, turned }: Label): string {
  // The baseline lies so far below the middle of a line of Fira.
  const drop = size * 0.35
  const place =
    turned === true
      ? `transform="translate(${number(x + drop)} ${number(y)}) rotate(-90)"`
      : `x="${number(x)}" y="${number(y + drop)}"`
  return `<text ${place}>${escapeXmlText(printable(text))}</text>`
}
