/**
 * The builder's side of a job: it renders the documents in Jekyll's order from the first, the hands from the last, each piece
 * by whoever takes it; from where they meet, the builder takes what the hands made, if it holds.
 */
import { serialize } from 'node:v8'
import type { Plugin } from '../../plugins/index.ts'
import { type DocId, encodeSite, type Renderable, type Site } from '../../site/index.ts'
import { memoryStore } from '../cache/memory-store.ts'
import type { Keeping } from '../kept/keeping.ts'
import { keptResults } from '../kept/kept-results.ts'
import { parseTraces } from '../kept/trace.ts'
import { isStyleSheet } from '../style-sheets.ts'
import type { Apart } from './apart.ts'
import type { Elsewhere, Others, RenderingOf } from './elsewhere.ts'
import { type ConvertedBefore, type Crew, claim, type Hands, handsFor, inPieces, type Job } from './hands.ts'

/**
 * Renders with `hands` where that is worth it, for a site with `plugins`. A plugin of the site's own may keep in memory what
 * another thread does not have: with one nobody helps.
 */
export function withHands(hands: Hands, plugins: readonly Plugin[], bundled: readonly Plugin[]): Elsewhere {
  const able = plugins.every((plugin) => bundled.includes(plugin))
  return {
    begin(rendering) {
      if (!able) return undefined
      const { documents, converted } = documentsToRender(rendering)
      const lengths = documents.map((doc) => (converted?.ids.has(doc.id) === true ? 0 : doc.body.length))
      const count = Math.min(handsFor(lengths, hands), documents.length - 1)
      if (count < 1) return undefined
      const site = sent(rendering.site)
      if (site === undefined) return undefined
      const pieces = inPieces(
        documents.map(({ id }) => id),
        count,
      )
      const claims = new SharedArrayBuffer(pieces.length * Int32Array.BYTES_PER_ELEMENT)
      const crew = hands.start(count)
      const job = { site, plugins: plugins.map(({ name }) => name), pieces, converted, claims }
      crew.give(job)
      return new TwoEnds(job, crew, rendering)
    },
  }
}

/**
 * Those that are surely rendered in this build, and what was `converted` of them before. Style sheets stay with the builder: each
 * hand would start a compiler.
 */
function documentsToRender({ plan, keeping }: RenderingOf): {
  readonly documents: readonly Renderable[]
  readonly converted: ConvertedBefore | undefined
} {
  const all = keeping?.doubtful?.documents ?? plan.render
  const documents = all.filter((doc) => !isStyleSheet(doc) && keeping?.mayHold(doc) !== true)
  const ids = new Set(documents.flatMap((doc) => (keeping?.mayPlace(doc) === true ? [doc.id] : [])))
  if (ids.size === 0) return { documents, converted: undefined }
  const kept = keeping?.place
  if (kept !== undefined) return { documents, converted: { kept, ids } }
  return { documents: documents.filter(({ id }) => !ids.has(id)), converted: undefined }
}

/** `site` in memory that threads share; undefined where a plugin put into it what cannot be sent. */
function sent(site: Site): SharedArrayBuffer | undefined {
  let bytes: Buffer
  try {
    // A process's own environment is no plain object.
    const config = { ...site.config, variables: { ...site.config.variables } }
    bytes = serialize(encodeSite({ ...site, config }))
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
  const memory = new SharedArrayBuffer(bytes.length)
  new Uint8Array(memory).set(bytes)
  return memory
}

class TwoEnds implements Others {
  readonly ofThisBuild = true
  private readonly pieceOf = new Map<DocId, number>()
  /** the piece that the builder is at, and what the hands made of it where they took it */
  private at = -1
  private results: ReadonlyMap<DocId, Apart> | undefined
  private readonly own: Keeping
  private taken = 0

  constructor(
    private readonly job: Job,
    private readonly crew: Crew,
    { site, shared }: RenderingOf,
  ) {
    for (const [piece, ids] of job.pieces.entries()) for (const id of ids) this.pieceOf.set(id, piece)
    this.own = keptResults(memoryStore(0), (save) => void save()).begin(site, shared, '')
  }

  take(...[doc, progress, keeping = this.own]: Parameters<Others['take']>): ReturnType<Others['take']> {
    const piece = this.pieceOf.get(doc.id)
    if (piece === undefined) return undefined
    if (piece !== this.at) {
      this.at = piece
      this.results = claim(this.job.claims, piece) ? undefined : this.resultsOf(piece)
    }
    const apart = this.results?.get(doc.id)
    const rendered = apart === undefined ? undefined : keeping.take(doc, apart, progress, true)
    if (rendered !== undefined) this.taken++
    return rendered
  }

  end(): string {
    this.crew.end()
    return `${this.taken} of ${this.pieceOf.size} pages rendered`
  }

  private resultsOf(piece: number): ReadonlyMap<DocId, Apart> | undefined {
    const made = this.crew.results(piece)
    if (made === undefined) return undefined
    const results = new Map<DocId, Apart>()
    const bytes = Buffer.from(made.texts.buffer, made.texts.byteOffset, made.texts.length)
    let at = 0
    let index = 0
    for (const [id, trace] of parseTraces(made.traces)) {
      const end = at + (made.lengths[index] ?? 0)
      const fields = made.fields[index]
      results.set(id, { trace, texts: bytes.subarray(at, end), placed: made.placed.has(id), fields })
      at = end
      index++
    }
    return results
  }
}
