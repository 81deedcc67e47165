/** The parameters of an include tag, compiled once and evaluated at each rendering. */
import type { Expression, RenderContext, TagSite } from '../../liquid/index.ts'
import type { IncludeParam } from './include-markup.ts'

interface CompiledParam {
  readonly name: string
  readonly text: string
  /** undefined for a quoted text */
  readonly variable: Expression | undefined
}

export type CompiledParams = readonly CompiledParam[]

export function compileParams(params: readonly IncludeParam[], site: TagSite): CompiledParams {
  return params.map(({ name, text = '', variable }) => ({
    name,
    text,
    variable: variable === undefined ? undefined : site.expression(variable),
  }))
}

/** The hash a template sees as `include`. */
export function paramValues(params: CompiledParams, ctx: RenderContext): ReadonlyMap<string, unknown> {
  const values = new Map<string, unknown>()
  for (const { name, text, variable } of params)
    values.set(name, variable === undefined ? text : (ctx.evaluate(variable) ?? null))
  return values
}
