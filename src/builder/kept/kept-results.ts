/**
 * Results of rendering, kept from build to build, and which of them still hold.
 *
 * While a document is rendered, what it reads of the site is noted (render/reads.ts); kept with the result is what each
 * of these facts was. The next build asks what they are now and takes the result where all are the same. Nothing is
 * pushed from what changed to what depends on it, so nothing can be forgotten on the way; and where a change does not
 * change what was read, such as a post's text for an index of titles, it goes no further.
 */
import { digest } from '../../base/index.ts'
import { settledFiles } from '../../files/index.ts'
import type { SourceKeeper } from '../../read/index.ts'
import {
  changesByDocument,
  createFacts,
  Digests,
  type Earlier,
  type Facts,
  isOfStanding,
  nothingRendered,
  type Progress,
  passedTo,
  Reads,
  type Rendered,
  renderDocument,
  type Shared,
  withNothingStanding,
} from '../../render/index.ts'
import type { DocId, Renderable, Site } from '../../site/index.ts'
import { type Apart, cameOutAlike, withoutGivenWarnings } from '../apart/apart.ts'
import { isWhole } from '../cache/result-store.ts'
import type { CacheStore } from '../cache/types.ts'
import type { Changes } from '../changes.ts'
import type { Output } from '../output/output.ts'
import type { Plan } from '../plan.ts'
import { FactLists } from './fact-lists.ts'
import { type KeptOutputs, keptOutputs, type WrittenFile } from './kept-outputs.ts'
import { KeptResult, TextsWriter } from './kept-result.ts'
import { KeptSources } from './kept-sources.ts'
import type { LastWrite } from './last-write.ts'
import { reasonOf } from './reason.ts'
import { allFacts, type Fact, parseTraces, type Trace, type Traces, tracesText } from './trace.ts'
import { TraceIndex } from './trace-index.ts'
import {
  type CheckList,
  checkList,
  listsOf,
  type Untouched,
  untouchedFacts,
  untouchedSince,
} from './untouched-facts.ts'

