/** `packet`: the fields of a header, bit by bit, as RFCs draw them. */
import type { DrawContext, FigureKind, FigureText } from '../kind.ts'
import { unknownWord } from '../language/fault.ts'
import { withCapture } from './capture/from-capture.ts'
import { drawPacket } from './draw.ts'
import { layoutPacket } from './layout.ts'
import type { Packet } from './model.ts'
import { parsePacket } from './parse.ts'
import { tableOf, titleOf, wordsOf } from './words.ts'

const WIDEST = 256
const RULERS = ['bits', 'bytes', 'none']
const OFFSETS = ['dec', 'hex']

export const packet: FigureKind = {
  name: 'packet',
  shows: 'the fields of a packet, bit by bit',
  settings: ['bits', 'ruler', 'offsets', 'pcap'],
  draw(figure, context) {
    const made = packetOf(figure, context)
    const title = figure.settings.get('title')?.value ?? titleOf(made)
    return {
      scene: drawPacket(layoutPacket(made)),
      title,
      description: wordsOf(made, title),
      alternative: tableOf(made),
    }
  },
}

function packetOf(figure: FigureText, context: DrawContext): Packet {
  const { settings } = figure
  const written = settings.get('bits')
  let width = 32
  if (written !== undefined) {
    width = /^\d{1,3}$/.test(written.value) ? Number(written.value) : 0
    if (width < 1 || width > WIDEST) {
      context.fault({
        message: `A row has from 1 to ${WIDEST} bits`,
        span: written.span,
        help: 'write `bits: 32`',
      })
      width = 32
    }
  }
  const rulers = settings.get('ruler')?.words ?? []
  for (const word of rulers)
    if (!RULERS.includes(word.text)) context.fault(unknownWord(word, RULERS, 'ruler'))
  const has = (name: string): boolean => rulers.length === 0 || rulers.some(({ text }) => text === name)
  const offsets = settings.get('offsets')
  if (offsets !== undefined && !OFFSETS.includes(offsets.value))
    context.fault(unknownWord({ text: offsets.value, span: offsets.span }, OFFSETS, 'way to count'))
  const items = parsePacket(figure, context)
  const capture = settings.get('pcap')
  return {
    width,
    items: capture === undefined ? items : withCapture(items, capture, context),
    ruler: { bits: has('bits'), bytes: has('bytes') },
    offsets: offsets?.value === 'hex' ? 'hex' : 'dec',
  }
}
