/** The files of a site's plugin directories. */
import path from 'node:path'
import type { Gate } from '../../files/index.ts'
import type { Config } from '../../site/index.ts'
import { shownPath } from './module-fault.ts'
import { type RubyFile, readRuby } from './ruby-plugin.ts'

/** The directories of `plugins_dir`, absolute. */
export function pluginDirectories({ plugins, source }: Config): readonly string[] {
  return plugins.directories.map((directory) => path.resolve(source, directory))
}

/** Those whose names `wants` takes, sorted in each directory, packages apart; none where a directory is missing. */
function pluginFiles(config: Config, gate: Gate, wants: (name: string) => boolean): readonly string[] {
  return pluginDirectories(config).flatMap((root) =>
    namesBelow(gate, root, '', [])
      .filter(wants)
      .sort()
      .map((name) => path.join(root, name)),
  )
}

const LOADABLE = /\.(?:ts|mts|js|mjs)$/
const ASIDE = /\.(?:d\.m?ts|(?:test|spec)\.m?[jt]s)$/

/** Plugins in TypeScript and JavaScript. */
export function scriptFiles(config: Config, gate: Gate): readonly string[] {
  return pluginFiles(config, gate, (name) => LOADABLE.test(name) && !ASIDE.test(name))
}

/** The Ruby files, which are read and not run. */
export function rubyFiles(config: Config, gate: Gate): readonly RubyFile[] {
  return pluginFiles(config, gate, (name) => name.endsWith('.rb')).map((file) =>
    readRuby(shownPath(config.source, file), gate.text(file) ?? ''),
  )
}

/** The paths of files below `root`; `above` are the real directories on the way, for links that lead back. */
function namesBelow(gate: Gate, root: string, below: string, above: readonly string[]): readonly string[] {
  const directory = path.join(root, below)
  const real = gate.realPath(directory)
  if (real === null || above.includes(real)) return []
  return gate.list(directory).flatMap(({ name, kind }) => {
    if (kind === 'directory')
      return name === 'node_modules' ? [] : namesBelow(gate, root, path.join(below, name), [...above, real])
    if (kind === 'file') return [path.join(below, name)]
    gate.passOver(path.join(directory, name))
    return []
  })
}
