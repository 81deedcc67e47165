/** One build's way with what earlier builds kept: document by document, what still holds and what is rendered. */
import { BuildError, digest } from '../../base/index.ts'
import {
  type Converted,
  changesByDocument,
  createFacts,
  DocumentReads,
  type Earlier,
  type Facts,
  isOfStanding,
  nothingRendered,
  type Progress,
  passedTo,
  type Rendered,
  renderDocument,
  withNothingStanding,
} from '../../render/index.ts'
import type { DocId, Renderable } from '../../site/index.ts'
import { type Apart, cameOutAlike, withoutGivenWarnings } from '../apart/apart.ts'
import { isWhole } from '../cache/result-store.ts'
import type { Changes } from '../changes.ts'
import type { Output } from '../output/output.ts'
import type { Plan } from '../plan.ts'
import { FactsNow } from './facts-now.ts'
import type { Doubtful, Keeping, KeptPlace } from './keeping.ts'
import { type KeptOutputs, keptOutputs } from './kept-outputs.ts'
import { contentIn, KeptResult, TextsWriter } from './kept-result.ts'
import { type Before, type Last, replaceTrace } from './last-build.ts'
import type { LastWrite } from './last-write.ts'
import { reasonOf } from './reason.ts'
import { saveLater, storeKey } from './stored-traces.ts'
import type { Surroundings } from './surroundings.ts'
import {
  allFacts,
  besidesOf,
  isPartOf,
  isRecorded,
  NOTHING_BESIDES,
  type Trace,
  type Traces,
} from './trace.ts'
import { TraceIndex } from './trace-index.ts'
import { type Untouched, untouchedFacts, untouchedSince } from './untouched-facts.ts'

/** More than so many are not worth picking out of all. */
const FEW_DOCUMENTS = 1000

/** What an earlier build converted, and the names of the facts that this depended on. */
interface KeptConversion {
  readonly converted: Converted
  readonly reads: readonly string[]
  /** of the content, where somebody wanted it */
  readonly digest: string | undefined
}

/** What came of a rendering, and the names of the facts that it read. */
interface Noted {
  readonly rendered: Rendered
  readonly reads: readonly string[]
  /** those that the conversion read */
  readonly converting: ReadonlySet<string>
  /** digest of the content, where it is known */
  readonly content: string | undefined
}

export class BuildKeeping implements Keeping {
  readonly reasons = new Map<DocId, string>()
  readonly placed = new Set<DocId>()
  readonly doubtful: Doubtful | undefined
  private readonly facts: Facts
  private readonly factsNow: FactsNow
  private readonly before: Traces
  /** names what plugins did in the earlier build, where that was recorded */
  private readonly recordedBefore: string | undefined
  private readonly untouched: Untouched | undefined
  private readonly texts = new TextsWriter()
  /** bytes of texts that this build has in memory */
  private held = 0
  private readonly now = new Map<DocId, Trace>()
  /** results of documents that were passed over, where somebody asked for them */
  private readonly passed = new Map<DocId, Rendered>()

  constructor(
    private readonly surroundings: Surroundings,
    before: Before | Last,
    changes: Changes | undefined,
    private readonly last: Last | undefined,
  ) {
    const { shared, site, plan, digests, checkLists } = surroundings
    this.facts = createFacts(shared, digests)
    this.before = before.traces
    this.recordedBefore = before.recorded
    if (before.site === undefined)
      this.untouched = untouchedSince(site, before.traces, before.lists, this.facts)
    else if (changes !== undefined) this.untouched = untouchedFacts(site, changes, this.facts)
    this.factsNow = new FactsNow(this.facts, this.untouched, checkLists)
    if (last !== undefined && before === last && before.site !== undefined && plan !== undefined)
      this.doubtful = this.doubtfulOf(plan, last)
  }

  /** Undefined where they are many. */
  private doubtfulOf({ render, places }: Plan, last: Last): Doubtful | undefined {
    if (this.untouched === undefined || places === undefined) return undefined
    last.index ??= new TraceIndex(last.traces)
    const ids = last.index.doubtful(this.untouched, (common) => this.factsNow.staleIn(common) !== undefined)
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
    const doc = this.surroundings.site.renderables.get(id)
    const place = earlier.place(id)
    if (trace === undefined || doc === undefined || place === undefined) return undefined
    const kept = this.keptResult(doc, trace, () => passedTo(nothingRendered(earlier), place))
    this.passed.set(id, kept)
    return kept
  }

  private keptResult(doc: Renderable, trace: Trace, progress: () => Progress, texts?: Buffer): KeptResult {
    const { store, shared } = this.surroundings
    return new KeptResult(
      doc.id,
      trace,
      () => texts ?? store.get(storeKey(trace.key)),
      () => renderDocument(doc, shared, progress()),
    )
  }

