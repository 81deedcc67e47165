// Typefaces for the theme `whirl`: Fira from its npm packages into themes/whirl/assets/fonts, with their licences. Part
// of the bundle; nothing of it is committed.
// Each face is cut in two: `core` has what English text and code need, so that a first view stays small; `more` has the
// rest of the Latin part. `font-ranges.json` of the plugin has the ranges.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import subset from 'subset-font'

/** `unicode-range` of the small part, and of the other characters of Fontsource's Latin files. */
const { core: CORE, more: MORE } = JSON.parse(
  fs.readFileSync(path.resolve(import.meta.dirname, '../src/bundled/whirl-theme/font-ranges.json'), 'utf8'),
)

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
