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
  readonly facts: readonly Fact[]
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

type Row = [
  id: DocId,
  own: string,
  key: string,
  stands: number,
  content: string,
  facts: number[],
  besides?: unknown,
]

/** `traces` as a text, each fact written once. */
export function tracesText(traces: Traces): string {
  const facts: string[] = []
  const numbers = new Map<Fact, number>()
  const rows: Row[] = []
  for (const [id, trace] of traces) {
    const read = trace.facts.map((fact) => {
      let number = numbers.get(fact)
      if (number === undefined) {
        number = numbers.size
        numbers.set(fact, number)
        facts.push(fact.name, fact.digest)
      }
      return number
    })
    const { content, layout, added } = trace.stands
    const stands = (content ? 1 : 0) + (layout ? 2 : 0) + (added ? 4 : 0)
    const row: Row = [id, trace.own, trace.key, stands, trace.content ?? '', read]
    if (trace.besides !== undefined) row.push(plainBesides(trace.besides))
    rows.push(row)
  }
  return JSON.stringify({ facts, rows })
}

/** The traces of a text made by `tracesText`; none where it is no such text. */
export function parseTraces(text: string): Map<DocId, Trace> {
  const { facts: flat, rows } = JSON.parse(text) as { facts: string[]; rows: Row[] }
  const facts: Fact[] = []
  for (let i = 0; i < flat.length; i += 2) facts.push({ name: flat[i]!, digest: flat[i + 1]! })
  const traces = new Map<DocId, Trace>()
  for (const [id, own, key, stands, content, read, besides] of rows)
    traces.set(id, {
      own,
      key,
      facts: read.map((number) => facts[number]!),
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
