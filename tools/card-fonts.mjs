// Typefaces for social cards and pictures of figures: Fira from its npm packages, unpacked from WOFF to TrueType (the renderer reads no
// WOFF) into dist/fonts with its licence. Part of the bundle; nothing of it is committed.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import zlib from 'node:zlib'

const SCRIPTS = ['latin', 'latin-ext', 'cyrillic', 'greek']
const WEIGHTS = ['400', '600']

export function writeCardFonts(target) {
  const from = path.dirname(createRequire(import.meta.url).resolve('@fontsource/fira-sans/package.json'))
  fs.mkdirSync(target, { recursive: true })
  for (const script of SCRIPTS)
    for (const weight of WEIGHTS) {
      const packed = fs.readFileSync(path.join(from, `files/fira-sans-${script}-${weight}-normal.woff`))
      fs.writeFileSync(path.join(target, `fira-sans-${script}-${weight}.ttf`), trueType(packed))
    }
  fs.copyFileSync(path.join(from, 'LICENSE'), path.join(target, 'LICENSE-fira-sans.txt'))
  writeMono(target)
}

/** Fira Mono, for pictures of figures. */
function writeMono(target) {
  const from = path.dirname(createRequire(import.meta.url).resolve('@fontsource/fira-mono/package.json'))
  for (const script of ['latin', 'latin-ext']) {
    const packed = fs.readFileSync(path.join(from, `files/fira-mono-${script}-400-normal.woff`))
    fs.writeFileSync(path.join(target, `fira-mono-${script}-400.ttf`), trueType(packed))
  }
  fs.copyFileSync(path.join(from, 'LICENSE'), path.join(target, 'LICENSE-fira-mono.txt'))
}

/** The font inside a WOFF 1.0 file: its tables, inflated, behind a directory of their own. */
export function trueType(woff) {
  const count = woff.readUInt16BE(12)
  const tables = []
  let at = 12 + count * 16
  for (let i = 0; i < count; i++) {
    const entry = 44 + i * 20
    const [offset, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(entry + field))
    const bytes = woff.subarray(offset, offset + packed)
    tables.push({ entry, at, length, bytes: packed < length ? zlib.inflateSync(bytes) : bytes })
    at += (length + 3) & ~3
  }
  const font = Buffer.alloc(at)
  const power = Math.floor(Math.log2(count))
  woff.copy(font, 0, 4, 8)
  font.writeUInt16BE(count, 4)
  font.writeUInt16BE(16 << power, 6)
  font.writeUInt16BE(power, 8)
  font.writeUInt16BE(count * 16 - (16 << power), 10)
  tables.forEach(({ entry, at: start, length, bytes }, i) => {
    const row = 12 + i * 16
    woff.copy(font, row, entry, entry + 4)
    woff.copy(font, row + 4, entry + 16, entry + 20)
    font.writeUInt32BE(start, row + 8)
    font.writeUInt32BE(length, row + 12)
    bytes.copy(font, start)
  })
  return font
}
