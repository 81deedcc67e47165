/**
 * Files of a site on their way into the store, some together in a parcel, and out of it when somebody asks. A parcel is two
 * entries: one has what every build wants to know of each file, and what was in its front matter; the other, which is named by
 * what is in it, their texts, which a build reads where it renders one of them.
 */
import { digest, type Encoded } from '../../base/index.ts'
import type { CacheStore } from '../cache/types.ts'

/** A file as it is written down; its data and its text stand behind those of the rows before. */
export type Row = [
  place: string,
  purpose: string,
  device: number,
  inode: number,
  size: number,
  mtime: number,
  changed: number,
  own: string,
  fields: string,
  bodyLength: number,
  /** of the excerpt where the text begins with it; -1 where it is among what was made */
  excerptLength: number,
  /** of the data where they are decoded when asked for; -1 where they are among what was made */
  dataLength: number,
  /** whether a document had a date of its own; null for a page */
  dated: boolean | null,
  /** of a document: what makes a Time */
  date: readonly (number | string | boolean | null)[] | null,
  made: Encoded,
]

/** What is known of a file. */
export interface Known {
  readonly row: Row
  /** its data as JSON; '' where they are among what was made */
  readonly data: string
  /** Undefined where the texts are gone. */
  body(): string | undefined
}

const BODY_LENGTH = 9
const DATA_LENGTH = 11

/** The texts of a parcel, read when somebody asks for one of them. */
class Texts {
  #text: string | undefined

  constructor(
    private readonly store: CacheStore,
    private readonly key: string,
  ) {}

  /** Undefined where they are gone. */
  slice(start: number, end: number): string | undefined {
    this.#text ??= this.store.get(this.key)?.toString('utf8')
    return this.#text?.slice(start, end)
  }
}

/** A parcel that was opened. */
export interface Parcel {
  /** by place */
  readonly files: ReadonlyMap<string, Known>
  /** names the entry with the texts; '' where there is none */
  readonly texts: string
}

/** The parcel that `writeParcel` put under `key`; an empty one where there is none. */
export function openParcel(store: CacheStore, key: string): Parcel {
  const files = new Map<string, Known>()
  const bytes = store.get(key)
  if (bytes === undefined) return { files, texts: '' }
  const text = bytes.toString('utf8')
  const line = text.indexOf('\n')
  const [name, rows] = JSON.parse(text.slice(0, line)) as [string, readonly Row[]]
  const texts = new Texts(store, textsKey(name))
  let dataAt = line + 1
  let bodyAt = 0
  for (const row of rows) {
    const dataEnd = dataAt + Math.max(0, row[DATA_LENGTH])
    const start = bodyAt
    const end = start + row[BODY_LENGTH]
    files.set(row[0], {
      row,
      data: text.slice(dataAt, dataEnd),
      body: () => (start === end ? '' : texts.slice(start, end)),
    })
    dataAt = dataEnd
    bodyAt = end
  }
  return { files, texts: name }
}

/** Puts `files` under `key`, but for those whose texts are gone; answers the name of the entry with the texts. */
export function writeParcel(store: CacheStore, key: string, files: readonly Known[]): string {
  let bodies = ''
  const whole = files.filter((file) => {
    const body = file.body()
    bodies += body ?? ''
    return body !== undefined
  })
  const name = digest(bodies)
  store.put(textsKey(name), bodies)
  const rows = JSON.stringify([name, whole.map(({ row }) => row)])
  store.put(key, `${rows}\n${whole.map(({ data }) => data).join('')}`)
  return name
}

/** Keeps from being dropped what `writeParcel` put under `key`, with texts of that name. */
export function touchParcel(store: CacheStore, key: string, texts: string): void {
  store.touch(key)
  if (texts !== '') store.touch(textsKey(texts))
}

function textsKey(name: string): string {
  return `texts of sources ${name}`
}