export interface KeptResults {
  /**
   * Begins a build. `settings` names all that results depend on besides the site: others find nothing. `plan` says what is
   * rendered, where the builds to come may pass over documents; `changes` what is another than in `last`.
   */
  begin(site: Site, shared: Shared, settings: string, plan?: Plan, changes?: Changes): Keeping
  /** the last build of this process */
  readonly last: LastBuild | undefined
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

/** One build, document by document in Jekyll's order. */
export interface Keeping {
  /** What an earlier build made of `doc`, where that still holds after `progress`. */
  recall(doc: Renderable, progress: Progress): Rendered | undefined
  /** Renders `doc`, and keeps what comes of it. Throws as `renderDocument` does. */
  render(doc: Renderable, progress: Progress): Rendered
  /**
   * What somebody made of `doc` apart, where that holds after `progress`; kept as if it were rendered here. Whoever made it
   * of this very site need not be asked what the site is: only what the documents before left.
   */
  take(doc: Renderable, apart: Apart, progress: Progress, ofThisSite: boolean): Rendered | undefined
  /** Where little changed: the documents that are to be recalled or rendered; the other ones may be passed over. */
  readonly doubtful: Doubtful | undefined
  /** Whether what an earlier build made of `doc` holds, unless the documents before it leave something else. */
  mayHold(doc: Renderable): boolean
  /** What this build made of a document, or an earlier one; undefined where its rendering cannot be told again. */
  had(id: DocId): Apart | undefined
  /** why documents had to be rendered, in words */
  readonly reasons: ReadonlyMap<DocId, string>
  /** Which results lie in the files of the directory `destination`. */
  outputs(destination: string, output: Output): KeptOutputs
  /** What the build before of this process wrote to the directory `destination`. */
  lastWrite(destination: string): LastWrite | undefined
  /** Keeps all of it for later builds: what was rendered, and where it lies; `write` for the next of this process. */
  save(progress: Progress, outputs: KeptOutputs, write?: LastWrite): void
}

/** Some documents of a plan. */
interface Doubtful {
  /** in the plan's order */
  readonly documents: readonly Renderable[]
  /** what became of the others */
  readonly earlier: Earlier
}

/** More than so many are not worth picking out of all. */
const FEW_DOCUMENTS = 1000

/** What the last build left. */
interface Before {
  readonly traces: Traces
  /** names its lists of documents */
  readonly lists?: string
  /** where it was this process that built */
  readonly site?: Site
}

/** What the last build of this process left. */
interface Last extends Before {
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

/**
 * The results in `store`. Lasts as long as the store: builds of one process find digests and traces as they left
 * them. `later` runs what writes the store, when there is time for it: the last that it was given writes all. What was made of files is kept where the store lies in
 * `directory`.
 */
export function keptResults(
  store: CacheStore,
  later: (save: () => void) => void,
  directory?: string,
): KeptResults {
  const digests = new Digests()
  const sources = directory === undefined ? undefined : new KeptSources(store, digests)
  const checkLists = new WeakMap<Trace, CheckList>()
  const unsaved: Unsaved = { traces: false, outputs: false }
  let last: Last | undefined
  return {
    begin(site, shared, settings, plan, changes) {
      const same = last?.settings === settings ? last : undefined
      const done: Build['done'] = (made) => {
        last = { ...made, site, plan, settings, destination: shared.view.config.destination }
      }
      const inTime = (save: () => void): void =>
        later(() => {
          sources?.save()
          save()
        })
      const before = same ?? readTraces(store, settings)
      const room = directory === undefined ? Number.POSITIVE_INFINITY : MOST_HELD
      return new Build(
        { store, shared, settings, site, plan, digests, checkLists, done, unsaved, later: inTime, room },
        before,
        same?.site === changes?.before ? changes : undefined,
        last,
      )
    },
    get last() {
      return last
    },
    store,
    sources: sources && {
      begin: (rules) => sources.begin(rules, directory === undefined ? undefined : settledFiles(directory)),
    },
  }
}

/** Bytes of texts that are in memory as well as in a store on the disk. */
const MOST_HELD = 64 * 1024 ** 2

/** What a build's keeping works with. */
interface Surroundings {
  readonly store: CacheStore
  readonly shared: Shared
  readonly settings: string
  readonly site: Site
  readonly plan: Plan | undefined
  readonly digests: Digests
  readonly checkLists: WeakMap<Trace, CheckList>
  readonly done: (made: Pick<Last, 'traces' | 'written' | 'index' | 'write'>) => void
  readonly unsaved: Unsaved
  readonly later: (save: () => void) => void
  /** how many bytes of texts may be in memory */
  readonly room: number
}

/** Of what there is news since the store was written. */
interface Unsaved {
  traces: boolean
  outputs: boolean
}

class Build implements Keeping {
  readonly reasons = new Map<DocId, string>()
  readonly done: Surroundings['done']
  readonly doubtful: Doubtful | undefined
  private readonly facts: Facts
  private readonly before: Traces
  private readonly untouched: Untouched | undefined
  private readonly texts = new TextsWriter()
  /** bytes of texts that this build has in memory */
  private held = 0
  private readonly now = new Map<DocId, Trace>()
  private readonly beginning = nothingRendered()
  /** facts as they are, one object each, by name; for those that are the same for all documents */
  private readonly lasting = new Map<string, Fact | null>()
  /** whether a fact of the last build still holds */
  private readonly holding = new Map<Fact, boolean>()
  private readonly lists = new FactLists()
  private readonly listNames = new Map<readonly Fact[], string>()
  /** the first fact that no longer holds of lists of the last build; null where there is none */
  private readonly checked = new Map<readonly Fact[], Fact | null>()
  /** results of documents that were passed over, where somebody asked for them */
  private readonly passed = new Map<DocId, Rendered>()
  private readonly store: CacheStore
  private readonly shared: Shared
  private readonly settings: string
  private readonly site: Site
  private readonly digests: Digests
  private readonly checkLists: WeakMap<Trace, CheckList>
  private readonly unsaved: Unsaved
  private readonly later: Surroundings['later']
  private readonly room: number

  constructor(
    surroundings: Surroundings,
    before: Before | Last,
    changes: Changes | undefined,
    private readonly last: Last | undefined,
  ) {
    const { store, shared, settings, site, plan, digests, checkLists, done } = surroundings
    this.store = store
    this.shared = shared
    this.settings = settings
    this.site = site
    this.digests = digests
    this.checkLists = checkLists
    this.done = done
    this.unsaved = surroundings.unsaved
    this.later = surroundings.later
    this.room = surroundings.room
    this.facts = createFacts(shared, digests)
    this.before = before.traces
    if (before.site === undefined)
      this.untouched = untouchedSince(site, before.traces, before.lists, this.facts)
    else if (changes !== undefined) this.untouched = untouchedFacts(site, changes, this.facts)
    if (last !== undefined && before === last && before.site !== undefined && plan !== undefined)
      this.doubtful = this.doubtfulOf(plan, last)
  }

