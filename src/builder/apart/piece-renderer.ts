/** A hand's side of a job: renders pieces of a site that was sent. */
import { deserialize } from 'node:v8'
import type { Encoded } from '../../base/index.ts'
import type { Plugin } from '../../plugins/index.ts'
import { themeIn } from '../../read/index.ts'
import { type DocId, decodeSite } from '../../site/index.ts'
import { type Trace, tracesText } from '../kept/trace.ts'
import { beginBuild, type SiteSource, treesOf } from '../phases/build.ts'
import { beginRendering } from '../phases/render.ts'
import { sourceTree } from '../source-tree.ts'
import { claim, type Job, type PieceResults } from './hands.ts'
import { rendererApart } from './render-apart.ts'

/** Pieces in a row of which nothing came that make it useless to go on: all documents read what others left, or fail. */
const IN_VAIN = 4

/** Renders pieces of `job`, the last first, until all are taken; tells what came of each. */
export function renderPieces(
  job: Job,
  bundled: readonly Plugin[],
  tell: (piece: number, results: PieceResults) => void,
): void {
  const { render, end } = pieceRenderer(job, bundled)
  let vain = 0
  try {
    for (let piece = job.pieces.length - 1; piece >= 0 && vain < IN_VAIN; piece--) {
      if (!claim(job.claims, piece)) continue
      const results = render(piece)
      vain = results.lengths.length === 0 ? vain + 1 : 0
      tell(piece, results)
    }
  } finally {
    end()
  }
}

interface PieceRenderer {
  render(piece: number): PieceResults
  end(): void
}

/** Renders pieces of `job` one by one. */
function pieceRenderer(job: Job, bundled: readonly Plugin[]): PieceRenderer {
  const site = decodeSite(deserialize(new Uint8Array(job.site)) as Encoded)
  const { config, theme } = site
  const names = new Set(job.plugins)
  const source: SiteSource = {
    config,
    tree: sourceTree(config),
    time: site.time,
    bundled,
    plugins: bundled.filter(({ name }) => names.has(name)),
    ...(theme === null ? {} : { theme: themeIn(theme.name, theme.root, { safe: config.safe }) }),
  }
  const build = beginBuild(source, [])
  const renderApart = rendererApart(site, beginRendering(build, site), treesOf(source), job.converted)
  const render = (piece: number): PieceResults => {
    const traces = new Map<DocId, Trace>()
    const texts: Buffer[] = []
    const placed = new Set<DocId>()
    const fields: (string | undefined)[] = []
    for (const id of job.pieces[piece] ?? []) {
      const doc = site.renderables.get(id)
      const apart = doc === undefined ? undefined : renderApart(doc)
      if (apart === undefined) continue
      traces.set(id, apart.trace)
      texts.push(apart.texts)
      if (apart.placed === true) placed.add(id)
      fields.push(apart.fields)
    }
    const lengths = texts.map(({ length }) => length)
    return { traces: tracesText(traces), lengths, texts: together(texts), placed, fields }
  }
  return { render, end: () => build.compilers.end() }
}

/** All `parts` in memory of their own, which can be handed over. */
function together(parts: readonly Buffer[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
