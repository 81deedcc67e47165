/** How long a text takes to read. */

/** Words a minute that people read of texts with code in them. */
const PACE = 220
/** Characters a minute of scripts that write no blanks between words: Chinese, Japanese; Korean is near enough. */
const PACE_OF_CHARACTERS = 500

/** Whole minutes, at least one, for a source text of that many words and characters. Linear, and makes nothing. */
export function readingMinutes(text: string): number {
  let words = 0
  let characters = 0
  let inside = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isCharacter(code)) {
      characters++
      inside = false
      continue
    }
    const isBlank = code <= 32
    if (!isBlank && !inside) words++
    inside = !isBlank
  }
  return Math.max(1, Math.round(words / PACE + characters / PACE_OF_CHARACTERS))
}

/** Kana, Han and Hangul; the rarer Han beyond the first plane count by half of their pair. */
function isCharacter(code: number): boolean {
  return (
    (code >= 0x3040 && code <= 0x30ff) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xd840 && code <= 0xd888)
  )
}
