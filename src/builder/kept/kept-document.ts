/** Documents and pages as rows of a parcel, and back: front matter and texts are decoded when somebody asks for them. */
import { decodeValue, type Encoded, encodeValue, type Hash, Time } from '../../base/index.ts'
import type { KeptFile, KeptMade } from '../../read/index.ts'
import type { Digests } from '../../render/index.ts'
import type { Home, Renderable } from '../../site/index.ts'
import { isWhole } from '../cache/result-store.ts'
import type { Known, Row } from './source-parcel.ts'

/** `made` of `file` as it is written down; undefined for what is no data, and for a text that UTF-8 does not hold. */
export function knownOf(file: KeptFile, made: KeptMade, digests: Digests): Known | undefined {
  if (made === false) return knownFrom(file, ['', '', 0, -1, -1, null, null, false], '', '')
  const doc = 'document' in made ? made.document : made
  const { body, excerpt } = doc
  if (!isWhole(body)) return undefined
  const begins = excerpt !== null && body.startsWith(excerpt)
  const date = doc.kind === 'document' ? doc.date : null
  // In their places: the order in which a document has its fields is part of its digest.
  const bare = {
    ...doc,
    home: null,
    body: null,
    ...(begins ? { excerpt: null } : {}),
    ...(date === null ? {} : { date: null }),
  }
  try {
    const apart = isFlat(bare)
    const known = date === null ? [] : [date]
    const data = apart ? JSON.stringify(encodeValue(doc.data, known)) : ''
    return knownFrom(
      file,
      [
        digests.own.get(doc) ?? '',
        digests.fields.get(doc) ?? '',
        body.length,
        begins ? excerpt.length : -1,
        apart ? data.length : -1,
        'document' in made ? made.dated : null,
        date === null ? null : [date.seconds, date.nanos, date.offset, date.zone, date.utc],
        encodeValue(apart ? { ...bare, data: null } : bare, known),
      ],
      data,
      body,
    )
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

type Tail = Row extends [string, string, number, number, number, number, number, ...infer Rest] ? Rest : never

function knownFrom(
  { place, purpose, stat }: KeptFile,
  tail: Tail,
  data: string,
  body: string,
): Known | undefined {
  const { size, mtime, identity } = stat
  if (identity === undefined) return undefined
  const { device, inode, changed } = identity
  return { row: [place, purpose, device, inode, size, mtime, changed, ...tail], data, body: () => body }
}

/** Whether all fields but the data are scalars and objects of them, which JSON carries as they are. */
function isFlat(doc: object): boolean {
  return Object.entries(doc).every(
    ([key, value]: [string, unknown]) =>
      key === 'data' || isScalar(value) || (key === 'file' && Object.values(value as object).every(isScalar)),
  )
}

function isScalar(value: unknown): boolean {
  return (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0))
  )
}

/** What `known` was made of, with that `home`; `again` makes it once more where its text is gone. */
export function madeFrom(
  { row, data, body }: Known,
  home: Home,
  digests: Digests,
  again: () => KeptMade | null,
): KeptMade {
  const [, , , , , , , own, fields, , excerptLength, dataLength, dated, date, encoded] = row
  if (encoded === false) return false
  const time = date === null ? null : new Time(...(date as ConstructorParameters<typeof Time>))
  const known = time === null ? [] : [time]
  const fixed = (dataLength === -1 ? decodeValue(encoded, known) : encoded) as Readonly<
    Record<string, unknown>
  >
  const asked = new Asked(data, known, body, excerptLength, again)
  const made: Record<string, unknown> = {}
  for (const key in fixed)
    switch (key) {
      case 'home':
        made[key] = home
        break
      case 'date':
        made[key] = time
        break
      case 'body':
        Object.defineProperty(made, key, BODY)
        break
      case 'data':
        if (dataLength === -1) made[key] = fixed[key]
        else Object.defineProperty(made, key, DATA)
        break
      case 'excerpt':
        if (excerptLength === -1) made[key] = fixed[key]
        else Object.defineProperty(made, key, EXCERPT)
        break
      default:
        made[key] = fixed[key]
    }
  Object.defineProperty(made, ASKED, { value: asked })
  const doc = made as unknown as Renderable
  if (own !== '') digests.own.set(doc, own)
  if (fields !== '') digests.fields.set(doc, fields)
  return doc.kind === 'document' ? { document: doc, dated: dated === true } : doc
}

/** Where a document has what it is asked for late: no field of its own, so whoever copies the fields has them as they are. */
const ASKED = Symbol('asked for late')

interface Late {
  readonly [ASKED]: Asked
}

// One function each for all documents, so that the engine takes them for objects of one shape.
const BODY: PropertyDescriptor & ThisType<Late> = {
  get() {
    return this[ASKED].body
  },
  enumerable: true,
}
const DATA: PropertyDescriptor & ThisType<Late> = {
  get() {
    return this[ASKED].data
  },
  enumerable: true,
}
const EXCERPT: PropertyDescriptor & ThisType<Late> = {
  get() {
    return this[ASKED].excerpt
  },
  enumerable: true,
}

class Asked {
  #data: Hash | undefined
  #body: string | undefined

  constructor(
    private readonly encoded: string,
    private readonly known: readonly object[],
    private readonly find: () => string | undefined,
    private readonly excerptLength: number,
    private readonly again: () => KeptMade | null,
  ) {}

  get data(): Hash {
    this.#data ??= decodeValue(JSON.parse(this.encoded) as Encoded, this.known) as Hash
    return this.#data
  }

  get body(): string {
    this.#body ??= this.find() ?? this.bodyAgain()
    return this.#body
  }

  get excerpt(): string {
    return this.body.slice(0, this.excerptLength)
  }

  private bodyAgain(): string {
    const made = this.again() || undefined
    const doc = made !== undefined && 'document' in made ? made.document : made
    if (doc === undefined) throw new Error('the text that was kept of a file is gone, and so is the file')
    return doc.body
  }
}
