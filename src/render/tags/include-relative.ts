/** `include_relative`: a file beside the page. */
import { dirname, joinPath } from '../../base/index.ts'
import type { RenderContext, TagDefinition } from '../../liquid/index.ts'
import { registersOf } from '../registers.ts'
import { type IncludeState, includeName, notLocated, parseInclude, renderInclude } from './include.ts'

function render(state: IncludeState, ctx: RenderContext): string {
  const { view, document } = registersOf(ctx)
  const name = includeName(state, ctx)
  // A theme's page looks in the site, as Jekyll has it.
  const own = document.file.origin === 'site'
  const root = own ? document.file.root : view.config.source
  const folder = dirname(document.file.path)
  const beside = joinPath(root, folder === '.' ? '' : folder)
  const path = joinPath(folder === '.' ? '' : folder, name.replace(/^\/+/, '')).replace(/^\/+/, '')
  const text = view.readText(joinPath(root, path), beside)
  if (text === undefined) throw notLocated(view, name, [beside])
  const file = { path, origin: 'site', root, size: text.length, mtime: 0 } as const
  return renderInclude(file, text, state, ctx)
}

export const includeRelative: TagDefinition<IncludeState> = {
  name: 'include_relative',
  rendersTemplate: true,
  parse: parseInclude,
  render,
}
