// The lists of the plugins that come with the program, made of the folders of src/bundled/: all.ts there, the tables of
// docs/plugins-bundled.md, the names in the README. A folder has plugin.ts, and about.json with
//   does      what it does, in one phrase
//   follows   the version of the gem whose output it gives; null for a plugin of Whirl's own
//   more      what it reads besides the keys in its `settings`, if anything
//   differs   where it does otherwise than the gem, if it does
// node tools/bundled-plugins.mjs           writes the lists
// node tools/bundled-plugins.mjs --check   fails where one is not up to date
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = path.resolve(import.meta.dirname, '..')
const isCheck = process.argv.includes('--check')
const stale = []

function put(file, text) {
  const place = path.join(root, file)
  if (fs.existsSync(place) && fs.readFileSync(place, 'utf8') === text) return
  stale.push(file)
  if (!isCheck) fs.writeFileSync(place, text)
}

/** Puts `text` between the lines that end in `<!-- name -->` and the next `<!-- /name -->` of a Markdown file. */
function fill(file, name, text) {
  const all = fs.readFileSync(path.join(root, file), 'utf8')
  const [start, end] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`]
  const from = all.indexOf(start)
  const to = all.indexOf(end)
  if (from === -1 || to < from) throw new Error(`${file} has no place for ${name}`)
  put(file, all.slice(0, from + start.length) + text + all.slice(to))
}

const folders = fs
  .readdirSync(path.join(root, 'src/bundled'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort()
const products = folders.map((folder) => {
  const inFolder = (file) => fs.readFileSync(path.join(root, 'src/bundled', folder, file), 'utf8')
  const exported = /^export const (\w+) = definePlugin\b/m.exec(inFolder('plugin.ts'))?.[1]
  if (exported === undefined) throw new Error(`src/bundled/${folder}/plugin.ts exports no plugin`)
  const about = JSON.parse(inFolder('about.json'))
  const odd = Object.keys(about).find((key) => !['does', 'follows', 'more', 'differs'].includes(key))
  if (odd !== undefined || typeof about.does !== 'string' || about.follows === undefined)
    throw new Error(`src/bundled/${folder}/about.json: ${odd ?? '`does` or `follows` is missing'}`)
  return { folder, exported, about }
})

put(
  'src/bundled/all.ts',
  [
    '// Written by tools/bundled-plugins.mjs from the folders here.',
    "import type { Plugin } from '../plugin-api.ts'",
    ...products.map(({ folder, exported }) => `import { ${exported} } from './${folder}/plugin.ts'`),
    '',
    '/** Every plugin that comes with the program. */',
    'export const BUNDLED: readonly Plugin[] = [',
    ...products.map(({ exported }) => `  ${exported},`),
    ']',
    '',
  ].join('\n'),
)

const { BUILT_IN, ...plugins } = await load([
  "export { BUILT_IN } from './src/plugins/built-in.ts'",
  ...products.map(
    ({ folder, exported }) => `export { ${exported} } from './src/bundled/${folder}/plugin.ts'`,
  ),
])
for (const product of products) product.plugin = plugins[product.exported]

/** What `lines` of TypeScript export. */
async function load(lines) {
  // Below the root, from where packages are found.
  const outfile = path.join(root, `dist/bundled-plugins-${process.pid}.mjs`)
  await build({
    stdin: { contents: lines.join('\n'), resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  })
  try {
    return await import(pathToFileURL(outfile).href)
  } finally {
    fs.rmSync(outfile)
  }
}

/** The properties of a hash that `fragment` describes, which may be one of several forms. */
function propertiesOf(fragment) {
  if (fragment.properties !== undefined) return Object.keys(fragment.properties)
  return (fragment.anyOf ?? []).flatMap(propertiesOf)
}

const code = (names) => names.map((name) => `\`${name}\``).join(', ')

/** `feed`: `path`, `posts_limit`; `gist.noscript`; in front matter `toc` */
function settingsOf({ plugin: { settings = {} }, about: { more } }) {
  const ofConfig = Object.entries(settings.config ?? {}).map(([key, fragment]) => {
    const properties = propertiesOf(fragment)
    if (properties.length === 1) return `\`${key}.${properties[0]}\``
    return properties.length === 0 ? `\`${key}\`` : `\`${key}\`: ${code(properties)}`
  })
  const ofPages = Object.keys(settings.frontMatter ?? {})
  return [
    ...ofConfig,
    ...(ofPages.length === 0 ? [] : [`in front matter ${code(ofPages)}`]),
    ...(more === undefined ? [] : [more]),
  ].join('; ')
}

const row = (cells) => `|${cells.map((cell) => (cell === '' ? ' ' : ` ${cell} `)).join('|')}|\n`

function table(head, rows) {
  return row(head) + row(head.map(() => '---')).replaceAll(' ', '') + rows.map(row).join('')
}

const rows = products
  .map((product) => ({ name: product.plugin.name, product }))
  .sort((a, b) => (a.name < b.name ? -1 : 1))
fill(
  'docs/plugins-bundled.md',
  'plugins',
  table(
    ['plugin', 'what it does', 'follows', 'settings', 'differs from the Ruby plugin'],
    rows.map(({ name, product }) => [
      name,
      product.about.does,
      product.about.follows ?? "Whirl's own",
      settingsOf(product),
      product.about.differs ?? '',
    ]),
  ),
)
fill('docs/plugins-bundled.md', 'built-in', table(['plugin', 'what does its work'], [...BUILT_IN]))
const short = (name) => name.replace(/^jekyll-/, '')
const listed = (own) =>
  rows
    .filter(({ product }) => (product.about.follows === null) === own)
    .map(({ name }) => short(name))
    .filter((name) => name !== 'whirl-theme')
fill('README.md', 'plugins', wrapped(`  ${listed(false).join(', ')}, and with ${listed(true).join(', ')}: `))

/** Lines of at most 120 characters, each as far in as the first. */
function wrapped(text) {
  const indent = /^ */.exec(text)[0]
  const lines = ['']
  for (const word of text.trimStart().split(' ')) {
    const line = lines.at(-1)
    if (line !== '' && indent.length + line.length + 1 + word.length > 120) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines.map((line) => indent + line).join('\n')
}

if (isCheck && stale.length > 0) {
  console.error(`${stale.join(', ')}: not up to date. Run \`npm run generate\`.`)
  process.exit(1)
}
if (!isCheck)
  console.log(`bundled plugins: ${products.length}${stale.length > 0 ? `; wrote ${stale.join(', ')}` : ''}`)
