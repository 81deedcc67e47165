/** What the build before left to this one: another process in the store, this process in memory as well. */
import type { DocId, Site } from '../../site/index.ts'
import type { Plan } from '../plan.ts'
import type { WrittenFile } from './kept-outputs.ts'
import type { LastWrite } from './last-write.ts'
import type { Trace, Traces } from './trace.ts'
import type { TraceIndex } from './trace-index.ts'

/** What the last build left. */
export interface Before {
  readonly traces: Traces
  /** names its lists of documents */
  readonly lists?: string
  /** names what plugins did in it, where that was recorded */
  readonly recorded?: string | undefined
  /** where it was this process that built */
  readonly site?: Site
}

/** What the last build of this process left. */
export interface Last extends Before {
  readonly site: Site
  readonly plan: Plan | undefined
  readonly settings: string
  readonly destination: string
  /** both of them go on to the next build, which changes them */
  readonly traces: Map<DocId, Trace>
  readonly written: Map<string, WrittenFile>
  /** of the traces; made when a build looks for what is doubtful */
  index?: TraceIndex
  write?: LastWrite | undefined
}

/** Puts `trace` in the place of the one that the document had. */
export function replaceTrace({ traces, index }: Last, id: DocId, trace: Trace | undefined): void {
  const before = traces.get(id)
  if (before === trace) return
  index?.replace(id, before, trace)
  if (trace === undefined) traces.delete(id)
  else traces.set(id, trace)
}
