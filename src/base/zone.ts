/**
 * Time zones: the offset at an instant and the instant of a local time, from Intl's copy of the tz database.
 *
 * Asking Intl costs microseconds, so a zone finds the changes of offset in a window of some 13 months once and then
 * answers from them. Zones are values with a private cache: make one per build.
 */
import { daysFromCivil } from './calendar.ts'
import { posixTimeAt, posixZone } from './posix-zone.ts'
import { ZONE_ABBREVIATIONS } from './zone-abbreviations.ts'

interface ZoneOffset {
  /** seconds east of UTC */
  readonly offset: number
  /** what %Z prints */
  readonly abbreviation: string
}

export interface Zone {
  readonly name: string
  offsetAt(epochSeconds: number): ZoneOffset
}

interface Segment extends ZoneOffset {
  readonly from: number
}

/** Seconds in a window (388 days: longer than a year, so summer and winter are both inside) and between samples. */
const WINDOW = 2 ** 25
const SAMPLE = 2 ** 20

/** A zone that never changes; `abbreviation` is what %Z prints. */
export function fixedZone(name: string, offset: number, abbreviation: string): Zone {
  const only: ZoneOffset = { offset, abbreviation }
  return { name, offsetAt: () => only }
}

/**
 * The zone that the environment variable `TZ` or Jekyll's `timezone:` names: an IANA name, `UTC`, or a POSIX
 * zone (`JST-9`, `CET-1CEST`). An unknown name is UTC under the name's first letters, as in
 * glibc. Never throws; `isKnownZone` tells whether the name meant anything.
 */
export function zoneFor(name: string): Zone {
  const plain = name.startsWith(':') ? name.slice(1) : name
  if (plain === '' || plain === 'UTC') return fixedZone('UTC', 0, 'UTC')
  const format = intlFormat(plain)
  if (format !== undefined) return tableZone(plain, (epoch) => intlOffset(format, epoch))
  const posix = posixZone(plain)
  if (posix !== undefined) return { name: plain, offsetAt: (epoch) => posixTimeAt(posix, withinDates(epoch)) }
  return fixedZone(plain, 0, /^[A-Za-z]{3,}/.exec(plain)?.[0] ?? 'UTC')
}

/** Whether `zoneFor(name)` is more than UTC under another name. */
export function isKnownZone(name: string): boolean {
  return name === '' || posixZone(name) !== undefined || intlFormat(name) !== undefined
}

/**
 * The instant of a local time, both in seconds since 1970-01-01T00:00:00 (of UTC and of the zone). As glibc does for
 * Ruby: a time that comes twice is the later, one that is skipped is counted with the offset before the change.
 */
export function epochOfLocal(zone: Zone, localSeconds: number): number {
  const before = zone.offsetAt(localSeconds - 86400).offset
  const after = zone.offsetAt(localSeconds + 86400).offset
  if (before === after) return localSeconds - after
  return zone.offsetAt(localSeconds - after).offset === after ? localSeconds - after : localSeconds - before
}

function intlFormat(name: string): Intl.DateTimeFormat | undefined {
  // Intl takes offsets for names ('+01:00') and any letters; TZ names files, which begin with a capital.
  if (!/^[A-Z]/.test(name)) return undefined
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    const { timeZone } = format.resolvedOptions()
    return timeZone !== name && timeZone.toLowerCase() === name.toLowerCase() ? undefined : format
  } catch {
    return undefined
  }
}

/** The offset from the fields Intl shows: exact to the second, also for the local mean times before 1900. */
function intlOffset(format: Intl.DateTimeFormat, epoch: number): number {
  const fields = new Map<string, string>()
  for (const part of format.formatToParts(epoch * 1000)) fields.set(part.type, part.value)
  const field = (name: string) => Number(fields.get(name))
  const year = fields.get('era')?.startsWith('B') ? 1 - field('year') : field('year')
  const days = daysFromCivil(year, field('month'), field('day'))
  return days * 86400 + field('hour') * 3600 + field('minute') * 60 + field('second') - epoch
}

function tableZone(name: string, ask: (epoch: number) => number): Zone {
  const windows = new Map<number, readonly Segment[]>()
  const names = ZONE_ABBREVIATIONS.get(name)?.split(' ')
  const abbreviation = (offset: number, standard: number): string => {
    // Before standard time came, each place had its own mean time, never in whole minutes.
    if (offset % 60 !== 0) return 'LMT'
    if (names === undefined) return numericAbbreviation(offset)
    return (offset > standard ? names[1] : names[0]) ?? names[0] ?? ''
  }
  const build = (window: number): readonly Segment[] => {
    const start = window * WINDOW
    const changes = [{ from: start, offset: ask(start) }]
    let known = changes[0]?.offset ?? 0
    for (let low = start; low < start + WINDOW; low += SAMPLE) {
      const next = ask(low + SAMPLE)
      if (next === known) continue
      let left = low
      let right = low + SAMPLE
      while (right - left > 1) {
        const middle = Math.floor((left + right) / 2)
        if (ask(middle) === known) left = middle
        else right = middle
      }
      known = next
      changes.push({ from: right, offset: next })
    }
    const standard = Math.min(...changes.map((change) => change.offset))
    return changes.map(({ from, offset }) => ({ from, offset, abbreviation: abbreviation(offset, standard) }))
  }
  return {
    name,
    offsetAt(seconds) {
      const epochSeconds = withinDates(seconds)
      const window = Math.floor(epochSeconds / WINDOW)
      let segments = windows.get(window)
      if (segments === undefined) windows.set(window, (segments = build(window)))
      let found = segments[0] as Segment
      for (const segment of segments) if (segment.from <= epochSeconds) found = segment
      return found
    },
  }
}

/** New Year of the years 250000 and -250000: a JavaScript date reaches no more than 8.64e12 seconds either way. */
const LAST = daysFromCivil(250_000, 1, 1) * 86_400
const FIRST = daysFromCivil(-250_000, 1, 1) * 86_400

/** An instant near enough for Intl to know; beyond those years no zone has a summer time, as under Ruby. */
function withinDates(epoch: number): number {
  return Math.max(FIRST, Math.min(LAST, epoch))
}

/** `+08`, `-0330`: what the tz database calls a zone without letters. */
function numericAbbreviation(offset: number): string {
  const minutes = Math.floor(Math.abs(offset) / 60)
  const pad = (n: number) => String(n).padStart(2, '0')
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}${minutes % 60 === 0 ? '' : pad(minutes % 60)}`
}
