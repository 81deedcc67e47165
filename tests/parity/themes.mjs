/**
 * node tests/parity/themes.mjs --mirror DIR --work DIR [--command "node dist/cli.js"] [--only REGEX] [--show N]
 *
 * Builds the demo sites of public themes with the installed Jekyll and with Whirl, the theme installed as a gem for both,
 * and compares. --mirror holds the repositories' git directories, OWNER+NAME/repo (or …/repo/.git); nothing is fetched,
 * and neither builder has a network. A theme marked `remote` is also built by Whirl as `remote_theme` out of `vendor/`.
 * Prints a row per theme and a last line; ends with 1 when any page differs or a theme could not be built.
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { ACCEPTED, compareTrees } from './compare.mjs'

/**
 * `gem`: files that the gem holds besides the usual folders; `demo`: folder of the demo site, or files of the root that
 * make one up; `settings`: configuration merged last; `drop`: lines taken out of the configuration and the gemspec, which
 * name plugins that Debian does not have or that need a network.
 */
const THEMES = [
  { repo: 'jekyll/minima', ref: 'v2.5.1', name: 'minima', version: '2.5.1' },
  {
    repo: 'just-the-docs/just-the-docs',
    ref: 'v0.9.0',
    name: 'just-the-docs',
    version: '0.9.0',
    gem: ['favicon.ico'],
    drop: /jekyll-github-metadata/,
  },
  { repo: 'pages-themes/cayman', ref: 'v0.2.0', name: 'jekyll-theme-cayman', version: '0.2.0', remote: true },
  {
    repo: 'pages-themes/minimal',
    ref: 'v0.2.0',
    name: 'jekyll-theme-minimal',
    version: '0.2.0',
    remote: true,
  },
  { repo: 'pages-themes/hacker', ref: 'v0.2.0', name: 'jekyll-theme-hacker', version: '0.2.0', remote: true },
  {
    repo: 'mmistakes/jekyll-theme-basically-basic',
    ref: '1.4.5',
    name: 'jekyll-theme-basically-basic',
    version: '1.4.5',
    gem: ['_data'],
    demo: 'docs',
    drop: /jekyll-remote-theme/,
  },
  {
    repo: 'fongandrew/hydeout',
    ref: '05ecba2',
    name: 'jekyll-theme-hydeout',
    version: '4.2.0',
    settings: { gist: { noscript: false } },
  },
  { repo: 'b2a3e8/jekyll-theme-console', ref: '7698390', name: 'jekyll-theme-console', version: '0.4.0' },
  {
    repo: 'riggraz/no-style-please',
    ref: 'fd391cd',
    name: 'no-style-please',
    version: '0.4.7',
    drop: /- jektex|"jektex"/,
  },
]

const PARTS = ['_layouts', '_includes', '_sass', 'assets']

const words = process.argv.slice(2)
const flag = (name, fallback) => {
  const at = words.indexOf(name)
  return at < 0 ? fallback : words.splice(at, 2)[1]
}
const mirror = path.resolve(flag('--mirror', ''))
const work = path.resolve(flag('--work', ''))
const command = flag('--command', 'node dist/cli.js')
  .split(' ')
  .map((word) => (word.includes('/') && fs.existsSync(word) ? path.resolve(word) : word))
const only = new RegExp(flag('--only', ''))
const show = Number(flag('--show', 3))

const run = (line, options) =>
  spawnSync(line[0], line.slice(1), { encoding: 'utf8', maxBuffer: 1 << 28, ...options })
const offline = run(['unshare', '-rn', 'true'], {}).status === 0 ? ['unshare', '-rn'] : []
const gemPath = run(['gem', 'env', 'gempath'], {}).stdout.trim()

function extract(theme, into) {
  const bare = path.join(mirror, theme.repo.replace('/', '+'), 'repo')
  const git = fs.existsSync(path.join(bare, '.git')) ? path.join(bare, '.git') : bare
  if (!fs.existsSync(git)) throw new Error('not in the mirror')
  fs.rmSync(into, { recursive: true, force: true })
  fs.mkdirSync(into, { recursive: true })
  const tar = spawnSync('git', ['--git-dir', git, 'archive', theme.ref], { maxBuffer: 1 << 30 })
  if (tar.status !== 0) throw new Error(String(tar.stderr).trim())
  spawnSync('tar', ['-x', '-C', into], { input: tar.stdout })
}

