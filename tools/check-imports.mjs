// Modules are walls: who may import whom, as one table, and the five rules of ARCHITECTURE.md. Part of `npm run check`.
import fs from 'node:fs'
import path from 'node:path'

const MAY_IMPORT = {
  base: [],
  liquid: ['base'],
  kramdown: ['base'],
  highlight: ['base'],
  figures: ['base'],
  markup: ['base'],
  site: ['base'],
  plugins: ['base', 'liquid', 'site'],
  bundled: [],
  read: ['base', 'site'],
  render: ['base', 'liquid', 'kramdown', 'highlight', 'markup', 'figures', 'site', 'plugins'],
  builder: ['base', 'liquid', 'site', 'plugins', 'read', 'render'],
  doctor: ['base', 'site', 'plugins', 'read', 'builder'],
  check: ['base', 'site'],
  schema: [],
  serve: ['base', 'site', 'builder'],
  cli: ['base', 'highlight', 'site', 'plugins', 'bundled', 'builder', 'doctor', 'check', 'schema', 'serve'],
}
// What plugins find under `whirl-blog`: handed to a site's plugins by builder/, and all that bundled/ is made of.
const PLUGIN_API = 'plugin-api.ts'
const PLUGIN_API_READERS = new Set(['builder', 'bundled'])
const DISK = new Set(['read', 'builder', 'doctor', 'serve', 'cli'])
// One adapter file per third-party package.
const ADAPTERS = {
  '@shikijs/langs': 'highlight/shiki.ts',
  '@shikijs/engine-javascript': 'highlight/shiki.ts',
  '@shikijs/vscode-textmate': 'highlight/shiki.ts',
  send: 'serve/send-file.ts',
  ws: 'serve/live-reload.ts',
  chokidar: 'serve/watch.ts',
  sass: 'render/converters/sass.ts',
  'markdown-it': 'render/converters/commonmark.ts',
  katex: 'render/converters/katex.ts',
  'smol-toml': 'read/toml.ts',
  htmlparser2: 'check/page-facts.ts',
  saxes: 'check/xml.ts',
  coffeescript: 'bundled/coffeescript/plugin.ts',
  '@primer/octicons': 'bundled/octicons/shapes.ts',
  pagefind: 'bundled/search/pagefind.ts',
  '@resvg/resvg-js': 'bundled/social-cards/card-image.ts',
  jiti: 'builder/plugins/run-module.ts',
  undici: 'builder/theme/download.ts',
  'modern-tar': 'builder/theme/unpack.ts',
}

const root = path.resolve(import.meta.dirname, '../src')
const problems = []
const graph = new Map()
const files = fs
  .readdirSync(root, { recursive: true })
  .map((f) => String(f).split(path.sep).join('/'))
  .filter((f) => f.endsWith('.ts'))

for (const file of files) {
  const moduleName = file.includes('/') ? file.split('/')[0] : ''
  const text = fs.readFileSync(path.join(root, file), 'utf8')
  const say = (what, why) => problems.push(`src/${file}: ${what}\n    ${why}`)
  const edges = []
  graph.set(file, edges)
  const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  for (const [, from, dynamic] of code.matchAll(
    /^\s*(?:import|export)\b(?:[^'"`;(=]*?\bfrom)?\s*['"]([^'"\n]+)['"]|import\(\s*['"]([^'"]+)['"]/gm,
  )) {
    const target = from ?? dynamic
    if (target.startsWith('node:')) {
      if (/^node:fs/.test(target) && !DISK.has(moduleName))
        say(
          `imports ${target}`,
          'only read/, builder/, doctor/, serve/ and cli/ touch the disk: pass the text in',
        )
      continue
    }
    if (!target.startsWith('.')) {
      const name = target.startsWith('@') ? target.split('/').slice(0, 2).join('/') : target.split('/')[0]
      if (ADAPTERS[name] !== file)
        say(
          `imports the package ${name}`,
          `third-party code goes through one adapter: ${ADAPTERS[name] ?? 'name it in tools/check-imports.mjs'}`,
        )
      continue
    }
    const to = path.posix.join(path.posix.dirname(file), target)
    const toModule = to.includes('/') ? to.split('/')[0] : ''
    const product = /^bundled\/[^/]+\//.exec(file)?.[0]
    if (product !== undefined && toModule === 'bundled' && !to.startsWith(product))
      say(
        `imports ${to}`,
        `a product imports its own files and ${PLUGIN_API}, so that it could be a package of its own`,
      )
    // A product's adapter loads its package through base's door.
    if (product !== undefined && to === 'base/index.ts' && Object.values(ADAPTERS).includes(file)) continue
    if (moduleName === '' || (to === PLUGIN_API && PLUGIN_API_READERS.has(moduleName))) continue
    if (toModule !== moduleName) {
      if (!MAY_IMPORT[moduleName]?.includes(toModule))
        say(
          `imports ${to}`,
          `${moduleName}/ may import only: ${MAY_IMPORT[moduleName]?.join(', ') || 'nothing of ours'}`,
        )
      if (to !== `${toModule}/index.ts`)
        say(`imports ${to}`, `across modules import only ${toModule}/index.ts: export what you need there`)
    } else {
      if (to === `${moduleName}/index.ts`)
        say('imports its own index.ts', 'import the file that defines it, or a cycle appears')
      edges.push(to)
    }
  }
  if (
    !/^(cli\/|builder\/worker)/.test(file) &&
    /\b(process\.(?!env\.VITEST)|console\.(?:log|error|warn|info|debug)\b)/.test(code)
  )
    say('uses process or console', 'only cli/ prints, exits and reads the environment: return a value')
  if (file !== 'base/clock.ts' && /\bDate\.now\(|\bnew Date\(\s*\)/.test(code))
    say('asks the time', 'only base/clock.ts does: take a Time as an argument')
}

const state = new Map()
const visit = (file, trail) => {
  if (state.get(file) === 'done') return
  if (state.get(file) === 'open') {
    problems.push(
      `cycle: ${[...trail.slice(trail.indexOf(file)), file].join(' -> ')}\n    move what both need into types.ts or a third file`,
    )
    return
  }
  state.set(file, 'open')
  for (const to of graph.get(file) ?? []) visit(to, [...trail, file])
  state.set(file, 'done')
}
for (const file of files) visit(file, [])

if (problems.length > 0) {
  console.error(problems.join('\n'))
  console.error(`imports: ${problems.length} problems in ${files.length} files`)
  process.exit(1)
}
console.log(`imports: ${files.length} files, no problem`)
const largest = files
  .map((file) => [fs.readFileSync(path.join(root, file), 'utf8').split('\n').length - 1, file])
  .sort((a, b) => b[0] - a[0])
  .slice(0, 10)
console.log(`largest: ${largest.map(([n, f]) => `${f} ${n}`).join(', ')}`)
