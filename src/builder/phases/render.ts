/** The phase in which every document becomes text, in Jekyll's order. */
import { BuildError, type Timer } from '../../base/index.ts'
import type { Drop } from '../../liquid/index.ts'
import { guarded, StartOver } from '../../plugins/index.ts'
import {
  createShared,
  finishedDrops,
  type Measure,
  newDiagnostics,
  nothingRendered,
  type Progress,
  passedTo,
  renderDocument,
  type Shared,
  withRendered,
} from '../../render/index.ts'
import type { DocId, Renderable, Site } from '../../site/index.ts'
import type { Elsewhere, Others } from '../apart/elsewhere.ts'
import { resultStore } from '../cache/result-store.ts'
import type { Keeping } from '../kept/keeping.ts'
import { settingsKey } from '../kept/settings-key.ts'
import { outputCounter } from '../limits.ts'
import type { Plan, PlannedFile } from '../plan.ts'
import { compileAhead, isStyleSheet } from '../style-sheets.ts'
import { type Costs, createCosts } from '../template-costs.ts'
import { asConverter } from './as-converter.ts'
import { type Build, makersOf } from './build.ts'
import type { Generated } from './generate.ts'
import { renderedTexts } from './rendered-texts.ts'

export interface RenderOptions {
  /** told of each step on one file: `Rendering:` and its path */
  readonly note?: (topic: string, path: string) => void
  /** told how many of all documents are rendered */
  readonly progress?: (done: number, total: number) => void
  /** what is rendered in other threads, or was on other machines */
  readonly elsewhere?: Elsewhere
}

export interface Rendered {
  readonly site: Site
  readonly plan: Plan
  /** what each document became */
  readonly progress: Progress
  /** outputs that hooks on the site changed, by the id of the document: they are written instead */
  readonly changed: ReadonlyMap<DocId, string>
  /** the documents whose results may be others than in the last build of this process; undefined: all */
  readonly looked?: ReadonlySet<DocId>
  /** how many documents were rendered; the others are as an earlier build rendered them */
  readonly count: number
  /** files that converters made besides the documents': source maps */
  readonly made: readonly PlannedFile[]
  /** what templates see of a document, now that all are finished */
  readonly drop: (doc: Renderable) => Drop
  readonly keeping: Keeping | undefined
  /** of templates, where they are measured */
  readonly costs: Costs
}

/** Renders all documents. Throws a BuildError at the first that fails. */
export function render(build: Build, { site, plan, changes }: Generated, options: RenderOptions): Rendered {
  const { source, hooks, timer } = build
  const costs = createCosts()
  const measure = source.profile ? measuring(timer, costs.measure) : undefined
  const begin = (isAgain: boolean): Begun =>
    beginWithKept(build, { site, plan, changes }, { measure, isAgain })
  const { shared, keeping, progress, count } = timer.time('RENDER', () =>
    renderRecording(build, plan, begin, options),
  )
  const doubtful = keeping?.doubtful
  const looked = doubtful?.documents ?? plan.render
  build.atWork('Finishing', 'the site')
  const changed = hooks.postRender(site, renderedTexts(progress))
  return {
    site,
    plan: copying(build, site, plan),
    progress,
    changed,
    count,
    ...(doubtful === undefined ? {} : { looked: new Set(looked.map(({ id }) => id)) }),
    made: looked.flatMap(({ id }) => madeBeside(id, progress)),
    drop: finishedDrops(shared, progress),
    keeping,
    costs,
  }
}

type Begun = ReturnType<typeof beginWithKept>

/**
 * What `begin` began and what came of it. Where plugins are passed over, as they would do again what an earlier build recorded, and
 * one has something to do after all, everything is rendered from the beginning, with all of them.
 */
function renderRecording(
  build: Build,
  plan: Plan,
  begin: (isAgain: boolean) => Begun,
  options: RenderOptions,
): Begun & Pick<Rendered, 'progress' | 'count'> {
  const { recording, diagnostics } = build
  const first = begin(false)
  const { site, shared, settings, keeping } = first
  const others = options.elsewhere?.begin({ site, shared, settings, plan, keeping })
  if (others === undefined && keeping !== undefined) recording?.begin()
  const said = diagnostics.length
  try {
    return { ...first, ...renderAll(build, plan, shared, { keeping, others }, options) }
  } catch (error) {
    if (!(error instanceof StartOver)) throw error
    recording?.startOver()
    diagnostics.length = said
    const again = begin(true)
    return { ...again, ...renderAll(build, plan, again.shared, { ...again, others: undefined }, options) }
  } finally {
    const did = others?.end()
    if (did !== undefined) options.note?.('Threads:', did)
    if (recording?.isOn() === true) keeping?.recorded(recording.end())
  }
}

/** `plan` with those static files that plugins still want there. */
function copying({ plugins }: Build, site: Site, plan: Plan): Plan {
  let files = site.staticFiles
  for (const plugin of plugins)
    if (plugin.staticFiles !== undefined)
      files = guarded(plugin, 'the static files', () => plugin.staticFiles?.(files) ?? files)
  if (files === site.staticFiles) return plan
  const left = new Set(files)
  const gone = new Set<PlannedFile['from']>(site.staticFiles.filter((file) => !left.has(file)))
  return { ...plan, write: plan.write.filter(({ from }) => !gone.has(from)) }
}

