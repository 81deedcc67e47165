/** What a template sees: `site`, `page`, `layout`, `content` and the rest. */
import type { Drop } from '../liquid/index.ts'
import type { Listing, Renderable } from '../site/index.ts'
import type { Standing } from './types.ts'
import type { Shared } from './work.ts'

/** The variables of one document; the layout chain sets `content` and `layout` in it as it goes. */
export type Payload = Map<string, unknown>

/** `listing` with the drops of its documents. */
function listed(drops: Shared['drops'], { values, documents }: Listing): ReadonlyMap<unknown, unknown> {
  const all = new Map<unknown, unknown>(values)
  for (const [key, ids] of documents) all.set(key, drops.listed(ids))
  return all
}

/**
 * @param page the drop of the document or excerpt that is rendered
 * @param standing what earlier documents left; nothing in an excerpt
 */
export function createPayload(
  { drops, converters }: Shared,
  page: Drop,
  doc: Renderable,
  { content = null, layout = null }: Standing = {},
): Payload {
  const around = converters.for(doc.ext)[0]?.aroundHighlight ?? null
  return new Map<string, unknown>([
    ['site', drops.site],
    ['page', page],
    ['layout', layout],
    ['content', content],
    ['paginator', doc.kind === 'page' && doc.paginator !== undefined ? listed(drops, doc.paginator) : null],
    ['jekyll', drops.jekyll],
    ['theme', drops.theme],
    ['highlighter_prefix', around],
    ['highlighter_suffix', around],
  ])
}
