/** Ids made of headers' texts. */

/** kramdown's id: from the first letter on, only ASCII letters, digits, spaces as dashes. */
export function kramdownId(text: string): string {
  return text
    .replace(/^[^a-zA-Z]+/, '')
    .replace(/[^a-zA-Z0-9 -]/g, '')
    .replace(/ /g, '-')
    .toLowerCase()
}

/** GFM's id: word characters of any script, dashes; white space as dashes. */
export function gfmId(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- \t]/gu, '')
    .replace(/[ \t]/g, '-')
}
