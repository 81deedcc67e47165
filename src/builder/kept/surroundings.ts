/** What the keeping of one build works with. */
import type { Digests, Shared } from '../../render/index.ts'
import type { Plan } from '../plan.ts'
import type { Last } from './last-build.ts'
import type { Saving } from './stored-traces.ts'
import type { FactsRead } from './trace.ts'
import type { CheckList } from './untouched-facts.ts'

export interface Surroundings extends Saving {
  readonly shared: Shared
  readonly plan: Plan | undefined
  readonly digests: Digests
  readonly checkLists: WeakMap<FactsRead, CheckList>
  readonly done: (made: Pick<Last, 'traces' | 'written' | 'index' | 'write'>) => void
  /** how many bytes of texts may be in memory */
  readonly room: number
}