  /** Undefined where they are many. */
  private doubtfulOf({ render, places }: Plan, last: Last): Doubtful | undefined {
    if (this.untouched === undefined || places === undefined) return undefined
    last.index ??= new TraceIndex(last.traces)
    const ids = last.index.doubtful(this.untouched, (common) => this.staleIn(common) !== undefined)
    if (last.traces.size < render.length) for (const { id } of render) if (!last.traces.has(id)) ids.add(id)
    if (ids.size > FEW_DOCUMENTS) return undefined
    const at = [...ids].flatMap((id) => places.render.get(id) ?? []).sort((a, b) => a - b)
    const earlier: Earlier = {
      place: (id) => places.render.get(id),
      rendered: (id) => (ids.has(id) ? undefined : this.passedOver(id, earlier)),
      at: (place) => earlier.rendered(render[place]?.id ?? ''),
    }
    return { documents: at.map((place) => render[place]!), earlier }
  }

  /** The result of a document that is passed over. */
  private passedOver(id: DocId, earlier: Earlier): Rendered | undefined {
    const known = this.passed.get(id)
    if (known !== undefined) return known
    const trace = this.before.get(id)
    const doc = this.site.renderables.get(id)
    const place = earlier.place(id)
    if (trace === undefined || doc === undefined || place === undefined) return undefined
    const kept = this.keptResult(doc, trace, () => passedTo(nothingRendered(earlier), place))
    this.passed.set(id, kept)
    return kept
  }

  private keptResult(doc: Renderable, trace: Trace, progress: () => Progress, texts?: Buffer): KeptResult {
    return new KeptResult(
      doc.id,
      trace,
      () => texts ?? this.store.get(storeKey(trace.key)),
      () => renderDocument(doc, this.shared, progress()),
    )
  }

  recall(doc: Renderable, progress: Progress): Rendered | undefined {
    const trace = this.before.get(doc.id)
    if (trace === undefined) {
      this.reasons.set(doc.id, 'nothing was kept of it')
      return undefined
    }
    if (!this.isAsItWas(doc, trace)) {
      this.reasons.set(doc.id, 'it changed itself')
      return undefined
    }
    const stale = this.staleAmong(trace, (fact) => this.holds(fact, progress)) ?? this.staleIn(trace.common)
    if (stale !== undefined) {
      this.reasons.set(doc.id, reasonOf(stale.name))
      return undefined
    }
    const kept = this.keptResult(doc, trace, () => progress)
    this.now.set(doc.id, trace)
    return kept
  }

  render(doc: Renderable, progress: Progress): Rendered {
    const reads = new Reads()
    const rendered = renderDocument(doc, this.shared, progress, reads)
    const own = this.facts.own(doc)
    const facts = own === null ? null : this.factsOf(reads.names(doc.id), progress)
    if (own === null || facts === null || rendered.diagnostics.some(({ severity }) => severity === 'error'))
      return rendered
    const { diagnostics, extraFiles, left, standing = {} } = rendered
    const plain = diagnostics.length === 0 && extraFiles.length === 0 && left === undefined
    const texts = this.texts.bytesOf(rendered)
    const trace = this.keep(doc, texts, {
      own,
      ...facts,
      stands: {
        content: standing.content !== undefined,
        layout: standing.layout !== undefined,
        added: standing.added ?? false,
      },
      besides: plain ? undefined : { diagnostics, extraFiles, left },
    })
    const { key } = trace
    // Half a character does not come back out of bytes.
    if (!isWhole(rendered.output) || !isWhole(rendered.content)) return { ...rendered, key }
    const held = this.heldAmong(texts, trace)
    if (held !== undefined) this.texts.hold(texts)
    return { ...rendered, key, settled: () => this.settled(doc, trace, held, progress) }
  }

  /**
   * `texts`, where there is room for them in memory: those of large sites are in the store alone, but for those that
   * read what stood, which is not held for them.
   */
  private heldAmong(texts: Buffer, trace: Trace): Buffer | undefined {
    if (this.held + texts.length > this.room && !allFacts(trace).some(({ name }) => isOfStanding(name)))
      return undefined
    this.held += texts.length
    return texts
  }

  /**
   * The result of `doc`, which was rendered after `progress`: its texts are in memory as bytes, or in the store. It holds
   * nothing else that others made: what stood is as long as a page.
   */
  private settled(doc: Renderable, trace: Trace, texts: Buffer | undefined, progress: Progress): KeptResult {
    const before = withNothingStanding(progress)
    return this.keptResult(doc, trace, () => before, texts)
  }

