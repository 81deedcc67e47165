/** Many texts sought in one long text, which is not read anew for each of them. */

/** The places of a text, first to last. */
export type Places = (text: string) => Iterable<number>

/** So many texts are sought without a table. */
const WITHOUT_TABLE = 8
const GRAMS = [8, 4, 2] as const
/** In a text so many grams are asked for the rarest. */
const ASKED = 64

/** Finds places in `whole`. Tables of its parts are made when the same length is sought often. */
export function placesIn(whole: string): Places {
  const tables = new Map<number, GramTable>()
  let sought = 0
  return (text) => {
    const size = GRAMS.find((gram) => gram <= text.length)
    if (size === undefined || ++sought <= WITHOUT_TABLE) return oneByOne(whole, text)
    let table = tables.get(size)
    if (table === undefined) {
      table = gramTable(whole, size)
      tables.set(size, table)
    }
    return byTable(whole, text, table)
  }
}

function* oneByOne(whole: string, text: string): Iterable<number> {
  for (let at = whole.indexOf(text); at !== -1; at = whole.indexOf(text, at + text.length)) yield at
}

/** For each gram, by a number made of it, a chain of the places where it may stand. */
interface GramTable {
  readonly size: number
  readonly first: Int32Array
  readonly next: Int32Array
  readonly count: Int32Array
}

function gramTable(whole: string, size: number): GramTable {
  const length = 2 ** Math.ceil(Math.log2(Math.max(16, whole.length)))
  const table = {
    size,
    first: new Int32Array(length).fill(-1),
    next: new Int32Array(whole.length),
    count: new Int32Array(length),
  }
  for (let at = whole.length - size; at >= 0; at--) {
    const slot = slotOf(whole, at, table)
    table.next[at] = table.first[slot]!
    table.first[slot] = at
    table.count[slot]!++
  }
  return table
}

function slotOf(text: string, at: number, { size, first }: GramTable): number {
  let hash = 0x811c9dc5
  for (let i = at; i < at + size; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return ((hash ^ (hash >>> 15)) >>> 0) & (first.length - 1)
}

function* byTable(whole: string, text: string, table: GramTable): Iterable<number> {
  let rarest = 0
  let fewest = Number.POSITIVE_INFINITY
  for (let at = 0; at <= Math.min(text.length - table.size, ASKED); at++) {
    const slot = slotOf(text, at, table)
    if (table.count[slot]! >= fewest) continue
    fewest = table.count[slot]!
    rarest = at
  }
  for (let at = table.first[slotOf(text, rarest, table)]!; at !== -1; at = table.next[at]!)
    if (at >= rarest && whole.startsWith(text, at - rarest)) yield at - rarest
}
