/** Parts of a site that note who reads them, for what gets whole objects: templates `site.data`, plugins the site. */
import type { Hash, Value } from '../base/index.ts'
import type { Site } from '../site/index.ts'

/** `hash` as one that tells `note` which key is read; '' where it may be any. */
export function notedHash(hash: Hash, note: (key: string) => void): Hash {
  return new NotedHash(hash, note)
}

class NotedHash extends Map<Value, Value> {
  readonly #note: (key: string) => void

  constructor(hash: Hash, note: (key: string) => void) {
    super()
    this.#note = note
    for (const [key, value] of hash) super.set(key, value)
  }

  override get(key: Value): Value | undefined {
    this.#note(typeof key === 'string' ? key : '')
    return super.get(key)
  }

  override has(key: Value): boolean {
    this.#note(typeof key === 'string' ? key : '')
    return super.has(key)
  }

  override get size(): number {
    // Map's own constructor asks before there is anything to note.
    this.#note?.('')
    return super.size
  }

  override entries(): MapIterator<[Value, Value]> {
    this.#note('')
    return super.entries()
  }

  override keys(): MapIterator<Value> {
    this.#note('')
    return super.keys()
  }

  override values(): MapIterator<Value> {
    this.#note('')
    return super.values()
  }

  override forEach(run: (value: Value, key: Value, map: Map<Value, Value>) => void): void {
    this.#note('')
    super.forEach(run)
  }

  override [Symbol.iterator](): MapIterator<[Value, Value]> {
    this.#note('')
    return super.entries()
  }
}

/** The rules that a site is built by: a build with others knows nothing of this one. */
const RULES: ReadonlySet<keyof Site> = new Set(['defaults', 'pageHome', 'outputExts', 'blockTags', 'theme'])

/** Kinds of facts for the parts that have one of their own. */
const KINDS: { readonly [Part in keyof Site]?: Noted } = { time: 'time', now: 'now', config: 'settings' }

type Noted = 'everything' | 'now' | 'settings' | 'time'

/** `site` as one that tells `note` that anything of it may be read, or the time. */
export function notedSite(site: Site, note: (kind: Noted) => void): Site {
  const noted: Partial<Site> = {}
  for (const key of Object.keys(site) as (keyof Site)[]) {
    const kind = KINDS[key] ?? 'everything'
    Object.defineProperty(noted, key, {
      enumerable: true,
      get: RULES.has(key)
        ? () => site[key]
        : () => {
            note(kind)
            return site[key]
          },
    })
  }
  return noted as Site
}
