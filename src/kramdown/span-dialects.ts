/** The span pass for kramdown, for GFM with their options, and for what takes rules away: one of a few, each made when a text first needs it. */
import { onFirstUse } from '../base/index.ts'
import type { ParsedDocument } from './parsed-document.ts'
import { spanDispatch } from './span-dispatch.ts'
import { spanPass } from './span-pass.ts'
import { MARKDOWN_SPANS, SMARTYPANTS_SPANS, spanRules } from './span-rules.ts'
import type { SpanPass } from './span-state.ts'

const OFF_AND_ON = [false, true] as const
const DISPATCHES = OFF_AND_ON.map((gfm) =>
  OFF_AND_ON.map((typographic) =>
    OFF_AND_ON.map((emojis) => onFirstUse(() => spanDispatch(spanRules(gfm, typographic, emojis)))),
  ),
)

const MARKDOWN = onFirstUse(() => spanDispatch(MARKDOWN_SPANS))
const SMARTYPANTS = onFirstUse(() => spanDispatch(SMARTYPANTS_SPANS))

export function spanPassFor(doc: ParsedDocument): SpanPass {
  const { gfm, plain, smartypants, typographic, gfmEmojis } = doc.settings
  if (plain) return spanPass(doc, MARKDOWN())
  if (smartypants) return spanPass(doc, SMARTYPANTS())
  return spanPass(doc, DISPATCHES[Number(gfm)]![Number(typographic)]![Number(gfmEmojis)]!())
}
