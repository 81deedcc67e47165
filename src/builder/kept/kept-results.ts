/**
 * Results of rendering, kept from build to build, and which of them still hold.
 *
 * While a document is rendered, what it reads of the site is noted (render/reads.ts); kept with the result is what each
 * of these facts was. The next build asks what they are now and takes the result where all are the same. Nothing is
 * pushed from what changed to what depends on it, so nothing can be forgotten on the way; and where a change does not
 * change what was read, such as a post's text for an index of titles, it goes no further.
 */
import { settledFiles } from '../../files/index.ts'
import type { SourceKeeper } from '../../read/index.ts'
import { Digests, type Shared } from '../../render/index.ts'
import type { Site } from '../../site/index.ts'
import type { CacheStore } from '../cache/types.ts'
import type { Changes } from '../changes.ts'
import type { Plan } from '../plan.ts'
import { BuildKeeping } from './build-keeping.ts'
import type { Keeping } from './keeping.ts'
import { KeptSources } from './kept-sources.ts'
import type { Last } from './last-build.ts'
import { inParts, type Save } from './save.ts'
import { readTraces, type Unsaved } from './stored-traces.ts'
import type { Surroundings } from './surroundings.ts'
import type { FactsRead } from './trace.ts'
import type { CheckList } from './untouched-facts.ts'

export interface KeptResults {
  /**
   * Begins a build. `settings` names all that results depend on besides the site: others find nothing. `plan` says what is
   * rendered, where the builds to come may pass over documents; `changes` what is another than in `last`.
   */
  begin(site: Site, shared: Shared, settings: string, plan?: Plan, changes?: Changes): Keeping
  /** the last build of this process */
  readonly last: LastBuild | undefined
  /** Takes `site` and `plan` for those of the last build, where all their documents are the same objects. */
  same(site: Site, plan: Plan): void
  /** where all of it lies, and what else builds keep */
  readonly store: CacheStore
  /** what was made of the site's files; undefined where nothing of it outlasts the process */
  readonly sources: ReadSources | undefined
}

/** A build of this process. */
interface LastBuild {
  readonly site: Site
  readonly plan: Plan | undefined
}

/** What earlier builds made of the files of a site. */
interface ReadSources {
  /** Begins a build by `rules`, which name all that what is made depends on besides the files. */
  begin(rules: string): SourceKeeper
}

/**
 * The results in `store`. Lasts as long as the store: builds of one process find digests and traces as they left
 * them. `later` runs what writes the store, when there is time for it: the last that it was given writes all. What was made
 * of files is kept where the store lies in `directory`.
 */
export function keptResults(store: CacheStore, later: (save: Save) => void, directory?: string): KeptResults {
  const digests = new Digests()
  const sources = directory === undefined ? undefined : new KeptSources(store, digests)
  const checkLists = new WeakMap<FactsRead, CheckList>()
  const unsaved: Unsaved = { traces: false, outputs: false }
  let last: Last | undefined
  return {
    begin(site, shared, settings, plan, changes) {
      const same = last?.settings === settings ? last : undefined
      const done: Surroundings['done'] = (made) => {
        last = { ...made, site, plan, settings, destination: shared.view.config.destination }
      }
      const inTime: Surroundings['later'] = (steps) =>
        later(
          inParts(function* () {
            if (sources !== undefined) yield* sources.save()
            yield* steps()
          }),
        )
      const before = same ?? readTraces(store, settings)
      const room = directory === undefined ? Number.POSITIVE_INFINITY : MOST_HELD
      return new BuildKeeping(
        { store, shared, settings, site, plan, digests, checkLists, done, unsaved, later: inTime, room },
        before,
        same?.site === changes?.before ? changes : undefined,
        last,
      )
    },
    get last() {
      return last
    },
    same(site, plan) {
      if (last !== undefined) last = { ...last, site, plan }
    },
    store,
    sources: sources && {
      begin: (rules) => sources.begin(rules, directory === undefined ? undefined : settledFiles(directory)),
    },
  }
}

/** Bytes of texts that are in memory as well as in a store on the disk. */
const MOST_HELD = 16 * 1024 ** 2
