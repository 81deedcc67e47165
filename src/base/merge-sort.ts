/**
 * glibc's merge sort, which Ruby's `sort` uses on Linux: stable, split in the middle, the smaller half first. Which pairs
 * are compared, and in which order, shows in what a comparison says when it fails.
 */
export function mergeSort<T>(items: readonly T[], compare: (a: T, b: T) => number): readonly T[] {
  if (items.length < 2) return items
  const middle = items.length >> 1
  const left = mergeSort(items.slice(0, middle), compare)
  const right = mergeSort(items.slice(middle), compare)
  const merged: T[] = []
  let i = 0
  let j = 0
  while (i < left.length && j < right.length)
    merged.push(compare(left[i] as T, right[j] as T) <= 0 ? (left[i++] as T) : (right[j++] as T))
  while (i < left.length) merged.push(left[i++] as T)
  while (j < right.length) merged.push(right[j++] as T)
  return merged
}
