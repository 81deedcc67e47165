/**
 * Ruby's `sort` as it comes out on Linux: glibc's merge sort. Comparisons that contradict themselves (two nils, each after
 * the other) give the same order only with the same comparisons.
 */
export function rubySort<T>(items: readonly T[], compare: (a: T, b: T) => number): T[] {
  const sorted = items.slice()
  sortRange(sorted, items.slice(), 0, items.length, compare)
  return sorted
}

function sortRange<T>(
  items: T[],
  spare: T[],
  start: number,
  count: number,
  compare: (a: T, b: T) => number,
): void {
  if (count <= 1) return
  const left = count >> 1
  const middle = start + left
  const end = start + count
  sortRange(items, spare, start, left, compare)
  sortRange(items, spare, middle, count - left, compare)
  let a = start
  let b = middle
  let to = start
  while (a < middle && b < end) spare[to++] = compare(items[a]!, items[b]!) <= 0 ? items[a++]! : items[b++]!
  while (a < middle) spare[to++] = items[a++]!
  for (let i = start; i < to; i++) items[i] = spare[i]!
}
