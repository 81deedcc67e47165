/**
 * What builds keep for the next one. Nothing in it is ever needed: a store that cannot be opened is empty, what cannot be
 * written is left out, and what does not come back byte for byte does not come back at all. In doubt a rebuild, never a
 * wrong page.
 */

/** What a store on the disk is opened with. All of it can be sent. */
export interface StorePlace {
  readonly directory: string
  /** names all that what is kept depends on besides its keys */
  readonly header: string
  readonly limitBytes: number
}

/** Bytes kept between builds, by key. Never needed: `get` may always answer undefined. */
export interface CacheStore {
  /** where another thread finds what was saved of it; undefined where it lies in memory alone */
  readonly place?: StorePlace
  /** the bytes last put under `key`, as a view that must not be changed */
  get(key: string): Buffer | undefined
  /** Keeps bytes, or a text as UTF-8, under `key`. */
  put(key: string, content: string | Uint8Array): void
  /** keeps `key` from being dropped though nobody asked for its bytes: it is still in use */
  touch(key: string): void
  /** writes what is new; where the bound is reached, entries that were not got, put or touched lately go first */
  save(): void
}
