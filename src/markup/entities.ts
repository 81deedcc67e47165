/** Entities in HTML text, resolved: HTML 4's names and numbers; others stay as they are written. */
import { HTML4_ENTITIES } from '../base/index.ts'

export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]*));?/g,
    (whole, decimal, hex, name) => {
      const named = name === undefined ? undefined : HTML4_ENTITIES.get(name)
      if (named !== undefined) return String.fromCodePoint(named)
      if (name !== undefined) return whole
      const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
        ? String.fromCodePoint(code)
        : whole
    },
  )
}
