/** Ids made of headers' texts. */

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
  return BEYOND_ASCII.test(lower) ? anyScriptId(lower) : lower.replace(NO_ID, '').replace(BLANK, '-')
}

const BEYOND_ASCII = /[\u0080-\uffff]/
const NO_ID = /[^\w\- \t]+/g
const BLANK = /[ \t]/g

function anyScriptId(lower: string): string {
  return lower.replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- \t]/gu, '').replace(/[ \t]/g, '-')
}
