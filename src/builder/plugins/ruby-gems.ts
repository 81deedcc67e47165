/** Gems for plugins in Ruby: those in the site's `vendor/`, those that its Gemfile has at a path, and those that are installed. */
import path from 'node:path'
import { isInside } from '../../base/index.ts'
import { type Gate, openGate } from '../../files/index.ts'
import type { SystemFiles } from '../../ruby/index.ts'
import type { Config } from '../../site/index.ts'
import { installedGems } from '../theme/gem-places.ts'
import { bundleOf } from '../theme/gemfile.ts'
import { shownIn } from './ruby-disk.ts'

/** What the layer and the program stand for: their own files are never loaded. */
export const STOOD_FOR: ReadonlySet<string> = new Set([
  'jekyll',
  'kramdown',
  'kramdown-parser-gfm',
  'liquid',
  'rouge',
])

/** The gems that a site may load code of. */
export interface RubyGems {
  /** the folder of the gem whose `lib/` has what `require` calls `name`; undefined where none has */
  folderWith(name: string): string | undefined
  /** whether the gem of this name is there */
  has(name: string): boolean
}

/** The gems that are there for the site of `config`, and those that were `fetched`; they are looked for when somebody asks. */
export function rubyGems(
  config: Config,
  gate: Gate,
  fetched: ReadonlyMap<string, string> = new Map(),
): RubyGems {
  const { source, variables } = config
  const machine = openGate('/')
  let all: ReadonlyMap<string, string> | undefined
  const gems = (): ReadonlyMap<string, string> => {
    if (all !== undefined) return all
    const bundle = bundleOf(config)
    const vendor = path.join(source, 'vendor')
    const search = {
      gemHome: variables.GEM_HOME,
      gemPath: variables.GEM_PATH,
      home: variables.HOME,
      bundlePath: variables.BUNDLE_PATH,
    }
    const found = [
      ...fetched,
      ...installedGems(source, gate, bundle, search),
      ...bundle.folders,
      ...gate
        .names(vendor)
        .filter((name) => gate.kindOf(path.join(vendor, name, 'lib')) === 'directory')
        .map((name): [string, string] => [name, path.join(vendor, name)]),
    ]
    all = new Map(found.filter(([name]) => !STOOD_FOR.has(name)))
    return all
  }
  const known = new Map<string, string | undefined>()
  const find = (name: string): string | undefined => {
    if (!/^[\w.+-]+(?:\/[\w.+-]+)*$/.test(name) || name.split('/').includes('..')) return undefined
    const file = `lib/${name.replace(/\.rb$/, '')}.rb`
    const [first = ''] = name.split('/')
    const likely = [name.replaceAll('/', '-'), first, first.replaceAll('_', '-'), first.replaceAll('_', '')]
    const folders = [...likely.flatMap((each) => gems().get(each) ?? []), ...gems().values()]
    return folders.find((folder) => machine.kindOf(path.join(folder, file)) === 'file')
  }
  return {
    has: (name) => gems().has(name),
    folderWith(name) {
      if (!known.has(name)) known.set(name, find(name))
      return known.get(name)
    },
  }
}

/** `disk` with the files of `folders` as well, to be read. */
export function withGems(disk: SystemFiles, folders: ReadonlySet<string>): SystemFiles {
  const gates = new Map<string, Gate>()
  const gateOf = (place: string): Gate | undefined => {
    for (const folder of folders)
      if (isInside(folder, place)) {
        const gate = gates.get(folder) ?? openGate(folder, { fenced: true })
        gates.set(folder, gate)
        return gate
      }
    return undefined
  }
  const below = (place: string): readonly string[] =>
    [...folders].flatMap((folder) =>
      place !== folder && isInside(place, folder)
        ? (path.relative(place, folder).split(path.sep)[0] ?? [])
        : [],
    )
  return {
    ...disk,
    kindOf(place) {
      const own = disk.kindOf(place)
      if (own !== undefined) return own
      const kind = gateOf(place)?.kindOf(place)
      if (kind === 'file' || kind === 'directory') return kind
      return below(place).length > 0 ? 'directory' : undefined
    },
    list(place) {
      const gate = gateOf(place)
      if (gate !== undefined) return shownIn(gate, place)
      const own = disk.kindOf(place) === undefined ? [] : disk.list(place)
      const names = [...new Set(below(place))].filter((name) => !own.some((each) => each.name === name))
      return [...own, ...names.map((name) => ({ name, kind: 'directory' as const }))]
    },
    read: (place) => gateOf(place)?.read(place).bytes ?? disk.read(place),
    stat: (place) => gateOf(place)?.stat(place) ?? disk.stat(place),
  }
}
