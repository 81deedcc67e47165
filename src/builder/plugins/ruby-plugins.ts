/** The Ruby files among a site's plugins, run. */
import path from 'node:path'
import type { Plugin } from '../../plugins/index.ts'
import { jekyllFilters, kramdownAlone, markdownAlone } from '../../render/index.ts'
import {
  findEngine,
  LAYER,
  type RubyEngine,
  type RubyLog,
  RubyPluginError,
  rubyPlugins,
} from '../../ruby/index.ts'
import type { Config } from '../../site/index.ts'
import { rubyImages } from '../cache/ruby-images.ts'
import { programFile } from '../program-file.ts'
import { moduleFault, shownPath } from './module-fault.ts'
import type { PluginWatch } from './plugin-modules.ts'
import { rubyDisk } from './ruby-disk.ts'
import { type RubyGems, withGems } from './ruby-gems.ts'
import type { RubyFile } from './ruby-plugin.ts'
import { rubyPrograms } from './ruby-programs.ts'

/** Whether builds of the site run the Ruby files of its plugins. */
export function runsRuby(config: Config): boolean {
  return engineFor(config) !== undefined
}

function engineFor({ safe, plugins, source }: Config): RubyEngine | undefined {
  return safe || plugins.ignoresRuby ? undefined : findEngine(source)
}

interface RubyRun {
  /** gems that the configuration names as plugins */
  readonly names: readonly string[]
  readonly gems: RubyGems
  /** for the lines of the log that plugins write */
  readonly log: RubyLog
  readonly watch?: PluginWatch | undefined
}

/**
 * The plugins that `files` are; undefined where Ruby's package is not installed. Throws a BuildError for a file that cannot be
 * loaded.
 */
export function runRuby(
  config: Config,
  files: readonly RubyFile[],
  { names, gems, log, watch }: RubyRun,
): readonly Plugin[] | undefined {
  const engine = files.length + names.length === 0 ? undefined : engineFor(config)
  if (engine === undefined) return undefined
  const opened = new Set<string>()
  const [first] = files
  const layer = LAYER.map((name) => new TextDecoder().decode(programFile(`ruby/layer/${name}.rb`)?.bytes))
  try {
    return rubyPlugins({
      engine,
      config,
      files: new Map(files.map(({ source }) => [path.resolve(config.source, source.path), source.text])),
      layer,
      gems: names,
      libraryWith(name) {
        const folder = gems.folderWith(name)
        if (folder === undefined) return undefined
        opened.add(folder)
        return path.join(folder, 'lib')
      },
      disk: withGems(rubyDisk(config, log), opened),
      filters: Object.keys(jekyllFilters),
      markdown: markdownAlone,
      kramdown: kramdownAlone,
      shown: (file) => shownPath(config.source, file),
      log,
      program: rubyPrograms(config),
      watch,
      images: rubyImages(config, engine, layer),
    })
  } catch (error) {
    const failed =
      error instanceof RubyPluginError && error.file !== undefined
        ? shownPath(config.source, error.file)
        : undefined
    throw moduleFault(config.source, 'The plugin', failed ?? first?.source.path ?? names[0] ?? '', error)
  }
}
