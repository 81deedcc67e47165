/** Text in lines. */
import { type FontName, measure } from './measure.ts'

/**
 * `text` in lines no wider than `width` pixels, broken between words, at its own line breaks, and behind `/`, `-` and `,`;
 * a word that is wider by itself has a line of its own, wider than that. Linear.
 */
export function wrap(text: string, font: FontName, size: number, width: number): readonly string[] {
  const lines: string[] = []
  for (const part of text.split('\n')) {
    let line = ''
    let taken = 0
    for (const piece of part.match(/[^\s/,-]*[/,-]+|[^\s/,-]+|\s+/g) ?? []) {
      const isBlank = piece.trim() === ''
      if (isBlank && line === '') continue
      const own = measure(isBlank ? ' ' : piece, font, size)
      if (line !== '' && !isBlank && taken + own > width) {
        lines.push(line.trimEnd())
        line = ''
        taken = 0
      }
      line += isBlank ? ' ' : piece
      taken += own
    }
    lines.push(line.trimEnd())
  }
  return lines
}

/** `text` no wider than `width`: cut, with `…` at its end. */
export function cut(text: string, font: FontName, size: number, width: number): string {
  if (measure(text, font, size) <= width) return text
  let taken = measure('…', font, size)
  let out = ''
  for (const character of text) {
    taken += measure(character, font, size)
    if (taken > width) break
    out += character
  }
  return `${out.trimEnd()}…`
}
