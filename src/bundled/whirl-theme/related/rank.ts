/**
 * Which texts are like which: words weigh by how often they stand in a text and by how few others have them (tf-idf). The
 * heaviest of each text are compared, over an index from words to texts, so the work grows with the number of texts.
 */
import type { Terms } from './terms.ts'

/** How many words of a text are compared. */
const KEPT = 24
/** How many texts of a word are: those in which it weighs most. */
const PER_WORD = 150
/** A word that more of the texts have than this says nothing: in small collections as in large ones. */
const COMMON = 0.4
/** Less likeness than this is chance. */
const LEAST = 0.03

interface Weighed {
  readonly term: number
  readonly weight: number
}

/** For each text the places of the `most` that are most like it, best first; of equals the later one. */
export function rankRelated(texts: readonly Terms[], most: number): readonly (readonly number[])[] {
  const weighed = weigh(texts)
  const index = new Map<number, { readonly at: number; readonly weight: number }[]>()
  for (const [at, terms] of weighed.entries())
    for (const { term, weight } of terms) {
      const places = index.get(term)
      if (places === undefined) index.set(term, [{ at, weight }])
      else places.push({ at, weight })
    }
  for (const [term, places] of index)
    if (places.length > PER_WORD)
      index.set(term, places.sort((a, b) => b.weight - a.weight || b.at - a.at).slice(0, PER_WORD))
  const scores = new Float64Array(texts.length)
  return weighed.map((terms, own) => {
    const touched: number[] = []
    for (const { term, weight } of terms)
      for (const place of index.get(term) ?? []) {
        if (place.at === own) continue
        if (scores[place.at] === 0) touched.push(place.at)
        scores[place.at] = (scores[place.at] as number) + weight * place.weight
      }
    const best = touched
      .filter((at) => (scores[at] as number) >= LEAST)
      .sort((a, b) => (scores[b] as number) - (scores[a] as number) || b - a)
      .slice(0, most)
    for (const at of touched) scores[at] = 0
    return best
  })
}

/** The heaviest words of each text, so that their squares make one. */
function weigh(texts: readonly Terms[]): readonly (readonly Weighed[])[] {
  const having = new Map<number, number>()
  for (const terms of texts) for (const term of terms.keys()) having.set(term, (having.get(term) ?? 0) + 1)
  const common = Math.max(2, texts.length * COMMON)
  return texts.map((terms) => {
    const all: Weighed[] = []
    for (const [term, count] of terms) {
      const others = having.get(term) as number
      // A word of one text leads nowhere.
      if (others < 2 || others > common || others === texts.length) continue
      all.push({ term, weight: (1 + Math.log(count)) * Math.log(texts.length / others) })
    }
    const kept = all.sort((a, b) => b.weight - a.weight || a.term - b.term).slice(0, KEPT)
    const length = Math.hypot(...kept.map(({ weight }) => weight))
    return kept.map(({ term, weight }) => ({ term, weight: weight / length }))
  })
}
