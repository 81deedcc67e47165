/** Where gems are installed on common systems, and a gem's newest or locked version there. */
import path from 'node:path'
import { compareVersions } from '../../base/index.ts'
import { type Gate, openGate } from '../../files/index.ts'
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
  /** to its files: the site's where the site says that it is there */
  readonly gate: Gate
}

/**
 * The installed gem `name`: what Gemfile.lock took from git, the version it names, else the newest, as RubyGems chooses.
 * Places nearer to the site come before others only where they hold the same version.
 */
export function installedGem(
  name: string,
  source: string,
  site: Gate,
  bundle: Bundle,
  search: ThemeSearch,
): InstalledGem | undefined {
  const places = placesOf(source, site, search).flatMap(expand)
  const locked = bundle.locked.get(name)
  const revision = bundle.revisions.get(name)
  if (revision !== undefined) {
    const checkout = places.flatMap((place) => checkoutsIn(place, revision))[0]
    if (checkout !== undefined) return { version: locked ?? '', ...checkout }
  }
  const found = places.flatMap((place) => versionsIn(place, name))
  const wanted = found.filter(({ version }) => version === locked)
  return (wanted.length > 0 ? wanted : found).sort((a, b) => compareVersions(b.version, a.version))[0]
}

/** The folders of all installed gems by name: of each the version that Gemfile.lock names, else the newest. */
export function installedGems(
  source: string,
  site: Gate,
  bundle: Bundle,
  search: ThemeSearch,
): ReadonlyMap<string, string> {
  const found = new Map<string, InstalledGem>()
  for (const { folder, gate } of placesOf(source, site, search).flatMap(expand)) {
    const gems = path.join(folder, 'gems')
    for (const entry of gate.names(gems)) {
      const [, name = '', version = ''] = /^(.+)-(\d[\w.]*)$/.exec(entry) ?? []
      if (name === '') continue
      const before = found.get(name)
      const locked = bundle.locked.get(name)
      const better =
        before === undefined ||
        (before.version !== locked && (version === locked || compareVersions(version, before.version) > 0))
      if (better) found.set(name, { version, folder: path.join(gems, entry), gate })
    }
  }
  return new Map([...found].map(([name, { folder }]) => [name, folder]))
}

/** A directory that holds `gems/`, and the gate to it: what the site names goes through the site's. */
type Place = Pick<InstalledGem, 'folder' | 'gate'>

function placesOf(source: string, site: Gate, search: ThemeSearch): readonly Place[] {
  const { gemHome, gemPath, home, bundlePath, gemPlaces = GEM_PLACES } = search
  const machine = openGate('/')
  const below = (base: string, place: string, gate: Gate): Place => ({
    folder: path.resolve(base, place),
    gate,
  })
  const bundled = (place: string | undefined, gate: Gate): readonly Place[] =>
    place ? [below(source, `${place}/ruby/*`, gate), below(source, place, gate)] : []
  return [
    ...bundled(bundlePath, machine),
    ...bundled(bundlerSetting(site, path.join(source, '.bundle/config'), 'BUNDLE_PATH'), site),
    ...(home === undefined
      ? []
      : bundled(bundlerSetting(machine, path.join(home, '.bundle/config'), 'BUNDLE_PATH'), machine)),
    ...SITE_PLACES.map((place) => below(source, place, site)),
    ...[gemHome, ...(gemPath ?? '').split(path.delimiter)].flatMap((place) =>
      place ? [{ folder: place, gate: machine }] : [],
    ),
    ...(home === undefined ? [] : HOME_PLACES.map((place) => below(home, place, machine))),
    ...gemPlaces.map((folder) => ({ folder, gate: machine })),
  ]
}

function versionsIn({ folder, gate }: Place, name: string): readonly InstalledGem[] {
  const gems = path.join(folder, 'gems')
  return gate
    .names(gems)
    .filter((entry) => entry.startsWith(`${name}-`) && /^\d[\w.]*$/.test(entry.slice(name.length + 1)))
    .map((entry) => ({ version: entry.slice(name.length + 1), folder: path.join(gems, entry), gate }))
}

/** Bundler's checkouts end with the start of the commit's name. */
function checkoutsIn({ folder, gate }: Place, revision: string): readonly Place[] {
  const directory = path.join(folder, 'bundler/gems')
  return gate
    .names(directory)
    .filter((entry) => entry.endsWith(`-${revision}`))
    .map((entry) => ({ folder: path.join(directory, entry), gate }))
}

/** The directories that `place` means: its `*` stand for any one name. Most of them are on no one machine. */
function expand({ folder, gate }: Place): readonly Place[] {
  const star = folder.indexOf('*')
  if (star === -1) return [{ folder, gate }]
  const parent = folder.slice(0, star)
  const rest = folder.slice(star + 1)
  return gate.names(parent).flatMap((entry) => expand({ folder: `${parent}${entry}${rest}`, gate }))
}
