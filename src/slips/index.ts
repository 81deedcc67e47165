/**
 * Slips of writers: what Jekyll takes as it is, without a word or with one that does not say what to do, and what makes a
 * page come out wrong. Each is one function, called by builds for what they render and by `doctor` for all.
 */
import type { Diagnostic } from '../base/index.ts'
import { isMarkdownExt, type Renderable } from '../site/index.ts'
import { doubledBaseurl, doublesBaseurl } from './doubled-baseurl.ts'
import { foreignSyntax } from './foreign-syntax.ts'
import { openFrontMatter } from './open-front-matter.ts'
import { firstFormula, rawFormulas } from './raw-formulas.ts'
import type { SlipSettings } from './slip-settings.ts'

export { doubledBaseurl, doublesBaseurl } from './doubled-baseurl.ts'
export { foreignSyntax } from './foreign-syntax.ts'
export { layoutMeant } from './layout-nowhere.ts'
export { openFrontMatter } from './open-front-matter.ts'
export { isProseAt } from './prose-lines.ts'
export { firstFormula, hasMathScript } from './raw-formulas.ts'
export { slip } from './slip.ts'

/** Whether the text of `doc` has what is a slip on some page, if not on all. */
export function maySlip(doc: Renderable, config: SlipSettings, understood: readonly string[]): boolean {
  if (doc.file.origin !== 'site') return false
  if (ofTextAlone(doc, config).length > 0) return true
  if (!isMarkdownExt(config, doc.ext)) return false
  return foreignSyntax(doc, config, understood).length > 0 || firstFormula(doc, config).length > 0
}

function ofTextAlone(doc: Renderable, config: SlipSettings): readonly Diagnostic[] {
  return [
    ...openFrontMatter(doc),
    ...(doublesBaseurl(config) ? doubledBaseurl(doc.file.path, doc.body, doc.bodyLine) : []),
  ]
}

/** The slips in `doc`, a file of the site whose page is `output`; of syntax that is `understood` there is no word. */
export function slipsIn(
  doc: Renderable,
  config: SlipSettings,
  output: string,
  understood: readonly string[],
): readonly Diagnostic[] {
  if (doc.file.origin !== 'site') return []
  const markdown = isMarkdownExt(config, doc.ext)
  return [
    ...ofTextAlone(doc, config),
    ...(markdown ? foreignSyntax(doc, config, understood, output) : []),
    ...(markdown ? rawFormulas(doc, config, output) : []),
  ]
}
