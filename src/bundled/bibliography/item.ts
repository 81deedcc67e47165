/** A work of a bibliography, whatever file it is from. All texts are plain. */

export interface Name {
  readonly family: string
  /** '' for a name in one piece */
  readonly given: string
}

export interface Item {
  readonly id: string
  /** as CSL has it: `article-journal`, `book`, `chapter` */
  readonly type: string
  readonly title: string
  readonly authors: readonly Name[]
  readonly editors: readonly Name[]
  /** whether there are more authors than those named */
  readonly others: boolean
  /** '' where there is none */
  readonly year: string
  /** tells works of one author and year apart: `a`, `b` */
  readonly suffix: string
  /** the journal or book it is part of */
  readonly container: string
  readonly publisher: string
  readonly volume: string
  readonly issue: string
  readonly pages: string
  readonly edition: string
  /** without an address before it: `10.1000/182` */
  readonly doi: string
  readonly url: string
}

/** The names that a citation goes by: the authors', else the editors'. */
export function namesOf({ authors, editors }: Item): readonly Name[] {
  return authors.length > 0 ? authors : editors
}

/** What a work without names goes by: its title, else its key. */
export function titleOrKey({ title, id }: Item): string {
  return title.trim() === '' ? id : title
}

/** `items` with the suffixes of those that nothing else tells apart: in the order of their titles. */
export function withSuffixes(items: readonly Item[]): readonly Item[] {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const names = namesOf(item)
    if (names.length === 0) continue
    const shown = names.length > 2 ? [names[0]?.family, '…'] : names.map(({ family }) => family)
    const key = `${shown.join(' ')} ${item.year}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  const suffixes = new Map<Item, string>()
  for (const group of groups.values()) {
    if (group.length === 1) continue
    const sorted = group.toSorted((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0))
    for (const [index, item] of sorted.entries()) suffixes.set(item, letters(index))
  }
  return items.map((item) => ({ ...item, suffix: suffixes.get(item) ?? '' }))
}

/** a, b, … z, aa, ab */
function letters(index: number): string {
  const rest = Math.floor(index / 26)
  return `${rest > 0 ? letters(rest - 1) : ''}${String.fromCharCode(97 + (index % 26))}`
}
