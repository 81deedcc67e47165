/** What is known of a document's last rendering: all it depended on, and what came of it. */
import type { Diagnostic } from '../../base/index.ts'
import { type ExtraFile, isOfRecording, type Left } from '../../render/index.ts'
import type { DocId } from '../../site/index.ts'

/** A fact as it was; one object for all who read it. */
export interface Fact {
  readonly name: string
  readonly digest: string
}

/** All the facts that somebody read. */
export interface FactsRead {
  /** facts that hardly another document read */
  readonly facts: readonly Fact[]
  /** the others: one list for all documents that read the same */
  readonly common: readonly Fact[]
}

export interface Trace extends FactsRead {
  /** digest of the document itself */
  readonly own: string
  /** names the result, in the store */
  readonly key: string
  readonly stands: TracedStands
  /** digest of its content, where somebody wanted it */
  readonly content?: string | undefined
  /** what came of it besides its texts; undefined where that is nothing */
  readonly besides?: Besides | undefined
  /** what its content depended on, where that may be placed in layouts again */
  readonly converted?: TracedConversion | undefined
}

/** All that the conversion of a document depended on, besides the document, and what came of it besides the content. */
interface TracedConversion extends FactsRead {
  readonly besides?: Besides | undefined
  /** whether its text has what is a slip on some page */
  readonly slips: boolean
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

export const NOTHING_BESIDES: Besides = { diagnostics: [], extraFiles: [] }

/** What came of `made` besides its texts; undefined where that is nothing. */
export function besidesOf({ diagnostics, extraFiles, left }: Besides): Besides | undefined {
  const isNothing = diagnostics.length === 0 && extraFiles.length === 0 && left === undefined
  return isNothing ? undefined : { diagnostics, extraFiles, left }
}

export type Traces = ReadonlyMap<DocId, Trace>

/** Everything that was read. */
export function allFacts({ facts, common }: FactsRead): readonly Fact[] {
  return [...facts, ...common]
}

/** Whether plugins took part whose work is recorded. */
export function isRecorded(read: FactsRead): boolean {
  return allFacts(read).some(({ name }) => isOfRecording(name))
}

/** Whether all of `some` are among `all`. */
export function isPartOf(some: Traces, all: Traces): boolean {
  for (const [id, trace] of some) if (all.get(id) !== trace) return false
  return true
}

type Row = [
  id: DocId,
  own: string,
  key: string,
  stands: number,
  content: string,
  facts: number[],
  common: number,
  /** -1 for none; the number of its list of facts where that is all there is */
  converted: number | RowOfConversion,
  besides?: unknown,
]

type RowOfConversion = [facts: number[], common: number, besides?: unknown]

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
  const numberOfList = (list: readonly Fact[]): number => {
    let number = listNumbers.get(list)
    if (number === undefined) {
      number = lists.length
      listNumbers.set(list, number)
      lists.push(list.map(numberOf))
    }
    return number
  }
  const rowOfConversion = (converted: TracedConversion | undefined): number | RowOfConversion => {
    if (converted === undefined) return -1
    const { facts: read, common, besides } = converted
    const list = numberOfList(common)
    if (read.length === 0 && besides === undefined) return list
    const numbers = read.map(numberOf)
    return besides === undefined ? [numbers, list] : [numbers, list, plainBesides(besides)]
  }
  for (const [id, trace] of traces) {
    const { content, layout, added } = trace.stands
    const stands = (content ? 1 : 0) + (layout ? 2 : 0) + (added ? 4 : 0) + (trace.converted?.slips ? 8 : 0)
    const row: Row = [
      id,
      trace.own,
      trace.key,
      stands,
      trace.content ?? '',
      trace.facts.map(numberOf),
      numberOfList(trace.common),
      rowOfConversion(trace.converted),
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
  const factsOf = (numbers: readonly number[]): readonly Fact[] => numbers.map((number) => facts[number]!)
  const commons = lists.map(factsOf)
  const besidesIn = (besides: unknown): Besides | undefined =>
    besides === undefined ? undefined : besidesFrom(besides as PlainBesides)
  const conversions = (slips: boolean): readonly TracedConversion[] =>
    commons.map((common) => ({ facts: [], common, slips, besides: undefined }))
  const plain = conversions(false)
  const slipping = conversions(true)
  const conversionIn = (row: number | RowOfConversion, slips: boolean): TracedConversion | undefined => {
    if (typeof row === 'number') return (slips ? slipping : plain)[row]
    const [read, common, besides] = row
    return { facts: factsOf(read), common: commons[common]!, slips, besides: besidesIn(besides) }
  }
  const stands = Array.from({ length: 8 }, (_, bits): TracedStands => {
    return { content: (bits & 1) !== 0, layout: (bits & 2) !== 0, added: (bits & 4) !== 0 }
  })
  const traces = new Map<DocId, Trace>()
  // All fields of each, in one order: the engine then has one shape for all traces.
  for (const [id, own, key, bits, content, read, common, converted, besides] of rows)
    traces.set(id, {
      own,
      key,
      facts: factsOf(read),
      common: commons[common]!,
      stands: stands[bits & 7]!,
      content: content === '' ? undefined : content,
      besides: besidesIn(besides),
      converted: conversionIn(converted, (bits & 8) !== 0),
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

function besidesFrom({ diagnostics, extraFiles, left }: PlainBesides): Besides {
  if (left === undefined) return { diagnostics, extraFiles }
  const { excerpts, includes, warned } = left
  return {
    diagnostics,
    extraFiles,
    left: { excerpts: new Map(excerpts), includes: new Map(includes), warned: new Map(warned) },
  }
}
