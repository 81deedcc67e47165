import { escapeXmlText } from '../base/index.ts'
import type { Token } from './tokens.ts'

/** Tokens as Rouge's HTML formatter prints them: a span per token, none around plain text, `& < >` escaped. */
export function toHtml(tokens: readonly Token[]): string {
  let out = ''
  for (const { cls, text } of tokens) {
    const escaped = escapeXmlText(text)
    out += cls === '' ? escaped : `<span class="${cls}">${escaped}</span>`
  }
  return out
}
