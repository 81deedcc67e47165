/** `include` and `include_cached`: a file of `_includes` with parameters. */
import { joinPath } from '../../base/index.ts'
import type { RenderContext, TagDefinition, TagSite, Template } from '../../liquid/index.ts'
import type { Include } from '../../site/index.ts'
import { HostError } from '../failure.ts'
import { registersOf } from '../registers.ts'
import { compileInclude } from '../templates.ts'
import type { RenderEnv } from '../types.ts'
import { checkFileName, parseIncludeMarkup } from './include-markup.ts'
import { type CompiledParams, compileParams, paramValues } from './include-params.ts'

export interface IncludeState {
  readonly tag: string
  readonly file: string
  readonly name: Template | undefined
  readonly params: CompiledParams
}

/** Compiles the markup of an include tag. */
export function parseInclude(markup: string, site: TagSite): IncludeState {
  const { file, isTemplate, params } = parseIncludeMarkup(site.tagName, markup)
  return {
    tag: site.tagName,
    file,
    name: isTemplate ? site.parse(file) : undefined,
    params: compileParams(params, site),
  }
}

/** The file's name, its variables filled in. Throws a HostError when it is none. */
export function includeName(state: IncludeState, ctx: RenderContext): string {
  const name = state.name === undefined ? state.file : ctx.renderTemplate(state.name)
  checkFileName(state.tag, name)
  return name
}

/** Jekyll's message for a file that is in none of `dirs`. */
export function notLocated(env: RenderEnv, name: string, dirs: readonly string[]): HostError {
  const links = env.site.config.safe
    ? 'is not a symlink as those are not allowed in safe mode.'
    : 'if it is a symlink, does not point outside your site source.'
  const list = `[${dirs.map((dir) => JSON.stringify(dir)).join(', ')}]`
  return new HostError(
    `Could not locate the included file '${name}' in any of ${list}. Ensure it exists in one of those directories and${
      env.site.config.safe ? '' : ','
    } ${links}`,
    'render/include-missing',
  )
}

function locate(env: RenderEnv, name: string): Include {
  const found = env.site.includes.get(name.replace(/^\/+/, ''))
  if (found?.invalid)
    throw new HostError('invalid byte sequence in UTF-8', 'render/encoding', `save ${found.path} as UTF-8`)
  if (found !== undefined) return found
  const { source, includesDir } = env.site.config
  const dirs = [joinPath(source, includesDir)]
  if (env.site.theme !== null) dirs.push(joinPath(env.site.theme.root, '_includes'))
  throw notLocated(env, name, dirs)
}

/** Renders a template with `include` set, when there are parameters; without any the outer `include` stays visible. */
export function renderInclude(
  template: Template,
  params: CompiledParams,
  ctx: RenderContext,
  values = paramValues(params, ctx),
): string {
  const scope = new Map<string, unknown>(params.length === 0 ? [] : [['include', values]])
  const { measure } = registersOf(ctx).env
  return measure(template.path ?? '', () => ctx.withScope(scope, () => ctx.renderTemplate(template)))
}

function render(state: IncludeState, ctx: RenderContext): string {
  const registers = registersOf(ctx)
  const file = locate(registers.env, includeName(state, ctx))
  return renderInclude(compileInclude(registers.env, file.file, file.text), state.params, ctx)
}

export const include: TagDefinition<IncludeState> = {
  name: 'include',
  parse: parseInclude,
  render,
}
