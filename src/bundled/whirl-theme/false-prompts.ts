/**
 * Sessions in which the lexer takes a line of output for a prompt, since a `>` is in it: `10.0.0.1.1234 > 10.0.0.2.80`.
 * A prompt that ends so has no blank in it (`mysql>`, `router1>`), but for what environments and PowerShell put before it.
 */
import { textIn } from './tag.ts'

const PROMPT = /^((?:<\/span>)*)<span class="gp">([^<]*&gt;)<\/span>(.*)$/
const BEFORE = /^(?:\([^()]*\) |PS )/

/** `inner`, a coloured session, whose false prompts are output. */
export function withoutFalsePrompts(inner: string): string {
  if (!inner.includes('&gt;</span>')) return inner
  return inner.split('\n').map(lineOf).join('\n')
}

function lineOf(line: string): string {
  const [, before = '', prompt = '', rest = ''] = PROMPT.exec(line) ?? []
  if (!/\s/.test(prompt.replace(BEFORE, '')) || !isWhole(rest)) return line
  return `${before}<span class="go">${prompt}${textIn(rest)}</span>`
}

/** Whether all spans of a line end in it. */
function isWhole(html: string): boolean {
  return html.split('<span').length === html.split('</span>').length
}
