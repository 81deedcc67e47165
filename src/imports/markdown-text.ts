/** Plain text as Markdown that kramdown reads as the same text. */

const SPECIAL = /[\\`*_[\]|$~]|\{:|&(?=#?\w+;)|</g

/** `text` of a page, its white space made one blank, with what kramdown would take for markup escaped. */
export function escapeMarkdown(text: string): string {
  return text.replace(SPECIAL, (found) => (found === '<' ? '&lt;' : found === '&' ? '&amp;' : `\\${found}`))
}

/** `line` whose beginning would make a heading, a list, a quote or a rule of it. */
export function escapeLineStart(line: string): string {
  const numbered = /^(\d+)\.(?=\s|$)/.exec(line)
  if (numbered !== null) return `${numbered[1]}\\.${line.slice(numbered[0].length)}`
  return /^(?:#|>|:\s|[-+](?:\s|$)|-{3,}|={2,}|\^)/.test(line) ? `\\${line}` : line
}

/** `code` between as many backticks as it needs. */
export function codeSpan(code: string): string {
  const longest = Math.max(0, ...[...code.matchAll(/`+/g)].map(([run]) => run.length))
  const ticks = '`'.repeat(longest + 1)
  const room = code.startsWith('`') || code.endsWith('`') ? ' ' : ''
  return `${ticks}${room}${code}${room}${ticks}`
}

/** A block of code with its language. */
export function codeBlock(code: string, language: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${code.replace(/\n+$/, '')}\n${fence}`
}
