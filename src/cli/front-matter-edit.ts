/**
 * Changing single fields of a file's front matter. Everything else stays as its writer left it: comments, quotes, order.
 * (jekyll-compose writes the whole front matter anew and drops comments.)
 */
import { yamlField } from './yaml-text.ts'

const HEADER = /^(?:\ufeff)?---[ \t]*\r?\n/

/** The front matter of `text` without its fences, and where it stands; undefined when there is none. */
function headerOf(text: string): { start: number; end: number } | undefined {
  const opening = HEADER.exec(text)
  if (opening === null) return undefined
  const start = opening[0].length
  for (let at = start; at <= text.length; ) {
    const stop = text.indexOf('\n', at)
    const line = text.slice(at, stop === -1 ? text.length : stop).trimEnd()
    if (line === '---' || line === '...') return { start, end: at }
    if (stop === -1) return undefined
    at = stop + 1
  }
  return undefined
}

/** Whether the front matter of `text` has the field `key` at its top. */
export function hasField(text: string, key: string): boolean {
  const header = headerOf(text)
  return header !== undefined && fieldAt(text, header, key) !== undefined
}

/**
 * `text` with the front matter field `key` set to `value`, in its place or at the end; `undefined` takes the field away.
 * The line ends are the text's own.
 * A text without front matter stays as it is.
 */
export function withField(text: string, key: string, value: string | undefined): string {
  const header = headerOf(text)
  if (header === undefined) return text
  const field = fieldAt(text, header, key)
  const unix = value === undefined ? '' : yamlField(key, value)
  const written = text.startsWith('\r\n', header.start - 2) ? unix.replaceAll('\n', '\r\n') : unix
  const [from, to] = field ?? [header.end, header.end]
  return text.slice(0, from) + written + text.slice(to)
}

/** From where to where the field `key` reaches: its line, and the deeper or blank ones below it. */
function fieldAt(
  text: string,
  { start, end }: { start: number; end: number },
  key: string,
): readonly [number, number] | undefined {
  let from: number | undefined
  for (let at = start; at < end; ) {
    const stop = text.indexOf('\n', at) + 1
    const line = text.slice(at, stop)
    if (from !== undefined && /^\S/.test(line) && !/^-\s/.test(line)) return [from, at]
    if (from === undefined && isField(line, key)) from = at
    at = stop
  }
  return from === undefined ? undefined : [from, end]
}

function isField(line: string, key: string): boolean {
  return [key, `"${key}"`, `'${key}'`].some(
    (name) => line.startsWith(name) && /^\s*:(?:\s|$)/.test(line.slice(name.length)),
  )
}
