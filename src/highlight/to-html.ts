import type { Token } from './tokens.ts'

/** Tokens as Rouge's HTML formatter prints them: a span per token, none around plain text, `& < >` escaped. */
export function toHtml(tokens: readonly Token[]): string {
  let out = ''
  for (const { cls, text } of tokens) {
    const escaped = escapeHtml(text)
    out += cls === '' ? escaped : `<span class="${cls}">${escaped}</span>`
  }
  return out
}

const SPECIAL = /[&<>]/

/** Rouge escapes no quotes. */
function escapeHtml(text: string): string {
  return SPECIAL.test(text)
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : text
}
