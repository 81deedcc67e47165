/**
 * Ruby's strftime: `Time#strftime`, and `Date#strftime` where it differs.
 *
 * A format is compiled once to a list of parts; each part takes the time's fields. Flags `-0^#_:`, widths, `E` and
 * `O` as Ruby has them; a conversion Ruby does not know stays as it is written.
 */
import { daysFromCivil, daysFromDate } from './calendar.ts'
import { ArgumentError, SystemCallError } from './ruby-error.ts'
import { type CalendarDate, Time } from './time.ts'
import { fields, type TimeFields } from './time-fields.ts'
import { DAY_NAMES, MONTH_NAMES, yearText } from './time-text.ts'

/** A conversion that is no wider has room in what Ruby sets aside for any format. */
const NARROW = 1023

type Subject = TimeFields & { readonly time: Time; readonly isDate: boolean }
/** @param before how much is printed already */
type Part = string | ((subject: Subject, before: number) => string)

interface Flags {
  /** the last of `_` and `0`; '' for the conversion's own */
  readonly padding: '' | '_' | '0'
  /** `-` stands behind it: a composite of a Time has blanks then */
  readonly paddingUndone: boolean
  /** `-`: no padding at all, wherever it stands among the flags */
  readonly bare: boolean
  readonly upper: boolean
  readonly change: boolean
  readonly colons: number
  /** -1 when none is written */
  readonly width: number
}

/** A number with the width and padding it has without flags. */
interface NumberRule {
  readonly of: (subject: Subject) => number
  readonly width: number
  readonly pad: ' ' | '0'
}

const number = (width: number, of: (s: Subject) => number, pad: ' ' | '0' = '0'): NumberRule => ({
  of,
  width,
  pad,
})
const hour12 = (s: Subject): number => s.hour % 12 || 12

const NUMBERS: Readonly<Record<string, NumberRule>> = {
  C: number(2, (s) => Math.floor(s.year / 100)),
  y: number(2, (s) => modulo(s.year, 100)),
  m: number(2, (s) => s.month),
  d: number(2, (s) => s.day),
  e: number(2, (s) => s.day, ' '),
  j: number(3, (s) => s.yday),
  H: number(2, (s) => s.hour),
  k: number(2, (s) => s.hour, ' '),
  I: number(2, hour12),
  l: number(2, hour12, ' '),
  M: number(2, (s) => s.minute),
  S: number(2, (s) => s.second),
  s: number(1, (s) => s.time.seconds),
  u: number(1, (s) => s.wday || 7),
  w: number(1, (s) => s.wday),
  g: number(2, (s) => modulo(isoWeek(s).year, 100)),
  V: number(2, (s) => isoWeek(s).week),
  U: number(2, (s) => Math.floor((s.yday + 6 - s.wday) / 7)),
  W: number(2, (s) => Math.floor((s.yday + 6 - ((s.wday + 6) % 7)) / 7)),
}

const YEARS: Readonly<Record<string, (subject: Subject) => number>> = {
  Y: (s) => s.year,
  G: (s) => isoWeek(s).year,
}

const TEXTS: Readonly<Record<string, (subject: Subject) => string>> = {
  a: (s) => DAY_NAMES[s.wday]?.slice(0, 3) ?? '',
  A: (s) => DAY_NAMES[s.wday] ?? '',
  b: (s) => MONTH_NAMES[s.month - 1]?.slice(0, 3) ?? '',
  B: (s) => MONTH_NAMES[s.month - 1] ?? '',
  h: (s) => MONTH_NAMES[s.month - 1]?.slice(0, 3) ?? '',
  p: (s) => (s.hour < 12 ? 'AM' : 'PM'),
  P: (s) => (s.hour < 12 ? 'am' : 'pm'),
  Z: (s) => s.time.zone ?? '',
  n: () => '\n',
  t: () => '\t',
  '%': () => '%',
}

