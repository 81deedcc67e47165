/**
 * Plain YAML scalars as SafeYAML 1.0.5 understands them, which upstream's Jekyll reads its files with. What it does
 * otherwise than Psych was found by asking both for some nine thousand scalars:
 *
 * `12:30` counts in sixties from the right and is the float 750.0; `_1` and `1_` are 1, `1.` and `1,000.5` texts;
 * `2020-1-2` is text, a time without an offset is one of +0000, with the name of no zone; `2020-02-30` is not a day in times, too.
 */
import { isCivil } from './calendar.ts'
import { CalendarDate, Time } from './time.ts'
import { utcTime } from './time-fields.ts'
import { toFloat, toInteger, type Value } from './value.ts'

const DECIMAL = /^[-+]?(?:0|[1-9]\d*)$/
const OCTAL = /^0[0-7]+$/
const HEXADECIMAL = /^[-+]?0x[\da-f]+$/i
const BINARY = /^0b[01]+$/
const FLOAT = /^[-+]?(?:\d[\d_]*)?\.\d[\d_]*(?:e[-+]\d+)?$/
const SIXTIES = /^[-+]?\d+(?::[0-5]?\d)+(?:\.\d*)?$/
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/
const TIME =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt]|\s+)(\d{1,2}):(\d\d):(\d\d)(?:\.(\d*))?(?:\s*(?:Z|([-+])(\d{1,2}):?(\d\d)?))?$/
const INFINITY = /^-?\.(?:inf|Inf|INF)$/
const NAN = /^\.(?:nan|NaN|NAN)$/

/** The value of a plain scalar that may begin a number or a time; `text` itself where it is neither. */
export function resolveSafeNumber(text: string): Value {
  return resolveInteger(text) ?? resolveDate(text) ?? resolveTime(text) ?? resolveFloat(text) ?? text
}

function resolveInteger(text: string): Value | undefined {
  const digits = text.replace(/[,_]/g, '')
  if (DECIMAL.test(digits)) return toInteger(BigInt(digits.replace('+', '')))
  if (OCTAL.test(digits)) return toInteger(BigInt(`0o${digits}`))
  if (BINARY.test(digits)) return toInteger(BigInt(digits))
  if (!HEXADECIMAL.test(digits)) return undefined
  const value = BigInt(digits.replace(/^[-+]/, ''))
  return toInteger(digits.startsWith('-') ? -value : value)
}

function resolveFloat(text: string): Value | undefined {
  // Ruby refuses a `_` at an end of the digits, and SafeYAML with it: such a text stays one here.
  if (FLOAT.test(text) && !/_(?:\D|$)|\._/.test(text)) return toFloat(Number(text.replaceAll('_', '')))
  if (INFINITY.test(text)) return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  if (NAN.test(text)) return Number.NaN
  const digits = text.replace(/[,_]/g, '')
  return SIXTIES.test(digits) ? toFloat(sixties(digits)) : undefined
}

/** The sign is the first part's and then, once more, that of the sum: `-1:30` is 30. */
function sixties(text: string): number {
  const sum = text.split(':').reduce((before, part) => before * 60 + Number(part), 0)
  return text.startsWith('-') ? 0 - sum : sum
}

function resolveDate(text: string): CalendarDate | undefined {
  const [, year, month, day] = (DATE.exec(text) ?? []).map(Number)
  if (year === undefined || month === undefined || day === undefined) return undefined
  return isCivil(year, month, day) ? new CalendarDate(year, month, day) : undefined
}

function resolveTime(text: string): Time | undefined {
  const match = TIME.exec(text)
  if (match === null) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number)
  if (!isCivil(year, month, day) || minute > 59 || second > 60) return undefined
  if (hour > 24 || (hour === 24 && (minute > 0 || second > 0))) return undefined
  const nanos = Number((match[7] ?? '').slice(0, 9).padEnd(9, '0'))
  const utc = utcTime(year, month, day, hour, minute, Math.min(second, 59), nanos)
  const seconds = Number(match[9] ?? 0) * 3600 + Number(match[10] ?? 0) * 60
  // An offset of a day or more counts as none.
  const offset = seconds >= 86400 ? 0 : match[8] === '-' ? 0 - seconds : seconds
  return new Time(utc.seconds - offset, nanos, offset, null, false)
}
