/** Runs Liquid over one text. */
import type { Diagnostic } from '../base/index.ts'
import type { Template } from '../liquid/index.ts'
import type { Renderable } from '../site/index.ts'
import { liquidFailure, liquidWarning } from './liquid-failure.ts'
import { createServices } from './services.ts'
import type { LiquidText, Registers, RenderEnv } from './types.ts'

/** What the texts of one document share. */
export interface Work {
  readonly env: RenderEnv
  readonly document: Renderable | null
  readonly diagnostics: Diagnostic[]
}

/** Compiles `text`. Throws a RenderFailure for a syntax error. */
export function compileText(work: Work, text: LiquidText): Template {
  try {
    return work.env.engine.parse(text.text, { path: text.path })
  } catch (error) {
    throw liquidFailure(work.env, text, error)
  }
}

/** The output of `template`, which was made of `text`. Throws a RenderFailure at the first error, as Jekyll stops. */
export function runTemplate(
  work: Work,
  text: LiquidText,
  template: Template,
  payload: ReadonlyMap<string, unknown>,
): string {
  const { env, diagnostics } = work
  const registers: Registers = {
    env,
    document: work.document,
    services: createServices(env, (diagnostic) => diagnostics.push(diagnostic)),
    warn: (code, message) => {
      diagnostics.push({ code, severity: 'warning', message, trail: [`rendering ${text.path}`] })
    },
  }
  noteWarnings(work, text, template)
  const run = (): string => {
    const result = template.render(payload, {
      registers: registers as unknown as Readonly<Record<string, unknown>>,
      strictVariables: env.strictVariables,
      strictFilters: env.strictFilters,
      throwErrors: true,
      zone: env.site.config.zone,
      now: env.now,
    })
    // Jekyll never shows what lax parsing forgave in an include.
    for (const warning of result.warnings)
      if (warning.path === template.path) diagnostics.push(liquidWarning(env, text, warning))
    return result.output
  }
  try {
    return env.measure(text.path, run)
  } catch (error) {
    throw liquidFailure(env, text, error)
  }
}

/** What lax parsing forgave, told once for each text. */
function noteWarnings(work: Work, text: LiquidText, template: Template): void {
  const { env, diagnostics } = work
  if (template.warnings.length === 0 || env.warned.has(text.shownAs)) return
  env.warned.add(text.shownAs)
  for (const warning of template.warnings) diagnostics.push(liquidWarning(env, text, warning))
}
