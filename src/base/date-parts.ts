/**
 * Finds a date and a time in free text, as Ruby's `Date._parse` does: a day's name, a time with its zone, then the
 * first of a list of date shapes that fits; a lone number left over is the day or the hour.
 *
 * Each piece that was understood is blanked out before the next is looked for. Texts are at most 128 characters (Ruby's
 * own limit), so the backtracking of these expressions is bounded.
 */

/** What was found; whatever was not is absent. Values are not checked. */
interface DateParts {
  year?: number
  month?: number
  day?: number
  yday?: number
  wday?: number
  hour?: number
  minute?: number
  second?: number
  /** digits after the second's point */
  fraction?: string
  /** as written: `+0100`, `EST`, `Z` */
  zone?: string
  /** ISO week date */
  weekYear?: number
  week?: number
  weekDay?: number
}

/** The longest text Ruby parses. */
export const MAX_DATE_LENGTH = 128

interface Scan {
  text: string
  readonly parts: DateParts
  /** whether a two-digit year means 19xx or 20xx */
  complete: boolean
  beforeChrist: boolean
}

const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
const DAYS = 'sun|mon|tue|wed|thu|fri|sat'
const ERA = 'c(?:e|\\.e\\.)|b(?:ce|\\.c\\.e\\.)|a(?:d|\\.d\\.)|b(?:c|\\.c\\.)'

const DAY = new RegExp(`\\b(${DAYS})[^-/\\d\\s]*`, 'i')
const TIME = new RegExp(
  '(' +
    '(?:\\d+\\s*:\\s*\\d+(?:\\s*:\\s*\\d+(?:[,.]\\d*)?)?|\\d+\\s*h(?:\\s*\\d+m?(?:\\s*\\d+s?)?)?)' +
    '(?:\\s*[ap](?:m\\b|\\.m\\.))?' +
    '|\\d+\\s*[ap](?:m\\b|\\.m\\.)' +
    ')' +
    '(?:\\s*(' +
    '(?:gmt|utc?)?[-+]\\d+(?:[,.:]\\d+(?::\\d+)?)?' +
    '|[A-Za-z.\\s]+(?:standard|daylight)\\stime\\b' +
    '|[A-Za-z]+(?:\\sdst)?\\b' +
    '))?',
  'i',
)
const TIME_FIELDS =
  /^(\d+)h?(?:\s*:?\s*(\d+)m?(?:\s*:?\s*(\d+)(?:[,.](\d*))?s?)?)?(?:\s*([ap])(?:m\b|\.m\.))?/i