/** What rendering needs, and what earlier builds kept for it. */
export function beginWithKept(
  build: Build,
  { site, plan, changes }: Generated,
  how?: Beginning,
): {
  readonly site: Site
  readonly shared: Shared
  readonly settings: string | undefined
  readonly keeping: Keeping | undefined
} {
  const shared = beginRendering(build, site, how)
  const settings = settingsOf(build, site, shared)
  const kept = settings === undefined ? undefined : keptFor(build)
  return { site, shared, settings, keeping: kept?.begin(site, shared, settings ?? '', plan, changes) }
}

interface Beginning {
  readonly measure?: Measure | undefined
  /** whether it has begun before */
  readonly isAgain: boolean
}

/** What rendering `site` needs; plugins are told that it begins. */
export function beginRendering(
  build: Build,
  site: Site,
  { measure, isAgain }: Beginning = { isAgain: false },
): Shared {
  const { source, hooks, parts, files, compilers, store, recording } = build
  if (!isAgain) hooks.preRender(site)
  const shared = createShared(site, {
    ...(measure === undefined ? {} : { measure }),
    files,
    compilers,
    results: resultStore(store),
    hooks,
    ...(source.atWork === undefined ? {} : { atWork: source.atWork }),
    ...parts,
    converters: parts.converters.map(asConverter),
    recording,
  })
  build.unrepeatable.note = () => shared.view.unrepeatable()
  build.unrepeatable.noteRecorded = () =>
    recording?.isOn() === true ? shared.view.recorded() : shared.view.unrepeatable()
  return shared
}

/** Names what results depend on besides the site; undefined where that cannot be told. */
export function settingsOf(build: Build, site: Site, shared: Shared): string | undefined {
  return settingsKey(site, shared.settings, makersOf(build))
}

/** Measured builds render everything. */
function keptFor({ source, kept }: Build): Build['kept'] {
  return source.profile === true ? undefined : kept
}

/** Renders the documents of the plan one after the other, but for those that may be passed over. */
function renderAll(
  build: Build,
  { render: all, places }: Plan,
  shared: Shared,
  { keeping, others }: { readonly keeping: Keeping | undefined; readonly others: Others | undefined },
  options: RenderOptions,
): Pick<Rendered, 'progress' | 'count'> {
  const { source, timer, diagnostics, compilers } = build
  const { documents, earlier } = keeping?.doubtful ?? { documents: all, earlier: undefined }
  let progress = nothingRendered(earlier)
  const counted = source.limits === undefined ? undefined : outputCounter(source.limits)
  let done = 0
  let count = 0
  const next = (): void => {
    const doc = documents[done++]!
    const before = earlier === undefined ? progress : passedTo(progress, places?.render.get(doc.id) ?? 0)
    let rendered = keeping?.recall(doc, before)
    if (rendered === undefined) {
      rendered = others?.take(doc, before, keeping)
      if (rendered === undefined || others?.ofThisBuild) {
        options.note?.('Rendering:', doc.file.path)
        count++
      }
      rendered ??= timer.time(
        doc.file.path,
        () => keeping?.render(doc, before) ?? renderDocument(doc, shared, before),
      )
    }
    diagnostics.push(...newDiagnostics(before, rendered))
    progress = withRendered(before, rendered)
    // A text has at least as many bytes as characters, so this stops in time, and counts no byte twice.
    counted?.(doc.file.path, rendered.output.length)
    if (rendered.diagnostics.some((each) => each.severity === 'error')) throw new BuildError([])
    options.progress?.(done, documents.length)
  }
  compileAhead(sheetsAhead(build, documents, keeping), shared, compilers, (isCompiled) => {
    const doc = documents[done]
    if (doc === undefined || (isStyleSheet(doc) && !isCompiled(doc))) return false
    next()
    return true
  })
  while (done < documents.length) next()
  return { progress: earlier === undefined ? progress : passedTo(progress, all.length), count }
}

/**
 * The style sheets that are surely rendered in this build, where that can be done before their turn: a plugin of the site's
 * own may count what is rendered, and where documents are measured or limited each has its time.
 */
function sheetsAhead(
  { source, plugins }: Build,
  documents: readonly Renderable[],
  keeping: Keeping | undefined,
): readonly Renderable[] {
  const { bundled = [], profile, limits } = source
  if (profile === true || limits !== undefined || !plugins.every((plugin) => bundled.includes(plugin)))
    return []
  const sheets = documents.filter((doc) => isStyleSheet(doc) && keeping?.mayHold(doc) !== true)
  return sheets.length < documents.length ? sheets : []
}

function madeBeside(id: Renderable['id'], progress: Progress): readonly PlannedFile[] {
  const files = progress.rendered(id)?.extraFiles ?? []
  return files.map(({ outputPath, text }) => ({ path: outputPath, label: outputPath, from: { text } }))
}

/** `measure` inside the phases of `timer`: document by document, then templates and converters as they call each other. */
function measuring(timer: Timer, measure: Measure): Measure {
  return (path, run, kind) => timer.time(path, () => measure(path, run, kind))
}