/** Installs the theme as a gem under `gems` and takes its parts out of the demo site. */
function install(theme, source, gems) {
  const folder = path.join(gems, 'gems', `${theme.name}-${theme.version}`)
  fs.mkdirSync(folder, { recursive: true })
  fs.mkdirSync(path.join(gems, 'specifications'), { recursive: true })
  for (const part of [...PARTS, ...(theme.gem ?? [])]) {
    const from = path.join(source, part)
    if (!fs.existsSync(from)) continue
    fs.cpSync(from, path.join(folder, part), {
      recursive: true,
      preserveTimestamps: true,
      verbatimSymlinks: true,
    })
    if (theme.demo === undefined && part !== 'favicon.ico') fs.rmSync(from, { recursive: true })
  }
  const spec = without(theme.drop, fs.readFileSync(path.join(source, specOf(source)), 'utf8'))
  const needs = [...spec.matchAll(/\.add_(?:runtime_)?dependency[ (]+(["'][^\n]*)/g)].map(([, rest]) =>
    rest.replace(/\)\s*$/, ''),
  )
  const lines = [
    'Gem::Specification.new do |s|',
    `  s.name = "${theme.name}"`,
    `  s.version = "${theme.version}"`,
    '  s.authors = ["A"]',
    '  s.summary = "S"',
    ...needs.map((need) => {
      const [name, ...versions] = need.match(/["'][^"']*["']/g)
      return `  s.add_runtime_dependency(%q<${name.slice(1, -1)}>, [${versions.join(', ') || '">= 0"'}])`
    }),
    'end',
  ]
  fs.writeFileSync(
    path.join(gems, 'specifications', `${theme.name}-${theme.version}.gemspec`),
    lines.join('\n'),
  )
}

const without = (drop, text) =>
  drop === undefined
    ? text
    : text
        .split('\n')
        .filter((line) => !drop.test(line))
        .join('\n')

const specOf = (folder) => fs.readdirSync(folder).find((name) => name.endsWith('.gemspec'))

// Debian's YAML refuses Ruby symbols in a configuration where Jekyll's own reader takes them as strings.
const quoteSymbols = (yaml) =>
  yaml.replace(/^(\s*(?:- )?(?:[\w"'-]+:)?[ \t]+)(:[^\s#"'][^#\n]*?)([ \t]*(?:#.*)?)$/gm, '$1"$2"$3')

function build(builder, source, into, config, env) {
  fs.rmSync(into, { recursive: true, force: true })
  const line = [
    ...offline,
    ...builder,
    'build',
    '--disable-disk-cache',
    '-d',
    into,
    '--config',
    config.join(','),
  ]
  const began = Date.now()
  const done = run(line, { cwd: source, env })
  return { code: done.status, said: `${done.stdout}${done.stderr}`, seconds: (Date.now() - began) / 1000 }
}

function compare(theirs, ours) {
  const files = compareTrees(theirs, ours)
  const pages = files.filter(({ file }) => /\.(html?|xml|json|txt)$/.test(file))
  const bad = files.filter((file) => !ACCEPTED.has(file.class))
  const badPages = bad.filter(({ file }) => /\.(html?|xml|json|txt)$/.test(file))
  return { pages: pages.length, exact: pages.length - badPages.length, bad, files: files.length }
}

// Themes print the year of `now`, which no setting holds still.
const time = `${new Date().toISOString().slice(0, 10)} 01:02:03 +0000`
let pages = 0
let exact = 0
let whole = 0
let rows = 0
for (const theme of THEMES) {
  if (!only.test(theme.repo)) continue
  rows++
  const base = path.join(work, theme.name)
  const repository = path.join(base, 'repository')
  const gems = path.join(base, 'gems')
  try {
    extract(theme, repository)
    fs.rmSync(gems, { recursive: true, force: true })
    install(theme, repository, gems)
  } catch (error) {
    console.log(`${theme.repo.padEnd(42)} skipped: ${error.message}`)
    continue
  }
  const source = path.join(repository, theme.demo ?? '')
  const own = path.join(source, '_config.yml')
  fs.writeFileSync(own, quoteSymbols(without(theme.drop, fs.readFileSync(own, 'utf8'))))
  for (const name of ['Gemfile', 'Gemfile.lock']) fs.rmSync(path.join(source, name), { force: true })
  const settings = {
    time,
    remote_theme: null,
    theme: theme.name,
    ...theme.settings,
  }
  const override = path.join(base, 'override.yml')
  fs.writeFileSync(override, JSON.stringify(settings))
  const env = {
    PATH: process.env.PATH,
    HOME: path.join(work, '.home'),
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
    JEKYLL_ENV: 'production',
    JEKYLL_NO_BUNDLER_REQUIRE: 'true',
    GEM_PATH: `${gems}:${gemPath}`,
    PAGES_REPO_NWO: 'owner/name',
  }
  const theirs = path.join(base, 'jekyll')
  const ours = path.join(base, 'whirl')
  const a = build(['jekyll'], source, theirs, ['_config.yml', override], env)
  if (a.code !== 0) {
    console.log(
      `${theme.repo.padEnd(42)} jekyll failed: ${a.said
        .trim()
        .split('\n')
        .filter((line) => /rror|annot/.test(line))
        .slice(0, 2)
        .join(' | ')
        .slice(0, 400)}`,
    )
    continue
  }
  const b = build(command, source, ours, ['_config.yml', override], env)
  const found = compare(theirs, ours)
  pages += found.pages
  exact += found.exact
  if (found.bad.length === 0 && b.code === 0) whole++
  const times = `${a.seconds.toFixed(1)} s against ${b.seconds.toFixed(1)} s`
  console.log(
    `${`${theme.repo}@${theme.ref}`.padEnd(50)} ${String(found.exact).padStart(3)} of ${String(found.pages).padEnd(3)} pages, ${found.files - found.bad.length} of ${found.files} files  ${times}${b.code === 0 ? '' : `  exit ${b.code}: ${b.said.trim().split('\n').slice(-4).join(' | ').slice(0, 400)}`}`,
  )
  for (const file of found.bad.slice(0, show))
    console.log(`    ${file.class}  ${file.file}${file.at ? `  ${file.at}` : ''}`)
  if (found.bad.length > show) console.log(`    … and ${found.bad.length - show} more`)
  if (theme.remote === true) {
    // As a remote theme: the same files from vendor/, the configuration's other way. `site.theme` is the repository's name.
    const vendor = path.join(source, 'vendor', theme.repo)
    fs.cpSync(path.join(gems, 'gems', `${theme.name}-${theme.version}`), vendor, {
      recursive: true,
      preserveTimestamps: true,
    })
    const remote = path.join(base, 'remote.yml')
    const plugins = ['jekyll-remote-theme', 'jekyll-seo-tag']
    fs.writeFileSync(
      remote,
      JSON.stringify({ ...settings, theme: null, remote_theme: `${theme.repo}@${theme.ref}`, plugins }),
    )
    const third = path.join(base, 'remote')
    const c = build(command, source, third, ['_config.yml', remote], env)
    const again = compare(theirs, third)
    pages += again.pages
    exact += again.exact
    console.log(
      `${'  as remote_theme'.padEnd(50)} ${String(again.exact).padStart(3)} of ${String(again.pages).padEnd(3)} pages, ${again.files - again.bad.length} of ${again.files} files${c.code === 0 ? '' : `  exit ${c.code}: ${c.said.trim().split('\n').slice(-4).join(' | ')}`}`,
    )
    for (const file of again.bad.slice(0, show))
      console.log(`    ${file.class}  ${file.file}${file.at ? `  ${file.at}` : ''}`)
    fs.rmSync(vendor, { recursive: true })
  }
}
console.log(`themes: ${exact} of ${pages} pages exact, ${whole} of ${rows} themes whole`)
process.exit(rows > 0 && exact === pages && whole === rows ? 0 : 1)
