/** `include` and `include_cached`: a file of `_includes` with parameters. */
import { joinPath } from '../../base/index.ts'
import type { RenderContext, TagDefinition, TagSite, Template } from '../../liquid/index.ts'
import type { Include, SiteFile } from '../../site/index.ts'
import { HostError } from '../failure.ts'
import { registersOf } from '../registers.ts'
import type { SiteView } from '../site-view.ts'
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
export function notLocated(view: SiteView, name: string, dirs: readonly string[]): HostError {
  const links = view.config.safe
    ? 'is not a symlink as those are not allowed in safe mode.'
    : 'if it is a symlink, does not point outside your site source.'
  const list = `[${dirs.map((dir) => JSON.stringify(dir)).join(', ')}]`
  return new HostError(
    `Could not locate the included file '${name}' in any of ${list}. Ensure it exists in one of those directories and${
      view.config.safe ? '' : ','
    } ${links}`,
    'render/include-missing',
  )
}

function locate(view: SiteView, name: string): Include {
  const found = view.include(name.replace(/^\/+/, ''))
  if (found?.invalid)
    throw new HostError('invalid byte sequence in UTF-8', 'render/encoding', `save ${found.path} as UTF-8`)
  if (found !== undefined) return found
  const { source, includesDir } = view.config
  const dirs = [joinPath(source, includesDir)]
  if (view.theme !== null) dirs.push(joinPath(view.theme.root, '_includes'))
  throw notLocated(view, name, dirs)
}

/**
 * Renders `text` with `include` set; without parameters the outer `include` stays visible, unless the name has variables.
 */
export function renderInclude(
  file: SiteFile,
  text: string,
  { params, name }: IncludeState,
  ctx: RenderContext,
): string {
  const { shared, turn, document } = registersOf(ctx)
  const compiled = shared.templates(file, text, 1)
  turn.texts.set(file.path, compiled)
  const own = params.length > 0 || name !== undefined
  const scope = new Map<string, unknown>(own ? [['include', paramValues(params, ctx)]] : [])
  const goOn = shared.atWork(`The include ${file.path}`, (turn.document ?? document).file.path)
  try {
    return shared.measure(file.path, () => ctx.withScope(scope, () => ctx.renderTemplate(compiled.template)))
  } finally {
    goOn()
  }
}

function render(state: IncludeState, ctx: RenderContext): string {
  const { file, text } = locate(registersOf(ctx).view, includeName(state, ctx))
  return renderInclude(file, text, state, ctx)
}

export const include: TagDefinition<IncludeState> = {
  name: 'include',
  rendersTemplate: true,
  parse: parseInclude,
  render,
}
