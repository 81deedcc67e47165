/** What to do about a value that YAML does not read without quotes, the mistake that titles make most often. */
import { lineCol } from '../base/index.ts'

const KEY = /^([\w-]+):[ \t]+/

/**
 * What to write for the value that stopped the reader of `text` at `offset`; undefined where no quotes would help. Where a
 * quoted value has more behind it, the reader stops at the beginning of all of the keys: it is looked for from there.
 */
export function quotesWanted(text: string, offset: number): string | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const first = lineAt(text, start)
  const colon = colonQuoted(first)
  if (colon !== undefined) return `a value with a colon needs quotes: ${colon}`
  const sign = signQuoted(first)
  if (sign !== undefined) return sign
  for (let at = start; at < text.length; at = text.indexOf('\n', at) + 1) {
    const line = lineAt(text, at)
    if (line === '---' || line === '...') break
    const mended = endQuoted(line)
    if (mended !== undefined)
      return `the value in line ${lineCol(text, at).line} goes on after its end: write ${mended}`
    if (!text.includes('\n', at)) break
  }
  return undefined
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start)
  return text.slice(start, end === -1 ? text.length : end).trim()
}

function colonQuoted(line: string): string | undefined {
  const separator = line.indexOf(': ')
  const value = line.slice(separator + 2).trim()
  if (!/^[\w-]+$/.test(line.slice(0, Math.max(0, separator))) || !/:(?: |$)/.test(value)) return undefined
  return /^["'[{|>&*!]/.test(value) ? undefined : `${line.slice(0, separator)}: ${inQuotes(value)}`
}

/** A value that begins with a sign that YAML has for other things. */
function signQuoted(line: string): string | undefined {
  const key = KEY.exec(line)
  const value = key === null ? '' : line.slice(key[0].length)
  if (!/^(?:[@`%]|- )/.test(value)) return undefined
  return `a value that begins with ${value[0]} needs quotes: ${key![1]}: ${inQuotes(value)}`
}

/** A value that is in quotes or brackets, and has text behind them. */
function endQuoted(line: string): string | undefined {
  const key = KEY.exec(line)
  if (key === null) return undefined
  const value = line.slice(key[0].length)
  const end = value.startsWith('[') ? value.indexOf(']') : quoteEnd(value)
  if (end === -1 || /^\s*(?:#.*|:.*)?$/.test(value.slice(end + 1))) return undefined
  const mark = value[0]!
  const inner = mark !== '[' && value.endsWith(mark) ? value.slice(1, -1) : value
  return `${key[1]}: ${inQuotes(inner)}`
}

/** Where the quotes end that `value` begins with; -1 where it has none, or they do not end. */
function quoteEnd(value: string): number {
  const mark = value[0]
  if (mark !== '"' && mark !== "'") return -1
  for (let at = 1; at < value.length; at++) {
    if (mark === '"' && value[at] === '\\') at++
    else if (value[at] === mark) {
      if (mark === '"' || value[at + 1] !== mark) return at
      at++
    }
  }
  return -1
}

function inQuotes(value: string): string {
  return /["\\]/.test(value) ? `'${value.replaceAll("'", "''")}'` : `"${value}"`
}
