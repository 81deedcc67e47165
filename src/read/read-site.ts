/**
 * From files to a site. Layouts first, then the walk (posts, pages, static files), the other collections, data: Jekyll's
 * order, so that messages come in it too.
 */
import { BuildError, compareStrings, type Diagnostic, isInside, type Time, zoneFor } from '../base/index.ts'
import { type FileTree, ReadError } from '../files/index.ts'
import {
  type Collection,
  type Config,
  type DocId,
  type Document,
  defaultsFrom,
  isOverdue,
  type OutputExt,
  type Page,
  pageHomeOf,
  type Renderable,
  type Site,
  type SiteRules,
  type StaticFile,
  type Theme,
  timeFrom,
} from '../site/index.ts'
import { collectionOf, collectionPlans, type ReadCollection, readCollection } from './collections.ts'
import { Overdue, type ReadContext } from './context.ts'
import { readData } from './data.ts'
import { decoder } from './decode.ts'
import { entryFilter } from './entry-filter.ts'
import { globPaths } from './glob-paths.ts'
import { idOfSecond } from './id-of-second.ts'
import { readIncludes } from './includes.ts'
import { readLayouts } from './layouts.ts'
import { readAgain } from './read-again.ts'
import { readDirectories, readIncluded } from './read-directories.ts'
import type { ReadMemory } from './read-memory.ts'
import type { SourceKeeper } from './source-keeper.ts'
import { dataOverTheme, missing, overTheme, readTheme, type ThemeParts, type ThemeSource } from './theme.ts'

/** The file that says which fetched themes the site was built with. */
export const LOCK_NAME = 'whirl.lock'

/** What time it is. */
interface Clock {
  /** `site.time` */
  readonly time: Time
  /** the clock; `time` when not given */
  readonly now?: Time
}

export interface ReadOptions extends Clock {
  /** what the clock says where the one given stands still: by it the site is read when a document waits for a time that has come */
  readonly present?: Clock
  /** extensions of outputs when plugins add converters */
  readonly outputExt?: OutputExt | undefined
  /** names of the tags that have an end, Liquid's, Jekyll's and plugins' */
  readonly blockTags: readonly string[]
  /** what earlier readings of a process made of files, where it is told what changed */
  readonly memory?: ReadMemory | undefined
  /** what earlier processes made of files under such rules, whatever their clock */
  readonly keeper?: ((rules: ReadingRules) => SourceKeeper | undefined) | undefined
  /** what stands in where the site has nothing of that name */
  readonly theme?: ThemeSource
}

/** What all that is made of a file depends on besides the file and the clock. */
export type ReadingRules = Pick<SiteRules, 'config' | 'defaults' | 'blockTags'>

