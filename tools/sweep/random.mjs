/** Chance that can be had again: the same numbers for the same seed. */

/**
 * @typedef {object} Random
 * @property {(limit: number) => number} below a whole number from 0, less than `limit`
 * @property {(percent: number) => boolean} often
 * @property {<T>(list: readonly T[]) => T} pick
 * @property {<T>(list: readonly T[], atMost: number) => T[]} some none to `atMost` of them, in their order
 * @property {<T>(count: number, make: (index: number) => T) => T[]} times
 */

/** @param {number} seed @returns {Random} */
export function randomOf(seed) {
  let state = Math.imul(seed + 1, 2654435761) | 0 || 1
  const next = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
  // seeds that stand side by side start alike
  for (let i = 0; i < 8; i++) next()
  const below = (limit) => next() % limit
  const pick = (list) => list[below(list.length)]
  return {
    below,
    pick,
    often: (percent) => below(100) < percent,
    some(list, atMost) {
      const taken = new Set()
      for (let i = below(atMost + 1); i > 0; i--) taken.add(below(list.length))
      return list.filter((_, index) => taken.has(index))
    },
    times: (count, make) => Array.from({ length: count }, (_, index) => make(index)),
  }
}
