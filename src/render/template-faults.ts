/** Templates that cannot be compiled, found without running any: for a look over a site. */
import type { Diagnostic } from '../base/index.ts'
import { hasLiquid, layoutsAround, type Renderable, runsLiquid, type Site } from '../site/index.ts'
import { RenderFailure } from './failure.ts'
import { nothingRendered } from './progress.ts'
import { compileText, shownPath } from './render-text.ts'
import { Turn } from './turn.ts'
import type { LiquidText } from './types.ts'
import type { Shared, Work } from './work.ts'

const INCLUDE = /\{%-?\s*include(?:_cached)?\s+([\w./-]+)/g

/** The first error of each text that `documents` are made of: their own, their layouts', those of includes they name. */
export function templateFaults(
  { layouts, includes }: Site,
  documents: readonly Renderable[],
  shared: Shared,
): readonly Diagnostic[] {
  const seen = new Set<string>()
  const faults: Diagnostic[] = []
  const look = (doc: Renderable, text: LiquidText): void => {
    if (seen.has(text.path) || !hasLiquid(text.text)) return
    seen.add(text.path)
    const turn = new Turn(doc, nothingRendered(), () => '')
    const work: Work = { shared, turn, document: doc, diagnostics: [] }
    try {
      compileText(work, text)
    } catch (error) {
      if (!(error instanceof RenderFailure)) throw error
      faults.push(error.diagnostic)
    }
    for (const [, name = ''] of text.text.matchAll(INCLUDE)) {
      const include = includes.get(name)
      if (include !== undefined)
        look(doc, { path: include.path, text: include.text, shownAs: include.path, firstLine: 1 })
    }
  }
  const { rules } = shared.view.config
  for (const doc of documents) {
    const { file, body, bodyLine } = doc
    if (runsLiquid(doc, rules))
      look(doc, { path: file.path, text: body, shownAs: shownPath(doc), firstLine: bodyLine })
    for (const layout of layoutsAround(doc, (name) => layouts.get(name)))
      if (runsLiquid(layout, rules))
        look(doc, {
          path: layout.file.path,
          text: layout.body,
          shownAs: layout.file.path,
          firstLine: layout.bodyLine,
        })
  }
  return faults
}
