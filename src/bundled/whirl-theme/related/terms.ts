/** The words of a text, as numbers: what posts are compared by. */

/** How often each word stands in a text, by a digest of 32 bits; two words of one digest count as one. */
export type Terms = Map<number, number>

const START = 0x811c9dc5
const STEP = 0x01000193

/** Shorter ones say little. */
const SHORTEST = 3
/** What is read of a text, in characters: enough to know what it is about. */
const READ = 40_000

const LETTER = /[\p{L}\p{N}]/u

/** Counts the words of `text` into `terms`, each `weight` times. Scripts without blanks count by pairs of characters. Linear. */
export function countTerms(text: string, weight: number, terms: Terms): void {
  const end = Math.min(text.length, READ)
  let hash = START
  let length = 0
  let before = 0
  const finish = (): void => {
    if (length >= SHORTEST) terms.set(hash, (terms.get(hash) ?? 0) + weight)
    hash = START
    length = 0
  }
  for (let at = 0; at < end; at++) {
    const code = text.charCodeAt(at)
    if (isIdeograph(code)) {
      if (length > 0) finish()
      if (before !== 0) {
        const pair = mixed(mixed(START, before), code)
        terms.set(pair, (terms.get(pair) ?? 0) + weight)
      }
      before = code
      continue
    }
    before = 0
    const letter = lowerLetter(code)
    if (letter === 0) {
      if (length > 0) finish()
      continue
    }
    hash = mixed(hash, letter)
    length++
  }
  if (length > 0) finish()
}

/** One word that stands for a whole name, a tag's say. */
export function countName(name: string, weight: number, terms: Terms): void {
  let hash = mixed(START, 0x23)
  for (const char of name.toLowerCase()) hash = mixed(hash, char.codePointAt(0) ?? 0)
  terms.set(hash, (terms.get(hash) ?? 0) + weight)
}

function mixed(hash: number, code: number): number {
  return Math.imul(hash ^ code, STEP) >>> 0
}

/** The character in lower case; 0 for what is part of no word. */
function lowerLetter(code: number): number {
  if (code >= 97 && code <= 122) return code
  if (code >= 65 && code <= 90) return code + 32
  if (code >= 48 && code <= 57) return code
  if (code < 128) return 0
  const char = String.fromCharCode(code)
  return LETTER.test(char) || (code >= 0xd800 && code <= 0xdfff) ? char.toLowerCase().charCodeAt(0) : 0
}

function isIdeograph(code: number): boolean {
  return (code >= 0x3040 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff)
}
