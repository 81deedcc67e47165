/** The step between reading and rendering: plugins make a site of the site. */
import type { Diagnostic, Time } from '../base/index.ts'
import {
  type GeneratorContext,
  type HookRunner,
  type Plugin,
  runGenerators,
  withOutputExts,
} from '../plugins/index.ts'
import {
  absoluteUrl,
  type Converters,
  createSiteConverters,
  type FileAccess,
  relativeUrl,
} from '../render/index.ts'
import type { OutputExt, Site } from '../site/index.ts'

/** What generators may reach. */
interface Generation {
  readonly files: FileAccess
  /** when git last saw the file at a path of the source change */
  readonly lastCommit: (path: string) => Time | undefined
  readonly repository: GeneratorContext['repository']
  readonly askJson: GeneratorContext['askJson']
  /** takes a line of the log */
  readonly info: (topic: string, message: string) => void
  readonly diagnostics: Diagnostic[]
  /** what converters make of extensions, where plugins have some */
  readonly outputExt: OutputExt | undefined
}

/** `site` after the hooks on reading and the generators of `plugins`. Throws what they throw, as a BuildError. */
export function generate(
  site: Site,
  plugins: readonly Plugin[],
  hooks: HookRunner,
  { files, lastCommit, repository, askJson, info, diagnostics, outputExt }: Generation,
): Site {
  const completed = (made: Site): Site => withOutputExts(made, outputExt)
  const read = completed(hooks.postRead(site))
  let converters: Converters | undefined
  const contextFor = (current: Site): Omit<GeneratorContext, 'options'> => ({
    markdownify(text) {
      converters ??= createSiteConverters(read, files)
      return converters.piece('.md', text)
    },
    absoluteUrl: (path) => absoluteUrl(current.config, path),
    relativeUrl: (path) => relativeUrl(current.config, path),
    readText: (path) => files.readText(path),
    lastCommit,
    repository,
    askJson,
    info,
    warn: (diagnostic) => diagnostics.push(diagnostic),
  })
  return runGenerators(read, plugins, contextFor, completed)
}
