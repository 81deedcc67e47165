/**
 * Lines to what happens.
 *
 *     scale: log                          each step is ten times the one before it
 *     axis: none
 *     2014-03 "eBPF enters Linux"         an event: a moment, a day, a month, a year
 *     2014..2016-07 "XDP" tint=mark       a span
 *     lane "Kernel"                       with what is indented below it
 *       10ms..2s "a flow" as=arrow        times of one kind: dates, durations or numbers
 */
import { attributesOf, hrefOf, TINTS, type Told, wordOf } from '../graph/attributes.ts'
import { type FigureText, wholeOf } from '../kind.ts'
import { FigureError, unknownWord } from '../language/fault.ts'
import { type Line, textOf, type Word } from '../language/lines.ts'
import { type Time, timeIn, yearAsDate } from '../language/time.ts'
import type { AxisKind, Happening, Timeline } from './model.ts'

const MOST_ITEMS = 1_000

interface Read extends Omit<Happening, 'start' | 'end'> {
  readonly times: readonly Time[]
  readonly word: Word
}

export function parseTimeline(figure: FigureText, told: Told): Timeline {
  const loose: Read[] = []
  const lanes: { readonly title: string; readonly items: readonly Read[] }[] = []
  const count = { items: 0 }
  for (const line of figure.lines) {
    const first = line.words[0]!
    if (!first.isQuoted && first.text === 'lane') {
      const title = textOf(line.words, 1)
      if (title === '' || line.children.length === 0)
        told.fault({
          message: title === '' ? 'A lane has a name' : `Nothing happens in the lane "${title}"`,
          span: line.span,
          help: 'write `lane "Kernel"`, and indent its lines below it',
        })
      attributesOf(line.words, [], told)
      lanes.push({ title, items: line.children.flatMap((child) => itemOf(child, count, told)) })
    } else loose.push(...itemOf(line, count, told))
  }
  const all = [...(loose.length === 0 ? [] : [{ title: '', items: loose }]), ...lanes]
  if (figure.lines.length === 0)
    told.fault({
      message: 'Nothing happens in the figure',
      span: wholeOf({ text: figure.text.trimEnd() }),
      help: 'write a line for each event: `2014-03 "eBPF enters Linux"`',
    })
  return onAxis(figure, all, told)
}

function itemOf(line: Line, count: { items: number }, told: Told): readonly Read[] {
  if (++count.items > MOST_ITEMS)
    throw new FigureError(`More than ${MOST_ITEMS} things happen`, line.span, 'part it into several figures')
  const [word] = line.words
  const parts = word!.isQuoted ? [] : word!.text.split('..')
  const times = parts.map(timeIn).filter((time) => time !== undefined)
  if (times.length !== parts.length || parts.length === 0 || parts.length > 2) {
    const isTime = /^[-\d]/.test(word!.text)
    told.fault(
      isTime
        ? {
            message: `"${word!.text}" is no time`,
            span: word!.span,
            help: 'write `2014-03`, `2014-03-05T10:00`, `30ms` or `5`, and a span as `2014..2016`; units are ns, us, ms, s, min, h, d, y',
          }
        : {
            ...unknownWord(word!, ['lane']),
            help: 'a line begins with a time, `2014-03` or `2ms..5ms`, or with `lane`',
          },
    )
    return []
  }
  const [child] = line.children
  if (child !== undefined)
    told.fault({
      message: 'Only what is in a lane is indented',
      span: child.span,
      help: 'begin the line where the one above begins',
    })
  const attributes = attributesOf(line.words, ['tint', 'href', 'as'], told)
  const tint = wordOf(attributes.get('tint'), TINTS, 'tint', told)
  const href = hrefOf(attributes.get('href'), told)
  const look = wordOf(attributes.get('as'), ['bar', 'arrow'], 'look', told)
  const text = textOf(line.words, 1)
  if (text.trim() === '')
    told.fault({ message: 'It is not said what happens', span: line.span, help: 'write it behind the time' })
  return [
    {
      times,
      word: word!,
      when: parts.join('–'),
      text,
      isArrow: look === 'arrow',
      ...(tint === undefined ? {} : { tint }),
      ...(href === undefined ? {} : { href }),
    },
  ]
}

/** All times as numbers of one kind. */
function onAxis(
  { settings }: FigureText,
  lanes: readonly { readonly title: string; readonly items: readonly Read[] }[],
  told: Told,
): Timeline {
  const all = lanes.flatMap(({ items }) => items)
  const kinds = new Set(all.flatMap(({ times }) => times.map(({ kind }) => kind)))
  const axis: AxisKind = kinds.has('date') ? 'date' : kinds.has('duration') ? 'duration' : 'number'
  const placed = lanes.map(({ title, items }) => ({
    title,
    items: items.map((item) => place(item, axis, told)),
  }))
  const values = placed.flatMap(({ items }) => items.flatMap(({ start, end = start }) => [start, end]))
  const from = values.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY)
  const to = values.reduce((most, each) => Math.max(most, each), Number.NEGATIVE_INFINITY)
  const [scale, shown] = [settings.get('scale'), settings.get('axis')]
  for (const [setting, known] of [
    [scale, ['linear', 'log']],
    [shown, ['top', 'none']],
  ] as const)
    if (setting !== undefined && !known.some((each) => each === setting.value))
      told.fault(unknownWord({ text: setting.value, span: setting.span }, known, 'value'))
  const isLogarithmic = scale?.value === 'log'
  if (isLogarithmic && (axis === 'date' || from <= 0))
    told.fault({
      message: 'Only times above nothing have a place on this scale',
      span: scale.span,
      help: 'write `scale: linear`, or durations from 1ns on',
    })
  const length = axis === 'date' ? 86_400 : from === 0 ? 1 : Math.abs(from)
  return {
    axis,
    isLogarithmic,
    hasAxis: shown?.value !== 'none',
    lanes: placed,
    from,
    to: to > from ? to : from + length,
  }
}

function place({ times, word, ...rest }: Read, axis: AxisKind, told: Told): Happening {
  const converted = times.map((time) => {
    if (axis === 'date') return yearAsDate(time)
    return time.kind === axis || time.value === 0 ? time : undefined
  })
  const [start, end] = converted
  if (converted.includes(undefined)) {
    told.fault({
      message: `"${word.text}" is of another kind than other times`,
      span: word.span,
      help: 'write dates alone, durations with their units alone, or numbers alone',
    })
    return { ...rest, start: 0 }
  }
  if (end === undefined) return { ...rest, start: start!.value }
  const until = end.until ?? end.value
  if (until < start!.value)
    told.fault({
      message: 'A span ends before it begins',
      span: word.span,
      help: `write \`${word.text.split('..').reverse().join('..')}\``,
    })
  return { ...rest, start: start!.value, end: Math.max(until, start!.value) }
}
