/**
 * Where a gem-based theme lies: `vendor/`, an npm package, the program's own, or an installed gem. Nothing is fetched.
 *
 * Of several versions the one that Gemfile.lock names wins, else the newest, as RubyGems chooses.
 */
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { BuildError, type Diagnostic } from '../base/index.ts'
import { type ThemeSource, themeIn } from '../read/index.ts'
import type { Config } from '../site/index.ts'

export interface ThemeSearch {
  /** `GEM_HOME` and `GEM_PATH`, as the environment has them */
  readonly gemHome: string | undefined
  readonly gemPath: string | undefined
  readonly home: string | undefined
}

/** Directories that hold `gems/` on common systems; `*` is one level of any name. */
const GEM_PLACES = [
  '/var/lib/gems/*',
  '/usr/local/bundle',
  '/usr/local/lib/ruby/gems/*',
  '/usr/lib/ruby/gems/*',
  '/usr/lib/*/ruby/gems/*',
  '/usr/share/rubygems-integration/*',
  '/opt/homebrew/lib/ruby/gems/*',
]
const HOME_PLACES = [
  '.local/share/gem/ruby/*',
  '.gem/ruby/*',
  '.rbenv/versions/*/lib/ruby/gems/*',
  '.rvm/gems/*',
]
const SITE_PLACES = ['vendor/bundle/ruby/*', '.bundle/ruby/*']

/** The theme that the configuration names; undefined when it names none. Throws a `BuildError` when it is not there. */
export function findTheme(
  config: Config,
  search: ThemeSearch,
): { theme: ThemeSource | undefined; diagnostics: readonly Diagnostic[] } {
  const name = config.data.get('theme')
  if (name === undefined || name === null || name === false) return { theme: undefined, diagnostics: [] }
  if (typeof name !== 'string') return { theme: undefined, diagnostics: [notText(name)] }
  const folder = folderOf(name, config.source, search)
  if (folder === undefined) throw new BuildError([missing(name)])
  return { theme: themeIn(name, fs.realpathSync(folder), pluginsOf(folder, name)), diagnostics: [] }
}

function folderOf(name: string, source: string, { gemHome, gemPath, home }: ThemeSearch): string | undefined {
  if (!/^[\w.-]+$/.test(name) || /^\.+$/.test(name)) return undefined
  const beside = [path.join(source, 'vendor', name), path.join(source, 'node_modules', name)]
  const near = beside.find(isTheme) ?? builtInTheme(name)
  if (near !== undefined) return near
  const places = [
    ...SITE_PLACES.map((place) => path.join(source, place)),
    ...[gemHome, ...(gemPath ?? '').split(path.delimiter)].filter((place): place is string => Boolean(place)),
    ...(home === undefined ? [] : HOME_PLACES.map((place) => path.join(home, place))),
    ...GEM_PLACES,
  ]
  const found = places.flatMap(expand).flatMap((place) => versionsIn(path.join(place, 'gems'), name))
  const locked = lockedVersion(source, name)
  const wanted = found.filter(({ version }) => version === locked)
  const best = (wanted.length > 0 ? wanted : found).sort((a, b) => compareVersions(b.version, a.version))[0]
  return best?.folder
}

/** A theme that comes with the program, beside its bundle or its sources. */
function builtInTheme(name: string): string | undefined {
  return ['../themes', '../../themes']
    .map((up) => path.join(fileURLToPath(new URL(up, import.meta.url)), name))
    .find(isTheme)
}

/**
 * The plugins a theme works with: those its `package.json` lists under `whirl.plugins`, or the Jekyll plugins among the
 * dependencies in its gemspec, beside its gem or in its folder.
 */
function pluginsOf(folder: string, name: string): string[] {
  const listed = packagePlugins(path.join(folder, 'package.json'))
  if (listed !== undefined) return listed
  const specifications = path.join(folder, '../../specifications', `${path.basename(folder)}.gemspec`)
  const spec = [specifications, path.join(folder, `${name}.gemspec`)].find((file) => fs.existsSync(file))
  if (spec === undefined) return []
  const dependencies = fs
    .readFileSync(spec, 'utf8')
    .matchAll(/\.add_(?:runtime_)?dependency\(?\s*(?:%q<|["'])(jekyll-[\w-]+)/g)
  return [...new Set([...dependencies].map((match) => match[1]!))]
}

function packagePlugins(file: string): string[] | undefined {
  if (!fs.existsSync(file)) return undefined
  try {
    const { whirl } = JSON.parse(fs.readFileSync(file, 'utf8')) as { whirl?: { plugins?: unknown } }
    return Array.isArray(whirl?.plugins) ? whirl.plugins.map(String) : undefined
  } catch {
    // Not JSON: the package's own tools say so.
    return undefined
  }
}

interface Installed {
  readonly version: string
  readonly folder: string
}

function versionsIn(gems: string, name: string): Installed[] {
  if (!fs.existsSync(gems)) return []
  return fs
    .readdirSync(gems)
    .filter((entry) => entry.startsWith(`${name}-`) && /^\d[\w.]*$/.test(entry.slice(name.length + 1)))
    .map((entry) => ({ version: entry.slice(name.length + 1), folder: path.join(gems, entry) }))
}

/** The directories that `place` means: its `*` stand for any one name. */
function expand(place: string): string[] {
  const star = place.indexOf('*')
  if (star === -1) return [place]
  const parent = place.slice(0, star)
  const rest = place.slice(star + 1)
  if (!fs.existsSync(parent)) return []
  return fs.readdirSync(parent).flatMap((entry) => expand(`${parent}${entry}${rest}`))
}

function isTheme(folder: string): boolean {
  return ['_layouts', '_includes', '_sass', 'assets'].some((part) => fs.existsSync(path.join(folder, part)))
}

function lockedVersion(source: string, name: string): string | undefined {
  const lock = path.join(source, 'Gemfile.lock')
  if (!fs.existsSync(lock)) return undefined
  for (const line of fs.readFileSync(lock, 'utf8').split('\n')) {
    const match = /^ {4}(\S+) \(([^)]+)\)\s*$/.exec(line)
    if (match?.[1] === name) return match[2]
  }
  return undefined
}

/** Compares `1.10.0` and `1.9` part by part; a part of letters is a pre-release and comes before a number. */
function compareVersions(a: string, b: string): number {
  const left = a.split('.')
  const right = b.split('.')
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const x = left[i] ?? '0'
    const y = right[i] ?? '0'
    if (x === y) continue
    const numbers = [/^\d+$/.test(x), /^\d+$/.test(y)]
    if (numbers[0] && numbers[1]) {
      if (Number(x) !== Number(y)) return Number(x) - Number(y)
    } else return numbers[0] ? 1 : numbers[1] ? -1 : x < y ? -1 : 1
  }
  return 0
}

function missing(name: string): Diagnostic {
  return {
    code: 'theme/missing',
    severity: 'error',
    message: `The ${name} theme could not be found.`,
    help: `install the gem \`${name}\`, or put the theme's folders in vendor/${name}`,
    trail: ['looked in vendor/, node_modules/, GEM_HOME, GEM_PATH and the places where gems are installed'],
  }
}

function notText(value: unknown): Diagnostic {
  const className = typeof value === 'number' ? 'Integer' : Array.isArray(value) ? 'Array' : 'Hash'
  return {
    code: 'theme/not-text',
    severity: 'warning',
    message: `value of 'theme' in config should be String to use gem-based themes, but got ${className}`,
    trail: [],
  }
}