  recall(doc: Renderable, progress: Progress): Rendered | undefined {
    const trace = this.before.get(doc.id)
    if (trace === undefined) {
      this.reasons.set(doc.id, 'nothing was kept of it')
      return undefined
    }
    if (!this.factsNow.isAsItWas(doc, trace)) {
      this.reasons.set(doc.id, 'it changed itself')
      return undefined
    }
    const stale = this.factsNow.stale(trace, progress)
    if (stale !== undefined) {
      this.reasons.set(doc.id, reasonOf(stale.name))
      return undefined
    }
    if (!this.mayPassOver(trace)) {
      this.reasons.set(doc.id, reasonOf('recorded:'))
      return undefined
    }
    const kept = this.keptResult(doc, trace, () => progress)
    this.now.set(doc.id, trace)
    return kept
  }

  /** Whether plugins whose work is recorded would do again what they did for the document, if they had anything to do. */
  private mayPassOver(trace: Trace): boolean {
    if (!isRecorded(trace)) return true
    const { shared, store } = this.surroundings
    if (this.recordedBefore === undefined || store.get(storeKey(trace.key)) === undefined) return false
    return shared.recording?.passesOver(this.recordedBefore) === true
  }

  recorded(name: string): void {
    this.surroundings.recorded = name
  }

  render(doc: Renderable, progress: Progress): Rendered {
    const { rendered, reads, converting, content } = this.renderNoting(doc, progress)
    const own = this.facts.own(doc)
    const facts = own === null ? null : this.factsNow.of(reads, progress)
    if (own === null || facts === null || rendered.diagnostics.some(({ severity }) => severity === 'error'))
      return rendered
    const { standing = {}, converted } = rendered
    const texts = this.texts.bytesOf(rendered)
    // Half a character does not come back out of bytes.
    const comesBack = isWhole(rendered.output) && isWhole(rendered.content)
    const trace = this.keep(doc, texts, {
      own,
      ...facts,
      stands: {
        content: standing.content !== undefined,
        layout: standing.layout !== undefined,
        added: standing.added ?? false,
      },
      content,
      besides: besidesOf(rendered),
      ...(comesBack && converted !== undefined
        ? {
            converted: {
              ...this.factsNow.among(facts, converting),
              slips: converted.slips,
              besides: besidesOf(converted),
            },
          }
        : {}),
    })
    const { key } = trace
    if (!comesBack) return { ...rendered, key }
    const held = this.heldAmong(texts, trace)
    if (held !== undefined) this.texts.hold(texts)
    return { ...rendered, key, settled: () => this.settled(doc, trace, held, progress) }
  }

  /** Renders `doc`, or only places it in its layouts. */
  private renderNoting(doc: Renderable, progress: Progress): Noted {
    const { shared } = this.surroundings
    const render = (before?: KeptConversion): Noted => {
      const reads = new DocumentReads()
      const rendered = renderDocument(doc, shared, progress, { reads, converted: before?.converted })
      const converting = new Set([...(before?.reads ?? []), ...reads.converting.names(doc.id)])
      const all = new Set([...converting, ...reads.placing.names(doc.id)])
      return { rendered, reads: [...all], converting, content: before?.digest }
    }
    const before = this.keptConversion(doc, progress)
    if (before === undefined) return render()
    try {
      const placed = render(before)
      this.placed.add(doc.id)
      return placed
    } catch (error) {
      // What fails in a layout is told as where nothing was kept.
      if (error instanceof BuildError) return render()
      throw error
    }
  }

  /** What an earlier build converted, where that would come out the same. */
  private keptConversion(doc: Renderable, progress: Progress): KeptConversion | undefined {
    const trace = this.before.get(doc.id)
    const traced = trace?.converted
    if (trace === undefined || traced === undefined || !this.factsNow.isAsItWas(doc, trace)) return undefined
    if (this.factsNow.stale(traced, progress) !== undefined || isRecorded(traced)) return undefined
    const content = contentIn(this.surroundings.store.get(storeKey(trace.key)))
    if (content === undefined) return undefined
    const { diagnostics, extraFiles, left } = traced.besides ?? NOTHING_BESIDES
    return {
      converted: { content, diagnostics, extraFiles, left, slips: traced.slips },
      reads: allFacts(traced).map(({ name }) => name),
      digest: trace.content,
    }
  }

  mayPlace(doc: Renderable): boolean {
    const trace = this.before.get(doc.id)
    return (
      trace?.converted !== undefined &&
      this.factsNow.isAsItWas(doc, trace) &&
      this.factsNow.mayHold(trace.converted)
    )
  }

