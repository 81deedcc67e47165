/** One build under way: what its phases have in common. What they make, each hands to the next. */
import { createTimer, type Diagnostic, type Time, type Timer } from '../../base/index.ts'
import type { FileTree } from '../../files/index.ts'
import {
  type HookRunner,
  hookRunner,
  type JsonAnswers,
  type JsonQuestion,
  noting,
  type Plugin,
  type PluginParts,
  pluginParts,
  pluginsFor,
  type Recording,
} from '../../plugins/index.ts'
import type { ReadMemory, ThemeSource } from '../../read/index.ts'
import { type AtWork, SassCompilers, unwatched } from '../../render/index.ts'
import type { Config } from '../../site/index.ts'
import { buildStore } from '../cache/build-store.ts'
import { cacheDirectory } from '../cache/cache-directory.ts'
import type { CacheStore } from '../cache/types.ts'
import { fileAccess, type SourceAccess } from '../file-access.ts'
import { keptOnDisk } from '../kept/kept-in.ts'
import type { KeptResults } from '../kept/kept-results.ts'
import type { Makers } from '../kept/settings-key.ts'
import { limitedTrees, type SiteLimits } from '../limits.ts'
import { checkDestination } from '../output/check-destination.ts'
import { type PictureFiles, pictureFiles } from '../picture-files.ts'
import { pluginReading } from '../plugins/plugin-reading.ts'

/** Where a site comes from, and what its plugins may ask. */
export interface SiteSource {
  readonly config: Config
  /** the configuration's files, absolute: mistakes in settings are shown there */
  readonly configFiles?: readonly string[]
  readonly tree: FileTree
  /** the clock, which `site.time` is unless the configuration sets it */
  readonly time: Time
  /** the clock as it is, where `time` stands still: it goes on to this where a document waits for a time that has come */
  readonly present?: Time | undefined
  readonly theme?: ThemeSource | undefined
  /** those that come with the program */
  readonly bundled?: readonly Plugin[]
  /** by default the bundled ones that the configuration names */
  readonly plugins?: readonly Plugin[]
  /** when git last saw the file at a path of the source change */
  readonly lastCommit?: (path: string) => Time | undefined
  /** whether plugins are told what git knows of the repository; true when not given */
  readonly git?: boolean
  /** asks an API for plugins whose site wants it; by default the network, with answers kept in the cache */
  readonly askJson?: (question: JsonQuestion) => JsonAnswers | undefined
  /** told what plugins have to say */
  readonly info?: (topic: string, message: string) => void
  /** names the version of the program; with it, what one build made serves the next */
  readonly program?: string
  /** what builds of this process keep; by default, with `program`, what is in the site's cache */
  readonly kept?: KeptResults
  /** what earlier builds of this process made of files; whoever hands it in has it forget those that changed */
  readonly memory?: ReadMemory | undefined
  /** names the plugins' files as they are: with others nothing that was rendered holds */
  readonly pluginFiles?: string
  /** whether to measure phases and documents */
  readonly profile?: boolean
  /** told of each step before it begins, also in the middle of a document: by whom, and on what */
  readonly atWork?: AtWork | undefined
  readonly limits?: SiteLimits | undefined
  /** whether it is the only build that its plugins take part in */
  readonly isOnly?: boolean
  /** whether it is one of the builds that a build is made of */
  readonly isPart?: boolean
}

export interface Build {
  readonly source: SiteSource
  readonly plugins: readonly Plugin[]
  readonly hooks: HookRunner
  /** tags, filters, converters, writers of code blocks and fields of the plugins */
  readonly parts: PluginParts
  readonly atWork: AtWork
  /** what the plugins' tags and converters change about reading */
  readonly reading: ReturnType<typeof pluginReading>
  readonly files: SourceAccess
  readonly pictures: PictureFiles
  /** what compiles style sheets; ends with the build */
  readonly compilers: SassCompilers
  /** what builds keep for the next one */
  readonly store: CacheStore
  /** the same, of what was rendered; undefined where nothing is kept */
  readonly kept: KeptResults | undefined
  readonly timer: Timer
  /** what plugins did in an earlier build, where that is recorded and this is the only build that they take part in */
  readonly recording: Recording | undefined
  /** told of work of which it is not known that it comes out the same each time */
  readonly unrepeatable: Unrepeatable
  /** what there was to say so far, also where a phase does not come to its end */
  readonly diagnostics: Diagnostic[]
}

/** Whoever renders sets `note` for the time of the rendering. */
interface Unrepeatable {
  note: () => void
  /** of work that is recorded */
  noteRecorded: () => void
}

/** Where the files of a site come from. */
export function treesOf({ tree, theme }: Pick<SiteSource, 'tree' | 'theme'>): readonly FileTree[] {
  return theme === undefined ? [tree] : [tree, theme.tree]
}

/** What makes results besides the site. */
export function makersOf({ source, plugins }: Pick<Build, 'source' | 'plugins'>): Makers {
  return { plugins, bundled: source.bundled ?? [], pluginFiles: source.pluginFiles ?? '' }
}

/** Begins a build, whose `compilers` its maker ends. Throws a BuildError where it would destroy its source, or where a plugin is missing. */
export function beginBuild(given: SiteSource, diagnostics: Diagnostic[]): Build {
  const source = given.limits === undefined ? given : within(given, given.limits)
  const { config, theme, bundled = [] } = source
  const timer = createTimer(source.profile === true)
  checkDestination(config)
  const kept = source.kept ?? (source.program === undefined ? undefined : keptOnDisk(config, source.program))
  const unrepeatable: Unrepeatable = { note: () => {}, noteRecorded: () => {} }
  const plugins = (source.plugins ?? pluginsFor(config, { bundled, theme: theme?.plugins ?? [] })).map(
    (plugin) =>
      plugin.pure === true || bundled.includes(plugin)
        ? plugin
        : noting(plugin, () =>
            plugin.recording === undefined ? unrepeatable.note() : unrepeatable.noteRecorded(),
          ),
  )
  const hooks = hookRunner(plugins)
  if (source.isPart !== true) diagnostics.push(...hooks.begin(config))
  if (source.isPart === true || plugins.every(({ builds }) => builds === undefined)) hooks.reset(config)
  const parts = pluginParts(plugins, (plugin) => bundled.includes(plugin))
  const store = kept?.store ?? buildStore(config, undefined)
  const files = fileAccess(treesOf(source), config)
  const pictures = pictureFiles(files, store, kept === undefined ? undefined : cacheDirectory(config))
  return {
    source,
    plugins,
    hooks,
    parts,
    atWork: source.atWork ?? unwatched,
    reading: pluginReading(config, parts),
    files: { ...files, picture: pictures.picture },
    pictures,
    compilers: new SassCompilers(),
    store,
    kept,
    timer,
    recording: source.isOnly === true ? plugins.find(({ recording }) => recording)?.recording : undefined,
    unrepeatable,
    diagnostics,
  }
}

/** `source` whose files are counted. */
function within(source: SiteSource, limits: SiteLimits): SiteSource {
  const limited = limitedTrees(limits)
  const { tree, theme } = source
  return {
    ...source,
    tree: limited(tree),
    ...(theme === undefined ? {} : { theme: { ...theme, tree: limited(theme.tree) } }),
  }
}
