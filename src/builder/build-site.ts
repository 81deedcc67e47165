/**
 * One build, from the source tree to the written files. Synchronous but for plugins that finish a site with work that
 * is not (`buildAndFinish`); the order is Jekyll's:
 *
 *     read -> generate -> render -> finish -> clean -> write
 *
 * Nothing of the old output changes before everything is rendered and staged, so a site that cannot be built stays as
 * it was. Asks no clock but for measuring and prints nothing: what there is to say comes back as values, or goes to
 * the `note` and `progress` that the caller passes.
 */
import {
  BuildError,
  createTimer,
  type Diagnostic,
  type Time,
  type Timer,
  type Timing,
} from '../base/index.ts'
import {
  type HookRunner,
  hookRunner,
  type JsonAnswers,
  type JsonQuestion,
  type Plugin,
  type PluginConverter,
  PluginFailure,
  pluginParts,
  pluginsFor,
} from '../plugins/index.ts'
import { type FileTree, readSite, type ThemeSource } from '../read/index.ts'
import {
  ConversionError,
  type Converter,
  createShared,
  finishedDrops,
  type Measure,
  newDiagnostics,
  nothingRendered,
  type Progress,
  renderDocument,
  type Shared,
  withRendered,
} from '../render/index.ts'
import { type Config, type Renderable, type Site, siteTime } from '../site/index.ts'
import { askJson } from './ask-json.ts'
import type { Counters } from './counters.ts'
import { fileAccess } from './file-access.ts'
import { type Finishing, finishInTurn, finishNow } from './finish.ts'
import { generate } from './generate.ts'
import { gitRepository } from './git-repository.ts'
import { checkDestination, checkSources } from './output/check-destination.ts'
import { findConflicts } from './output/conflicts.ts'
import type { Output } from './output/output.ts'
import { stalePaths } from './output/stale-paths.ts'
import { outputOf, writeFiles } from './output/write-files.ts'
import { type PageMemory, pageMemory } from './page-memory.ts'
import { type Plan, type PlannedFile, planBuild } from './plan.ts'
import { pluginReading } from './plugins/plugin-reading.ts'
import { withPluginTemplates } from './plugins/plugin-templates.ts'
import { systemFault } from './system-fault.ts'
import { type Costs, createCosts, type TemplateCost } from './template-costs.ts'

export interface BuildOptions {
  readonly config: Config
  readonly tree: FileTree
  /** what `site.time` is unless the configuration sets it */
  readonly time: Time
  readonly output: Output
  readonly theme?: ThemeSource | undefined
  /** those that come with the program */
  readonly bundled?: readonly Plugin[]
  /** by default the bundled ones that the configuration names */
  readonly plugins?: readonly Plugin[]
  /** when git last saw the file at a path of the source change */
  readonly lastCommit?: (path: string) => Time | undefined
  /** asks an API for plugins whose site wants it; by default the network, with answers kept in the cache */
  readonly askJson?: (question: JsonQuestion) => JsonAnswers | undefined
  /** told what plugins have to say */
  readonly info?: (topic: string, message: string) => void
  /** told of each step on one file: `Rendering:` and its path */
  readonly note?: (topic: string, path: string) => void
  /** told how many of all documents are rendered */
  readonly progress?: (done: number, total: number) => void
  /** whether to measure phases and documents */
  readonly profile?: boolean
  /** names the version of the program; with it, `incremental: true` reuses what an earlier build rendered */
  readonly program?: string
}

export interface BuildResult {
  readonly site: Site
  readonly written: readonly string[]
  readonly unchanged: number
  readonly removed: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
  readonly counters: Counters
  /** empty unless `profile` */
  readonly timings: readonly Timing[]
  readonly costs: readonly TemplateCost[]
}

/**
 * Builds the site. Throws a `BuildError` with every diagnostic so far, the one that stops the build last; a TypeError
 * when a plugin's `finish` is asynchronous.
 */
export function buildSite(options: BuildOptions): BuildResult {
  const ready = renderSite(options)
  return writeSite(
    ready,
    attempt(ready, () => finishNow(ready)),
  )
}

