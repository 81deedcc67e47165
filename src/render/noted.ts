/** Parts of a site that note who reads them, for what gets whole objects: templates `site.data`, plugins the site. */
import { type Hash, isHash } from '../base/index.ts'
import type { Config, Site } from '../site/index.ts'
import type { Reads } from './reads.ts'

/** `hash` as one that tells `note` which key is read; '' where it may be any. */
export function notedHash(hash: Hash, note: (key: string) => void): Hash {
  return new NotedMap(hash, (key) => note(typeof key === 'string' ? key : ''))
}

/** A map that tells which key is read; undefined where it may be any. */
class NotedMap<Key, Item> extends Map<Key, Item> {
  readonly #note: (key?: Key) => void

  constructor(map: ReadonlyMap<Key, Item>, note: (key?: Key) => void) {
    super()
    this.#note = note
    for (const [key, value] of map) super.set(key, value)
  }

  override get(key: Key): Item | undefined {
    this.#note(key)
    return super.get(key)
  }

  override has(key: Key): boolean {
    this.#note(key)
    return super.has(key)
  }

  override get size(): number {
    // Map's own constructor asks before there is anything to note.
    this.#note?.()
    return super.size
  }

  override entries(): MapIterator<[Key, Item]> {
    this.#note()
    return super.entries()
  }

  override keys(): MapIterator<Key> {
    this.#note()
    return super.keys()
  }

  override values(): MapIterator<Item> {
    this.#note()
    return super.values()
  }

  override forEach(run: (value: Item, key: Key, map: Map<Key, Item>) => void): void {
    this.#note()
    super.forEach(run)
  }

  override [Symbol.iterator](): MapIterator<[Key, Item]> {
    this.#note()
    return super.entries()
  }
}

/** The rules that a site is built by: a build with others knows nothing of this one. */
const RULES: ReadonlySet<keyof Site> = new Set(['defaults', 'pageHome', 'outputExts', 'blockTags', 'theme'])

/** Facts for the parts that have one of their own. */
const FACTS: { readonly [Part in keyof Site]?: string } = {
  time: 'time',
  now: 'now',
  pages: 'source of all',
  staticFiles: 'static files',
}

/** Tells who is reading. */
type Note = (noted: (reads: Reads) => void) => void

/** `site` as one that tells `note` what of it is read: any of it, or a part. */
export function notedSite(site: Site, note: Note): Site {
  let config: Config | undefined
  let renderables: Site['renderables'] | undefined
  let data: Site['data'] | undefined
  const special: { readonly [Part in keyof Site]?: () => Site[Part] } = {
    config() {
      note((reads) => reads.fact('settings'))
      return (config ??= notedConfig(site.config, note))
    },
    data() {
      if (isHash(site.data))
        return (data ??= notedHash(site.data, (key) => note((reads) => reads.fact('data', key))))
      note((reads) => reads.fact('data'))
      return site.data
    },
    renderables: () => (renderables ??= notedDocuments(site, note)),
    collections() {
      note((reads) => {
        reads.fact('collections')
        reads.fact('static files')
        for (const label of site.collections.keys()) reads.fact('documents', label)
      })
      return site.collections
    },
  }
  const noted: Partial<Site> = {}
  for (const key of Object.keys(site) as (keyof Site)[]) {
    const simple = (): unknown => {
      if (!RULES.has(key)) note((reads) => reads.fact(FACTS[key] ?? 'everything'))
      return site[key]
    }
    Object.defineProperty(noted, key, { enumerable: true, get: special[key] ?? simple })
  }
  return noted as Site
}

/** `config` as one that tells which variables of the environment are read. */
function notedConfig(config: Config, note: Note): Config {
  const variables = new Proxy(config.variables, {
    get(all, name) {
      if (typeof name !== 'string') return undefined
      note((reads) => reads.fact('variable', name))
      return all[name]
    },
    has(all, name) {
      note((reads) => reads.fact('variable', String(name)))
      return name in all
    },
    // Not all of them are a fact: the terminal's are among them, which are other ones each time.
    ownKeys(all) {
      note((reads) => reads.fact('unrepeatable'))
      return Reflect.ownKeys(all)
    },
  })
  return { ...config, variables }
}

/** The documents and pages of `site`, by id, that tell which are read. */
function notedDocuments({ renderables }: Site, note: Note): Site['renderables'] {
  return new NotedMap(renderables, (id) =>
    note((reads) => {
      const doc = id === undefined ? undefined : renderables.get(id)
      if (doc !== undefined) reads.part('source', doc)
      else if (id !== undefined) reads.fact('fields', id)
      else reads.fact('everything')
    }),
  )
}
