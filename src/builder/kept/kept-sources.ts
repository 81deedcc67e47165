/**
 * What was made of the files of a site, kept by how each of them looked. A build that finds a file looking so takes its
 * front matter, its text and the digests of both without opening it.
 *
 * Files are kept in parcels, so that a change of one writes little and one build reads few entries. Which parcel a file is
 * in its name decides.
 */
import { type FileStat, type IsSettled, looksAs } from '../../files/index.ts'
import type { KeptFile, KeptMade, SourceKeeper } from '../../read/index.ts'
import type { Digests } from '../../render/index.ts'
import type { Home } from '../../site/index.ts'
import type { CacheStore } from '../cache/types.ts'
import { knownOf, madeFrom } from './kept-document.ts'
import { type Known, openParcel, type Parcel, type Row, touchParcel, writeParcel } from './source-parcel.ts'

/** Files in a parcel, about. */
const IN_PARCEL = 64

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
  /** those that were opened since the last save */
  readonly #parcels = new Map<number, Parcel>()
  /** what the texts of parcels are called that were opened or written */
  readonly #texts = new Map<number, string>()
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
    this.#texts.clear()
    this.#made.clear()
    this.#used.clear()
    this.#count = Number(this.store.get(name)?.toString('utf8') ?? 0)
    return this
  }

  knows(place: string): boolean {
    return this.#known(place) !== undefined
  }

  recall({ place, purpose, stat }: KeptFile, home: Home, again: () => KeptMade | null): KeptMade | undefined {
    const known = this.#known(place)
    if (known === undefined || known.row[1] !== purpose || !looksAs(statIn(known.row), stat)) return undefined
    this.#used.add(place)
    return madeFrom(known, home, this.digests, again)
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
    const texts = new Map(fits ? this.#texts : [])
    for (const [parcel, items] of changed) {
      const files = items.flatMap((item) => this.#knownOf(item) ?? [])
      texts.set(parcel, writeParcel(this.store, this.#key(parcel, count), files))
      yield
      // By other rules other files are kept, of which these are none.
      if (this.#name !== name) return
    }
    for (const parcel of numbersTo(count))
      if (!changed.has(parcel)) touchParcel(this.store, this.#key(parcel, count), texts.get(parcel) ?? '')
    if (fits) this.store.touch(this.#name)
    else this.store.put(this.#name, String(count))
    this.#count = count
    this.#parcels.clear()
    this.#texts.clear()
    for (const [parcel, name] of texts) this.#texts.set(parcel, name)
    for (const [place, made] of saved) if (this.#made.get(place) === made) this.#made.delete(place)
  }

  #key(parcel: number, count: number): string {
    return `${this.#name} ${parcel} of ${count}`
  }

  #known(place: string): Known | undefined {
    return this.#count === 0 ? undefined : this.#parcel(parcelOf(place, this.#count)).get(place)
  }

  #parcel(number: number): Parcel['files'] {
    let parcel = this.#parcels.get(number)
    if (parcel === undefined) {
      parcel = openParcel(this.store, this.#key(number, this.#count))
      this.#parcels.set(number, parcel)
      this.#texts.set(number, parcel.texts)
    }
    return parcel.files
  }

  #knownOf(item: Known | Made): Known | undefined {
    return 'row' in item ? item : knownOf(item.file, item.made, this.digests)
  }
}

function statIn([, , device, inode, size, mtime, changed]: Row): FileStat {
  return { size, mtime, identity: { device, inode, changed } }
}

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
