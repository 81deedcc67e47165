/** Renders documents apart from each other. */
import type { FileTree } from '../../files/index.ts'
import { nothingRendered, type Shared } from '../../render/index.ts'
import type { Renderable, Site } from '../../site/index.ts'
import type { CacheStore } from '../cache/types.ts'
import { keptResults } from '../kept/kept-results.ts'
import type { Apart } from './apart.ts'

/**
 * Renders a document of `site` as if it were the first. Undefined where that fails, and where the result cannot be told
 * again: whoever puts the site together renders it then, and says what there is to say.
 */
export function rendererApart(
  site: Site,
  shared: Shared,
  trees: readonly Pick<FileTree, 'passedOver'>[],
): (doc: Renderable) => Apart | undefined {
  const keeping = keptResults(lastEntry(), (save) => void save()).begin(site, shared, '')
  const before = nothingRendered()
  return (doc) => {
    try {
      keeping.render(doc, before)
    } catch {
      return undefined
    }
    // Of a file that is refused the one who puts the site together has to tell.
    const refused = trees.map((tree) => tree.passedOver()).some((told) => told.length > 0)
    return refused ? undefined : keeping.had(doc.id)
  }
}

/** A store of what was put last. */
function lastEntry(): CacheStore {
  let last: { readonly key: string; readonly bytes: Buffer } | undefined
  return {
    get: (key) => (last?.key === key ? last.bytes : undefined),
    touch: () => {},
    put(key, content) {
      last = { key, bytes: typeof content === 'string' ? Buffer.from(content) : Buffer.from(content) }
    },
    save: () => {},
  }
}
