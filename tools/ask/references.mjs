/**
 * The references: what is asked, and where it is found. Debian's Jekyll is the command `jekyll`; another stands where
 * a variable of the environment says, so no place of a machine is written here.
 */
import { spawnSync } from 'node:child_process'
import os from 'node:os'
import path from 'node:path'

/** Where single libraries lie, by name and version: `rouge/4.7.0/lib`, `liquid/4.0.4/lib` … */
const GEMS = 'WHIRL_GEMS'

/** A Jekyll with all that belongs to it. `compat` is how Whirl is told to be the same. */
const JEKYLLS = {
  bookworm: {
    is: 'Debian 12: Jekyll 4.3.1, Liquid 5.4.0, kramdown 2.4.0, Rouge 3.30.0, Psych, libsass',
    version: '4.3',
    kramdown: '2.4',
    compat: 'jekyll-4.3',
  },
  stock: {
    is: 'gem install jekyll: Jekyll 4.4.1, Liquid 4.0.4, kramdown 2.5.2, Rouge 4.7.0, SafeYAML, Dart Sass',
    version: '4.4',
    kramdown: '2.5',
    compat: 'jekyll-4.4',
    variable: 'WHIRL_STOCK',
  },
}

/** Libraries that run under Debian's Jekyll in place of its own: the release that stands for a version. */
const LIBRARIES = {
  rouge: { 3.26: '3.26.0', 4.1: '4.1.3', 4.5: '4.5.1', 4.7: '4.7.0', 5.1: '5.1.0' },
  liquid: { '4.0': '4.0.4' },
  kramdown: { 1.17: '1.17.0', 2.3: '2.3.2', 2.5: '2.5.2' },
}

/** Name -> what it is. */
export const REFERENCES = new Map([
  ...Object.entries(JEKYLLS).map(([name, { is, variable }]) => [
    name,
    variable === undefined ? is : `${is} (${variable}: a command that takes jekyll's arguments)`,
  ]),
  ...Object.entries(LIBRARIES).flatMap(([library, releases]) =>
    Object.entries(releases).map(([version, release]) => [
      `${library}-${version}`,
      `bookworm with ${library} ${release} (${GEMS}: the folder that holds ${library}/${release}/lib)`,
    ]),
  ),
])

/** The environment of whatever is asked or built: UTC, a UTF-8 locale, nothing of Bundler's. */
export const ENVIRONMENT = {
  PATH: process.env.PATH,
  // What Ruby adds to a message of its own: the line of Jekyll's source, methods with a similar name.
  RUBYOPT: '--disable=error_highlight --disable=did_you_mean',
  HOME: os.tmpdir(),
  LC_ALL: 'C.UTF-8',
  TZ: 'UTC',
  JEKYLL_NO_BUNDLER_REQUIRE: 'true',
}

/** The reference called `name`: `command` as words, and `env`. */
export function referenceAt(name) {
  if (!REFERENCES.has(name))
    throw new Error(`no reference ${name}; there are: ${[...REFERENCES.keys()].join(', ')}`)
  const jekyll = JEKYLLS[name]
  if (jekyll !== undefined) {
    const { variable } = jekyll
    const command = variable === undefined ? 'jekyll' : wanted(variable, name)
    return { name, command: [command], env: ENVIRONMENT }
  }
  const [library, version] = name.split('-')
  const lib = path.join(wanted(GEMS, name), library, LIBRARIES[library][version], 'lib')
  return { name, command: ['jekyll'], env: { ...ENVIRONMENT, RUBYLIB: lib } }
}

/** How Whirl is told to be the Jekyll called `name`. */
export function compatOf(name) {
  const compat = JEKYLLS[name]?.compat
  if (compat === undefined) throw new Error(`${name} is not a whole Jekyll`)
  return compat
}

/** Which kramdown the reference called `name` has. */
export function kramdownOf(name) {
  const [library, version] = name.split('-')
  return library === 'kramdown' ? version : (JEKYLLS[name] ?? JEKYLLS.bookworm).kramdown
}

/** Whether the Jekyll called `name` can be asked here; a library alone is none. */
export function isThere(name) {
  const { version, variable } = JEKYLLS[name] ?? {}
  if (version === undefined) return false
  const command = variable === undefined ? 'jekyll' : process.env[variable]
  if (command === undefined) return false
  const done = spawnSync(command, ['--version'], { encoding: 'utf8', env: ENVIRONMENT })
  return done.status === 0 && done.stdout.startsWith(`jekyll ${version}`)
}

/** The names in `words` (`a,b`); `all` is every whole Jekyll that is there. */
export function namesIn(words) {
  return words.split(',').flatMap((word) => (word === 'all' ? Object.keys(JEKYLLS).filter(isThere) : word))
}

function wanted(variable, name) {
  const value = process.env[variable]
  if (value === undefined || value === '') throw new Error(`set ${variable} to ask ${name}`)
  return value
}
