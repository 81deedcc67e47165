/** Renders documents apart from each other. */
import type { FileTree } from '../../files/index.ts'
import { nothingRendered, type Shared } from '../../render/index.ts'
import type { Renderable, Site } from '../../site/index.ts'
import { PackStore } from '../cache/pack-store.ts'
import type { CacheStore } from '../cache/types.ts'
import { keptResults } from '../kept/kept-results.ts'
import type { Apart } from './apart.ts'
import type { ConvertedBefore } from './hands.ts'

/**
 * Renders a document of `site` as if it were the first. Undefined where that fails, and where the result cannot be told
 * again: whoever puts the site together renders it then, and says what there is to say. What earlier builds `converted` is only
 * placed in layouts; undefined where it does not hold for a first document.
 */
export function rendererApart(
  site: Site,
  shared: Shared,
  trees: readonly Pick<FileTree, 'passedOver'>[],
  converted?: ConvertedBefore,
): (doc: Renderable) => Apart | undefined {
  const store = lastEntry(converted && new PackStore(converted.kept.store))
  const { settings = '' } = converted?.kept ?? {}
  const keeping = keptResults(store, (save) => void save()).begin(site, shared, settings)
  const before = nothingRendered()
  return (doc) => {
    let key: string | undefined
    try {
      key = keeping.render(doc, before).key
    } catch {
      return undefined
    }
    const placed = keeping.placed.has(doc.id)
    if (key === undefined || placed !== (converted?.ids.has(doc.id) === true)) return undefined
    // Of a file that is refused the one who puts the site together has to tell.
    const refused = trees.map((tree) => tree.passedOver()).some((told) => told.length > 0)
    const made = refused ? undefined : keeping.had(doc.id)
    return made && { ...made, placed }
  }
}

/** A store of what was put last, and of what is in `before`. */
function lastEntry(before: Pick<CacheStore, 'get'> | undefined): CacheStore {
  let last: { readonly key: string; readonly bytes: Buffer } | undefined
  return {
    get: (key) => (last?.key === key ? last.bytes : before?.get(key)),
    touch: () => {},
    put(key, content) {
      last = { key, bytes: typeof content === 'string' ? Buffer.from(content) : Buffer.from(content) }
    },
    save: () => {},
  }
}