  take(doc: Renderable, apart: Apart, progress: Progress, ofThisSite: boolean): Rendered | undefined {
    const { trace, texts } = apart
    if (ofThisSite) this.digests.own.set(doc, trace.own)
    else if (trace.own !== this.facts.own(doc)) return undefined
    const read = allFacts(trace)
    for (const fact of read) {
      if (changesByDocument(fact.name)) {
        if (cameOutAlike(fact, this.facts.now(fact.name, progress), trace.besides?.left)) continue
      } else if (ofThisSite) {
        const known = this.lasting.get(fact.name)
        if (known === undefined) this.lasting.set(fact.name, fact)
        // A file that was changed while the build goes on.
        if (known === undefined || known?.digest === fact.digest) continue
      } else if (this.holds(fact, progress)) continue
      if (!ofThisSite) this.reasons.set(doc.id, reasonOf(fact.name))
      return undefined
    }
    const names = read.map(({ name }) => name)
    const facts = this.factsOf(names, progress)
    if (facts === null) return undefined
    const besides = withoutGivenWarnings(trace.besides, progress)
    const kept = this.keep(doc, texts, { own: trace.own, ...facts, stands: trace.stands, besides })
    if (!ofThisSite) this.reasons.delete(doc.id)
    return this.keptResult(doc, kept, () => progress, this.heldAmong(texts, kept))
  }

  mayHold(doc: Renderable): boolean {
    const trace = this.before.get(doc.id)
    if (trace === undefined || !this.isAsItWas(doc, trace)) return false
    const holds = (fact: Fact): boolean => changesByDocument(fact.name) || this.holds(fact, this.beginning)
    return this.staleAmong(trace, holds) === undefined && this.staleIn(trace.common) === undefined
  }

  private isAsItWas(doc: Renderable, { own }: Trace): boolean {
    return this.untouched?.changed.has(doc.id) === false || own === this.facts.own(doc)
  }

  /** The first fact, of those that hardly another document read, that no longer holds. */
  private staleAmong(trace: Trace, holds: (fact: Fact) => boolean): Fact | undefined {
    if (this.untouched !== undefined) {
      const { changed, sameFields } = this.untouched
      let list = this.checkLists.get(trace)
      if (list === undefined) {
        list = checkList(trace)
        this.checkLists.set(trace, list)
      }
      if (sameFields || !list.documents.some((id) => changed.has(id)))
        return list.others.find((fact) => !holds(fact))
    }
    return trace.facts.find((fact) => !holds(fact))
  }

  had(id: DocId): Apart | undefined {
    const trace = this.now.get(id) ?? this.before.get(id)
    const texts = trace === undefined ? undefined : this.store.get(storeKey(trace.key))
    return trace === undefined || texts === undefined ? undefined : { trace, texts }
  }

  /** Keeps the texts of a rendering under a name made of all that it depended on. */
  private keep(doc: Renderable, texts: string | Uint8Array, trace: Omit<Trace, 'key'>): Trace {
    const { own, facts, common } = trace
    let all = ''
    const add = (part: string): void => {
      all += `${part.length}:${part}`
    }
    for (const part of [this.settings, doc.id, own, this.named(common)]) add(part)
    for (const fact of facts) {
      add(fact.name)
      add(fact.digest)
    }
    const key = digest(all)
    this.store.put(storeKey(key), texts)
    const kept = { ...trace, key }
    this.now.set(doc.id, kept)
    return kept
  }

  save(progress: Progress, outputs: KeptOutputs, write?: LastWrite): void {
    const traces = new Map<DocId, Trace>()
    for (const [id, trace] of this.now) traces.set(id, this.withContent(trace, progress.rendered(id)))
    const { last, doubtful } = this
    const isNews = this.untouched === undefined || !isPartOf(traces, this.before)
    if (last !== undefined && doubtful !== undefined) {
      for (const [id, rendered] of this.passed)
        traces.set(id, this.withContent(this.before.get(id)!, rendered))
      for (const { id } of doubtful.documents) replaceTrace(last, id, traces.get(id))
      for (const id of this.passed.keys()) replaceTrace(last, id, traces.get(id))
    }
    const all = last !== undefined && doubtful !== undefined ? last.traces : traces
    const index = all === last?.traces ? last.index : undefined
    this.done({ traces: all, written: outputs.written(), write, ...(index === undefined ? {} : { index }) })
    const isComplete = all.size === this.before.size
    this.saveLater(all, outputs, isNews || !isComplete)
  }

