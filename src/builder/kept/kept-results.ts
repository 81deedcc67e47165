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
  type Facts,
  nothingRendered,
  type Progress,
  Reads,
  type Rendered,
  renderDocument,
  type Shared,
} from '../../render/index.ts'
import type { DocId, Renderable, Site } from '../../site/index.ts'
import { type Apart, cameOutAlike, withoutGivenWarnings } from '../apart/apart.ts'
import type { CacheStore } from '../cache/types.ts'
import type { Output } from '../output/output.ts'
import { FactLists } from './fact-lists.ts'
import { type KeptOutputs, keptOutputs, type WrittenFile } from './kept-outputs.ts'
import { KeptResult, TextsWriter } from './kept-result.ts'
import { KeptSources } from './kept-sources.ts'
import { reasonOf } from './reason.ts'
import { allFacts, type Fact, parseTraces, type Trace, type Traces, tracesText } from './trace.ts'
import {
  type CheckList,
  checkList,
  listsOf,
  type Untouched,
  untouchedFacts,
  untouchedSince,
} from './untouched-facts.ts'

export interface KeptResults {
  /** Begins a build. `settings` names all that results depend on besides the site: others find nothing. */
  begin(site: Site, shared: Shared, settings: string): Keeping
  /** where all of it lies, and what else builds keep */
  readonly store: CacheStore
  /** what was made of the site's files; undefined where nothing of it outlasts the process */
  readonly sources: ReadSources | undefined
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
  /** Whether what an earlier build made of `doc` holds, unless the documents before it leave something else. */
  mayHold(doc: Renderable): boolean
  /** What this build made of a document, or an earlier one; undefined where its rendering cannot be told again. */
  had(id: DocId): Apart | undefined
  /** why documents had to be rendered, in words */
  readonly reasons: ReadonlyMap<DocId, string>
  /** Which results lie in the files of the directory `destination`. */
  outputs(destination: string, output: Output): KeptOutputs
  /** Keeps all of it for later builds: what was rendered, and where it lies. */
  save(progress: Progress, outputs: KeptOutputs): void
}

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
  readonly settings: string
  readonly destination: string
  readonly written: ReadonlyMap<string, WrittenFile>
}

/**
 * The results in `store`. Lasts as long as the store: builds of one process find digests and traces as they left
 * them. `later` runs what writes the store, when there is time for it. What was made of files is kept where the store lies in
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
  let last: Last | undefined
  return {
    begin(site, shared, settings) {
      const same = last?.settings === settings ? last : undefined
      const before: Before = same ?? readTraces(store, settings)
      const { destination } = shared.view.config
      const written = last?.destination === destination ? last.written : undefined
      const done: Build['done'] = (traces, files) => {
        last = { site, settings, traces, destination, written: files }
      }
      const inTime = (save: () => void): void =>
        later(() => {
          sources?.save()
          save()
        })
      return new Build(store, shared, settings, before, site, digests, checkLists, written, done, inTime)
    },
    store,
    sources: sources && {
      begin: (rules) => sources.begin(rules, directory === undefined ? undefined : settledFiles(directory)),
    },
  }
}

class Build implements Keeping {
  readonly reasons = new Map<DocId, string>()
  private readonly facts: Facts
  private readonly before: Traces
  private readonly untouched: Untouched | undefined
  private readonly texts = new TextsWriter()
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

  constructor(
    private readonly store: CacheStore,
    private readonly shared: Shared,
    private readonly settings: string,
    before: Before,
    private readonly site: Site,
    private readonly digests: Digests,
    private readonly checkLists: WeakMap<Trace, CheckList>,
    private readonly last: ReadonlyMap<string, WrittenFile> | undefined,
    readonly done: (traces: Traces, written: ReadonlyMap<string, WrittenFile>) => void,
    private readonly later: (save: () => void) => void,
  ) {
    this.facts = createFacts(shared, digests)
    this.before = before.traces
    this.untouched =
      before.site === undefined
        ? untouchedSince(site, before.traces, before.lists, this.facts)
        : untouchedFacts(site, before.site, this.facts)
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
    const { key } = trace
    const kept = new KeptResult(
      doc.id,
      trace,
      () => this.store.get(storeKey(key)),
      () => renderDocument(doc, this.shared, progress),
    )
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
    const { key } = this.keep(doc, this.texts.bytesOf(rendered), {
      own,
      ...facts,
      stands: {
        content: standing.content !== undefined,
        layout: standing.layout !== undefined,
        added: standing.added ?? false,
      },
      besides: plain ? undefined : { diagnostics, extraFiles, left },
    })
    return { ...rendered, key }
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
    return new KeptResult(
      doc.id,
      kept,
      () => texts,
      () => renderDocument(doc, this.shared, progress),
    )
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

  save(progress: Progress, outputs: KeptOutputs): void {
    const traces = new Map<DocId, Trace>()
    for (const [id, trace] of this.now) {
      const rendered = progress.rendered(id)
      const content = rendered?.contentDigest ?? (rendered && this.digests.contents.get(rendered))
      traces.set(id, content === trace.content ? trace : { ...trace, content })
    }
    this.done(traces, outputs.written())
    const place = tracesKey(this.settings)
    const isNews = this.untouched === undefined || !sameEntries(traces, this.before)
    this.later(() => {
      for (const { key } of traces.values()) this.store.touch(storeKey(key))
      if (isNews) this.store.put(place, `${listsOf(this.site)}\n${tracesText(traces)}`)
      else this.store.touch(place)
      outputs.save()
      this.store.save()
    })
  }

  outputs(destination: string, output: Output): KeptOutputs {
    return keptOutputs(this.store, destination, output, this.last)
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

function sameEntries(one: Traces, other: Traces): boolean {
  return one.size === other.size && [...one].every(([id, trace]) => other.get(id) === trace)
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
