/** Variables with documents in them, as somebody sees them. */
import type { DocId, Holding } from './types.ts'

/** `holding` with what `shown` gives for each document: lists are without those for which that is undefined. */
export function shownHolding(holding: Holding, shown: (id: DocId) => unknown): unknown {
  if (typeof holding === 'string') return shown(holding) ?? null
  if ('value' in holding) return holding.value
  if ('size' in holding)
    return new Map([...holding].map(([key, item]) => [key, shownHolding(item, shown)] as const))
  return holding
    .filter((item) => typeof item !== 'string' || shown(item) !== undefined)
    .map((item) => shownHolding(item, shown))
}
