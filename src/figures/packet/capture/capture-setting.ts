/** The setting that names a captured frame: `pcap: captures/a.pcap frame=3`, and what else a kind takes with it. */
import type { Span } from '../../../base/index.ts'
import type { DrawContext } from '../../kind.ts'
import { unknownWord } from '../../language/fault.ts'
import type { Word } from '../../language/lines.ts'
import type { Setting } from '../../language/settings.ts'
import { type Frame, frameOf } from './capture-file.ts'

interface CapturedFrame {
  readonly number: number
  readonly frame: Frame
  /** attributes besides `frame`, by name */
  readonly more: ReadonlyMap<string, NonNullable<Word['attribute']>>
  readonly spans: { readonly path: Span; readonly frame: Span }
}

/** The frame; undefined where there is none, which is told. `own` are the attributes that the kind takes besides `frame`. */
export function capturedFrame(
  { words, span }: Setting,
  own: readonly string[],
  context: DrawContext,
): CapturedFrame | undefined {
  const fault = (message: string, at: Span, help?: string): undefined => {
    context.fault({ message, span: at, ...(help === undefined ? {} : { help }) })
    return undefined
  }
  const file = words.find(({ attribute }) => attribute === undefined)
  const known = ['frame', ...own]
  const given = new Map<string, NonNullable<Word['attribute']>>()
  for (const word of words) {
    if (word === file) continue
    const { attribute } = word
    if (attribute === undefined || !known.includes(attribute.name)) {
      const name = attribute?.name ?? word.text
      const at = { start: word.span.start, end: word.span.start + name.length }
      context.fault(unknownWord({ text: name, span: at }, known, 'attribute'))
      return undefined
    }
    given.set(attribute.name, attribute)
  }
  if (file === undefined) return fault('There is no file', span, 'write `pcap: captures/a.pcap frame=3`')
  const wanted = given.get('frame')
  const place = wanted?.valueSpan ?? file.span
  const number = wanted === undefined ? 1 : /^\d{1,9}$/.test(wanted.value) ? Number(wanted.value) : 0
  if (number === 0) return fault('Frames are numbers from 1 on', place, 'write `frame=3`')
  const bytes = context.readFile(file.text)
  if (bytes === undefined)
    return fault(
      `There is no file "${file.text}"`,
      file.span,
      'write its path from the top of the site: `captures/a.pcap`',
    )
  const found = frameOf(bytes, number)
  if (found.frame === undefined) return fault(found.fault, place, found.help)
  return { number, frame: found.frame, more: given, spans: { path: file.span, frame: place } }
}
