/**
 * Plain YAML scalars as Ruby's Psych understands them: YAML 1.1 with habits of its own.
 *
 * `yes` and `Off` are booleans but `y` is text; `010` is 8 but `08` is text; `1e3` is text but `1.0e+3` a float;
 * `1:30` counts in sixties from the left (5400); commas and underscores may group digits; `2020-02-30` is text but
 * `2020-02-30 01:02:03` the first of March.
 */

import { isCivil } from './calendar.ts'
import type { YamlReader } from './reference.ts'
import { resolveSafeNumber } from './safe-yaml-scalar.ts'
import { CalendarDate, Time } from './time.ts'
import { localTime, utcTime } from './time-fields.ts'
import { type RubyFloat, toFloat, toInteger, type Value } from './value.ts'
import type { Zone } from './zone.ts'

const WORDS: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['~', null],
  ['null', null],
  ['yes', true],
  ['true', true],
  ['on', true],
  ['no', false],
  ['false', false],
  ['off', false],
])

/**
 * The value of a plain scalar. `zone` is where a timestamp without an offset is shown (it is read as UTC).
 * A text with a leading colon stays text, as SafeYAML has it.
 */
export function resolveScalar(text: string, zone: Zone, reader: YamlReader = 'psych'): Value {
  const first = text.charCodeAt(0)
  // Digits, signs and the dot start numbers and times; all other values are short words.
  if ((first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46)
    return reader === 'psych' ? resolveNumber(text, zone) : resolveSafeNumber(text)
  if (first === 95 && reader === 'safe_yaml') return resolveSafeNumber(text)
  if (text.length > 5) return text
  if (text === '') return null
  const word = WORDS.get(text.toLowerCase())
  if (word !== undefined) return word
  return reader === 'psych' && text.includes('\n') ? lineWord(text) : text
}

/** Psych takes a short text of several lines for the word that one of them is, where each begins as such a word does. */
function lineWord(text: string): Value {
  if (/(?:^|\n)[^ytonf~]/i.test(text)) return text
  if (/^null$/im.test(text)) return null
  if (/^(?:yes|true|on)$/im.test(text)) return true
  return /^(?:no|false|off)$/im.test(text) ? false : text
}

const INTEGER = /^[-+]?(?:0|[1-9](?:[0-9]|[,_][0-9])*)$/
const OCTAL = /^[-+]?0[0-7_,]+$/
const BINARY = /^[-+]?0b[01_,]+$/
const HEXADECIMAL = /^[-+]?0x[0-9a-fA-F_,]+$/
const FLOAT = /^[-+]?(?:[0-9][0-9_,]*)?\.[0-9]*(?:[eE][-+][0-9]+)?$/
const SIXTIES = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){1,2}$/
const SIXTIES_FLOAT = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){1,2}\.[0-9_]*$/
const DATE = /^(\d{4})-(1[012]|0\d|\d)-([12]\d|3[01]|0\d|\d)$/
const TIME =
  /^(-?\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt]|\s+)(\d{1,2}):(\d\d):(\d\d)(?:\.(\d*))?(?:\s*(Z|[-+]\d{1,2}:?(?:\d\d)?))?$/

function resolveNumber(text: string, zone: Zone): Value {
  if (INTEGER.test(text)) return integer(text, '')
  const dash = text.indexOf('-', 1)
  // Psych takes no text with a line break for a time.
  const isDay = (dash === 4 || dash === 5) && !text.includes('\n')
  const day = isDay ? (resolveDate(text) ?? resolveTime(text, zone)) : undefined
  if (day !== undefined) return day
  if (FLOAT.test(text)) return float(text)
  if (OCTAL.test(text)) return integer(text, '0o')
  if (BINARY.test(text)) return integer(text, '0b')
  if (HEXADECIMAL.test(text)) return integer(text, '0x')
  if (SIXTIES.test(text)) return sixties(text, Number.parseInt)
  if (SIXTIES_FLOAT.test(text)) return toFloat(Number(sixties(text, Number.parseFloat)))
  if (/^[-+]?\.(?:inf|nan)$/i.test(text)) return special(text)
  return text
}

function special(text: string): Value {
  const lower = text.toLowerCase()
  if (lower.endsWith('nan')) return lower === '.nan' ? Number.NaN : text
  return lower.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
}

/** `base` is the prefix JavaScript wants; the text has its own (`0`, `0b`, `0x`) or none. */
function integer(text: string, base: '' | '0o' | '0b' | '0x'): Value {
  const negative = text.startsWith('-')
  const unsigned = negative || text.startsWith('+') ? text.slice(1) : text
  const digits = (base === '' ? unsigned : unsigned.slice(base === '0o' ? 1 : 2)).replace(/[,_]/g, '')
  if (digits === '') return base === '0o' ? 0 : text
  if (base === '' && digits.length < 16) return negative ? 0 - Number(digits) : Number(digits)
  const value = BigInt(base + digits)
  return toInteger(negative ? -value : value)
}

function float(text: string): number | RubyFloat | string {
  const digits = text.replace(/[,_]/g, '')
  const value = Number(digits)
  return /[0-9]/.test(digits) && !Number.isNaN(value) ? toFloat(value) : text
}

/** Psych weighs the parts by 3600, 60 and 1 from the left, also when there are two. The sign belongs to the first. */
function sixties(text: string, parse: (part: string) => number): Value {
  let sum = 0
  text
    .replace(/_/g, '')
    .split(':')
    .forEach((part, index) => {
      sum += parse(part) * 60 ** (2 - index)
    })
  return Number.isSafeInteger(sum) || parse !== Number.parseInt ? sum : text
}

function resolveDate(text: string): CalendarDate | undefined {
  const match = DATE.exec(text)
  if (match === null) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return isCivil(year, month, day) ? new CalendarDate(year, month, day) : undefined
}

function resolveTime(text: string, zone: Zone): Time | undefined {
  const match = TIME.exec(text)
  if (match === null) return undefined
  const number = (index: number): number => Number(match[index] ?? 0)
  const [year, month, day] = [number(1), number(2), number(3)]
  const [hour, minute, second] = [number(4), number(5), number(6)]
  if (month < 1 || month > 12 || day < 1 || day > 31 || minute > 59 || second > 60) return undefined
  if (hour > 24 || (hour === 24 && (minute > 0 || second > 0))) return undefined
  const nanos = Number((match[7] ?? '').slice(0, 9).padEnd(9, '0'))
  const utc = utcTime(year, month, day, hour, minute, second, nanos)
  const suffix = match[8]
  if (suffix === 'Z') return utc
  if (suffix === undefined) return localTime(zone, utc.seconds, nanos)
  // `+123` is twelve hours and three minutes; the sign of `-00:30` is lost. Both as in Psych.
  const [, hours = '0', minutes = '0'] = /^([-+]\d{1,2}):?(\d{0,2})$/.exec(suffix) ?? []
  const whole = Number(hours) * 3600
  const offset = whole < 0 ? whole - Number(minutes) * 60 : whole + Number(minutes) * 60
  if (Math.abs(offset) >= 86400) return undefined
  return new Time(utc.seconds - offset, nanos, offset, null, false)
}
