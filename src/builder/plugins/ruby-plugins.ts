/** Plugins in Ruby, run by the Ruby that is WebAssembly where its package is installed, or by the machine's where that is wanted. */
import path from 'node:path'
import { BuildError } from '../../base/index.ts'
import type { Plugin } from '../../plugins/index.ts'
import { jekyllFilters, kramdownAlone, markdownAlone } from '../../render/index.ts'
import {
  findEngine,
  LAYER,
  NATIVE_BEGIN,
  NATIVE_LAYER,
  type RubyEngine,
  type RubyLog,
  type RubyMachineKind,
  RubyPluginError,
  RubyProcessFault,
  rubyPlugins,
  type StartRubyProcess,
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
  return rubyFor(config) !== undefined
}

/** The Ruby that builds of the site have; undefined where they have none. */
function rubyFor({ safe, plugins, source }: Config): RubyEngine | 'native' | undefined {
  if (safe || plugins.ignoresRuby) return undefined
  return plugins.nativeRuby ? 'native' : findEngine(source)
}

interface RubyRun {
  /** gems that the configuration names as plugins */
  readonly names: readonly string[]
  readonly gems: RubyGems
  /** for the lines of the log that plugins write */
  readonly log: RubyLog
  readonly watch?: PluginWatch | undefined
  /** starts a Ruby of the machine; undefined where there are no processes */
  readonly start?: StartRubyProcess | undefined
}

/** What came of files in Ruby. */
interface RanRuby {
  readonly plugins: readonly Plugin[]
  /** ends the process that they need, if they need one */
  end(): void
}

/** The plugins that `files` are; undefined where nothing runs them. Throws a BuildError for a file that cannot be loaded. */
export function runRuby(config: Config, files: readonly RubyFile[], run: RubyRun): RanRuby | undefined {
  const { names, gems, log, watch } = run
  const ruby = files.length + names.length === 0 ? undefined : rubyFor(config)
  if (ruby === undefined) return undefined
  const opened = new Set<string>()
  const machine = ruby === 'native' ? nativeMachine(config, run) : closedMachine(config, ruby, log, opened)
  try {
    const plugins = rubyPlugins({
      config,
      machine,
      files: new Map(files.map(({ source }) => [path.resolve(config.source, source.path), source.text])),
      gems: names,
      libraryWith(name) {
        const folder = gems.folderWith(name)
        if (folder === undefined) return undefined
        opened.add(folder)
        return path.join(folder, 'lib')
      },
      filters: Object.keys(jekyllFilters),
      markdown: markdownAlone,
      kramdown: kramdownAlone,
      shown: (file) => shownPath(config.source, file),
      log,
      program: rubyPrograms(config),
      watch,
    })
    return { plugins, end: () => machine.kind === 'native' && machine.process.end() }
  } catch (error) {
    if (machine.kind === 'native') machine.process.end()
    if (error instanceof RubyProcessFault) throw notNative(error.message)
    const failed =
      error instanceof RubyPluginError && error.file !== undefined
        ? shownPath(config.source, error.file)
        : undefined
    throw moduleFault(config.source, 'The plugin', failed ?? files[0]?.source.path ?? names[0] ?? '', error)
  }
}

/** Ruby as WebAssembly, which has the files of the site and of the gems that were `opened`. */
function closedMachine(
  config: Config,
  engine: RubyEngine,
  log: RubyLog,
  opened: ReadonlySet<string>,
): RubyMachineKind {
  const layer = LAYER.map(layerFile)
  return {
    kind: 'webassembly',
    engine,
    layer,
    files: withGems(rubyDisk(config, log), opened),
    images: rubyImages(config, engine, layer),
  }
}

function nativeMachine(config: Config, { start }: RubyRun): Extract<RubyMachineKind, { kind: 'native' }> {
  if (start === undefined) throw notNative('only the command line starts it')
  const { source, variables, timezone } = config
  const env = timezone === '' ? variables : { ...variables, TZ: timezone }
  return {
    kind: 'native',
    process: start({ begin: layerFile(NATIVE_BEGIN), folder: source, env }),
    layer: NATIVE_LAYER.map((name) => [name, layerFile(name)]),
    // Set to nothing is set, to Ruby.
    bundler: variables.JEKYLL_NO_BUNDLER_REQUIRE === undefined,
  }
}

function layerFile(name: string): string {
  return new TextDecoder().decode(programFile(`ruby/layer/${name}.rb`)?.bytes)
}

function notNative(why: string): BuildError {
  return new BuildError([
    {
      code: 'plugins/native-ruby',
      severity: 'error',
      topic: 'Plugins:',
      message: `The Ruby of this machine, which \`ruby: native\` asks for, does not run the plugins: ${why}.`,
      help: 'install Ruby 3.1 or newer with the gems of the site (`bundle install`), or leave out `ruby: native` (docs/ruby-plugins.md)',
      trail: [],
    },
  ])
}
