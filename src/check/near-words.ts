/** From many words the few that one may be a slip of, without a look at all of them. */

/** So many words on each side, by their beginnings and by their ends. */
const BESIDE = 16
/** A longer one is nobody's slip. */
const LONGEST = 512

/**
 * A slip leaves the beginning or the end of a word as it is: the words nearest in the order of the alphabet, and in that
 * of the words read backwards.
 */
export function nearWords(words: readonly string[]): (word: string) => readonly string[] {
  const short = words.filter((word) => word.length <= LONGEST)
  const forwards = short.toSorted()
  const backwards = short.map(reversed).sort()
  return (word) => {
    if (word.length > LONGEST) return []
    return [...new Set([...around(forwards, word), ...around(backwards, reversed(word)).map(reversed)])]
  }
}

function around(sorted: readonly string[], word: string): string[] {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < word) low = middle + 1
    else high = middle
  }
  return sorted.slice(Math.max(0, low - BESIDE), low + BESIDE)
}

function reversed(word: string): string {
  return [...word].reverse().join('')
}
