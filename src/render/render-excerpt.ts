/** The excerpt of a document as HTML: Liquid and converters as for the document, no layout. */
import { hasLiquid, type Renderable, runsLiquid } from '../site/index.ts'
import { convertDocument } from './convert.ts'
import { ExcerptDrop, PageExcerptDrop } from './drops/excerpt.ts'
import { createPayload } from './payload.ts'
import { compileText, runTemplate, shownPath } from './render-text.ts'
import { RenderServices } from './services.ts'
import type { Turn } from './turn.ts'
import type { LiquidText } from './types.ts'
import type { Shared, Work } from './work.ts'

/**
 * The converted excerpt. Throws a RenderFailure as the document would; its path is followed by `/#excerpt`, as Jekyll
 * names it.
 */
export function renderExcerpt(shared: Shared, turn: Turn, doc: Renderable): string {
  const source = doc.excerpt ?? ''
  const work: Work = { shared, turn, document: doc, diagnostics: [] }
  const text: LiquidText = {
    path: doc.file.path,
    text: source,
    shownAs: `${shownPath(doc)}/#excerpt`,
    firstLine: doc.bodyLine,
  }
  const liquid = hasLiquid(source) && runsLiquid(doc, shared.view.config.rules)
  const page =
    doc.kind === 'document'
      ? new ExcerptDrop(doc, shared.drops, source)
      : new PageExcerptDrop(doc, shared.drops)
  const rendered = liquid
    ? shared.view.inExcerpt(() =>
        runTemplate(work, text, compileText(work, text), createPayload(shared, page, doc)),
      )
    : { text: source, ascii: false }
  const converted = convertDocument(shared, doc, rendered, [], work.diagnostics)
  if (!shared.hooks?.has('post_convert')) return converted
  shared.view.noteDate(doc)
  const services = new RenderServices(shared, () => {}, true)
  return shared.hooks.text('post_convert', doc, converted, shared.view.forPlugins(), services)
}
