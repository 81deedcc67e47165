/** Times in figures: durations (`30ms`), days and moments (`2014-03`, `2014-03-05T10:00`), bare numbers (`2014`, `3.5`). */
import { civilFromDays, daysFromCivil } from '../../base/index.ts'

export interface Time {
  /** `number` counts in units of its own */
  readonly kind: 'duration' | 'date' | 'number'
  /** seconds, since 1970 for a date; or the number */
  readonly value: number
  /** of a date: until where it lasts, the month or the day that it names */
  readonly until?: number
}

/** In seconds, the shortest first. A year is that of the Julian calendar. */
const UNITS: ReadonlyMap<string, number> = new Map([
  ['ns', 1e-9],
  ['us', 1e-6],
  ['µs', 1e-6],
  ['ms', 1e-3],
  ['s', 1],
  ['min', 60],
  ['h', 3600],
  ['d', 86_400],
  ['y', 31_557_600],
])

const DAY = 86_400
const NUMBER = /^(-?\d{1,15}(?:\.\d{1,9})?)([a-zµ]{0,3})$/
const DATE = /^(\d{4})-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?)?$/

/** The time that `word` is; undefined where it is none. */
export function timeIn(word: string): Time | undefined {
  const number = NUMBER.exec(word)
  if (number !== null) {
    const value = Number(number[1])
    if (number[2] === '') return { kind: 'number', value }
    const unit = UNITS.get(number[2]!.replace('μ', 'µ'))
    return unit === undefined ? undefined : { kind: 'duration', value: value * unit }
  }
  const date = DATE.exec(word)
  if (date === null) return undefined
  const part = (i: number, missing: number): number => (date[i] === undefined ? missing : Number(date[i]))
  const [year, month, day] = [part(1, 1970), part(2, 1), part(3, 1)]
  const [hour, minute, second] = [part(4, 0), part(5, 0), part(6, 0)]
  const days = daysFromCivil(year, month, day)
  const read = civilFromDays(days)
  if (read.month !== month || read.day !== day || hour > 23 || minute > 59 || second > 59) return undefined
  const value = days * DAY + hour * 3600 + minute * 60 + second
  if (date[4] !== undefined) return { kind: 'date', value }
  const next = month === 12 ? daysFromCivil(year + 1, 1, 1) : daysFromCivil(year, month + 1, 1)
  return { kind: 'date', value, until: date[3] === undefined ? next * DAY : value + DAY }
}

/** A year that was written as a number, as a date. */
export function yearAsDate({ kind, value, until }: Time): Time | undefined {
  if (kind === 'date') return until === undefined ? { kind, value } : { kind, value, until }
  if (kind !== 'number' || !Number.isInteger(value) || value < 1 || value > 9999) return undefined
  const start = (year: number): number => daysFromCivil(year, 1, 1) * DAY
  return { kind: 'date', value: start(value), until: start(value + 1) }
}

/** Seconds in the largest unit of which there is at least one: `1.5 ms`, `0 s`. */
export function durationText(seconds: number): string {
  const size = Math.abs(seconds)
  if (size === 0) return '0'
  let [name, unit] = ['ns', 1e-9]
  for (const [each, length] of UNITS)
    if (each !== 'us' && size >= length * (1 - 1e-9)) [name, unit] = [each, length]
  return `${Number((seconds / unit).toPrecision(6))} ${name}`
}
