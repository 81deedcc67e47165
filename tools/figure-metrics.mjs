// The widths of characters that figures are measured with, from the typefaces of the npm packages @fontsource/*:
// src/figures/text/advance-widths.json. Run again, and format it, when those packages are of another
// version.
// A face is a list of runs: the code of a character, then the widths of it and those that follow, in thousandths of an em.
import fs from 'node:fs'
import path from 'node:path'
import { trueType } from './card-fonts.mjs'

const root = path.resolve(import.meta.dirname, '..')
const FACES = {
  sans: ['fira-sans', '400'],
  bold: ['fira-sans', '600'],
  mono: ['fira-mono', '400'],
}
const SCRIPTS = ['latin', 'latin-ext', 'greek', 'cyrillic']

const all = Object.entries(FACES).map(([name, [family, weight]]) => {
  const widths = new Map()
  for (const script of SCRIPTS) {
    const file = `node_modules/@fontsource/${family}/files/${family}-${script}-${weight}-normal.woff`
    for (const [code, width] of widthsIn(trueType(fs.readFileSync(path.join(root, file)))))
      if (!widths.has(code)) widths.set(code, width)
  }
  return `  "${name}": [\n${runsOf(widths)
    .map((run) => `    [${run.join(',')}]`)
    .join(',\n')}\n  ]`
})
fs.writeFileSync(path.join(root, 'src/figures/text/advance-widths.json'), `{\n${all.join(',\n')}\n}\n`)

function runsOf(widths) {
  const runs = []
  let last = -2
  for (const code of [...widths.keys()].sort((a, b) => a - b)) {
    if (code !== last + 1) runs.push([code])
    runs.at(-1).push(widths.get(code))
    last = code
  }
  return runs
}

/** Codes and widths of the characters in a TrueType font: its tables `head`, `hhea`, `hmtx` and `cmap` (format 4). */
function widthsIn(font) {
  const table = (name) => {
    for (let at = 12; at < 12 + font.readUInt16BE(4) * 16; at += 16)
      if (font.toString('latin1', at, at + 4) === name) return font.readUInt32BE(at + 8)
    throw new RangeError(`the typeface has no table '${name}'`)
  }
  const units = font.readUInt16BE(table('head') + 18)
  const count = font.readUInt16BE(table('hhea') + 34)
  const hmtx = table('hmtx')
  const cmap = table('cmap')
  const widths = new Map()
  const start = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, i) => cmap + font.readUInt32BE(cmap + 8 + i * 8),
  ).find((at) => font.readUInt16BE(at) === 4)
  const doubled = font.readUInt16BE(start + 6)
  for (let at = 0; at < doubled; at += 2) {
    const end = font.readUInt16BE(start + 14 + at)
    const first = font.readUInt16BE(start + 16 + doubled + at)
    const delta = font.readUInt16BE(start + 16 + 2 * doubled + at)
    const place = start + 16 + 3 * doubled + at
    const offset = font.readUInt16BE(place)
    for (let code = first; code <= end && code < 0xffff; code++) {
      const found = offset === 0 ? code : font.readUInt16BE(place + offset + (code - first) * 2)
      const glyph = found === 0 ? 0 : (found + delta) & 0xffff
      if (glyph !== 0) {
        const width = font.readUInt16BE(hmtx + Math.min(glyph, count - 1) * 4)
        widths.set(code, Math.round((width * 1000) / units))
      }
    }
  }
  return widths
}
