/** The typefaces of social cards, unpacked from their npm package as the bundle does it. */
import fs from 'node:fs'
import path from 'node:path'
import { writeCardFonts } from '../../tools/card-fonts.mjs'
import { makeSite } from '../site-maker.ts'

export function cardFonts(): Record<'400' | '600', { path: string; bytes: Uint8Array }> {
  const { root: folder } = makeSite()
  writeCardFonts(folder)
  const face = (weight: string): { path: string; bytes: Uint8Array } => {
    const file = path.join(folder, `fira-sans-latin-${weight}.ttf`)
    return { path: file, bytes: fs.readFileSync(file) }
  }
  return { '400': face('400'), '600': face('600') }
}
