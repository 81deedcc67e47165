/** Where results and their traces lie in the store. */
import type { Site } from '../../site/index.ts'
import type { CacheStore } from '../cache/types.ts'
import type { KeptOutputs } from './kept-outputs.ts'
import type { Before } from './last-build.ts'
import type { Steps } from './save.ts'
import { parseTraces, type Traces, tracesText } from './trace.ts'
import { listsOf } from './untouched-facts.ts'

/** The place of a result's texts; `key` is its trace's. */
export function storeKey(key: string): string {
  return `result ${key}`
}

function tracesKey(settings: string): string {
  return `traces ${settings}`
}

/** What builds of other processes under the same settings left. */
export function readTraces(store: CacheStore, settings: string): Before {
  const bytes = store.get(tracesKey(settings))
  if (bytes === undefined) return { traces: new Map() }
  const line = bytes.indexOf('\n')
  const [lists = '', recorded] = bytes.toString('utf8', 0, line).split(' ')
  return { lists, recorded, traces: parseTraces(bytes.toString('utf8', line + 1)) }
}

/** Of what there is news since the store was written. */
export interface Unsaved {
  traces: boolean
  outputs: boolean
}

/** The store, and when it is written. */
export interface Saving {
  readonly store: CacheStore
  readonly settings: string
  readonly site: Site
  /** names what plugins did, where that was recorded */
  recorded?: string | undefined
  readonly unsaved: Unsaved
  readonly later: (steps: Steps) => void
}

/** Writes it down in time. */
export function saveLater(
  { store, settings, site, recorded, unsaved, later }: Saving,
  traces: Traces,
  outputs: KeptOutputs,
  isNews: boolean,
): void {
  const place = tracesKey(settings)
  unsaved.traces ||= isNews
  unsaved.outputs ||= outputs.isNews
  later(function* () {
    for (const { key } of traces.values()) store.touch(storeKey(key))
    yield
    if (unsaved.traces)
      store.put(place, `${[listsOf(site), recorded].filter(Boolean).join(' ')}\n${tracesText(traces)}`)
    else store.touch(place)
    yield
    outputs.save(unsaved.outputs)
    yield
    unsaved.traces = false
    unsaved.outputs = false
    store.save()
  })
}
