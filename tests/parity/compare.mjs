/**
 * Compares two built sites file by file: what Jekyll made and what we made.
 *
 * Each file of the reference falls into one class: `same` (equal bytes), `css` (a style sheet that means the same:
 * libsass and Dart Sass space and spell differently), `map` (a source map: nobody reads its exact bytes),
 * `highlight` (only the colouring of code differs), `space` (only white space differs), `differs`, `missing`.
 * Files only the candidate has are `extra`.
 */
import fs from 'node:fs'
import path from 'node:path'

export const CLASSES = ['same', 'css', 'map', 'highlight', 'space', 'differs', 'missing', 'extra']
/** Classes that do not make a site fail. */
export const ACCEPTED = new Set(['same', 'css', 'map'])

const TEXT = /\.(?:html?|xml|json|txt|css|js|md|svg|atom|rss|webmanifest|map|ics|yml|csv)$|^[^.]+$/i

/** Every file below `root`, relative, posix, sorted. */
export function filesBelow(root) {
  if (!fs.existsSync(root)) return []
  return fs
    .readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      path
        .relative(root, path.join(entry.parentPath ?? entry.path, entry.name))
        .split(path.sep)
        .join('/'),
    )
    .sort()
}

/** A style sheet without what does not change its meaning: spacing, comments, colour spelling, leading zeros. */
export function foldCss(css) {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\uFEFF|@charset "[^"]*";/g, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*([{}:;,>+~()!])\s*/g, '$1')
    .replace(/;\}/g, '}')
    .replace(/\b0(\.\d)/g, '$1')
    .replace(/#([0-9a-f])\1([0-9a-f])\2([0-9a-f])\3\b/gi, '#$1$2$3')
    .replace(/"/g, "'")
    .toLowerCase()
    .trim()
}

const withoutTokens = (html) =>
  html.replace(/<pre\b[\s\S]*?<\/pre>/g, (pre) => pre.replace(/<\/?span[^>]*>/g, ''))
const foldSpace = (text) => text.replace(/\s+/g, ' ').replace(/> </g, '><').trim()

/** The class of one file whose bytes are `a` in the reference and `b` in the candidate, and where they part. */
export function classify(file, a, b) {
  if (Buffer.compare(a, b) === 0) return { class: 'same' }
  if (/\.map$/.test(file)) return { class: 'map' }
  if (!TEXT.test(path.basename(file))) return { class: 'differs', at: 'binary content' }
  const [x, y] = [a.toString('utf8'), b.toString('utf8')]
  if (/\.css$/.test(file)) {
    const [p, q] = [foldCss(x), foldCss(y)]
    return p === q ? { class: 'css' } : { class: 'differs', at: firstDifference(p, q) }
  }
  const at = firstDifference(x, y)
  const [p, q] = [withoutTokens(x), withoutTokens(y)]
  if (p === q) return { class: 'highlight', at }
  return { class: foldSpace(p) === foldSpace(q) ? 'space' : 'differs', at }
}

/** Line and surroundings of the first character in which `x` and `y` differ. */
export function firstDifference(x, y) {
  let i = 0
  while (i < x.length && x[i] === y[i]) i++
  const from = Math.max(0, i - 60)
  const line = x.slice(0, i).split('\n').length
  return `line ${line}\n      - ${JSON.stringify(x.slice(from, i + 100))}\n      + ${JSON.stringify(y.slice(from, i + 100))}`
}

/** Compares the trees at `reference` and `candidate`: a class for every file, sorted by path. */
export function compareTrees(reference, candidate) {
  const wanted = filesBelow(reference)
  const known = new Set(wanted)
  const files = wanted.map((file) => {
    const target = path.join(candidate, file)
    if (!fs.existsSync(target) || fs.statSync(target).isDirectory()) return { file, class: 'missing' }
    return { file, ...classify(file, fs.readFileSync(path.join(reference, file)), fs.readFileSync(target)) }
  })
  for (const file of filesBelow(candidate)) if (!known.has(file)) files.push({ file, class: 'extra' })
  return files
}
