/**
 * Colours as libsass prints those that a function made: in digits or by name, `hsl()` too, and as `rgba()` where they are not
 * opaque. Dart Sass keeps the function it was written with.
 */
import type { Layout } from './layout.ts'
import { replacePieces } from './replaced-pieces.ts'
import { libsassColour } from './shortest-colour.ts'
import { KEPT } from './static-values.ts'
import { LINE_STRING } from './style-pieces.ts'

const NUMBER = String.raw`(-?[\d.]+(?:e-?\d+)?)`
const pieces = (comma: string): RegExp =>
  new RegExp(
    String.raw`${KEPT}(?:${LINE_STRING}|[^;}\n"'])*|${LINE_STRING}|/\*[\s\S]*?(?:\*/|$)|\n|(?<![\w-])(rgb|hsl)a?\(${[NUMBER, `${NUMBER}%?`, `${NUMBER}%?`].join(comma)}(?:${comma}${NUMBER})?\)`,
    'g',
  )
/** Kept values, strings and comments whole, and colours as Dart Sass prints them. */
const PIECES = { compressed: pieces(', ?'), spaced: pieces(', ') }

/** @param printed with the marks of kept values */
export function libsassColours(printed: string, compressed: boolean): Layout {
  return replacePieces(printed, compressed ? PIECES.compressed : PIECES.spaced, (match) => {
    const kind = match[1]
    return kind === undefined ? undefined : colourOf(kind, match.slice(2), compressed)
  })
}

function colourOf(kind: string, numbers: readonly (string | undefined)[], compressed: boolean): string {
  const [a = 0, b = 0, c = 0, alpha = 1] = numbers.map((each) =>
    each === undefined ? undefined : Number(each),
  )
  const channels = (kind === 'rgb' ? [a, b, c] : rgbOf(a, b, c)).map((each) => rounded(each))
  if (alpha < 1) return `rgba(${[...channels, shortNumber(alpha)].join(compressed ? ',' : ', ')})`
  return libsassColour(channels.map((each) => each.toString(16).padStart(2, '0')).join(''), compressed)
}

/** Red, green and blue, to 255, of a hue in degrees, saturation and lightness in percent: as CSS defines it. */
function rgbOf(hue: number, saturation: number, lightness: number): readonly number[] {
  const s = saturation / 100
  const l = lightness / 100
  const high = l <= 0.5 ? l * (s + 1) : l + s - l * s
  const low = l * 2 - high
  const channel = (turn: number): number => {
    const h = turn - Math.floor(turn)
    if (h * 6 < 1) return low + (high - low) * h * 6
    if (h * 2 < 1) return high
    return h * 3 < 2 ? low + (high - low) * (2 / 3 - h) * 6 : low
  }
  return [hue / 360 + 1 / 3, hue / 360, hue / 360 - 1 / 3].map((turn) => channel(turn) * 255)
}

/** What is nearly a half goes up. */
function rounded(value: number): number {
  return Math.min(Math.max(Math.floor(value + 0.5 + 1e-11), 0), 255)
}

/** Six digits, as C++ prints numbers: `1e-08`. */
function shortNumber(value: number): string {
  const short = Number(value.toPrecision(6))
  if (short === 0 || short >= 1e-4) return String(short)
  return short.toExponential().replace(/e-(\d)$/, 'e-0$1')
}
