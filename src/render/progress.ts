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

/** The progress before the first document. */
export function nothingRendered(): Progress {
  return new Reached(
    { count: 0, rendered: new Map(), excerpts: new Map(), includes: new Map(), warned: new Map() },
    0,
    { content: UNSET, layout: UNSET },
  )
}

/** `progress` and then `rendered`. Of two results for one thing, an excerpt or a cached include, the first stays. */
export function withRendered(progress: Progress, rendered: Rendered): Progress {
  if (!(progress instanceof Reached)) throw new TypeError('this progress was not made here')
  return progress.and(rendered)
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
}

class Reached implements Progress {
  constructor(
    private readonly tables: Tables,
    private readonly count: number,
    readonly standing: Standing,
  ) {}

  rendered(id: DocId): Rendered | undefined {
    return this.seen(this.tables.rendered.get(id))
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
    return new Reached(tables, tables.count, stood(this.standing, standing, rendered.key ?? null))
  }

  private seen<T>(entry: Since<T> | undefined): T | undefined {
    return entry !== undefined && entry.at < this.count ? entry.value : undefined
  }

  private copied(): Tables {
    const { rendered, excerpts, includes, warned } = this.tables
    const until = <T>(table: ReadonlyMap<string, Since<T>>): Map<string, Since<T>> =>
      new Map([...table].filter(([, { at }]) => at < this.count))
    return {
      count: this.count,
      rendered: until(rendered),
      excerpts: until(excerpts),
      includes: until(includes),
      warned: until(warned),
    }
  }
}

/** Results that are read from a file when they are asked for hold nothing to be taken off. */
function withoutStanding(rendered: Rendered): Rendered {
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
