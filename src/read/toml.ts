/** TOML configurations. The only file that knows smol-toml. */
import { parse, TomlDate, TomlError } from 'smol-toml'
import { parseTime, Time, toFloat, toInteger, type Value, type Zone } from '../base/index.ts'

/** Why and where a text is no TOML. */
export class TomlProblem extends Error {
  constructor(
    message: string,
    readonly line: number,
    readonly column: number,
  ) {
    super(message)
  }
}

/** Characters of a text. smol-toml 1.4 looks for a dot behind each key, up to the end of the text where there is none. */
const LARGEST_TOML = 250_000

/** The table a TOML text holds. Dates become times in the offset they are written
 * with, as Jekyll's TOML reader makes them; a time of day is one of 1970-01-01. Throws TomlProblem. */
export function parseToml(text: string, zone: Zone): Value {
  if (text.length > LARGEST_TOML)
    throw new TomlProblem(
      `a configuration in TOML may have ${LARGEST_TOML} characters, and this one has ${text.length}`,
      1,
      1,
    )
  try {
    return fromToml(parse(text, { integersAsBigInt: true }), zone)
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    throw new TomlProblem(error.message.split('\n')[0] ?? error.message, error.line, error.column)
  }
}

function fromToml(value: unknown, zone: Zone): Value {
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'bigint') return toInteger(value)
  if (typeof value === 'number') return toFloat(value)
  if (Array.isArray(value)) return value.map((item) => fromToml(item, zone))
  if (value instanceof TomlDate) return timeOf(value, zone)
  if (typeof value !== 'object' || value === null) return null
  return new Map<Value, Value>(Object.entries(value).map(([key, item]) => [key, fromToml(item, zone)]))
}

function timeOf(date: TomlDate, zone: Zone): Time {
  const epoch = new Time(0, 0, 0, 'UTC')
  const time = parseTime(date.toISOString(), zone, epoch)
  return time.utc ? new Time(time.seconds, time.nanos, 0, null, false) : time
}
