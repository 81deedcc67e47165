/** How long a text takes to read. */

/** Words a minute that people read of texts with code in them. */
const PACE = 220

/** Whole minutes, at least one, for a source text of that many words. Linear, and makes nothing. */
export function readingMinutes(text: string): number {
  let words = 0
  let inside = false
  for (let at = 0; at < text.length; at++) {
    const isBlank = text.charCodeAt(at) <= 32
    if (!isBlank && !inside) words++
    inside = !isBlank
  }
  return Math.max(1, Math.round(words / PACE))
}