/** Conversions that stand for a format of their own; padded and upcased as a whole. */
const COMPOSITES: Readonly<Record<string, string>> = {
  c: '%a %b %e %H:%M:%S %Y',
  D: '%m/%d/%y',
  x: '%m/%d/%y',
  F: '%Y-%m-%d',
  T: '%H:%M:%S',
  X: '%H:%M:%S',
  R: '%H:%M',
  r: '%I:%M:%S %p',
  v: '%e-%^b-%Y',
}

/** What `#` makes small; all other texts it makes large. */
const DOWNCASED = 'pZ'
/** Conversions the modifiers `E` and `O` may stand before. */
const MODIFIED: Readonly<Record<string, string>> = { E: 'cCxXyY', O: 'deHkIlmMSuUVwWy' }

/**
 * Compiles `format`; the result prints any number of times. A CalendarDate prints as midnight UTC with `%Z` as
 * `+00:00`, and knows `%Q` and `%+` besides, as in Ruby.
 * Printing a Time throws an ArgumentError when the format ends inside a conversion (`%`, `%5`), printing either a
 * SystemCallError when a width is more than Ruby has room for; both with Ruby's messages.
 */
export function compileStrftime(format: string): (time: Time | CalendarDate) => string {
  const parts = compile(format)
  return (time) => {
    const text = print(parts, subjectOf(time))
    if (text.length > NARROW && !(time instanceof Time) && byteLength(text) >= dateRoom(format))
      throw tooWide(format)
    return text
  }
}

/** `compileStrftime(format)(time)`: for formats used once. */
export function strftime(time: Time | CalendarDate, format: string): string {
  return compileStrftime(format)(time)
}

function subjectOf(time: Time | CalendarDate): Subject {
  if (time instanceof Time) return { ...fields(time), time, isDate: false }
  const { year, month, day } = time
  const days = daysFromDate(year, month, day)
  const midnight = new Time(days * 86400, 0, 0, '+00:00', false)
  const yday = days - daysFromDate(year, 1, 1) + 1
  return { ...fields(midnight), year, month, day, yday, time: midnight, isDate: true }
}

function print(parts: readonly Part[], subject: Subject): string {
  let out = ''
  for (const part of parts) out += typeof part === 'string' ? part : part(subject, out.length)
  return out
}

/**
 * A wide conversion where Ruby has room for it, which depends on how long the format is: of a Date so many bytes in all, of a
 * Time twice the width and what stands before.
 */
function inRoom(part: Part, letter: string, { bare, width }: Flags, format: string): Part {
  return (subject, before) => {
    // What is not padded needs no room, but a width beyond all room is refused by Date, and some have it in spite of `-`.
    const padded = !bare || COMPOSITES[letter] !== undefined || 'zNL'.includes(letter)
    const fits = subject.isDate
      ? (bare ? width - 1 : before + width) < dateRoom(format)
      : !padded || before + 2 * width <= byteLength(format) * 2 ** 20
    if (!fits) throw tooWide(format)
    return typeof part === 'string' ? part : part(subject, before)
  }
}

/** Ruby doubles a kilobyte until it is one for each byte of the format. */
function dateRoom(format: string): number {
  return 1024 * 2 ** Math.ceil(Math.log2(byteLength(format)))
}

function tooWide(format: string): SystemCallError {
  return new SystemCallError(`Numerical result out of range - ${format}`)
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length
}

function compile(format: string): Part[] {
  const parts: Part[] = []
  let at = 0
  for (;;) {
    const percent = format.indexOf('%', at)
    if (percent === -1) break
    if (percent > at) parts.push(format.slice(at, percent))
    const { part, end } = conversion(format, percent)
    parts.push(part ?? format.slice(percent, end))
    at = end
  }
  if (at < format.length) parts.push(format.slice(at))
  return parts
}

/**
 * Reads one conversion: `%` flags width modifier letter, with colons only right before `z`. A Time passes over four colons
 * in front of any letter, once, and reads flags and a width behind them too.
 */
