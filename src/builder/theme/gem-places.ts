/** Where gems are installed on common systems, and a gem's newest or locked version there. */
import fs from 'node:fs'
import path from 'node:path'
import { compareVersions } from '../../base/index.ts'
import { bundlerSetting } from './bundler-setting.ts'
import type { Bundle } from './gemfile.ts'
import type { ThemeSearch } from './types.ts'

/** Directories that hold `gems/`; `*` is one level of any name. */
const GEM_PLACES = [
  '/var/lib/gems/*',
  '/usr/local/bundle',
  '/usr/local/lib/ruby/gems/*',
  '/usr/lib/ruby/gems/*',
  '/usr/lib/*/ruby/gems/*',
  '/usr/lib64/gems/ruby',
  '/usr/share/gems',
  '/usr/share/rubygems-integration/*',
  '/usr/local/rvm/gems/*',
  '/opt/rubies/*/lib/ruby/gems/*',
  '/opt/hostedtoolcache/Ruby/*/*/lib/ruby/gems/*',
  '/opt/homebrew/lib/ruby/gems/*',
  '/opt/homebrew/Cellar/ruby/*/lib/ruby/gems/*',
  '/home/linuxbrew/.linuxbrew/lib/ruby/gems/*',
  '/Library/Ruby/Gems/*',
]
const HOME_PLACES = [
  '.local/share/gem/ruby/*',
  '.gem/ruby/*',
  '.rbenv/versions/*/lib/ruby/gems/*',
  '.rvm/gems/*',
  '.asdf/installs/ruby/*/lib/ruby/gems/*',
  '.local/share/mise/installs/ruby/*/lib/ruby/gems/*',
  '.rubies/*/lib/ruby/gems/*',
]
const SITE_PLACES = ['vendor/bundle/ruby/*', '.bundle/ruby/*']

interface InstalledGem {
  readonly version: string
  readonly folder: string
}

/**
 * The installed gem `name`: what Gemfile.lock took from git, the version it names, else the newest, as RubyGems chooses.
 * Places nearer to the site come before others only where they hold the same version.
 */
export function installedGem(
  name: string,
  source: string,
  bundle: Bundle,
  search: ThemeSearch,
): InstalledGem | undefined {
  const places = placesOf(source, search).flatMap(expand)
  const locked = bundle.locked.get(name)
  const revision = bundle.revisions.get(name)
  if (revision !== undefined) {
    const checkout = places.flatMap((place) => checkoutsIn(path.join(place, 'bundler/gems'), revision))[0]
    if (checkout !== undefined) return { version: locked ?? '', folder: checkout }
  }
  const found = places.flatMap((place) => versionsIn(path.join(place, 'gems'), name))
  const wanted = found.filter(({ version }) => version === locked)
  return (wanted.length > 0 ? wanted : found).sort((a, b) => compareVersions(b.version, a.version))[0]
}

function placesOf(source: string, search: ThemeSearch): readonly string[] {
  const { gemHome, gemPath, home, bundlePath, gemPlaces = GEM_PLACES } = search
  const bundled = [
    bundlePath,
    bundlerSetting(path.join(source, '.bundle/config'), 'BUNDLE_PATH'),
    home === undefined ? undefined : bundlerSetting(path.join(home, '.bundle/config'), 'BUNDLE_PATH'),
  ].filter((place): place is string => Boolean(place))
  return [
    ...bundled.map((place) => path.resolve(source, place)).flatMap((place) => [`${place}/ruby/*`, place]),
    ...SITE_PLACES.map((place) => path.join(source, place)),
    ...[gemHome, ...(gemPath ?? '').split(path.delimiter)].filter((place): place is string => Boolean(place)),
    ...(home === undefined ? [] : HOME_PLACES.map((place) => path.join(home, place))),
    ...gemPlaces,
  ]
}

function versionsIn(gems: string, name: string): readonly InstalledGem[] {
  return namesIn(gems)
    .filter((entry) => entry.startsWith(`${name}-`) && /^\d[\w.]*$/.test(entry.slice(name.length + 1)))
    .map((entry) => ({ version: entry.slice(name.length + 1), folder: path.join(gems, entry) }))
}

/** Bundler's checkouts end with the start of the commit's name. */
function checkoutsIn(directory: string, revision: string): readonly string[] {
  return namesIn(directory)
    .filter((entry) => entry.endsWith(`-${revision}`))
    .map((entry) => path.join(directory, entry))
}

/** The directories that `place` means: its `*` stand for any one name. */
function expand(place: string): readonly string[] {
  const star = place.indexOf('*')
  if (star === -1) return [place]
  const parent = place.slice(0, star)
  const rest = place.slice(star + 1)
  return namesIn(parent).flatMap((entry) => expand(`${parent}${entry}${rest}`))
}

function namesIn(directory: string): readonly string[] {
  try {
    return fs.readdirSync(directory)
  } catch {
    // Most of the places are on no one machine; one that may not be read is none to us.
    return []
  }
}
