/**
 * What rendering builds up from document to document: what each became, and what it left for those after it. Jekyll
 * renders in order, so a template that reads another document's content sees what is there at that moment.
 *
 * A progress is a value: it answers the same for ever. All that grew out of one share their tables, in which every entry
 * knows how many documents were finished when it came; so the next is made in no time and holds no copy.
 */
import { type Diagnostic, digest } from '../base/index.ts'
import type { DocId } from '../site/index.ts'
import type { Rendered, Standing, StandingVariable, Stands } from './types.ts'

export interface Progress {
  rendered(id: DocId): Rendered | undefined
  /** the converted excerpt, if one was asked for */
  excerpt(id: DocId): string | undefined
  /** what `include_cached` printed for `key` */
  cachedInclude(key: string): string | undefined
  /** whether the warnings known by `key` were given: once per layout, not once per page */
  warned(key: string): boolean
  readonly standing: Standing
}

/**
 * Results of an earlier build that surely hold: of documents that are passed over in the order. They left nothing but
 * variables that stand, and had nothing to say.
 */
export interface Earlier {
  /** where the document stands in the order, passed over or not */
  place(id: DocId): number | undefined
  /** what became of a document that is passed over */
  rendered(id: DocId): Rendered | undefined
  /** what became of the one at that place of the order, if that is passed over */
  at(place: number): Rendered | undefined
}

/** The progress before the first document. With `earlier`, documents may be passed over. */
export function nothingRendered(earlier?: Earlier): Progress {
  const tables = {
    count: 0,
    rendered: new Map(),
    excerpts: new Map(),
    includes: new Map(),
    warned: new Map(),
    earlier,
    stands: new Map(),
  }
  return new Reached(tables, 0, NOTHING_STANDING)
}

/** `progress` once the documents up to the one at `place` of the order were passed over. */
export function passedTo(progress: Progress, place: number): Progress {
  if (!(progress instanceof Reached)) throw new TypeError('this progress was not made here')
  return progress.passedTo(place)
}

/** `progress` and then `rendered`. Of two results for one thing, an excerpt or a cached include, the first stays. */
export function withRendered(progress: Progress, rendered: Rendered): Progress {
  if (!(progress instanceof Reached)) throw new TypeError('this progress was not made here')
  return progress.and(rendered)
}

/** `progress` as if no document had set a variable that stands. */
export function withNothingStanding(progress: Progress): Progress {
  if (!(progress instanceof Reached)) throw new TypeError('this progress was not made here')
  return progress.withNothingStanding()
}

/** The diagnostics of `rendered` without the warnings that were given before, where its rendering could not know. */
export function newDiagnostics(progress: Progress, { diagnostics, left }: Rendered): readonly Diagnostic[] {
  const again = new Set<Diagnostic>()
  for (const [key, warnings] of left?.warned ?? [])
    if (progress.warned(key)) for (const warning of warnings) again.add(warning)
  return again.size === 0 ? diagnostics : diagnostics.filter((each) => !again.has(each))
}

/** A variable that no document has set. */
const UNSET: StandingVariable = { key: '', value: () => null }
const NOTHING_STANDING: Standing = { content: UNSET, layout: UNSET }

/** An entry, and how many documents were finished before the one that made it. */
interface Since<T> {
  readonly at: number
  readonly value: T
}

interface Tables {
  /** how many documents are in the tables */
  count: number
  readonly rendered: Map<DocId, Since<Rendered>>
  readonly excerpts: Map<DocId, Since<string>>
  readonly includes: Map<string, Since<string>>
  readonly warned: Map<string, Since<unknown>>
  readonly earlier: Earlier | undefined
  /** where documents may be passed over, the other ones' share in what stands, by their places */
  readonly stands: Map<number, Standings>
}

/** What one document makes of the variables that stand, and the name of its result. */
interface Standings {
  readonly standing?: Stands | undefined
  readonly key?: string | undefined
}

class Reached implements Progress {
  constructor(
    private readonly tables: Tables,
    private readonly count: number,
    readonly standing: Standing,
  ) {}

  rendered(id: DocId): Rendered | undefined {
    const { rendered, earlier } = this.tables
    const known = rendered.get(id)
    if (known !== undefined || earlier === undefined) return this.seen(known)
    const place = earlier.place(id)
    return place !== undefined && place < this.count ? earlier.rendered(id) : undefined
  }

