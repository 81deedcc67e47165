/**
 * Lines to fields.
 *
 *     bits: 32                    bits in a row
 *     4 Version = 4               a width in bits, a name, a value
 *     6B Target                   a width in bytes
 *     16-31 Length                a place, counted from the group's first bit
 *     0..40B Options ?            as many as there are, perhaps none (`?`), perhaps many times (`*`, `+`)
 *     * Data note="as sent"       of any length
 *     3 Flags:                    made of the fields below
 *       1 DF
 *     Trailer:                    a group, with a brace
 *       32 FCS
 *     include tcp                 a known header, its fields named to change them
 *       Source Port = 443
 *     break                       the next field begins a row
 */
import { type DrawContext, type FigureText, wholeOf } from '../kind.ts'
import { FigureError, unknownWord } from '../language/fault.ts'
import { type Line, readLines, type Word } from '../language/lines.ts'
import { withChanges } from './change.ts'
import { fieldText } from './field-text.ts'
import { HEADERS, type Header, headerNamed } from './headers.ts'
import type { Field, Group, Item } from './model.ts'
import { inWords, MOST_BITS, type Size, sizeIn } from './size.ts'

/** The most fields of a figure. */
const MOST_FIELDS = 2_000

type Told = Pick<DrawContext, 'fault'>

/** The items of a packet. */
export function parsePacket(figure: FigureText, told: Told): readonly Item[] {
  const count = { fields: 0 }
  const items = itemsOf(figure.lines, { told, count, depth: 0 })
  if (items.length === 0 && figure.lines.length === 0 && !figure.settings.has('pcap'))
    told.fault({
      message: 'The figure has no fields',
      span: wholeOf({ text: figure.text.trimEnd() }),
      help: 'write a line for each: its bits and its name, `16 Source Port`',
    })
  return items
}

/** A known header as a group. */
export function includedHeader(header: Header, told: Told): Group {
  const items = itemsOf(readLines(header.text), { told, count: { fields: 0 }, depth: 1 })
  return {
    kind: 'group',
    name: header.title,
    items,
    isHeader: true,
    header: header.name,
    cite: header.cite,
  }
}

interface Parsing {
  readonly told: Told
  readonly count: { fields: number }
  readonly depth: number
}

function itemsOf(lines: readonly Line[], parsing: Parsing): readonly Item[] {
  const items: Item[] = []
  let at: number | null = 0
  for (const line of lines) {
    const first = line.words[0]!
    const size = first.isQuoted ? undefined : sizeIn(first.text)
    if (size !== undefined) {
      const field = fieldOf(line, size, parsing)
      const gap = gapBefore(line, size, at, items, parsing)
      if (gap > 0) items.push(unused(gap, line))
      items.push(field)
      at = at === null || field.bits === null ? null : at + Math.max(gap, 0) + field.bits
      continue
    }
    const item = otherItem(line, first, parsing)
    if (item === undefined) continue
    items.push(item)
    at = item.kind === 'break' ? at : after(at, item)
  }
  return items
}

/** How many bits lie unused between the last field and this one, where that has a place. */
function gapBefore(
  line: Line,
  size: Size,
  at: number | null,
  items: readonly Item[],
  { told }: Parsing,
): number {
  if (size.kind !== 'place') return 0
  const { span } = line.words[0]!
  if (at === null) {
    told.fault({
      message: 'A place cannot be told behind a field of any length',
      span,
      help: 'write the width of the field',
    })
    return 0
  }
  if (size.first >= at) return size.first - at
  const before = items.findLast((item): item is Field => item.kind === 'field')
  told.fault({
    message: `Bit ${size.first} is taken${before === undefined ? '' : ` by "${before.name}"`}`,
    span,
    help: `the next free bit is ${at}`,
  })
  return 0
}

function unused(bits: number, { span }: Line): Field {
  return { kind: 'field', name: '', bits, isUnused: true, parts: [], span }
}

/** Where the next bit is after `item`; null where nobody knows. */
function after(at: number | null, item: Item): number | null {
  if (at === null || item.kind === 'break') return at
  if (item.kind === 'field') return item.bits === null ? null : at + item.bits
  return item.items.reduce(after, at)
}

