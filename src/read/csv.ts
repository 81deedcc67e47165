/**
 * Comma-separated values as Ruby's CSV reads them: empty fields are nil unless quoted, quotes only around a whole
 * field, one line end for the whole file. Own code because of these rules; libraries are more forgiving.
 */
import { dateOfTime, parseDate, type Time, toFloat, toInteger, type Value, type Zone } from '../base/index.ts'

/** `message` is Ruby's, which counts rows: `Illegal quoting in line 2.` */
export class MalformedCsv extends Error {
  constructor(
    message: string,
    row: number,
    /** line of the text, from 1 */
    readonly line: number,
  ) {
    super(`${message} in line ${row}.`)
  }
}

interface CsvOptions {
  readonly separator: string
  /** rows become hashes with the first row's fields as keys; otherwise arrays */
  readonly headers: boolean
  /** names of Ruby's converters: integer, float, numeric, date, date_time, all */
  readonly converters: readonly string[]
  readonly zone: Zone
  readonly time: Time
}

/** The rows of `text`. Throws MalformedCsv. */
export function parseCsv(text: string, options: CsvOptions): readonly Value[] {
  const rows = rowsOf(text, options.separator)
  const convert = converter(options)
  if (!options.headers) return rows.map((row) => row.map(convert))
  const [header = [], ...others] = rows
  return others.map((row) => rowHash(header, row, convert))
}

/** A field: nil, or text that was quoted or not. */
type Field = string | null

function rowHash(header: readonly Field[], row: readonly Field[], convert: (field: Field) => Value): Value {
  const hash = new Map<Value, Value>()
  const length = Math.max(header.length, row.length)
  for (let i = 0; i < length; i++) {
    const key = header[i] ?? null
    if (!hash.has(key)) hash.set(key, convert(row[i] ?? null))
  }
  return hash
}

function rowsOf(text: string, separator: string): Field[][] {
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
  const rows: Field[][] = []
  let at = 0
  let line = 1
  while (at < text.length) {
    const row: Field[] = []
    for (;;) {
      const place = { row: rows.length + 1, line }
      const field = text[at] === '"' ? quoted(text, at, place) : plain(text, at, separator, lineEnd, place)
      row.push(field.value)
      at = field.end
      line = field.line
      if (text[at] === separator) {
        at++
        continue
      }
      break
    }
    if (at < text.length && !text.startsWith(lineEnd, at))
      throw new MalformedCsv("Any value after quoted field isn't allowed", rows.length + 1, line)
    at += lineEnd.length
    line++
    rows.push(row.length === 1 && row[0] === null ? [] : row)
  }
  return rows
}

interface Scanned {
  readonly value: Field
  readonly end: number
  readonly line: number
}

interface CsvCell {
  readonly row: number
  readonly line: number
}

function quoted(text: string, start: number, { row, line }: CsvCell): Scanned {
  let value = ''
  for (let at = start + 1; ; ) {
    const quote = text.indexOf('"', at)
    if (quote === -1) throw new MalformedCsv('Unclosed quoted field', row, line)
    value += text.slice(at, quote)
    if (text[quote + 1] !== '"') return { value, end: quote + 1, line: line + value.split('\n').length - 1 }
    value += '"'
    at = quote + 2
  }
}

function plain(
  text: string,
  start: number,
  separator: string,
  lineEnd: string,
  { row, line }: CsvCell,
): Scanned {
  let end = start
  for (; end < text.length; end++) {
    const char = text[end]
    if (char === separator || (char === lineEnd[0] && text.startsWith(lineEnd, end))) break
    if (char === '"') throw new MalformedCsv('Illegal quoting', row, line)
    if (char === '\r' || char === '\n') {
      const found = /[\r\n]+/y
      found.lastIndex = end
      const run = found.exec(text)?.[0] ?? ''
      const first = run.startsWith('\r\n') ? '\r\n' : run.slice(0, 1)
      const message =
        end === start
          ? `New line must be <${JSON.stringify(lineEnd)}> not <${JSON.stringify(first)}>`
          : `Unquoted fields do not allow new line <${JSON.stringify(first)}>`
      throw new MalformedCsv(message, row, line)
    }
  }
  return { value: end === start ? null : text.slice(start, end), end, line }
}

function converter({ converters, zone, time }: CsvOptions): (field: Field) => Value {
  const all = converters.includes('all')
  const numeric = all || converters.includes('numeric')
  const integer = numeric || converters.includes('integer')
  const float = numeric || converters.includes('float')
  const date = all || converters.includes('date') || converters.includes('date_time')
  if (!integer && !float && !date) return (field) => field
  return (field) => {
    if (field === null) return null
    if (integer && /^\s*[-+]?\d+\s*$/.test(field)) return toInteger(BigInt(field.trim().replace('+', '')))
    if (float && /^\s*[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?\s*$/.test(field)) return toFloat(Number(field))
    if (date && /^\d{4}-\d\d?-\d\d?$/.test(field)) {
      const parsed = parseDate(field, zone, time)
      if (parsed !== undefined) return dateOfTime(parsed)
    }
    return field
  }
}
