/**
 * What was made of the files of a site, kept by how each of them looked. A build that finds a file looking so takes its
 * front matter, its text and the digests of both without opening it.
 *
 * Files are kept in parcels, so that a change of one writes little and one build reads few entries. Which parcel a file is
 * in its name decides.
 */
import { decodeValue, type Encoded, encodeValue } from '../../base/index.ts'
import type { FileStat, IsSettled } from '../../files/index.ts'
import type { KeptFile, KeptMade, SourceKeeper } from '../../read/index.ts'
import type { Digests } from '../../render/index.ts'
import type { Home, Renderable } from '../../site/index.ts'
import { isWhole } from '../cache/result-store.ts'
import type { CacheStore } from '../cache/types.ts'

/** Files in a parcel, about. */
const IN_PARCEL = 64

/** A file as it is written down; its text stands behind all rows of its parcel. */
type Row = [
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
  made: Encoded,
]

/** What is known of a file. */
interface Known {
  readonly row: Row
  readonly body: string
}

/** What this process made of a file. */
interface Made {
  readonly file: KeptFile
  readonly made: KeptMade
}

export class KeptSources implements SourceKeeper {
  #name = ''
  #isSettled: IsSettled = () => false
  /** how many parcels there are; 0 where nothing was kept */
  #count = 0
  /** those that were opened, with their files by place */
  readonly #parcels = new Map<number, Map<string, Known>>()
  /** by place, until it is saved */
  readonly #made = new Map<string, Made>()
  /** places of what was kept and was of use */
  readonly #used = new Set<string>()

  constructor(
    private readonly store: CacheStore,
    private readonly digests: Digests,
  ) {}

