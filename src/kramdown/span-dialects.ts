/** The span pass for kramdown and for GFM with their options: one of a few, each made when a text first needs it. */
import { onFirstUse } from '../base/index.ts'
import type { ParsedDocument } from './parsed-document.ts'
import { spanDispatch } from './span-dispatch.ts'
import { spanPass } from './span-pass.ts'
import { MARKDOWN_SPANS, spanRules } from './span-rules.ts'
import type { SpanPass } from './span-state.ts'

const OFF_AND_ON = [false, true] as const
const DISPATCHES = OFF_AND_ON.map((gfm) =>
  OFF_AND_ON.map((typographic) =>
    OFF_AND_ON.map((emojis) => onFirstUse(() => spanDispatch(spanRules(gfm, typographic, emojis)))),
  ),
)

const MARKDOWN = onFirstUse(() => spanDispatch(MARKDOWN_SPANS))

export function spanPassFor(doc: ParsedDocument): SpanPass {
  const { gfm, plain, typographic, gfmEmojis } = doc.settings
  if (plain) return spanPass(doc, MARKDOWN())
  return spanPass(doc, DISPATCHES[Number(gfm)]![Number(typographic)]![Number(gfmEmojis)]!())
}
