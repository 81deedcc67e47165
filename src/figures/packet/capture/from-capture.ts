/** A packet's fields with the values of a captured frame: `pcap: file.pcap frame=3 layers=ipv4,tcp`. */
import type { Span } from '../../../base/index.ts'
import type { DrawContext } from '../../kind.ts'
import { unknownWord } from '../../language/fault.ts'
import type { Setting } from '../../language/settings.ts'
import { headerNamed } from '../headers.ts'
import type { Field, Group, Item } from '../model.ts'
import { includedHeader } from '../parse.ts'
import { capturedFrame } from './capture-setting.ts'
import { valuesTaken, withValues } from './field-values.ts'
import { type Layer, layersOf } from './layers.ts'

const NOWHERE: Span = { start: 0, end: 0 }

/** How many bytes of data are shown. */
const SHOWN = 12

/**
 * `items` with the values of the frame, each included header with those of the first layer of its name that is left; where
 * there are none, the frame's layers. Faults are told, and give `items` as they are.
 */
export function withCapture(items: readonly Item[], setting: Setting, context: DrawContext): readonly Item[] {
  const captured = capturedFrame(setting, ['layers'], context)
  if (captured === undefined) return items
  const { number, frame, spans } = captured
  const fault = (message: string, span: Span, help?: string): readonly Item[] => {
    context.fault({ message, span, ...(help === undefined ? {} : { help }) })
    return items
  }
  const { bytes, linkType, originalLength } = frame
  const read = layersOf(bytes, linkType)
  if (read === undefined)
    return fault(
      `Frame ${number} is of link type ${linkType}, which is not read`,
      spans.frame,
      'capture on Ethernet, on the loopback, on `any`, or raw IP',
    )
  const cut =
    read.cut === undefined
      ? undefined
      : `Frame ${number} is cut within ${read.cut}: ${bytes.length} of its ${originalLength} bytes were captured`
  const names = read.layers.map(({ name }) => name)
  const has = names.length === 0 ? 'it has no header that is known' : `it has ${names.join(', ')}`
  const missing = (name: string, span: Span): readonly Item[] =>
    fault(cut ?? `Frame ${number} has no ${name}`, span, cut === undefined ? has : undefined)
  if (items.length > 0) {
    const left = [...read.layers]
    let lacking: string | undefined
    const filled = filledWith(items, left, (name) => (lacking ??= name))
    return lacking === undefined ? filled : missing(lacking, spans.path)
  }
  const list = captured.more.get('layers')
  const wanted = list === undefined ? [] : listed(list.value, list.valueSpan)
  const chosen: Layer[] = []
  const left = [...read.layers]
  for (const name of wanted) {
    const at = left.findIndex((layer) => layer.name === name.text)
    if (at === -1)
      return headerNamed(name.text) === undefined && name.text !== 'data'
        ? fault(unknownWord(name, names, 'layer').message, name.span, has)
        : missing(name.text, name.span)
    chosen.push(...left.splice(0, at + 1).slice(-1))
  }
  if (cut !== undefined && wanted.length === 0)
    return fault(cut, spans.frame, names.length === 0 ? undefined : `say \`layers=${names.join(',')}\``)
  return (wanted.length > 0 ? chosen : read.layers).map((layer) => groupOf(layer, setting.span))
}

/** `a,b` as words with their places. */
function listed(value: string, { start }: Span): readonly { readonly text: string; readonly span: Span }[] {
  let at = start
  return value.split(',').map((text) => {
    const span = { start: at, end: at + text.length }
    at = span.end + 1
    return { text: text.trim().toLowerCase(), span }
  })
}

function filledWith(items: readonly Item[], left: Layer[], lacks: (name: string) => void): readonly Item[] {
  return items.map((item) => {
    if (item.kind !== 'group') return item
    if (item.header === undefined) return { ...item, items: filledWith(item.items, left, lacks) }
    const at = left.findIndex(({ name }) => name === item.header)
    if (at === -1) lacks(item.header)
    const [layer] = at === -1 ? [] : left.splice(at, 1)
    if (layer === undefined) return item
    return { ...item, items: valuesTaken(item.items, groupOf(layer, NOWHERE)) }
  })
}

function groupOf(layer: Layer, span: Span): Group {
  const header = headerNamed(layer.name)
  if (header !== undefined) return withValues(includedHeader(header, { fault: () => {} }), layer)
  const { bytes, title = 'Data' } = layer
  const shown = [...bytes.subarray(0, SHOWN)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ')
  const field: Field = {
    kind: 'field',
    name: title,
    bits: bytes.length * 8,
    value: bytes.length > SHOWN ? `${shown} …` : shown,
    parts: [],
    span,
  }
  return { kind: 'group', name: title, items: [field], isHeader: true }
}