function conversion(format: string, start: number): { part: Part | undefined; end: number } {
  let at = start + 1
  let padding: Flags['padding'] = ''
  let paddingUndone = false
  let bare = false
  let upper = false
  let change = false
  let written = -1
  let skipped = false
  for (;;) {
    // No flag stands behind a width.
    for (; written === -1; at++) {
      const char = format[at]
      if (char === '-') {
        bare = true
        paddingUndone = true
      } else if (char === '_' || char === '0') {
        padding = char
        paddingUndone = false
      } else if (char === '^') upper = true
      else if (char === '#') change = true
      else break
    }
    const digits = at
    while (isDigit(format, at)) at++
    if (at > digits) written = Number(format.slice(digits, at))
    if (skipped || !format.startsWith('::::', at)) break
    skipped = true
    at += 4
  }
  let colons = 0
  let modifier = ''
  if (format[at] === ':') {
    for (; format[at] === ':'; at++) colons++
    if (format[at] !== 'z' || colons > 3) return { part: undefined, end: at }
  } else if (format[at] === 'E' || format[at] === 'O') {
    modifier = format[at] ?? ''
    at++
    if (at < format.length && !MODIFIED[modifier]?.includes(format[at] ?? ''))
      return { part: undefined, end: at }
    if (at >= format.length) return { part: undefined, end: at }
  }
  if (at >= format.length) return { part: unfinished(format, start), end: at }
  const letter = format[at] ?? ''
  const flags = { padding, paddingUndone, bare, upper, change, colons, width: written }
  // Ruby's width is a C int: one that does not fit makes the conversion unknown to Time, and is more than Date has room for.
  if (written > 2147483647)
    return { part: ofDateOnly(inRoom('', letter, flags, format), format.slice(start, at)), end: at }
  const text = format.slice(start, at + 1)
  // The four colons do not do without others in front of `z`.
  if (skipped && letter === 'z' && colons === 0) return { part: undefined, end: at }
  const known = partFor(letter, flags)
  const placed = known !== undefined && written > NARROW ? inRoom(known, letter, flags, format) : known
  const part = placed !== undefined && 'Q+'.includes(letter) ? ofDateOnly(placed, text) : placed
  return { part: skipped ? ofTimeOnly(part, text) : part, end: at + 1 }
}

/** What a Time prints as it is written. */
function ofDateOnly(part: Part, written: string): Part {
  return (s, before) => (!s.isDate || typeof part === 'string' ? written : part(s, before))
}

/** What a Date prints as it is written. */
function ofTimeOnly(part: Part | undefined, written: string): Part {
  return (s, before) =>
    s.isDate || part === undefined ? written : typeof part === 'string' ? part : part(s, before)
}

/** A format that ends inside a conversion is an error of Time's and plain text to Date. */
function unfinished(format: string, start: number): Part {
  return (s) => {
    if (s.isDate) return format.slice(start)
    throw new ArgumentError(`invalid format: ${format}`)
  }
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 48 && code <= 57
}

/** The part for a conversion, or undefined where Ruby knows none. */
function partFor(letter: string, flags: Flags): Part | undefined {
  const rule = NUMBERS[letter]
  if (rule !== undefined) return (s) => padNumber(rule.of(s), rule.width, rule.pad, flags)
  const year = YEARS[letter]
  if (year !== undefined) return (s) => yearPart(year(s), flags)
  const text = TEXTS[letter]
  if (text !== undefined) return (s) => padText(changeCase(text(s), letter, flags), flags)
  const composite = COMPOSITES[letter]
  if (composite !== undefined) {
    const parts = compile(composite)
    // Of a Time, `-` does not take the padding of a composite away, unlike that of a name, but turns zeros before it into
    // blanks; `#` changes no case.
    const padded: Flags = { ...flags, bare: false, padding: flags.paddingUndone ? '_' : flags.padding }
    return (s) => {
      const text = print(parts, s)
      return padText(flags.upper ? text.toUpperCase() : text, s.isDate ? flags : padded)
    }
  }
  if (letter === 'z') return (s) => zonePart(s, flags)
  if (letter === 'N' || letter === 'L') {
    const width = flags.width > 0 ? flags.width : letter === 'L' ? 3 : 9
    return (s) => String(s.nanos).padStart(9, '0').slice(0, width).padEnd(width, '0')
  }
  if (letter === 'Q' || letter === '+') return dateOnly(letter, flags)
  return undefined
}