/** Builds the site, waiting for plugins whose `finish` takes its time. Rejects as `buildSite` throws. */
export async function buildAndFinish(options: BuildOptions): Promise<BuildResult> {
  const ready = renderSite(options)
  let files: readonly PlannedFile[]
  try {
    files = await finishInTurn(ready)
  } catch (error) {
    throw asBuildError(error, ready.diagnostics)
  }
  return writeSite(ready, files)
}

/** A site that is rendered and not yet written. */
interface Ready extends Finishing {
  readonly options: BuildOptions
  readonly hooks: HookRunner
  readonly plan: Plan
  readonly progress: Progress
  readonly memory: PageMemory | undefined
  /** files made by rendering */
  readonly extra: readonly PlannedFile[]
  readonly costs: Costs
  readonly timer: Timer
  readonly diagnostics: Diagnostic[]
}

function renderSite(options: BuildOptions): Ready {
  const diagnostics: Diagnostic[] = []
  const { config } = options
  const timer = createTimer(options.profile === true)
  const info = options.info ?? (() => {})
  try {
    checkDestination(config)
    const { bundled = [] } = options
    const plugins = options.plugins ?? pluginsFor(config, { bundled, theme: options.theme?.plugins ?? [] })
    const hooks = hookRunner(plugins)
    diagnostics.push(...hooks.begin(config))
    const parts = pluginParts(plugins, (plugin) => bundled.includes(plugin))
    const reading = pluginReading(config, parts)
    const read = timer.time('READ', () => readAll(options, reading, diagnostics))
    checkSources(read)
    const files = fileAccess(
      [options.tree, ...(options.theme === undefined ? [] : [options.theme.tree])],
      config,
    )
    const site = timer.time('GENERATE', () =>
      generate(withPluginTemplates(read, plugins), plugins, hooks, {
        files,
        lastCommit: options.lastCommit ?? (() => undefined),
        repository: gitRepository(config.source),
        askJson: options.askJson ?? askJson(config),
        info,
        diagnostics,
        outputExt: reading.outputExt,
      }),
    )
    const plan = planBuild(site)
    const costs = createCosts()
    hooks.site('site:pre_render', site)
    const shared = createShared(site, {
      ...(options.profile ? { measure: measuring(timer, costs.measure) } : {}),
      files,
      hooks,
      ...parts,
      converters: parts.converters.map(asConverter),
    })
    const memory = pageMemory(site, plugins, options.program)
    const { progress, extra } = timer.time('RENDER', () =>
      renderAll(plan.render, shared, options, { memory, timer, diagnostics }),
    )
    hooks.site('site:post_render', site)
    const warn = (diagnostic: Diagnostic): void => {
      diagnostics.push(diagnostic)
    }
    const outputs = (): Map<string, string> =>
      new Map(
        plan.write.flatMap(({ from, path }) =>
          'kind' in from ? [[path, outputOf(progress.rendered(from.id))] as const] : [],
        ),
      )
    return {
      options,
      plugins,
      hooks,
      site,
      plan,
      progress,
      memory,
      extra,
      costs,
      timer,
      diagnostics,
      files,
      outputs,
      drop: finishedDrops(shared, progress),
      info,
      warn,
    }
  } catch (error) {
    throw asBuildError(error, diagnostics)
  }
}

function writeSite(ready: Ready, finished: readonly PlannedFile[]): BuildResult {
  const { options, hooks, site, plan, progress, memory, costs, timer, diagnostics } = ready
  const { config, output } = options
  return attempt(ready, () => {
    const planned = [...plan.write, ...ready.extra, ...finished]
    const conflicts = findConflicts(planned, config.destination)
    diagnostics.push(...conflicts)
    if (conflicts.some((each) => each.severity === 'error')) throw new BuildError([])
    const wanted = new Map(planned.map((file) => [file.path, file]))
    const removed = timer.time('CLEANUP', () =>
      hooks.obsolete(stalePaths(output.existing(), new Set(wanted.keys()), config.keeping.files)),
    )
    const written = timer.time('WRITE', () => writeFiles(wanted, removed, progress, options))
    if (hooks.has('post_write'))
      for (const { from, path } of wanted.values()) if ('kind' in from) hooks.postWrite(from, path)
    hooks.site('site:post_write', site)
    memory?.save()
    return {
      site,
      written,
      unchanged: wanted.size - written.length,
      removed,
      diagnostics,
      counters: countersOf(site, plan.render.length, written.length, wanted.size, removed.length),
      timings: timer.timings(),
      costs: costs.all(),
    }
  })
}

