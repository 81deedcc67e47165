/** A packet's fields with the values of a captured frame: `pcap: file.pcap frame=3 layers=ipv4,tcp`. */
import type { Span } from '../../../base/index.ts'
import type { DrawContext } from '../../kind.ts'
import { unknownWord } from '../../language/fault.ts'
import type { Setting } from '../../language/settings.ts'
import { headerNamed } from '../headers.ts'
import type { Field, Group, Item } from '../model.ts'
import { includedHeader } from '../parse.ts'
import { frameOf } from './capture-file.ts'
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
  const wanted = readSetting(setting, context)
  if (wanted === undefined) return items
  const fault = (message: string, span: Span, help?: string): readonly Item[] => {
    context.fault({ message, span, ...(help === undefined ? {} : { help }) })
    return items
  }
  const { path, frame, spans } = wanted
  const bytes = context.readFile(path)
  if (bytes === undefined)
    return fault(
      `There is no file "${path}"`,
      spans.path,
      'write its path from the top of the site: `captures/a.pcap`',
    )
  const found = frameOf(bytes, frame)
  if (found.frame === undefined) return fault(found.fault, spans.frame, found.help)
  const { linkType, originalLength } = found.frame
  const read = layersOf(found.frame.bytes, linkType)
  if (read === undefined)
    return fault(
      `Frame ${frame} is of link type ${linkType}, which is not read`,
      spans.frame,
      'capture on Ethernet, on the loopback, on `any`, or raw IP',
    )
  const cut =
    read.cut === undefined
      ? undefined
      : `Frame ${frame} is cut within ${read.cut}: ${found.frame.bytes.length} of its ${originalLength} bytes were captured`
  const names = read.layers.map(({ name }) => name)
  const has = names.length === 0 ? 'it has no header that is known' : `it has ${names.join(', ')}`
  const missing = (name: string, span: Span): readonly Item[] =>
    fault(cut ?? `Frame ${frame} has no ${name}`, span, cut === undefined ? has : undefined)
  if (items.length > 0) {
    const left = [...read.layers]
    let lacking: string | undefined
    const filled = filledWith(items, left, (name) => (lacking ??= name))
    return lacking === undefined ? filled : missing(lacking, spans.path)
  }
  const chosen: Layer[] = []
  const left = [...read.layers]
  for (const name of wanted.layers) {
    const at = left.findIndex((layer) => layer.name === name.text)
    if (at === -1)
      return headerNamed(name.text) === undefined && name.text !== 'data'
        ? fault(unknownWord(name, names, 'layer').message, name.span, has)
        : missing(name.text, name.span)
    chosen.push(...left.splice(0, at + 1).slice(-1))
  }
  if (cut !== undefined && wanted.layers.length === 0)
    return fault(cut, spans.frame, names.length === 0 ? undefined : `say \`layers=${names.join(',')}\``)
  return (wanted.layers.length > 0 ? chosen : read.layers).map((layer) => groupOf(layer, setting.span))
}

interface Wanted {
  readonly path: string
  readonly frame: number
  readonly layers: readonly { readonly text: string; readonly span: Span }[]
  readonly spans: { readonly path: Span; readonly frame: Span }
}

function readSetting({ words, span }: Setting, context: DrawContext): Wanted | undefined {
  const file = words.find(({ attribute }) => attribute === undefined)
  let frame = 1
  let frameSpan = file?.span ?? span
  let layers: Wanted['layers'] = []
  for (const word of words) {
    if (word === file) continue
    const { attribute } = word
    if (attribute === undefined || !['frame', 'layers'].includes(attribute.name)) {
      const name = attribute?.name ?? word.text
      const at = { start: word.span.start, end: word.span.start + name.length }
      context.fault(unknownWord({ text: name, span: at }, ['frame', 'layers'], 'attribute'))
      return undefined
    }
    if (attribute.name === 'frame') {
      frame = /^\d{1,9}$/.test(attribute.value) ? Number(attribute.value) : 0
      frameSpan = attribute.valueSpan
    } else layers = listed(attribute.value, attribute.valueSpan)
  }
  if (file === undefined)
    context.fault({ message: 'There is no file', span, help: 'write `pcap: captures/a.pcap frame=3`' })
  else if (frame === 0)
    context.fault({ message: 'Frames are numbers from 1 on', span: frameSpan, help: 'write `frame=3`' })
  else return { path: file.text, frame, layers, spans: { path: file.span, frame: frameSpan } }
  return undefined
}

/** `a,b` as words with their places. */
function listed(value: string, { start }: Span): Wanted['layers'] {
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