function otherItem(line: Line, first: Word, parsing: Parsing): Item | undefined {
  const { told, depth } = parsing
  if (!first.isQuoted && first.text === 'break' && line.words.length === 1) return { kind: 'break' }
  if (!first.isQuoted && first.text === 'include') return include(line, told)
  const last = line.words.at(-1)!
  if (line.children.length > 0 || (!last.isQuoted && last.text.endsWith(':'))) {
    if (depth > 20) throw new FigureError('Groups lie within each other more than 20 deep', line.span)
    const name = groupName(line)
    const items = itemsOf(line.children, { ...parsing, depth: depth + 1 })
    if (items.length === 0)
      told.fault({
        message: `The group "${name}" has no fields`,
        span: line.span,
        help: 'indent the lines of its fields',
      })
    return { kind: 'group', name, items, isHeader: false }
  }
  told.fault(
    first.isQuoted
      ? { message: 'A line begins with a size', span: first.span, help: 'write `16 "Source Port"`' }
      : {
          ...unknownWord(first, ['include', 'break']),
          help: 'a line begins with a size (`16`, `6B`, `0-3`, `*`), `include` or `break`; the name of a group ends with a colon',
        },
  )
  return undefined
}

function groupName(line: Line): string {
  const text = line.words.map((word) => word.text).join(' ')
  return text.endsWith(':') ? text.slice(0, -1) : text
}

function include(line: Line, told: Told): Group | undefined {
  const [, name] = line.words
  if (name === undefined) {
    told.fault({ message: '`include` names no header', span: line.span, help: 'write `include tcp`' })
    return undefined
  }
  const header = headerNamed(name.text)
  if (header === undefined) {
    const known = HEADERS.map((each) => each.name)
    told.fault(unknownWord(name, known, 'header'))
    return undefined
  }
  const more = line.words[2]
  if (more !== undefined)
    told.fault({ message: 'Only a name stands behind `include`', span: more.span, help: 'take it out' })
  return withChanges(includedHeader(header, told), line.children, told)
}

function fieldOf(line: Line, size: Size, parsing: Parsing): Field {
  const { told, count, depth } = parsing
  if (++count.fields > MOST_FIELDS)
    throw new FigureError(`The figure has more than ${MOST_FIELDS} fields`, line.span)
  const { span } = line.words[0]!
  const text = fieldText(line.words.slice(1), line, told)
  const wrong = (message: string, help: string): void => told.fault({ message, span, help })
  let bits: number | null = null
  let range: Pick<Field, 'least' | 'most'> = {}
  if (size.kind === 'range') {
    range = { least: size.least, ...(size.most === null ? {} : { most: size.most }) }
    if (size.most !== null && size.most < size.least)
      wrong('The most is less than the least', `write \`${size.most}..${size.least}\``)
  } else {
    bits = size.kind === 'width' ? size.bits : size.last - size.first + 1
    if (size.kind === 'place' && size.last < size.first)
      wrong('The last bit is before the first', `write \`${size.last}-${size.first}\``)
    else if (bits === 0) wrong('A field has at least one bit', 'write how many it has, or take it out')
  }
  if (Math.max(bits ?? 0, range.most ?? 0, range.least ?? 0) > MOST_BITS)
    wrong(`A field has ${MOST_BITS} bits at most`, 'write `*` for a field of any length')
  if (depth > 20) throw new FigureError('Fields lie within each other more than 20 deep', line.span)
  const parts = line.children.length === 0 ? [] : partsOf(line, bits, { ...parsing, depth: depth + 1 })
  return { kind: 'field', bits, ...range, ...text, parts, span: line.span }
}

/** The fields that a field is made of; what is left over at its end is unused. */
function partsOf(line: Line, bits: number | null, parsing: Parsing): readonly Field[] {
  const { told } = parsing
  const { span } = line.words[0]!
  const items = itemsOf(line.children, parsing)
  const parts = items.filter((item): item is Field => item.kind === 'field')
  if (parts.length < items.length)
    told.fault({
      message: 'A field is made of fields alone',
      span,
      help: 'make it a group: leave its size out',
    })
  const sum = parts.reduce<number | null>(
    (all, part) => (all === null || part.bits === null ? null : all + part.bits),
    0,
  )
  if (bits === null || sum === null) {
    told.fault({ message: 'A field that is made of others has a fixed size, and so have they', span })
    return []
  }
  if (sum > bits)
    told.fault({
      message: `The parts have ${inWords(sum)}, the field ${inWords(bits)}`,
      span,
      help: `write ${sum}, or make them smaller`,
    })
  return sum < bits ? [...parts, unused(bits - sum, line)] : parts
}