/** What `run` answers; what it throws gets the diagnostics so far. */
function attempt<T>({ diagnostics }: Ready, run: () => T): T {
  try {
    return run()
  } catch (error) {
    throw asBuildError(error, diagnostics)
  }
}

/** A plugin's converter, what it throws being a fault of the text. */
function asConverter(converter: PluginConverter): Converter {
  return {
    name: converter.name,
    priority: converter.priority,
    matches: (ext) => converter.matches(ext),
    convert(text, context) {
      try {
        return converter.convert(text, context)
      } catch (error) {
        if (error instanceof PluginFailure) throw error
        throw new ConversionError(error instanceof Error ? error.message : String(error))
      }
    },
  }
}

function readAll(
  { tree, config, theme, time }: BuildOptions,
  reading: ReturnType<typeof pluginReading>,
  diagnostics: Diagnostic[],
): Site {
  const read = readSite(tree, config, {
    time: siteTime(config, time),
    ...reading,
    ...(theme === undefined ? {} : { theme }),
  })
  diagnostics.push(...read.diagnostics)
  return read.site
}

/** `measure` inside the phases of `timer`: document by document, then templates and converters as they call each other. */
function measuring(timer: Timer, measure: Measure): Measure {
  return (path, run, kind) => timer.time(path, () => measure(path, run, kind))
}

/** Renders `documents` one after the other; answers the files they make besides their own. */
function renderAll(
  documents: readonly Renderable[],
  shared: Shared,
  options: BuildOptions,
  { memory, timer, diagnostics }: Pick<Ready, 'memory' | 'timer' | 'diagnostics'>,
): { readonly progress: Progress; readonly extra: readonly PlannedFile[] } {
  const extra: PlannedFile[] = []
  let progress = nothingRendered()
  let done = 0
  for (const doc of documents) {
    const recalled = memory?.recall(doc)
    if (recalled !== undefined) {
      progress = withRendered(progress, recalled)
      options.progress?.(++done, documents.length)
      continue
    }
    options.note?.('Rendering:', doc.file.path)
    const rendered = timer.time(doc.file.path, () => renderDocument(doc, shared, progress))
    diagnostics.push(...newDiagnostics(progress, rendered))
    progress = withRendered(progress, rendered)
    memory?.keep(doc, rendered)
    if (rendered.diagnostics.some((each) => each.severity === 'error')) throw new BuildError([])
    for (const file of rendered.extraFiles)
      extra.push({ path: file.outputPath, label: file.outputPath, from: { text: file.text } })
    options.progress?.(++done, documents.length)
  }
  return { progress, extra }
}

function countersOf(site: Site, rendered: number, written: number, all: number, removed: number): Counters {
  return {
    documents: site.renderables.size - site.pages.length,
    pages: site.pages.length,
    staticFiles: site.staticFiles.length,
    rendered,
    written,
    unchanged: all - written,
    removed,
  }
}

/** `error` with what was found before it; our own mistakes travel on as they are. */
function asBuildError(error: unknown, before: readonly Diagnostic[]): unknown {
  if (error instanceof BuildError) {
    const all = [...new Set([...before, ...error.diagnostics])]
    const isError = (each: Diagnostic): boolean => each.severity === 'error'
    const ordered = [...all.filter((each) => !isError(each)), ...all.filter(isError)]
    return new BuildError(ordered, error.cause === undefined ? {} : { cause: error.cause })
  }
  const fault = systemFault(error, 'rb_sysopen')
  return fault === undefined ? error : new BuildError([...before, fault])
}