  /** Writes it down in time. */
  private saveLater(traces: Traces, outputs: KeptOutputs, isNews: boolean): void {
    const { unsaved, store } = this
    const place = tracesKey(this.settings)
    unsaved.traces ||= isNews
    unsaved.outputs ||= outputs.isNews
    this.later(() => {
      for (const { key } of traces.values()) store.touch(storeKey(key))
      if (unsaved.traces) store.put(place, `${listsOf(this.site)}\n${tracesText(traces)}`)
      else store.touch(place)
      outputs.save(unsaved.outputs)
      unsaved.traces = false
      unsaved.outputs = false
      store.save()
    })
  }

  /** `trace` with the digest of the document's content, where somebody wanted it. */
  private withContent(trace: Trace, rendered: Rendered | undefined): Trace {
    const content = rendered?.contentDigest ?? (rendered && this.digests.contents.get(rendered))
    return content === trace.content ? trace : { ...trace, content }
  }

  outputs(destination: string, output: Output): KeptOutputs {
    const { last } = this
    return keptOutputs(
      this.store,
      destination,
      output,
      last?.destination === destination ? last.written : undefined,
    )
  }

  lastWrite(destination: string): LastWrite | undefined {
    const { last } = this
    return last?.destination === destination ? last.write : undefined
  }

  private holds(fact: Fact, progress: Progress): boolean {
    if (this.untouched?.fact(fact.name) === true) return true
    const known = this.holding.get(fact)
    if (known !== undefined) return known
    const holds = this.facts.now(fact.name, progress) === fact.digest
    if (changesByDocument(fact.name)) return holds
    this.holding.set(fact, holds)
    if (holds) this.lasting.set(fact.name, fact)
    return holds
  }

  /** The first fact of a list in common that no longer holds. */
  private staleIn(common: readonly Fact[]): Fact | undefined {
    let stale = this.checked.get(common)
    if (stale === undefined) {
      stale = common.find((fact) => !this.holds(fact, this.beginning)) ?? null
      this.checked.set(common, stale)
      // Who is rendered now and reads the same has the same list.
      if (stale === null) this.lists.same(common)
    }
    return stale ?? undefined
  }

  /** A name for a list of facts. */
  private named(common: readonly Fact[]): string {
    let name = this.listNames.get(common)
    if (name === undefined) {
      name = digest(
        common.map((fact) => `${fact.name.length}:${fact.name}${fact.digest.length}:${fact.digest}`).join(''),
      )
      this.listNames.set(common, name)
    }
    return name
  }

  /** The facts with these names as they are; null where one cannot be known again. */
  private factsOf(names: readonly string[], progress: Progress): Pick<Trace, 'facts' | 'common'> | null {
    const facts: Fact[] = []
    const common: Fact[] = []
    for (const name of names) {
      const fact = this.factOf(name, progress)
      if (fact === null) return null
      if (ofFewDocuments(name)) facts.push(fact)
      else common.push(fact)
    }
    return { facts, common: this.lists.same(common) }
  }

  private factOf(name: string, progress: Progress): Fact | null {
    const changing = changesByDocument(name)
    const known = changing ? undefined : this.lasting.get(name)
    if (known !== undefined) return known
    const is = this.facts.now(name, progress)
    const fact = is === null ? null : { name, digest: is }
    if (!changing) this.lasting.set(name, fact)
    return fact
  }
}

/** Whether hardly more than one document reads the fact `name`, or each finds its own. */
function ofFewDocuments(name: string): boolean {
  return FEW.test(name) || changesByDocument(name)
}

const FEW = /^(?:fields|next|previous|field|file at|post|post of):/

function isPartOf(some: Traces, all: Traces): boolean {
  for (const [id, trace] of some) if (all.get(id) !== trace) return false
  return true
}

function replaceTrace({ traces, index }: Last, id: DocId, trace: Trace | undefined): void {
  const before = traces.get(id)
  if (before === trace) return
  index?.replace(id, before, trace)
  if (trace === undefined) traces.delete(id)
  else traces.set(id, trace)
}

function storeKey(key: string): string {
  return `result ${key}`
}

function tracesKey(settings: string): string {
  return `traces ${settings}`
}

function readTraces(store: CacheStore, settings: string): Before {
  const bytes = store.get(tracesKey(settings))
  if (bytes === undefined) return { traces: new Map() }
  const line = bytes.indexOf('\n')
  return { lists: bytes.toString('utf8', 0, line), traces: parseTraces(bytes.toString('utf8', line + 1)) }
}
