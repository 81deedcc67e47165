// Bundles the command, the exports, and the packages that only compute (bundle/packages.mjs). Others stay outside, loaded on first
// use.
// The command is a few CommonJS scripts, because only those can start from V8's compiled code (load.cjs).

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import { asFunction, finishPart } from './bundle/finish-part.mjs'
import { bundlePackages } from './bundle/packages.mjs'
import {
  languagesByName,
  loadedLater,
  MAIN,
  packages,
  partsLater,
  pluginsByName,
  restIsMain,
  sharing,
  takenFromMain,
} from './bundle/parts.mjs'
import { writeCardFonts } from './card-fonts.mjs'
import { writeThemeFonts } from './theme-fonts.mjs'

const pkg = JSON.parse(fs.readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

/** A digest of all that the program is made of. */
function digestOfSources() {
  const hash = createHash('sha256')
  const sources = fs.readdirSync('src', { recursive: true, encoding: 'utf8' }).sort()
  for (const file of ['package-lock.json', ...sources.map((name) => path.join('src', name))])
    if (fs.existsSync(file) && fs.statSync(file).isFile())
      hash.update(`${file}\0`).update(fs.readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}
const shared = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  outdir: 'dist',
  packages: 'external',
  define: { WHIRL_VERSION: JSON.stringify(pkg.version), WHIRL_BUILD: JSON.stringify(digestOfSources()) },
  legalComments: 'none',
  logLevel: 'warning',
}

/** The loader, which knows by a digest what it loads. */
function writeLoader() {
  const hash = createHash('sha256')
  for (const folder of ['dist', 'dist/packages'])
    for (const file of fs
      .readdirSync(folder)
      .filter((name) => name.endsWith('.cjs'))
      .sort())
      hash.update(`${file}\0`).update(fs.readFileSync(path.join(folder, file)))
  const text = fs.readFileSync('tools/load.cjs', 'utf8')
  const digest = JSON.stringify(hash.digest('hex').slice(0, 16))
  fs.writeFileSync(
    'dist/load.cjs',
    text.replace("BUILD = 'unbundled'", () => `BUILD = ${digest}`),
  )
}

const entries = {
  index: 'src/index.ts',
  testing: 'src/testing.ts',
  liquid: 'src/liquid/index.ts',
  kramdown: 'src/kramdown/index.ts',
  highlight: 'src/highlight/index.ts',
  figures: 'src/figures/index.ts',
}
const present = Object.fromEntries(Object.entries(entries).filter(([, file]) => fs.existsSync(file)))
// what the sweep leaves is nobody's: the package holds all of dist
fs.rmSync('dist/chunks', { recursive: true, force: true })
for (const entry of fs.existsSync('dist') ? fs.readdirSync('dist', { withFileTypes: true }) : [])
  if (entry.isFile() || entry.name.startsWith('sweep'))
    fs.rmSync(path.join('dist', entry.name), { recursive: true })
await build({
  ...shared,
  entryPoints: present,
  outExtension: { '.js': '.mjs' },
  splitting: true,
  define: { ...shared.define, WHIRL_LOADER: JSON.stringify('./load.cjs') },
  // Beside the others, as what loads packages looks for its loader there.
  chunkNames: 'chunk-[hash]',
})

// Scripts that name a file of dist/ import it by its old name, which is CommonJS here (see dist/package.json).
await build({
  ...shared,
  entryPoints: present,
  format: 'cjs',
  minifySyntax: true,
  minifyWhitespace: true,
  banner: { js: "const WHIRL_URL=require('node:url').pathToFileURL(__filename).href;" },
  define: { ...shared.define, 'import.meta.url': 'WHIRL_URL', WHIRL_LOADER: JSON.stringify('./load.cjs') },
})

const later = partsLater()
const script = {
  ...shared,
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  // Short names, too: the text is read and its compiled code taken over by each start.
  minify: true,
  external: ['whirl:load'],
  banner: { js: "const WHIRL_URL=require('node:url').pathToFileURL(__filename).href;" },
  define: { ...shared.define, 'import.meta.url': 'WHIRL_URL', WHIRL_LOADER: JSON.stringify('./load.cjs') },
}
await build({ ...script, entryPoints: { start: 'src/cli/start.ts' }, plugins: [restIsMain(), packages()] })
await build({
  ...script,
  stdin: { contents: MAIN, resolveDir: '.' },
  outdir: undefined,
  outfile: 'dist/whirl.cjs',
  plugins: [sharing(), pluginsByName(), loadedLater(later), packages()],
})
for (const [name, file] of later)
  await build({
    ...script,
    entryPoints: { [name]: `src/${file}` },
    plugins: [takenFromMain(), languagesByName(), packages()],
  })
for (const name of ['start', 'whirl', ...later.keys()]) {
  const file = `dist/${name}.cjs`
  fs.writeFileSync(file, asFunction(finishPart(fs.readFileSync(file, 'utf8'))))
}
await bundlePackages('dist/packages')
writeCardFonts('dist/fonts')
await writeThemeFonts('themes/whirl/assets/fonts')
writeLoader()
fs.copyFileSync('tools/launcher.cjs', 'dist/cli.js')
// The code that stands for Jekyll and Liquid in Ruby.
fs.cpSync('src/ruby/layer', 'dist/ruby/layer', { recursive: true })
// Node starts a CommonJS script without its loader of ES modules, which takes a tenth of its time.
fs.writeFileSync('dist/package.json', '{ "type": "commonjs" }\n')
fs.mkdirSync('dist/types', { recursive: true })
fs.writeFileSync('dist/types/package.json', '{ "type": "module" }\n')
fs.chmodSync('dist/cli.js', 0o755)

fs.rmSync('dist/code-cache', { recursive: true, force: true })
// What is packed has no compiled code: it would be another's, of another V8.
if (!process.argv.includes('--packed')) recordCode()

/** Leaves compiled code beside the program, as the first build does, of what most builds go through. */
function recordCode() {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'whirl-bundle-'))
  const styles = path.join(scratch, 'styles')
  fs.mkdirSync(styles)
  fs.copyFileSync('tools/record-code.scss', path.join(styles, 'main.scss'))
  const output = path.join(scratch, 'output')
  // A site with the plugins that sites have most.
  const common = path.join(scratch, 'common')
  fs.mkdirSync(path.join(common, '_posts'), { recursive: true })
  const plugins = [
    'archives',
    'feed',
    'gist',
    'include-cache',
    'last-modified-at',
    'mentions',
    'optional-front-matter',
  ]
  plugins.push(
    'paginate',
    'readme-index',
    'redirect-from',
    'relative-links',
    'seo-tag',
    'sitemap',
    'titles-from-headings',
  )
  const names = [...plugins.map((name) => `jekyll-${name}`), 'jemoji'].join(', ')
  fs.writeFileSync(
    path.join(common, '_config.yml'),
    `title: Common\nurl: https://a.example\nplugins: [${names}]\n`,
  )
  fs.writeFileSync(path.join(common, 'index.md'), '---\n---\n{% seo %}\n\n# Hi @a :+1: [b](b.md)\n')
  fs.writeFileSync(path.join(common, '_posts/2020-01-01-b.md'), '---\ntags: [a]\n---\nText\n')
  const sheet = path.join(styles, 'main.scss')
  for (const words of [
    ['build', '--quiet', '--disable-disk-cache', '--source', 'examples/blog', '--destination', output],
    ['build', '--quiet', '--disable-disk-cache', '--source', common, '--destination', output],
    ['sass', sheet],
    ['sass-embedded', sheet],
    ['sass-embedded-1.78', sheet],
  ]) {
    const recorded = spawnSync(process.execPath, ['tools/record-code.mjs', ...words], { encoding: 'utf8' })
    // Without it the command works all the same, only starts more slowly.
    if (recorded.status !== 0)
      console.warn(`bundle: no compiled code of ${words[0]} kept: ${recorded.stderr.trim().split('\n')[0]}`)
  }
  fs.rmSync(scratch, { recursive: true, force: true })
}
