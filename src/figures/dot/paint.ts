/** Colours that a graph names, as what they come nearest to among those of figures: these hold in light and dark. */
import type { Paint } from '../scene/shapes.ts'

interface Shade {
  readonly hue: 'red' | 'green' | 'other' | undefined
  /** from 0, black, to 1 */
  readonly light: number
}

/** Of `#rrggbb` or `#rrggbbaa`; undefined where nothing is to be seen. */
function shadeOf(color: string): Shade | undefined {
  if (/^#[\da-f]{6}00$/i.test(color) || color === 'transparent') return undefined
  const channel = (at: number): number => Number.parseInt(color.slice(at, at + 2), 16) / 255
  const [red, green, blue] = color.startsWith('#') ? [channel(1), channel(3), channel(5)] : [0, 0, 0]
  const [least, most] = [Math.min(red, green, blue), Math.max(red, green, blue)]
  const light = (least + most) / 2
  if (most - least < 0.12) return { hue: undefined, light }
  if (red === most && green - least < (most - least) / 3 && blue - least < (most - least) / 2)
    return { hue: 'red', light }
  return { hue: green === most && blue - least < (most - least) * 0.75 ? 'green' : 'other', light }
}

const TINTS = { red: 'bad', green: 'good', other: 'accent' } as const

/** Of lines and text; `plain` is what black is. */
export function strokeOf(color: string, plain: Paint): Paint {
  const shade = shadeOf(color)
  if (shade === undefined) return 'none'
  if (shade.hue !== undefined) return TINTS[shade.hue]
  return shade.light < 0.35 ? plain : plain === 'ink' ? 'quiet' : 'line'
}

/** Of a surface that text may stand on. */
export function fillOf(color: string): Paint {
  const shade = shadeOf(color)
  if (shade === undefined) return 'none'
  if (shade.hue !== undefined) return 'mark'
  return shade.light < 0.35 ? 'ink' : shade.light > 0.97 ? 'ground' : 'raised'
}

/** Of the border of a surface of colour `fill`: its own, or, where that is black, that of the surface, so that red says red. */
export function borderOf(color: string, fill: string): Paint {
  const own = strokeOf(color, 'line')
  const hue = shadeOf(fill)?.hue
  return own === 'line' && hue !== undefined ? TINTS[hue] : own
}
