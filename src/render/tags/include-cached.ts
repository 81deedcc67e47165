/**
 * `include_cached` (jekyll-include-cache): as `include`, rendered once for each file and parameters. The first result is
 * used again, whatever other variables it read; with the same parameters that is what the plugin prints.
 */
import { identityKey, type Value } from '../../base/index.ts'
import type { RenderContext, TagDefinition } from '../../liquid/index.ts'
import { registersOf } from '../registers.ts'
import { type IncludeState, include, includeName, parseInclude } from './include.ts'
import { paramValues } from './include-params.ts'

function render(state: IncludeState, ctx: RenderContext): string {
  const values = [...paramValues(state.params, ctx)].map(keyOf)
  // No parameters are not the same as none in the place for them: see `renderInclude`.
  const given = values.length === 0 && state.name !== undefined ? ['{}'] : values
  const key = `${includeName(state, ctx)}\0${given.join('\0')}`
  return registersOf(ctx).turn.includeOnce(key, () => include.render(state, ctx, () => ''))
}

/** Documents go by their url, other objects by what they print. */
function keyOf([name, value]: readonly [string, unknown]): string {
  const known = typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Map
  return `${name}=${known ? identityKey(value as Value) : String((value as { toText?(): string }).toText?.())}`
}

export const includeCached: TagDefinition<IncludeState> = {
  name: 'include_cached',
  parse: parseInclude,
  render,
}
