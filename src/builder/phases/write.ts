/** The last phase: the output changes, all of it at once. */
import { BuildError, sanitizedPath } from '../../base/index.ts'
import type { RenderedTexts } from '../../plugins/index.ts'
import type { Site } from '../../site/index.ts'
import type { Counters } from '../counters.ts'
import { rewritten } from '../kept/last-write.ts'
import { outputCounter } from '../limits.ts'
import { blockedPaths } from '../output/blocked-paths.ts'
import type { Output } from '../output/output.ts'
import { pathFaults } from '../output/path-faults.ts'
import { stalePaths } from '../output/stale-paths.ts'
import { refusedAsLong } from '../output/unwritable-paths.ts'
import { writeFiles } from '../output/write-files.ts'
import type { PlannedFile } from '../plan.ts'
import type { Build } from './build.ts'
import type { Finished } from './finish.ts'
import type { Rendered } from './render.ts'
import { outputOf, renderedTexts } from './rendered-texts.ts'

export interface WriteOptions {
  readonly output: Output
  /** told of each file: `Writing:` and its path */
  readonly note?: (topic: string, path: string) => void
}

export interface Written {
  readonly site: Site
  /** paths whose bytes changed */
  readonly written: readonly string[]
  readonly removed: readonly string[]
  readonly counters: Counters
}

/** Writes what changed and removes what is stale. Throws a BuildError where two files cannot both be written. */
export function write(
  build: Build,
  { rendered, files: made }: Finished,
  options: WriteOptions,
  tell: (files: readonly PlannedFile[]) => void = (files) => tellWritten(build, rendered, files),
): Written {
  const { source, hooks, store, atWork, timer, diagnostics } = build
  const { config } = source
  const { site, progress, changed, keeping, looked } = rendered
  const texts = renderedTexts(progress, changed)
  // What hooks on the site changed may be another text each time.
  const last = looked === undefined || changed.size > 0 ? undefined : keeping?.lastWrite(config.destination)
  const again =
    last?.config === config ? rewritten(made, last, withCleanPath, looked ?? new Set()) : undefined
  const files = again?.files ?? made.map(withCleanPath)
  let isSaid = false
  if (again === undefined) {
    const faults = pathFaults(files, site)
    diagnostics.push(...faults)
    if (faults.some((each) => each.severity === 'error')) throw new BuildError([])
    isSaid = faults.length > 0
  }
  const paths = again && last ? last.paths : new Set(files.map(({ path }) => path))
  const { output, note } = options
  if (source.limits !== undefined) countAll(files, texts, outputCounter(source.limits))
  atWork('Writing', '')
  const { tree, theme } = source
  const rooms = theme === undefined ? [tree.root] : [tree.root, theme.root]
  output.begin(store, source.info, config.safe ? rooms : undefined)
  const { removed, written, outputs, untouched } = undoing(output, () => {
    const outputs = keeping?.outputs(config.destination, output)
    const existing = output.existing()
    // Files of the last build lie where it left them.
    const inPlace = again !== undefined && existing === last?.existing
    const stale = inPlace ? [] : stalePaths(existing, paths, config.keeping.files)
    const removed = timer.time('CLEANUP', () => hooks.obsolete(stale))
    const wanted = new Map(inPlace ? [] : files.map((file) => [file.path, file]))
    const blocked = inPlace ? [] : blockedPaths(wanted.values(), existing, removed, site)
    if (blocked.length > 0) throw new BuildError(blocked)
    if (inPlace) outputs?.othersHold()
    const written = timer.time('WRITE', () =>
      writeFiles(inPlace ? again.doubtful : wanted.values(), paths, removed, {
        rendered: (id) => progress.rendered(id),
        changed,
        config,
        output,
        outputs,
        tooLong: (file, message) => refusedAsLong(file, site, message),
        ...(note === undefined ? {} : { note }),
      }),
    )
    return { removed, written, outputs, untouched: stale.length === 0 ? existing : undefined }
  })
  tell(files)
  const isPlain = !isSaid && paths.size === files.length && changed.size === 0
  const lastWrite = isPlain ? { config, planned: made, files, paths, existing: untouched } : undefined
  build.pictures.keep()
  if (keeping !== undefined && outputs !== undefined) keeping.save(progress, outputs, lastWrite)
  else store.save()
  return {
    site,
    written,
    removed,
    counters: {
      documents: site.renderables.size - site.pages.length,
      pages: site.pages.length,
      staticFiles: site.staticFiles.length,
      rendered: rendered.count,
      placed: keeping?.placed.size ?? 0,
      written: written.length,
      unchanged: paths.size - written.length,
      removed: removed.length,
    },
  }
}

/** Runs the hooks on what is written. */
export function tellWritten({ hooks }: Build, rendered: Rendered, files: readonly PlannedFile[]): void {
  const texts = renderedTexts(rendered.progress, rendered.changed)
  if (hooks.has('post_write'))
    for (const { from, path } of new Map(files.map((file) => [file.path, file])).values())
      if ('kind' in from) hooks.postWrite(from, path, texts)
  hooks.written(rendered.site, texts)
}

/** What `run` answers; where it throws, the output forgets what was staged. */
function undoing<T>(output: Output, run: () => T): T {
  try {
    return run()
  } catch (error) {
    output.rollback()
    throw error
  }
}

/** Tells `count` of each file how many bytes it has. */
function countAll(
  files: readonly PlannedFile[],
  texts: RenderedTexts,
  count: ReturnType<typeof outputCounter>,
): void {
  for (const { path, from } of files)
    if ('text' in from) count(path, Buffer.byteLength(from.text))
    else if ('bytes' in from) count(path, from.bytes.length)
    else if ('kind' in from) count(path, Buffer.byteLength(outputOf(texts, from.id)))
    else count(path, from.file.size)
}

/** Plugins may name a path as they like: it is below the destination, and always written the same. */
export function withCleanPath(file: PlannedFile): PlannedFile {
  return UNCLEAN.test(file.path) ? { ...file, path: sanitizedPath('/', file.path).slice(1) } : file
}

/** A path with a part that is empty or only dots. */
const UNCLEAN = /(?:^|\/)\.{0,2}(?:\/|$)/