interface ReadResult {
  readonly site: Site
  /** what was noted and does not stop the build */
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads the site in `source`. Throws a BuildError where Jekyll stops: a date that is none, a broken data file. */
export function readSite(source: FileTree, config: Config, options: ReadOptions): ReadResult {
  const { present, ...others } = options
  try {
    return readBy(source, config, others, present?.time ?? others.time)
  } catch (error) {
    if (!(error instanceof Overdue) || present === undefined) throw error
    return readBy(source, config, { ...others, ...present }, present.time)
  }
}

/** Reads the site by one clock. Throws Overdue at the first document that waits for a time after it that has come by `present`. */
function readBy(
  source: FileTree,
  config: Config,
  options: Omit<ReadOptions, 'present'>,
  present: Time,
): ReadResult {
  const tree = options.memory?.listing(source) ?? source
  const { time, now = time, blockTags } = options
  const zone = zoneFor(config.timezone)
  const { defaults, diagnostics } = defaultsFrom(config.reading.defaults, config.collectionsDir, {
    dateOf: (written) => timeFrom(written, zone, now),
    glob: (pattern) => globPaths(tree, pattern),
  })
  const ctx: ReadContext = {
    tree,
    zone,
    origin: 'site',
    config,
    time,
    now,
    present,
    defaults,
    pageHome: pageHomeOf({ config, time }),
    outputExts: new Map(),
    askOutputExt: options.outputExt,
    blockTags,
    decode: decoder(config.reading.encoding),
    filter: entryFilter(tree, config, apartFrom(tree, options.theme)),
    diagnostics: [...diagnostics],
    memory: options.memory,
    keeper: options.keeper?.({ config, defaults, blockTags }),
    reading: { leansOnClock: false },
  }
  ctx.memory?.begin(ctx)
  try {
    const site = (ctx.memory && readAgain(ctx, ctx.memory, options.theme)) ?? read(ctx, options.theme)
    if (holdsOverdue(site, present)) throw new Overdue()
    const said = [...ctx.diagnostics, ...passedOver(tree, options.theme)]
    ctx.memory?.done(said.length === 0 ? site : undefined, options.theme)
    return { site, diagnostics: said }
  } catch (error) {
    if (!(error instanceof ReadError)) throw error
    const stopped: Diagnostic = {
      code: 'read/unreadable',
      severity: 'error',
      message: error.message,
      help: 'check that it exists and may be read, or name it in `exclude`',
      trail: [],
    }
    throw new BuildError([stopped, ...ctx.diagnostics, ...passedOver(tree, options.theme)], { cause: error })
  }
}

/** Whether a document that is listed, but not written before its time, may be written by `present`. */
function holdsOverdue({ renderables, config, time }: Site, present: Time): boolean {
  if (config.future || present.seconds <= time.seconds) return false
  for (const doc of renderables.values())
    if (doc.kind === 'document' && isOverdue(doc.date, time, present, config)) return true
  return false
}

function passedOver(tree: FileTree, theme: ThemeSource | undefined): readonly Diagnostic[] {
  return [...tree.passedOver(), ...(theme?.tree.passedOver() ?? [])]
}

function read(ctx: ReadContext, themeSource: ThemeSource | undefined): Site {
  const layouts = readLayouts(ctx)
  const plans = collectionPlans(ctx)
  const [postsPlan, ...otherPlans] = plans
  const walked = readDirectories(ctx, postsPlan?.home ?? ctx.pageHome)
  readIncluded(ctx, walked)
  // Ruby's sort_by on Linux is stable, so names that are the same stay in the order of the walk.
  const pages = walked.pages.sort((a, b) => compareStrings(a.name, b.name))
  const staticFiles = walked.staticFiles.sort((a, b) => compareStrings(a.file.path, b.file.path))
  const collections = [
    ...(postsPlan === undefined ? [] : [latest(ctx, collectionOf(ctx, postsPlan, walked.posts, []))]),
    ...otherPlans.map((plan) => readCollection(ctx, plan)),
  ]
  const theme = themeSource === undefined ? NO_THEME : readTheme(ctx, themeSource)
  return {
    ...rulesOf(ctx),
    theme: themeSource === undefined ? null : modelOf(themeSource),
    ...assemble(
      collections,
      [...pages, ...missing(pages, theme.pages)],
      [...staticFiles, ...missing(staticFiles, theme.staticFiles)],
    ),
    layouts: overTheme(layouts, theme.layouts),
    includes: overTheme(readIncludes(ctx), theme.includes),
    data:
      ctx.config.reading.data ??
      dataOverTheme(readData(ctx), ctx.config.rules.themeConfig ? theme.data : null),
  }
}

function rulesOf(ctx: ReadContext): SiteRules {
  const { config, time, now, defaults, pageHome, outputExts, blockTags } = ctx
  return { config, time, now, defaults, pageHome, outputExts, blockTags }
}

/** What lies in the source and is not part of the site: the theme's lock, and the theme when it is kept there. */
function apartFrom(tree: FileTree, theme: ThemeSource | undefined): ReadonlySet<string> {
  const root = tree.realPath('') ?? tree.root
  const inside = theme !== undefined && theme.root !== root && isInside(root, theme.root)
  return new Set(inside ? [LOCK_NAME, theme.root.slice(root.length + 1)] : [LOCK_NAME])
}

function modelOf({ name, root, details }: ThemeSource): Theme {
  return { name, root, details }
}

const NO_THEME: ThemeParts = {
  layouts: new Map(),
  includes: new Map(),
  data: null,
  pages: [],
  staticFiles: [],
}

/** With `limit_posts`, the newest so many. */
function latest(ctx: ReadContext, { collection, documents }: ReadCollection): ReadCollection {
  const limit = ctx.config.limitPosts
  if (limit === 0 || documents.length <= limit) return { collection, documents }
  const kept = documents.slice(documents.length - Math.trunc(limit))
  return { collection: { ...collection, documents: kept.map((doc) => doc.id) }, documents: kept }
}

/** Puts the parts of a site together; what is rendered in Jekyll's order: documents by collection, then pages. */
function assemble(
  collections: readonly ReadCollection[],
  pages: readonly Page[],
  staticFiles: readonly StaticFile[],
): Pick<Site, 'renderables' | 'collections' | 'pages' | 'staticFiles'> {
  const renderables = new Map<DocId, Renderable>()
  const listed = <T extends Document | Page>(item: T): T => {
    const id = freeId(item.id, renderables)
    const result = id === item.id ? item : { ...item, id }
    renderables.set(id, result)
    return result
  }
  const byName = new Map<string, Collection>()
  for (const { collection, documents } of collections) {
    byName.set(collection.name, { ...collection, documents: documents.map((doc) => listed(doc).id) })
  }
  return {
    collections: byName,
    pages: pages.map(listed),
    staticFiles: [...staticFiles, ...collections.flatMap(({ collection }) => collection.staticFiles)],
    renderables,
  }
}

function freeId(id: DocId, taken: ReadonlyMap<DocId, unknown>): DocId {
  return taken.has(id) ? idOfSecond(id) : id
}
