/** The excerpt of a document as HTML: Liquid and converters as for the document, no layout. */
import { type Document, hasLiquid, type Renderable } from '../site/index.ts'
import { convertDocument } from './convert.ts'
import { ExcerptDrop } from './drops/excerpt.ts'
import { createPayload } from './payload.ts'
import { compileText, runTemplate, type Work } from './render-text.ts'
import type { LiquidText, RenderEnv } from './types.ts'

/**
 * The converted excerpt. Throws a RenderFailure as the document would; its path is followed by `/#excerpt`, as Jekyll
 * names it.
 */
export function renderExcerpt(env: RenderEnv, doc: Renderable, shownPath: string): string {
  const source = doc.excerpt ?? ''
  const work: Work = { env, document: doc, diagnostics: [] }
  const text: LiquidText = {
    path: doc.file.path,
    text: source,
    shownAs: `${shownPath}/#excerpt`,
    firstLine: doc.bodyLine,
  }
  const liquid = doc.liquid && hasLiquid(source)
  const page = doc.kind === 'document' ? new ExcerptDrop(doc as Document, env, source) : env.drops.of(doc)
  const rendered = liquid
    ? runTemplate(work, text, compileText(work, text), createPayload(env, page, doc))
    : source
  return convertDocument(env, doc, rendered, [], work.diagnostics)
}