  excerpt(id: DocId): string | undefined {
    return this.seen(this.tables.excerpts.get(id))
  }

  cachedInclude(key: string): string | undefined {
    return this.seen(this.tables.includes.get(key))
  }

  warned(key: string): boolean {
    return this.seen(this.tables.warned.get(key)) !== undefined
  }

  and(rendered: Rendered): Progress {
    const { count } = this
    // Someone else went on from here: what they added must not be seen.
    const tables = this.tables.count === count ? this.tables : this.copied()
    const { id, left, standing } = rendered
    // What stands is kept for the next document only: an output on the way to its last layout is as long as a page.
    if (!tables.rendered.has(id)) tables.rendered.set(id, { at: count, value: withoutStanding(rendered) })
    if (left !== undefined) {
      add(tables.excerpts, left.excerpts, count)
      add(tables.includes, left.includes, count)
      add(tables.warned, left.warned, count)
    }
    tables.count++
    if (tables.earlier === undefined)
      return new Reached(tables, tables.count, stood(this.standing, standing, rendered.key ?? null))
    tables.stands.set(count, { standing, key: rendered.key })
    return new Reached(tables, tables.count, new StandingAfter(tables, tables.count))
  }

  passedTo(place: number): Progress {
    if (place === this.count) return this
    const tables = this.tables.count === this.count ? this.tables : this.copied()
    tables.count = place
    return new Reached(tables, place, new StandingAfter(tables, place))
  }

  withNothingStanding(): Progress {
    return new Reached(this.tables, this.count, NOTHING_STANDING)
  }

  private seen<T>(entry: Since<T> | undefined): T | undefined {
    return entry !== undefined && entry.at < this.count ? entry.value : undefined
  }

  private copied(): Tables {
    const { rendered, excerpts, includes, warned, earlier, stands } = this.tables
    const until = <T>(table: ReadonlyMap<string, Since<T>>): Map<string, Since<T>> =>
      new Map([...table].filter(([, { at }]) => at < this.count))
    return {
      count: this.count,
      rendered: until(rendered),
      excerpts: until(excerpts),
      includes: until(includes),
      warned: until(warned),
      earlier,
      stands: new Map([...stands].filter(([place]) => place < this.count)),
    }
  }
}

/** What stands after so many documents, some of which were passed over: found when somebody asks, as few do. */
class StandingAfter implements Standing {
  constructor(
    private readonly tables: Tables,
    private readonly count: number,
  ) {}

  get content(): StandingVariable {
    for (const { standing, key = null } of this.backwards())
      if (standing?.content !== undefined) return { key, value: standing.content }
    return UNSET
  }

  get layout(): StandingVariable {
    const keys: (string | null)[] = []
    let value: StandingVariable['value'] | undefined
    for (const { standing, key = null } of this.backwards()) {
      if (standing?.layout === undefined) continue
      value ??= standing.layout
      keys.push(key)
      if (standing.added !== true) return { key: keys.reduceRight(onTop), value }
    }
    return { key: keys.reduceRight(onTop, UNSET.key), value: value ?? UNSET.value }
  }

  private *backwards(): Generator<Standings> {
    const { stands, earlier } = this.tables
    for (let place = this.count - 1; place >= 0; place--) {
      const standings = stands.get(place) ?? earlier?.at(place)
      if (standings !== undefined) yield standings
    }
  }
}

/** Results that are read from a file when they are asked for hold nothing to be taken off. */
function withoutStanding(rendered: Rendered): Rendered {
  if (rendered.settled !== undefined) return rendered.settled()
  if (Object.getOwnPropertyDescriptor(rendered, 'standing') === undefined) return rendered
  const { standing: _, ...value } = rendered
  return value
}

/** What stands after the document whose result is called `key`; null where it has no name. */
function stood(
  before: Standing,
  { content, layout, added = false }: Stands = {},
  key: string | null,
): Standing {
  return {
    content: content === undefined ? before.content : { key, value: content },
    layout:
      layout === undefined
        ? before.layout
        : { key: added ? onTop(before.layout.key, key) : key, value: layout },
  }
}

/** Names what stands where the value `key` was put on top of what stood. */
function onTop(before: string | null, key: string | null): string | null {
  return before === null || key === null ? null : digest(`${before} ${key}`)
}

function add<T>(table: Map<string, Since<T>>, more: ReadonlyMap<string, T>, at: number): void {
  for (const [key, value] of more) if (!table.has(key)) table.set(key, { at, value })
}
