/** What is known of a document's last rendering: all it depended on, and what came of it. */
import type { Diagnostic } from '../../base/index.ts'
import type { ExtraFile, Left } from '../../render/index.ts'
import type { DocId } from '../../site/index.ts'

/** A fact as it was; one object for all who read it. */
export interface Fact {
  readonly name: string
  readonly digest: string
}

export interface Trace {
  /** digest of the document itself */
  readonly own: string
  /** facts that hardly another document read */
  readonly facts: readonly Fact[]
  /** the others: one list for all documents that read the same */
  readonly common: readonly Fact[]
  /** names the result, in the store */
  readonly key: string
  readonly stands: TracedStands
  /** digest of its content, where somebody wanted it */
  readonly content?: string | undefined
  /** what came of it besides its texts; undefined where that is nothing */
  readonly besides?: Besides | undefined
}

/** Which of the variables that stand it set, and whether on top of what stood. */
interface TracedStands {
  readonly content: boolean
  readonly layout: boolean
  readonly added: boolean
}

export interface Besides {
  readonly diagnostics: readonly Diagnostic[]
  readonly extraFiles: readonly ExtraFile[]
  readonly left?: Left | undefined
}

export type Traces = ReadonlyMap<DocId, Trace>

/** Everything that the rendering read. */
export function allFacts({ facts, common }: Trace): readonly Fact[] {
  return [...facts, ...common]
}

type Row = [
  id: DocId,
  own: string,
  key: string,
  stands: number,
  content: string,
  facts: number[],
  common: number,
  besides?: unknown,
]

interface Written {
  readonly facts: readonly string[]
  readonly lists: readonly (readonly number[])[]
  readonly rows: readonly Row[]
}

/** `traces` as a text, each fact and each list that documents have in common written once. */
export function tracesText(traces: Traces): string {
  const facts: string[] = []
  const numbers = new Map<Fact, number>()
  const lists: number[][] = []
  const listNumbers = new Map<readonly Fact[], number>()
  const rows: Row[] = []
  const numberOf = (fact: Fact): number => {
    let number = numbers.get(fact)
    if (number === undefined) {
      number = numbers.size
      numbers.set(fact, number)
      facts.push(fact.name, fact.digest)
    }
    return number
  }
  for (const [id, trace] of traces) {
    let common = listNumbers.get(trace.common)
    if (common === undefined) {
      common = lists.length
      listNumbers.set(trace.common, common)
      lists.push(trace.common.map(numberOf))
    }
    const { content, layout, added } = trace.stands
    const stands = (content ? 1 : 0) + (layout ? 2 : 0) + (added ? 4 : 0)
    const row: Row = [
      id,
      trace.own,
      trace.key,
      stands,
      trace.content ?? '',
      trace.facts.map(numberOf),
      common,
    ]
    if (trace.besides !== undefined) row.push(plainBesides(trace.besides))
    rows.push(row)
  }
  return JSON.stringify({ facts, lists, rows })
}

/** The traces of a text made by `tracesText`; none where it is no such text. */
export function parseTraces(text: string): Map<DocId, Trace> {
  const { facts: flat, lists, rows } = JSON.parse(text) as Written
  const facts: Fact[] = []
  for (let i = 0; i < flat.length; i += 2) facts.push({ name: flat[i]!, digest: flat[i + 1]! })
  const commons = lists.map((list) => list.map((number) => facts[number]!))
  const traces = new Map<DocId, Trace>()
  for (const [id, own, key, stands, content, read, common, besides] of rows)
    traces.set(id, {
      own,
      key,
      facts: read.map((number) => facts[number]!),
      common: commons[common]!,
      stands: { content: (stands & 1) !== 0, layout: (stands & 2) !== 0, added: (stands & 4) !== 0 },
      ...(content === '' ? {} : { content }),
      ...(besides === undefined ? {} : { besides: besidesOf(besides as PlainBesides) }),
    })
  return traces
}

interface PlainBesides {
  readonly diagnostics: readonly Diagnostic[]
  readonly extraFiles: readonly ExtraFile[]
  readonly left?: {
    readonly excerpts: [DocId, string][]
    readonly includes: [string, string][]
    readonly warned: [string, readonly Diagnostic[]][]
  }
}

function plainBesides({ diagnostics, extraFiles, left }: Besides): PlainBesides {
  if (left === undefined) return { diagnostics, extraFiles }
  const { excerpts, includes, warned } = left
  return {
    diagnostics,
    extraFiles,
    left: { excerpts: [...excerpts], includes: [...includes], warned: [...warned] },
  }
}

function besidesOf({ diagnostics, extraFiles, left }: PlainBesides): Besides {
  if (left === undefined) return { diagnostics, extraFiles }
  const { excerpts, includes, warned } = left
  return {
    diagnostics,
    extraFiles,
    left: { excerpts: new Map(excerpts), includes: new Map(includes), warned: new Map(warned) },
  }
}
