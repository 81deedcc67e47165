/** Plugins in Ruby, run by the Ruby that is WebAssembly where its package is installed, or by the machine's where that is wanted. */
import path from 'node:path'
import { BuildError, type Diagnostic } from '../../base/index.ts'
import type { Plugin } from '../../plugins/index.ts'
import { jekyllFilters, kramdownAlone, markdownAlone } from '../../render/index.ts'
import {
  findEngine,
  LAYER,
  NATIVE_BEGIN,
  NATIVE_LAYER,
  placeOfLine,
  type RubyEngine,
  type RubyLog,
  type RubyMachineKind,
  RubyPluginError,
  RubyProcessFault,
  rubyPlugins,
  type StartRubyProcess,
  type StartRubyThread,
  type SystemFiles,
} from '../../ruby/index.ts'
import type { Config } from '../../site/index.ts'
import { rubyImages } from '../cache/ruby-images.ts'
import { programFile } from '../program-file.ts'
import { moduleFault, shownPath } from './module-fault.ts'
import type { PluginWatch } from './plugin-modules.ts'
import { rubyDisk } from './ruby-disk.ts'
import { type RubyGems, withGems } from './ruby-gems.ts'
import { rubyLack } from './ruby-lack.ts'
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
  /** gems that the Gemfile's group of plugins has */
  readonly first: readonly string[]
  /** gems that the configuration names as plugins */
  readonly names: readonly string[]
  readonly gems: RubyGems
  /** for the lines of the log that plugins write */
  readonly log: RubyLog
  readonly watch?: PluginWatch | undefined
  /** starts a Ruby of the machine; undefined where there are no processes */
  readonly start?: StartRubyProcess | undefined
  /** starts a thread for Ruby as WebAssembly; undefined: it runs in this one */
  readonly thread?: StartRubyThread | undefined
}

/** What came of files in Ruby. */
interface RanRuby {
  readonly plugins: readonly Plugin[]
  /** a warning for what they do and nothing comes of */
  readonly diagnostics: readonly Diagnostic[]
  /** ends the process or thread that they need, if they need one */
  end(): void
}

/** The plugins that `files` are; undefined where nothing runs them. Throws a BuildError for a file that cannot be loaded. */
export function runRuby(config: Config, files: readonly RubyFile[], run: RubyRun): RanRuby | undefined {
  const { first, names, gems, log, watch } = run
  const ruby = files.length + first.length + names.length === 0 ? undefined : rubyFor(config)
  if (ruby === undefined) return undefined
  const opened = new Set<string>()
  const readable = withGems(rubyDisk(config, log), opened)
  const machine =
    ruby === 'native' ? nativeMachine(config, run) : closedMachine(config, ruby, readable, run.thread)
  const textOf = (file: string): string | undefined => textIn(readable, file)
  try {
    const { plugins, lacks } = rubyPlugins({
      config,
      machine,
      files: new Map(files.map(({ source }) => [path.resolve(config.source, source.path), source.text])),
      first,
      gems: names,
      libraryWith(name) {
        const folder = gems.folderWith(name)
        if (folder === undefined) return undefined
        opened.add(folder)
        return path.join(folder, 'lib')
      },
      filters: jekyllFilters,
      markdown: markdownAlone,
      kramdown: kramdownAlone,
      shown: (file) => shownPath(config.source, file),
      textOf,
      log,
      program: rubyPrograms(config),
      watch,
    })
    const diagnostics = lacks.map((lack) =>
      rubyLack(`${shownPath(config.source, lack.file)}:${lack.line}`, lack),
    )
    return { plugins, diagnostics, end: () => endMachine(machine) }
  } catch (error) {
    endMachine(machine)
    if (error instanceof RubyProcessFault) throw notNative(error.message)
    if (error instanceof RubyPluginError)
      throw notLoaded(config, [...first, ...files.map(({ source }) => source.path), ...names], error, textOf)
    throw moduleFault(
      config.source,
      'The plugin',
      files[0]?.source.path ?? [...first, ...names][0] ?? '',
      error,
    )
  }
}

/**
 * The error of a file or gem that could not be loaded, at its line where that is in what plugins may read.
 * @param all what was to be loaded
 */
function notLoaded(
  { source }: Config,
  all: readonly string[],
  { message, file = all.join(', '), line }: RubyPluginError,
  textOf: (file: string) => string | undefined,
): BuildError {
  const shown = path.isAbsolute(file) ? shownPath(source, file) : file
  const text = line === undefined ? undefined : textOf(file)
  return new BuildError([
    {
      code: 'plugins/not-loaded',
      severity: 'error',
      message: `The plugin ${shown} cannot be loaded: ${message.split('\n', 1)[0]}`,
      trail: [],
      ...(line === undefined || text === undefined ? {} : placeOfLine({ path: shown, text }, line)),
    },
  ])
}

/** The text of a file of those that plugins may read; undefined where it is none of them. */
function textIn(files: SystemFiles, file: string): string | undefined {
  if (!path.isAbsolute(file) || files.kindOf(file) !== 'file') return undefined
  const bytes = files.read(file)
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes)
}

function endMachine(machine: RubyMachineKind): void {
  if (machine.kind === 'native') machine.process.end()
  else machine.thread?.end()
}

/** Ruby as WebAssembly, which has these files. */
function closedMachine(
  config: Config,
  engine: RubyEngine,
  files: SystemFiles,
  start: StartRubyThread | undefined,
): RubyMachineKind {
  const layer = LAYER.map(layerFile)
  return {
    kind: 'webassembly',
    engine,
    layer,
    files,
    images: rubyImages(config, engine, layer),
    thread: start?.(),
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
