// Typefaces for the theme `whirl`: Fira from its npm packages into themes/whirl/assets/fonts, with their licences. Part
// of the bundle; nothing of it is committed.
// Each face is cut in two: `core` has what English text and code need, so that a first view stays small; `more` has the
// rest of the Latin part. `_includes/css/fonts.css` names the same ranges.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import subset from 'subset-font'

/** `unicode-range` of the small part. */
export const CORE =
  'U+20-7E,U+A0,U+A7,U+B0-B1,U+B5,U+B7,U+D7,U+F7,U+2013-2014,U+2018-2019,U+201C-201D,U+2022,U+2026,U+20AC,U+2122,U+2191,U+2193,U+2212'
/** The other characters of Fontsource's Latin files. */
export const MORE =
  'U+A1-A6,U+A8-AF,U+B2-B4,U+B6,U+B8-D6,U+D8-F6,U+F8-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+2000-2012,U+2015-2017,U+201A-201B,U+201E-2021,U+2023-2025,U+2027-206F,U+2215'

const FACES = [
  ['fira-sans', '400-normal'],
  ['fira-sans', '400-italic'],
  ['fira-sans', '600-normal'],
  ['fira-mono', '400-normal'],
]

const inRange = (range) =>
  range
    .split(',')
    .map((part) =>
      part
        .slice(2)
        .split('-')
        .map((hex) => Number.parseInt(hex, 16)),
    )
    .map(([from, to = from]) =>
      Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join(''),
    )
    .join('')

export async function writeThemeFonts(target) {
  const require = createRequire(import.meta.url)
  const home = (family) => path.dirname(require.resolve(`@fontsource/${family}/package.json`))
  const stamp = path.resolve(import.meta.dirname, '../dist/theme-fonts.txt')
  const wanted = `${FACES.map(([family]) => JSON.parse(fs.readFileSync(path.join(home(family), 'package.json'), 'utf8')).version).join(' ')} ${CORE} ${MORE}\n`
  if (fs.existsSync(target) && fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return
  fs.rmSync(target, { recursive: true, force: true })
  fs.mkdirSync(target, { recursive: true })
  for (const [family, style] of FACES) {
    const file = (script) => path.join(home(family), 'files', `${family}-${script}-${style}.woff2`)
    const latin = fs.readFileSync(file('latin'))
    for (const [part, range] of [
      ['core', CORE],
      ['more', MORE],
    ]) {
      const cut = await subset(latin, inRange(range), { targetFormat: 'woff2', noLayoutClosure: true })
      fs.writeFileSync(path.join(target, `${family}-${style}-${part}.woff2`), cut)
    }
    fs.copyFileSync(file('latin-ext'), path.join(target, `${family}-${style}-ext.woff2`))
  }
  for (const family of ['fira-sans', 'fira-mono'])
    fs.copyFileSync(path.join(home(family), 'LICENSE'), path.join(target, `LICENSE-${family}.txt`))
  fs.mkdirSync(path.dirname(stamp), { recursive: true })
  fs.writeFileSync(stamp, wanted)
}

if (process.argv[1] === import.meta.filename)
  await writeThemeFonts(path.resolve(import.meta.dirname, '../themes/whirl/assets/fonts'))