const EUROPEAN = new RegExp(
  `('?\\d+)[^-\\d\\s]*\\s*(${MONTHS})[^-\\d\\s']*(?:\\s*(${ERA})?\\s*('?-?\\d+(?:(?:st|nd|rd|th)\\b)?))?`,
  'i',
)
const AMERICAN = new RegExp(
  `\\b(${MONTHS})[^-\\d\\s']*\\s*('?\\d+)[^-\\d\\s']*(?:\\s*,?\\s*(${ERA})?\\s*('?-?\\d+))?`,
  'i',
)
const ISO = /('?[-+]?\d+)-(\d+)-('?-?\d+)/
const JAPANESE = /\b([mtshr])(\d+)\.(\d+)\.(\d+)/i
const VMS_DAY = new RegExp(`('?-?\\d+)-(${MONTHS})[^-/.]*-('?-?\\d+)`, 'i')
const VMS_MONTH = new RegExp(`\\b(${MONTHS})[^-/.]*-('?-?\\d+)(?:-('?-?\\d+))?`, 'i')
const SLASHES = /('?-?\d+)\/\s*('?\d+)(?:\D\s*('?-?\d+))?/
const DOTS = /('?-?\d+)\.\s*('?\d+)\.\s*('?-?\d+)/
const ISO_WEEK = /\b(\d{2}|\d{4})?-?w(\d{2})(?:-?(\d))?\b/i
const ISO_WEEK_DAY = /-w-(\d)\b/i
const ISO_MONTH_DAY = /--(\d{2})?-(\d{2})\b/
const ISO_MONTH = /--(\d{2})(\d{2})?\b/
const ISO_ORDINAL = /\b(\d{2}|\d{4})-(\d{3})\b/
/** Where this stands anywhere, no day of a year is looked for. */
const ORDINAL_FRACTION = /[,.](?:\d{2}|\d{4})-\d{3}\b/
const YEAR = /'(\d+)\b/
const MONTH = new RegExp(`\\b(${MONTHS})\\S*`, 'i')
const DAY_OF_MONTH = /(\d+)(?:st|nd|rd|th)\b/i
const DIGITS =
  /([-+]?)(\d{2,14})(?:\s*t?\s*(\d{2,6})?(?:[,.](\d*))?)?\s*(z\b|[-+]\d{1,4}\b|\[[-+]?\d[^\]]*\])?/i
const CHRIST = /\b(bc\b|bce\b|b\.c\.|b\.c\.e\.)/i
const LONE = /^\s*(\d{1,2})\s*$/

/** The first year of each Japanese era, less one. */
const ERAS: Readonly<Record<string, number>> = { m: 1867, t: 1911, s: 1925, h: 1988, r: 2018 }

/** Tries one shape after another; the first that fits ends the search. */
const SHAPES: readonly ((scan: Scan) => boolean)[] = [
  (s) => take(s, EUROPEAN, (m) => setDate(s, m[4], monthOf(m[2]), m[1], isBefore(m[3]))),
  (s) => take(s, AMERICAN, (m) => setDate(s, m[4], monthOf(m[1]), m[2], isBefore(m[3]))),
  (s) => take(s, ISO, (m) => setDate(s, m[1], m[2], m[3])),
  (s) => take(s, JAPANESE, (m) => setJapanese(s, m)),
  (s) => take(s, VMS_DAY, (m) => setDate(s, m[3], monthOf(m[2]), m[1])),
  (s) => take(s, VMS_MONTH, (m) => setDate(s, m[3], monthOf(m[1]), m[2])),
  (s) => take(s, SLASHES, (m) => setDate(s, m[1], m[2], m[3])),
  (s) => take(s, DOTS, (m) => setDate(s, m[1], m[2], m[3])),
  (s) => take(s, ISO_WEEK, (m) => setWeek(s, m)),
  (s) => take(s, ISO_WEEK_DAY, (m) => void (s.parts.weekDay = Number(m[1]))),
  (s) => take(s, ISO_MONTH_DAY, (m) => setMonthDay(s, m[1], m[2])),
  (s) => take(s, ISO_MONTH, (m) => setMonthDay(s, m[1], m[2])),
  (s) => !ORDINAL_FRACTION.test(s.text) && take(s, ISO_ORDINAL, (m) => setOrdinal(s, m)),
  (s) => take(s, YEAR, (m) => void (s.parts.year = Number(m[1]))),
  (s) => take(s, MONTH, (m) => void (s.parts.month = Number(monthOf(m[1])))),
  (s) => take(s, DAY_OF_MONTH, (m) => void (s.parts.day = Number(m[1]))),
  (s) => take(s, DIGITS, (m) => setDigits(s, m)),
]

/** The parts found in `text`; none for a text over 128 characters. */
export function dateParts(text: string): DateParts {
  if (text.length > MAX_DATE_LENGTH) return {}
  const scan: Scan = {
    // Letters and digits of any script are of a word, and no underscore is left to be taken for one of them.
    text: text.replace(/[^-+',./:@\p{Alphabetic}\p{Nd}[\]]+/gu, ' ').replace(/[^\0-\x7f]/gu, '_'),
    parts: {},
    complete: true,
    beforeChrist: false,
  }
  take(scan, DAY, (m) => void (scan.parts.wday = DAYS.split('|').indexOf((m[1] ?? '').toLowerCase())))
  take(scan, TIME, (m) => setTime(scan, m[1] ?? '', m[2]))
  SHAPES.some((shape) => shape(scan))
  if (take(scan, CHRIST, () => undefined)) scan.beforeChrist = true
  takeLone(scan)
  finishYear(scan)
  return scan.parts
}

/** Runs `use` on the first match and blanks the match out; false without one. */
function take(scan: Scan, shape: RegExp, use: (match: RegExpExecArray) => void): boolean {
  const match = shape.exec(scan.text)
  if (match === null) return false
  scan.text = `${scan.text.slice(0, match.index)} ${scan.text.slice(match.index + match[0].length)}`
  use(match)
  return true
}

function monthOf(name = ''): string {
  return String(MONTHS.split('|').indexOf(name.toLowerCase().slice(0, 3)) + 1)
}

function isBefore(era: string | undefined): boolean {
  return era !== undefined && /^b/i.test(era)
}

function setTime(scan: Scan, time: string, zone: string | undefined): void {
  const { parts } = scan
  const match = TIME_FIELDS.exec(time)
  if (zone !== undefined && zone !== '') parts.zone = zone
  if (match === null) return
  const [, hour, minute, second, fraction, half] = match
  parts.hour = Number(hour)
  if (half !== undefined) parts.hour = (parts.hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  if (minute !== undefined) parts.minute = Number(minute)
  if (second !== undefined) parts.second = Number(second)
  if (fraction !== undefined && fraction !== '') parts.fraction = fraction
}

/**
 * Sets year, month and day, which stand as they were written; they change places when one looks like another: a quote
 * or more than two digits make a year, letters after the digits (`2nd`) a day.
 */
function setDate(scan: Scan, first?: string, second?: string, third?: string, before = false): void {
  let [year, month, day] = [first, second, third]
  if (year !== undefined && month !== undefined && day === undefined) [year, month, day] = [day, year, month]
  if (year === undefined) {
    if (day !== undefined && day.length > 2) [year, day] = [day, year]
    if (day?.startsWith("'")) [year, day] = [day, year]
  }
  if (year !== undefined) {
    const match = /[-+]?\d+/.exec(year)
    if (match !== null && match.index + match[0].length < year.length) [year, day] = [day, match[0]]
  }
  if (month !== undefined && looksLikeYear(month)) [year, month, day] = [month, day, year]
  if (day !== undefined && looksLikeYear(day)) [year, day] = [day, year]
  const { parts } = scan
  if (year !== undefined) {
    const digits = /[-+]?\d+/.exec(year)?.[0] ?? ''
    if (/^[-+]/.test(digits) || digits.length > 2) scan.complete = false
    parts.year = Number(digits)
  }
  if (before) scan.beforeChrist = true
  if (month !== undefined) parts.month = Number(/\d+/.exec(month)?.[0])
  if (day !== undefined) parts.day = Number(/\d+/.exec(day)?.[0])
}

function looksLikeYear(text: string): boolean {
  return text.startsWith("'") || text.length > 2
}

function setJapanese(scan: Scan, match: RegExpExecArray): void {
  scan.parts.year = Number(match[2]) + (ERAS[(match[1] ?? '').toLowerCase()] ?? 0)
  scan.parts.month = Number(match[3])
  scan.parts.day = Number(match[4])
}

function setWeek(scan: Scan, match: RegExpExecArray): void {
  if (match[1] !== undefined) scan.parts.weekYear = Number(match[1])
  scan.parts.week = Number(match[2])
  if (match[3] !== undefined) scan.parts.weekDay = Number(match[3])
}

function setMonthDay(scan: Scan, month: string | undefined, day: string | undefined): void {
  if (month !== undefined) scan.parts.month = Number(month)
  if (day !== undefined) scan.parts.day = Number(day)
}

function setOrdinal(scan: Scan, match: RegExpExecArray): void {
  scan.parts.year = Number(match[1])
  scan.parts.yday = Number(match[2])
}

type Field = 'year4' | 'year2' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'yday'

const WIDTHS: Readonly<Record<Field, number>> = {
  year4: 4,
  year2: 2,
  month: 2,
  day: 2,
  hour: 2,
  minute: 2,
  second: 2,
  yday: 3,
}

const FULL: readonly Field[] = ['year4', 'month', 'day', 'hour', 'minute', 'second']

/** What a run of so many digits holds, from the left. */
const RUNS: Readonly<Record<number, readonly Field[]>> = {
  2: ['day'],
  3: ['yday'],
  4: ['month', 'day'],
  5: ['year2', 'yday'],
  6: ['year2', 'month', 'day'],
  7: ['year4', 'yday'],
  8: FULL,
  10: FULL,
  12: FULL,
  14: FULL,
}

/** A bare run of digits: `20200102T030405.6Z`, `200102`, `2020002`. With a fraction and no time it ends in seconds. */
function setDigits(scan: Scan, match: RegExpExecArray): void {
  const [, sign = '', digits = '', time, fraction, zone] = match
  const { parts } = scan
  const known = RUNS[digits.length] !== undefined
  if (time === undefined && fraction !== undefined) {
    if (known) fromRight(scan, digits, sign)
  } else fromLeft(scan, digits, RUNS[digits.length] ?? [], sign)
  if (time !== undefined && time.length % 2 === 0) {
    if (fraction === undefined) fromLeft(scan, time, ['hour', 'minute', 'second'], '')
    else fromRight(scan, time, '')
  }
  if (fraction !== undefined && fraction !== '') parts.fraction = fraction
  if (zone !== undefined) parts.zone = bracketZone(zone)
}

function fromLeft(scan: Scan, digits: string, run: readonly Field[], sign: string): void {
  let at = 0
  for (const field of run) {
    const text = digits.slice(at, at + WIDTHS[field])
    if (text.length < WIDTHS[field]) break
    at += WIDTHS[field]
    setField(scan, field, text, sign)
  }
}

const FROM_RIGHT: readonly Field[] = ['second', 'minute', 'hour', 'day', 'month']

function fromRight(scan: Scan, digits: string, sign: string): void {
  let end = digits.length
  for (const field of FROM_RIGHT) {
    if (end <= 0) return
    setField(scan, field, digits.slice(Math.max(0, end - 2), end), sign)
    end -= 2
  }
  if (end > 0) setField(scan, end === 4 ? 'year4' : 'year2', digits.slice(0, end), sign)
}

function setField(scan: Scan, field: Field, text: string, sign: string): void {
  if (field === 'year4' || field === 'year2') {
    scan.parts.year = Number(sign + text)
    if (field === 'year4' || sign !== '') scan.complete = false
  } else scan.parts[field] = Number(text)
}

/** `[-9:EDT]` is the zone EDT, `[9]` the offset +9. */
function bracketZone(zone: string): string {
  if (!zone.startsWith('[')) return zone
  const inner = zone.slice(1, -1)
  const colon = inner.indexOf(':')
  if (colon !== -1) return inner.slice(colon + 1)
  return /^\d/.test(inner) ? `+${inner}` : inner
}

function takeLone(scan: Scan): void {
  const { parts } = scan
  const number = Number(LONE.exec(scan.text)?.[1] ?? -1)
  if (number === -1) return
  if (parts.hour !== undefined && parts.day === undefined && number >= 1 && number <= 31) parts.day = number
  if (parts.day !== undefined && parts.hour === undefined && number <= 24) parts.hour = number
}

function finishYear(scan: Scan): void {
  const { parts } = scan
  for (const name of ['weekYear', 'year'] as const) {
    if (parts[name] === undefined) continue
    const year = scan.beforeChrist ? 1 - parts[name] : parts[name]
    const short = scan.complete && year >= 0 && year <= 99
    parts[name] = short ? year + (year >= 69 ? 1900 : 2000) : year
  }
}
