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
  const ticks = '`'.repeat(longestRun(code) + 1)
  const room = code.startsWith('`') || code.endsWith('`') ? ' ' : ''
  return `${ticks}${room}${code}${room}${ticks}`
}

/** A block of code with its language. */
export function codeBlock(code: string, language: string): string {
  const fence = '`'.repeat(Math.max(2, longestRun(code)) + 1)
  return `${fence}${language}\n${withoutLastLines(code)}\n${fence}`
}

/** How many backticks stand beside each other at most. */
function longestRun(code: string): number {
  let longest = 0
  for (const [run] of code.matchAll(/`+/g)) longest = Math.max(longest, run.length)
  return longest
}

function withoutLastLines(code: string): string {
  let end = code.length
  while (code[end - 1] === '\n') end--
  return code.slice(0, end)
}
