/** Runs Liquid over one text. */
import { joinPath } from '../base/index.ts'
import type { Template } from '../liquid/index.ts'
import type { Renderable } from '../site/index.ts'
import { liquidFailure, liquidWarning } from './liquid-failure.ts'
import { RenderServices } from './services.ts'
import type { LiquidOutput, LiquidText } from './types.ts'
import type { Registers, Work } from './work.ts'

/** Compiles `text`. Throws a RenderFailure for a syntax error. */
export function compileText(work: Work, text: LiquidText): Template {
  try {
    return work.shared.engine.parse(text.text, { path: text.path })
  } catch (error) {
    throw liquidFailure(work, text, error)
  }
}

/** The output of `template`, which was made of `text`. Throws a RenderFailure at the first error, as Jekyll stops. */
export function runTemplate(
  work: Work,
  text: LiquidText,
  template: Template,
  payload: ReadonlyMap<string, unknown>,
): LiquidOutput {
  const { shared, turn, document, diagnostics } = work
  const { view } = shared
  const registers: Registers = {
    shared,
    view,
    turn,
    document,
    get documentForPlugins() {
      view.noteDate(document)
      return document
    },
    services: new RenderServices(shared, (diagnostic) => diagnostics.push(diagnostic), view.isInExcerpt),
    warn: (code, message) => {
      diagnostics.push({ code, severity: 'warning', message, trail: [`rendering ${text.path}`] })
    },
  }
  noteWarnings(work, text, template)
  let ascii = false
  const run = (): string => {
    const result = template.render(payload, {
      registers: registers as unknown as Readonly<Record<string, unknown>>,
      strictVariables: shared.settings.liquid.strictVariables,
      strictFilters: shared.settings.liquid.strictFilters,
      throwErrors: true,
      zone: view.zone,
      now: view.now,
    })
    // Jekyll never shows what lax parsing forgave in an include.
    for (const warning of result.warnings)
      if (warning.path === template.path) diagnostics.push(liquidWarning(work, text, warning))
    ascii = result.ascii
    return result.output
  }
  try {
    return { text: shared.measure(text.path, run), ascii }
  } catch (error) {
    throw liquidFailure(work, text, error)
  }
}

/** What lax parsing forgave, reported once for each text. */
function noteWarnings(work: Work, text: LiquidText, { warnings }: Template): void {
  if (warnings.length === 0) return
  const made = () => warnings.map((warning) => liquidWarning(work, text, warning))
  work.diagnostics.push(...work.turn.warnOnce(text.shownAs, made))
}

/** What Jekyll prints behind `in`: documents by their absolute path, pages by their relative one. */
export function shownPath(doc: Renderable): string {
  return doc.kind === 'page' ? doc.file.path : joinPath(doc.file.root, doc.file.path)
}
