/**
 * Looks over a site without building it: what two files want, what will not show, what Markdown misunderstands. Reads
 * and runs generators as a build does, renders and writes nothing.
 */
import { BuildError, type Diagnostic, type Time, timeToS } from '../base/index.ts'
import {
  beginBuild,
  generate,
  lookOver,
  type PlannedFile,
  pathFaults,
  readSources,
  type Setup,
  sourceTree,
  unreadableFile,
  withPlaceInWords,
} from '../builder/index.ts'
import type { Plugin } from '../plugins/index.ts'
import type { PluginSettings } from '../schema/index.ts'
import { type Config, isFuture, isMarkdownExt, isPublished, type Renderable } from '../site/index.ts'
import { misspeltSettings } from './settings/misspelt.ts'
import { wrongSettings } from './settings/wrong.ts'
import { findSlips } from './slips.ts'
import { findStrayTables, type StrayTable } from './stray-table.ts'
import { isUsedIn } from './used-settings.ts'

interface Examination {
  /** what reading and generating had to say */
  readonly diagnostics: readonly Diagnostic[]
  /** files that cannot be read, for which a build stops */
  readonly unreadable: readonly Diagnostic[]
  readonly conflicts: readonly Diagnostic[]
  /** templates that cannot be compiled, for which a build stops */
  readonly templates: readonly Diagnostic[]
  /** absolute output paths that are one on a file system without case, in groups */
  readonly caseClashes: readonly (readonly string[])[]
  readonly strayTables: readonly StrayTable[]
  /** what their writers did not mean */
  readonly slips: readonly Diagnostic[]
  /** documents that a build leaves out, and why */
  readonly hidden: readonly { readonly path: string; readonly why: string }[]
}

/** After so many files that cannot be read one has seen enough: each has the site read again. */
const MOST_UNREADABLE = 20

/**
 * Examines the site with these plugins, of all of which `settings` are known, as a build at `time` would find it, and goes on without the files that cannot be read. Throws a
 * `BuildError` where reading stops otherwise.
 */
export function examineSite(
  setup: Setup,
  plugins: readonly Plugin[],
  settings: readonly PluginSettings[],
  time: Time,
): Examination {
  const unreadable: Diagnostic[] = []
  const hidden = new Set<string>()
  for (;;) {
    try {
      return { ...examine(setup, plugins, settings, time, hidden), unreadable }
    } catch (error) {
      const file = unreadableFile(error)
      if (!(error instanceof BuildError) || file === undefined || hidden.has(file)) throw error
      if (hidden.size === MOST_UNREADABLE) throw new BuildError([...unreadable, ...error.diagnostics])
      hidden.add(file)
      unreadable.push(...error.diagnostics.slice(0, 1))
    }
  }
}

function examine(
  { config, theme, gate, files }: Setup,
  plugins: readonly Plugin[],
  settings: readonly PluginSettings[],
  time: Time,
  hidden: ReadonlySet<string>,
): Omit<Examination, 'unreadable'> {
  const diagnostics: Diagnostic[] = []
  const source = {
    config,
    tree: sourceTree(config, hidden, gate),
    theme,
    time,
    plugins,
    askJson: () => undefined,
  }
  const build = beginBuild(source, diagnostics)
  const generated = generate(build, readSources(build))
  const { plan } = generated
  const showing = { ...config, future: true, unpublished: true, limitPosts: 0 }
  const everything = readSources({ ...build, source: { ...source, config: showing }, diagnostics: [] })
  const all = [...everything.site.renderables.values()]
  return {
    diagnostics,
    templates: lookOver(build, generated),
    conflicts: pathFaults(plan.write, generated.site),
    caseClashes: caseClashes(plan.write, config),
    strayTables: all
      .filter((doc) => doc.file.origin === 'site' && isMarkdownExt(config, doc.ext))
      .flatMap(findStrayTables),
    slips: [
      ...findSlips(everything.site, all, build.parts, (directory) => source.tree.list(directory)),
      ...wrongSettings(
        config,
        plugins.flatMap(({ settings }) => settings ?? []),
        everything.site,
        files,
      ),
      ...misspeltSettings(config, settings, isUsedIn(everything.site)).map((each) =>
        withPlaceInWords(each, config.source, files),
      ),
    ],
    hidden: all.flatMap((doc) => {
      const why = hiddenBecause(doc, everything.site.time, config)
      return why === undefined ? [] : [{ path: doc.file.path, why }]
    }),
  }
}

function caseClashes(files: readonly PlannedFile[], { destination }: Config): string[][] {
  const groups = new Map<string, string[]>()
  for (const { path } of files) {
    const key = path.toLowerCase()
    const group = groups.get(key) ?? []
    group.push(`${destination}/${path}`)
    groups.set(key, group)
  }
  return [...groups.values()].filter((group) => new Set(group).size > 1)
}

function hiddenBecause(doc: Renderable, time: Time, config: Config): string | undefined {
  if (!isPublished(doc.data, config)) return '`published: false`; --unpublished shows it'
  if (doc.kind !== 'document' || !isFuture(doc.date, time, config)) return undefined
  return `its date, ${timeToS(doc.date)}, is still to come; --future or \`future: true\` shows it`
}
