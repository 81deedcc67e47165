/**
 * Entities in HTML text, resolved: HTML 4's names with their semicolon, and numbers; other names stay as they are written, and
 * what no XML may hold, or is no number, goes.
 */
import { HTML4_ENTITIES } from '../base/index.ts'

export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#([xX][0-9a-fA-F]*|\d*);?|([A-Za-z][A-Za-z0-9]*);)/g, (whole, number, name) => {
    if (number !== undefined) return characterOf(number)
    const named = HTML4_ENTITIES.get(name)
    return named === undefined ? whole : String.fromCodePoint(named)
  })
}

/** `64`, `x40`; '' of what is no character of XML's. */
function characterOf(number: string): string {
  const code = /^x/i.test(number) ? Number.parseInt(number.slice(1), 16) : Number.parseInt(number, 10)
  const known =
    code >= 32 ? code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) : [9, 10, 13].includes(code)
  return known && code !== 0xfffe && code !== 0xffff ? String.fromCodePoint(code) : ''
}