  /**
   * `texts`, where there is room for them in memory: those of large sites are in the store alone, but for those that
   * read what stood, which is not held for them.
   */
  private heldAmong(texts: Buffer, trace: Trace): Buffer | undefined {
    if (
      this.held + texts.length > this.surroundings.room &&
      !allFacts(trace).some(({ name }) => isOfStanding(name))
    )
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
    const { trace, texts, placed = false, fields } = apart
    const { digests } = this.surroundings
    if (ofThisSite && fields !== undefined) digests.fields.set(doc, fields)
    if (ofThisSite) digests.own.set(doc, trace.own)
    else if (trace.own !== this.facts.own(doc)) return undefined
    const read = allFacts(trace)
    for (const fact of read) {
      if (changesByDocument(fact.name)) {
        const now = this.facts.now(fact.name, progress)
        // With another one this build converts it, as it would alone.
        if (placed ? now === fact.digest : cameOutAlike(fact, now, trace.besides?.left)) continue
      } else if (ofThisSite) {
        // Another only where a file was changed while the build goes on.
        if (this.factsNow.isAsFound(fact)) continue
      } else if (this.factsNow.holds(fact, progress)) continue
      if (!ofThisSite) this.reasons.set(doc.id, reasonOf(fact.name))
      return undefined
    }
    const names = read.map(({ name }) => name)
    const facts = this.factsNow.of(names, progress)
    if (facts === null) return undefined
    const { own, stands, content, converted } = trace
    if (placed) this.placed.add(doc.id)
    const kept = this.keep(doc, texts, {
      own,
      ...facts,
      stands,
      ...(content === undefined ? {} : { content }),
      besides: withoutGivenWarnings(trace.besides, progress),
      ...(converted === undefined
        ? {}
        : {
            converted: {
              ...this.factsNow.among(facts, new Set(allFacts(converted).map(({ name }) => name))),
              slips: converted.slips,
              besides: withoutGivenWarnings(converted.besides, progress),
            },
          }),
    })
    if (!ofThisSite) this.reasons.delete(doc.id)
    return this.keptResult(doc, kept, () => progress, this.heldAmong(texts, kept))
  }

  get place(): KeptPlace | undefined {
    const { store, settings } = this.surroundings
    return store.place && { store: store.place, settings }
  }

  mayHold(doc: Renderable): boolean {
    const trace = this.before.get(doc.id)
    return trace !== undefined && this.factsNow.isAsItWas(doc, trace) && this.factsNow.mayHold(trace)
  }

  had(id: DocId): Apart | undefined {
    const trace = this.now.get(id) ?? this.before.get(id)
    const { site, store } = this.surroundings
    const texts = trace === undefined ? undefined : store.get(storeKey(trace.key))
    if (trace === undefined || texts === undefined) return undefined
    const doc = site.renderables.get(id)
    return { trace, texts, fields: doc && (this.facts.fields(doc) ?? undefined) }
  }

  /** Keeps the texts of a rendering under a name made of all that it depended on. */
  private keep(doc: Renderable, texts: string | Uint8Array, trace: Omit<Trace, 'key'>): Trace {
    const { store, settings, shared } = this.surroundings
    const { own, facts, common } = trace
    const did = isRecorded(trace) ? shared.recording?.soFar() : undefined
    let all = ''
    const add = (part: string): void => {
      all += `${part.length}:${part}`
    }
    for (const part of [settings, doc.id, own, this.factsNow.named(common), did ?? '']) add(part)
    for (const fact of facts) {
      add(fact.name)
      add(fact.digest)
    }
    const key = digest(all)
    store.put(storeKey(key), texts)
    const kept = { ...trace, key }
    this.now.set(doc.id, kept)
    return kept
  }

  save(progress: Progress, outputs: KeptOutputs, write?: LastWrite): void {
    const traces = new Map<DocId, Trace>()
    for (const [id, trace] of this.now) traces.set(id, this.withContent(trace, progress.rendered(id)))
    const { last, doubtful } = this
    const isNews =
      this.untouched === undefined ||
      !isPartOf(traces, this.before) ||
      this.surroundings.recorded !== this.recordedBefore
    if (last !== undefined && doubtful !== undefined) {
      for (const [id, rendered] of this.passed)
        traces.set(id, this.withContent(this.before.get(id)!, rendered))
      for (const { id } of doubtful.documents) replaceTrace(last, id, traces.get(id))
      for (const id of this.passed.keys()) replaceTrace(last, id, traces.get(id))
    }
    const all = last !== undefined && doubtful !== undefined ? last.traces : traces
    const index = all === last?.traces ? last.index : undefined
    this.surroundings.done({
      traces: all,
      written: outputs.written(),
      write,
      ...(index === undefined ? {} : { index }),
    })
    const isComplete = all.size === this.before.size
    saveLater(this.surroundings, all, outputs, isNews || !isComplete)
  }

  /** `trace` with the digest of the document's content, where somebody wanted it. */
  private withContent(trace: Trace, rendered: Rendered | undefined): Trace {
    const content = rendered?.contentDigest ?? (rendered && this.surroundings.digests.contents.get(rendered))
    return content === trace.content ? trace : { ...trace, content }
  }

  outputs(destination: string, output: Output): KeptOutputs {
    const { last } = this
    return keptOutputs(
      this.surroundings.store,
      destination,
      output,
      last?.destination === destination ? last.written : undefined,
    )
  }

  lastWrite(destination: string): LastWrite | undefined {
    const { last } = this
    return last?.destination === destination ? last.write : undefined
  }
}