/** What only Date knows: milliseconds and date(1)'s format. */
function dateOnly(letter: 'Q' | '+', flags: Flags): Part {
  const parts = letter === '+' ? compile('%a %b %e %H:%M:%S %Z %Y') : []
  return (s) => {
    if (letter === 'Q') return padNumber(s.time.seconds * 1000, 1, '0', flags)
    const text = print(parts, s)
    return padText(flags.upper ? text.toUpperCase() : text, flags)
  }
}

function padNumber(value: number, ownWidth: number, ownPad: ' ' | '0', flags: Flags): string {
  if (flags.bare) return String(value)
  const pad = flags.padding === '_' ? ' ' : flags.padding === '0' ? '0' : ownPad
  return padSigned(value, Math.max(flags.width, flags.width > 0 ? 0 : ownWidth), pad)
}

function padSigned(value: number, width: number, pad: ' ' | '0'): string {
  const digits = String(Math.abs(value))
  if (value >= 0) return digits.padStart(width, pad)
  return pad === '0' ? `-${digits.padStart(width - 1, '0')}` : `-${digits}`.padStart(width, ' ')
}

function yearPart(year: number, flags: Flags): string {
  if (flags.bare) return String(year)
  if (flags.width > 0) return padSigned(year, flags.width, flags.padding === '_' ? ' ' : '0')
  return flags.padding === '_' ? padSigned(year, year < 0 ? 5 : 4, ' ') : yearText(year)
}

function changeCase(text: string, letter: string, flags: Flags): string {
  if (flags.change) return DOWNCASED.includes(letter) ? text.toLowerCase() : text.toUpperCase()
  return flags.upper ? text.toUpperCase() : text
}

function padText(text: string, flags: Flags): string {
  if (flags.bare || flags.width <= text.length || text === '') return text
  return text.padStart(flags.width, flags.padding === '0' ? '0' : ' ')
}

/** `%z` and its colons. Space padding goes before the sign; a UTC time under `-` has a negative zero. */
function zonePart({ time, isDate }: Subject, flags: Flags): string {
  const total = Math.abs(time.offset)
  const negative = time.offset < 0 || (time.utc && flags.bare)
  const hours = Math.floor(total / 3600)
  const minutes = two(Math.floor(total / 60) % 60)
  const seconds = two(total % 60)
  const tail =
    flags.colons === 0
      ? minutes
      : flags.colons === 1
        ? `:${minutes}`
        : flags.colons === 2
          ? `:${minutes}:${seconds}`
          : seconds !== '00'
            ? `:${minutes}:${seconds}`
            : minutes !== '00'
              ? `:${minutes}`
              : ''
  const sign = negative ? '-' : '+'
  const width = Math.max(flags.width, (isDate && flags.bare ? 2 : 3) + tail.length) - tail.length
  if (flags.padding === '_') return `${sign}${hours}`.padStart(width, ' ') + tail
  return sign + String(hours).padStart(width - 1, '0') + tail
}

function two(n: number): string {
  return n < 10 ? `0${n}` : String(n)
}

function modulo(a: number, b: number): number {
  return ((a % b) + b) % b
}

/** The ISO 8601 week and the year it belongs to. */
function isoWeek(s: Subject): { year: number; week: number } {
  const week = Math.floor((s.yday - (s.wday || 7) + 10) / 7)
  if (week < 1) return { year: s.year - 1, week: weeksIn(s.year - 1) }
  if (week > weeksIn(s.year)) return { year: s.year + 1, week: 1 }
  return { year: s.year, week }
}

/** 53 when the year starts or ends on a Thursday, else 52. */
function weeksIn(year: number): number {
  const weekdayOf = (month: number, day: number) => modulo(daysFromCivil(year, month, day) + 4, 7)
  return weekdayOf(1, 1) === 4 || weekdayOf(12, 31) === 4 ? 53 : 52
}
