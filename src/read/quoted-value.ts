/** What to do about a value with a colon in it, the mistake that titles make most often. */

/** The line of `text` at `offset` with its value in quotes; undefined where it is no `key: value` with a colon in the value. */
export function withQuotes(text: string, offset: number): string | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  const line = text.slice(start, end === -1 ? text.length : end).trim()
  const separator = line.indexOf(': ')
  const value = line.slice(separator + 2).trim()
  if (!/^[\w-]+$/.test(line.slice(0, Math.max(0, separator))) || !/:(?: |$)/.test(value)) return undefined
  const quoted = /["\\]/.test(value) ? `'${value.replaceAll("'", "''")}'` : `"${value}"`
  return /^["'[{|>&*!]/.test(value) ? undefined : `${line.slice(0, separator)}: ${quoted}`
}
