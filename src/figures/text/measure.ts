/** How wide text is in the faces that figures use: Fira, as the theme ships it. Kerning is left out. */
import { onFirstUse } from '../../base/index.ts'
import WIDTHS from './advance-widths.json' with { type: 'json' }

export type FontName = 'sans' | 'bold' | 'mono'

/** In thousandths of an em: of characters that no face has, and of those written in squares. */
const UNKNOWN = 600
const SQUARE = 1000

const tables = onFirstUse(
  (): Readonly<Record<FontName, ReadonlyMap<number, number>>> => ({
    sans: tableOf(WIDTHS.sans),
    bold: tableOf(WIDTHS.bold),
    mono: tableOf(WIDTHS.mono),
  }),
)

/** Each run is the code of its first character and the widths from there on. */
function tableOf(runs: readonly (readonly number[])[]): ReadonlyMap<number, number> {
  const table = new Map<number, number>()
  for (const [first = 0, ...widths] of runs)
    for (const [i, width] of widths.entries()) table.set(first + i, width)
  return table
}

const MARK = /^\p{M}$/u
const SQUARES =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\uff00-\uff60]$/u

/** Width of one line of `text` at `size` pixels. */
export function measure(text: string, font: FontName, size: number): number {
  const table = tables()[font]
  let sum = 0
  for (const character of text) {
    const code = character.codePointAt(0)!
    sum += table.get(code) ?? (code < 0x300 ? UNKNOWN : widthBeyond(character, font))
  }
  return (sum * size) / 1000
}

function widthBeyond(character: string, font: FontName): number {
  if (MARK.test(character)) return 0
  if (SQUARES.test(character)) return SQUARE
  return font === 'bold' ? UNKNOWN + 40 : UNKNOWN
}
