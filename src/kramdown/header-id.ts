/** Ids made of headers' texts. */
import { DASH, isWord, SPACE, TAB } from './chars.ts'

/** kramdown's id: from the first letter of each line on, only ASCII letters, digits, spaces as dashes. */
export function kramdownId(text: string): string {
  return text
    .replace(/^[^a-zA-Z]+/gm, '')
    .replace(/[^a-zA-Z0-9 -]/g, '')
    .replace(/ /g, '-')
    .toLowerCase()
}

/** GFM's id: word characters of any script, dashes; white space as dashes. */
export function gfmId(text: string): string {
  const lower = text.toLowerCase()
  let out = ''
  let from = 0
  for (let i = 0; i < lower.length; i++) {
    const c = lower.charCodeAt(i)
    if (c > 127) return anyScriptId(lower)
    if (isWord(c) || c === DASH) continue
    out += lower.slice(from, i)
    if (c === SPACE || c === TAB) out += '-'
    from = i + 1
  }
  return from === 0 ? lower : out + lower.slice(from)
}

function anyScriptId(lower: string): string {
  return lower.replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- \t]/gu, '').replace(/[ \t]/g, '-')
}