  /**
   * Begins a build. `rules` names all that what is made of a file depends on besides the file: other rules find nothing.
   * What is not settled is not kept.
   */
  begin(rules: string, isSettled: IsSettled = () => false): SourceKeeper {
    this.#isSettled = isSettled
    const name = `sources ${rules}`
    if (name === this.#name) return this
    this.#name = name
    this.#parcels.clear()
    this.#made.clear()
    this.#used.clear()
    this.#count = Number(this.store.get(name)?.toString('utf8') ?? 0)
    return this
  }

  knows(place: string): boolean {
    return this.#known(place) !== undefined
  }

  recall({ place, purpose, stat }: KeptFile, home: Home): KeptMade | undefined {
    const known = this.#known(place)
    if (known === undefined || known.row[1] !== purpose || !looksSo(known.row, stat)) return undefined
    this.#used.add(place)
    return this.#madeOf(known, home)
  }

  keep(file: KeptFile, made: KeptMade): void {
    if (this.#isSettled(file.stat)) this.#made.set(file.place, { file, made })
  }

  /**
   * Keeps what builds made since the last time, with the digests that are known by now: a parcel at each step. Between two
   * of them a build may begin, whose files the next one keeps.
   */
  *save(): Generator<void, void> {
    if (this.#name === '') return
    const name = this.#name
    const saved = new Map(this.#made)
    for (const place of saved.keys()) this.#used.add(place)
    const fits = isRoomy(this.#count, this.#used.size)
    const count = fits ? this.#count : parcelsFor(this.#used.size)
    const changed = new Map<number, (Known | Made)[]>()
    const add = (place: string, item: Known | Made): void => {
      const parcel = parcelOf(place, count)
      const others = changed.get(parcel)
      if (others === undefined) changed.set(parcel, [item])
      else others.push(item)
    }
    for (const [place, made] of saved) add(place, made)
    for (const parcel of fits ? [...changed.keys()] : numbersTo(this.#count))
      for (const [place, known] of this.#parcel(parcel))
        if (this.#used.has(place) && !saved.has(place)) add(place, known)
    for (const [parcel, items] of changed) {
      this.store.put(this.#key(parcel, count), textOf(items.flatMap((item) => this.#knownOf(item) ?? [])))
      yield
      // By other rules other files are kept, of which these are none.
      if (this.#name !== name) return
    }
    for (const parcel of numbersTo(count))
      if (!changed.has(parcel)) this.store.touch(this.#key(parcel, count))
    if (fits) this.store.touch(this.#name)
    else this.store.put(this.#name, String(count))
    this.#count = count
    this.#parcels.clear()
    for (const [place, made] of saved) if (this.#made.get(place) === made) this.#made.delete(place)
  }

  #key(parcel: number, count: number): string {
    return `${this.#name} ${parcel} of ${count}`
  }

  #known(place: string): Known | undefined {
    return this.#count === 0 ? undefined : this.#parcel(parcelOf(place, this.#count)).get(place)
  }

  #parcel(number: number): ReadonlyMap<string, Known> {
    let parcel = this.#parcels.get(number)
    if (parcel === undefined) {
      parcel = filesIn(this.store.get(this.#key(number, this.#count)))
      this.#parcels.set(number, parcel)
    }
    return parcel
  }

  #madeOf({ row, body }: Known, home: Home): KeptMade {
    const [, , , , , , , own, fields, , excerptLength, encoded] = row
    const made = decodeValue(encoded) as KeptMade
    if (made === false) return false
    const doc: { -readonly [Key in keyof Renderable]: Renderable[Key] } =
      'document' in made ? made.document : made
    doc.home = home
    doc.body = body
    if (excerptLength !== -1) doc.excerpt = body.slice(0, excerptLength)
    if (own !== '') this.digests.own.set(doc as Renderable, own)
    if (fields !== '') this.digests.fields.set(doc as Renderable, fields)
    return made
  }

  /** `item` as it is written down; undefined for what is no data, and for a text that UTF-8 does not hold. */
  #knownOf(item: Known | Made): Known | undefined {
    if ('row' in item) return item
    const { file, made } = item
    const { place, purpose, stat } = file
    const { size, mtime, identity } = stat
    if (identity === undefined) return undefined
    const { device, inode, changed } = identity
    const rowOf = (own: string, fields: string, body: string, excerpt: number, encoded: Encoded): Known => ({
      row: [place, purpose, device, inode, size, mtime, changed, own, fields, body.length, excerpt, encoded],
      body,
    })
    if (made === false) return rowOf('', '', '', -1, false)
    const doc = 'document' in made ? made.document : made
    const { body, excerpt } = doc
    if (!isWhole(body)) return undefined
    const begins = excerpt !== null && body.startsWith(excerpt)
    // In their places: the order in which a document has its fields is part of its digest.
    const bare = { ...doc, home: null, body: null, ...(begins ? { excerpt: null } : {}) }
    let encoded: Encoded
    try {
      encoded = encodeValue('document' in made ? { ...made, document: bare } : bare)
    } catch (error) {
      if (error instanceof TypeError) return undefined
      throw error
    }
    const { own, fields } = this.digests
    return rowOf(own.get(doc) ?? '', fields.get(doc) ?? '', body, begins ? excerpt.length : -1, encoded)
  }
}

function looksSo([, , device, inode, size, mtime, changed]: Row, stat: FileStat): boolean {
  const { identity } = stat
  return (
    identity !== undefined &&
    identity.changed === changed &&
    identity.inode === inode &&
    identity.device === device &&
    stat.mtime === mtime &&
    stat.size === size
  )
}

function textOf(files: readonly Known[]): string {
  return `${JSON.stringify(files.map(({ row }) => row))}\n${files.map(({ body }) => body).join('')}`
}

function filesIn(bytes: Buffer | undefined): Map<string, Known> {
  const files = new Map<string, Known>()
  if (bytes === undefined) return files
  const text = bytes.toString('utf8')
  let at = text.indexOf('\n')
  for (const row of JSON.parse(text.slice(0, at++)) as readonly Row[]) {
    const [place] = row
    const end = at + row[BODY_LENGTH]
    files.set(place, { row, body: text.slice(at, end) })
    at = end
  }
  return files
}

const BODY_LENGTH = 9

/** Whether so many files fit into so many parcels: a site that grows has them made anew each time it is twice as large. */
function isRoomy(count: number, files: number): boolean {
  const fitting = parcelsFor(files)
  return count !== 0 && fitting <= count * 2 && fitting >= count / 2
}

/** A power of two. */
function parcelsFor(files: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, files / IN_PARCEL)))
}

function parcelOf(place: string, count: number): number {
  let sum = 0
  for (let i = 0; i < place.length; i++) sum = (Math.imul(sum, 31) + place.charCodeAt(i)) | 0
  return (sum ^ (sum >>> 15)) & (count - 1)
}

function numbersTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, number) => number)
}
