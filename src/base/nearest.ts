/**
 * The word of `known` that `word` most likely meant, or undefined when none is near: at most one edit in three
 * letters (Damerau-Levenshtein, neighbours swapped count once), or a known word that starts with it.
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  let best: string | undefined
  let least = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const candidate of known) {
    // Each letter more or less is an edit.
    if (Math.abs(word.length - candidate.length) >= least) continue
    const edits = distance(word, candidate)
    if (edits < least) {
      least = edits
      best = candidate
    }
  }
  return best ?? (word.length > 2 ? known.find((candidate) => candidate.startsWith(word)) : undefined)
}

function distance(a: string, b: string): number {
  let older: number[] = []
  let old = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min(old[j]! + 1, row[j - 1]! + 1, old[j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, older[j - 2]! + 1)
      row.push(cost)
    }
    older = old
    old = row
  }
  return old[b.length]!
}
