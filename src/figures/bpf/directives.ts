/** Maps, declared among the instructions: `.map hits array key=4 value=8 entries=16`, `.put hits 1 = 5`. */
import type { Span } from '../../base/index.ts'
import { FigureError, unknownWord } from '../language/fault.ts'
import type { Cursor } from './cursor.ts'
import { bytesOfHex, bytesOfNumber } from './hex.ts'
import type { BpfMap } from './program.ts'

const MOST_MAPS = 16
/** Of those that are put into a map before the program runs. */
const MOST_ENTRIES = 500
/** Of keys and values together, and of a whole map. */
const LARGEST_ENTRY = 4096
const LARGEST_MAP = 1 << 20

const DIRECTIVES = ['.map', '.put']

/** Reads a line that begins with a point. `maps` are those before; the answer is those there are then. */
export function readDirective(cursor: Cursor, text: string, maps: readonly BpfMap[]): readonly BpfMap[] {
  const word = cursor.takeAny('a directive')
  if (word.text === '.map') return [...maps, readMap(cursor, maps)]
  if (word.text === '.put') return withEntry(cursor, text, maps)
  const { message, span, help } = unknownWord(word, DIRECTIVES, 'directive')
  throw new FigureError(message, span, help)
}

function readMap(cursor: Cursor, maps: readonly BpfMap[]): BpfMap {
  const name = cursor.takeAny('a name')
  if (name.kind !== 'name') throw new FigureError(`"${name.text}" is no name for a map`, name.span)
  if (maps.some((each) => each.name === name.text))
    throw new FigureError(`There is a map "${name.text}" already`, name.span, 'take another name')
  if (maps.length === MOST_MAPS) throw new FigureError(`There are more than ${MOST_MAPS} maps`, name.span)
  const kind = cursor.takeAny('`array` or `hash`')
  if (kind.text !== 'array' && kind.text !== 'hash') {
    const { message, span, help } = unknownWord(kind, ['array', 'hash'], 'kind of map')
    throw new FigureError(message, span, help)
  }
  const sizes = { key: 4, value: 8, entries: 1 }
  while (cursor.next !== undefined) {
    const word = cursor.takeAny('a size')
    const known = Object.keys(sizes)
    if (!known.includes(word.text)) {
      const { message, span, help } = unknownWord(word, known, 'size')
      throw new FigureError(message, span, help)
    }
    cursor.expect('=')
    sizes[word.text as keyof typeof sizes] = Number(cursor.integer(1n, 1n << 20n).value)
  }
  if (kind.text === 'array' && sizes.key !== 4)
    throw new FigureError('Keys of an array have 4 bytes', kind.span, 'write `key=4`, or leave it out')
  if (sizes.key + sizes.value > LARGEST_ENTRY)
    throw new FigureError(`An entry has at most ${LARGEST_ENTRY} bytes here`, kind.span)
  if ((sizes.key + sizes.value) * sizes.entries > LARGEST_MAP)
    throw new FigureError(`A map has at most ${LARGEST_MAP} bytes here`, kind.span, 'write fewer `entries`')
  return {
    name: name.text,
    kind: kind.text,
    keySize: sizes.key,
    valueSize: sizes.value,
    most: sizes.entries,
    entries: [],
  }
}

function withEntry(cursor: Cursor, text: string, maps: readonly BpfMap[]): readonly BpfMap[] {
  const name = cursor.takeAny('the name of a map')
  const map = maps.find((each) => each.name === name.text)
  if (map === undefined) {
    const known = maps.map((each) => each.name)
    if (known.length === 0)
      throw new FigureError('There is no map yet', name.span, 'declare it before: `.map hits array`')
    const { message, span, help } = unknownWord(name, known, 'map')
    throw new FigureError(message, span, help)
  }
  const key = bytesUpTo(cursor, text, '=', map.keySize, 'key')
  cursor.expect('=')
  const value = bytesUpTo(cursor, text, undefined, map.valueSize, 'value')
  if (map.kind === 'array' && new DataView(key.bytes.buffer).getUint32(0, true) >= map.most)
    throw new FigureError(`The array has ${map.most} entries, counted from 0`, key.span)
  const others = map.entries.filter((entry) => entry.key.some((byte, i) => byte !== key.bytes[i]))
  if (others.length === MOST_ENTRIES)
    throw new FigureError(`More than ${MOST_ENTRIES} entries are put into "${map.name}"`, name.span)
  if (others.length === map.most)
    throw new FigureError(`The map has room for ${map.most}`, key.span, 'write more `entries`')
  const changed = { ...map, entries: [...others, { key: key.bytes, value: value.bytes }] }
  return maps.map((each) => (each === map ? changed : each))
}

/** `7`, `0x1f`, or `hex 0a 00 00 01`. */
function bytesUpTo(
  cursor: Cursor,
  text: string,
  stop: string | undefined,
  size: number,
  what: string,
): { readonly bytes: Uint8Array; readonly span: Span } {
  const first = cursor.next
  let last = first
  while (cursor.next !== undefined && cursor.next.text !== stop) last = cursor.takeAny(what)
  if (first === undefined || last === undefined) cursor.expected(`a ${what}`)
  const span = { start: first.span.start, end: last.span.end }
  const written = text.slice(span.start, span.end)
  if (/^hex\s/.test(written)) {
    const bytes = bytesOfHex(written.slice(3))
    if (bytes === undefined)
      throw new FigureError(`"${written}" is no text of bytes`, span, 'write `hex 0a 00 00 01`')
    if (bytes.length !== size)
      throw new FigureError(`The ${what} has ${bytes.length} bytes, of this map ${size}`, span)
    return { bytes, span }
  }
  if (!/^-?(?:\d{1,40}|0[xX][0-9A-Fa-f]{1,64})$/.test(written))
    throw new FigureError(`"${written}" is no ${what}`, span, 'write a number, or `hex 0a 00 00 01`')
  const number = written.startsWith('-') ? -BigInt(written.slice(1)) : BigInt(written)
  const bits = 8n * BigInt(size)
  if (number >= 1n << bits || number < -(1n << (bits - 1n)))
    throw new FigureError(`${written} has no room in ${size} bytes`, span)
  return { bytes: bytesOfNumber(number, size), span }
}
