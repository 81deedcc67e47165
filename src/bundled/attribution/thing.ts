/** What JSON-LD is made of. A key whose value is undefined is not printed. */
export interface Thing {
  readonly [key: string]: Thing | readonly Thing[] | string | number | readonly string[] | undefined
}

/** A list with something in it; undefined for an empty one. */
export function filled<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list
}
