/**
 * How wide text is in a typeface, from its file: the tables `head`, `hhea`, `hmtx` and `cmap` (format 4) of OpenType.
 * Kerning is left out; a card's line may come out a pixel or two shorter than measured.
 */

/** Width of `text` at `size` pixels; `strong` for titles. */
export type Measure = (text: string, size: number, strong: boolean) => number

/** What a character is taken to be as wide as, where no face has it: an em, as in scripts written in squares. */
const UNKNOWN = 1

/** Measures with the first of the faces that has a character. Throws a RangeError for bytes that are no typeface. */
export function measureWith(strong: readonly Uint8Array[], normal: readonly Uint8Array[]): Measure {
  const faces = { strong: strong.map(widths), normal: normal.map(widths) }
  return (text, size, isStrong) => {
    let sum = 0
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0
      sum += widthIn(isStrong ? faces.strong : faces.normal, code)
    }
    return sum * size
  }
}

type Widths = (code: number) => number | undefined

function widthIn(faces: readonly Widths[], code: number): number {
  for (const face of faces) {
    const width = face(code)
    if (width !== undefined) return width
  }
  return UNKNOWN
}

/** The advance of a character in ems, by its code; undefined where the face does not have it. */
function widths(bytes: Uint8Array): Widths {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const table = (name: string): number => {
    for (let at = 12; at < 12 + view.getUint16(4) * 16; at += 16) {
      const tag = String.fromCharCode(...bytes.subarray(at, at + 4))
      if (tag === name) return view.getUint32(at + 8)
    }
    throw new RangeError(`the typeface has no table '${name}'`)
  }
  const unitsPerEm = view.getUint16(table('head') + 18)
  const count = view.getUint16(table('hhea') + 34)
  const hmtx = table('hmtx')
  const glyphs = glyphsByCode(view, table('cmap'))
  return (code) => {
    const glyph = glyphs(code)
    return glyph === 0 ? undefined : view.getUint16(hmtx + Math.min(glyph, count - 1) * 4) / unitsPerEm
  }
}

/** The number of a character's glyph, 0 for none. */
function glyphsByCode(view: DataView, cmap: number): (code: number) => number {
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const start = cmap + view.getUint32(cmap + 4 + i * 8 + 4)
    if (view.getUint16(start) === 4) return segments(view, start)
  }
  throw new RangeError('the typeface has no table of characters of format 4')
}

function segments(view: DataView, start: number): (code: number) => number {
  const doubled = view.getUint16(start + 6)
  const ends = start + 14
  const starts = ends + doubled + 2
  const deltas = starts + doubled
  const offsets = deltas + doubled
  return (code) => {
    for (let i = 0; i < doubled; i += 2) {
      if (view.getUint16(ends + i) < code) continue
      const first = view.getUint16(starts + i)
      if (first > code) return 0
      const delta = view.getUint16(deltas + i)
      const offset = view.getUint16(offsets + i)
      if (offset === 0) return (code + delta) & 0xffff
      const glyph = view.getUint16(offsets + i + offset + (code - first) * 2)
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff
    }
    return 0
  }
}
