/** What a template sees: `site`, `page`, `layout`, `content` and the rest. */
import type { Drop } from '../liquid/index.ts'
import type { Renderable } from '../site/index.ts'
import { convertersFor } from './convert.ts'
import type { RenderEnv } from './types.ts'

/** The variables of one document; the layout chain sets `content` and `layout` in it as it goes. */
export type Payload = Map<string, unknown>

/** @param page the drop of the document or excerpt that is rendered */
export function createPayload(env: RenderEnv, page: Drop, doc: Renderable): Payload {
  const around = convertersFor(env, doc.ext)[0]?.aroundHighlight ?? null
  return new Map<string, unknown>([
    ['site', env.drops.site],
    ['page', page],
    ['layout', null],
    ['content', null],
    ['paginator', env.paginators.get(doc.id) ?? null],
    ['jekyll', env.drops.jekyll],
    ['theme', env.drops.theme],
    ['highlighter_prefix', around],
    ['highlighter_suffix', around],
  ])
}
