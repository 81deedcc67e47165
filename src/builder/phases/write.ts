/** The last phase: the output changes, all of it at once. */
import { BuildError, sanitizedPath } from '../../base/index.ts'
import type { RenderedTexts } from '../../plugins/index.ts'
import type { Site } from '../../site/index.ts'
import type { Counters } from '../counters.ts'
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
export function write(build: Build, { rendered, files: made }: Finished, options: WriteOptions): Written {
  const { source, hooks, store, atWork, timer, diagnostics } = build
  const { config } = source
  const { site, progress, changed, keeping } = rendered
  const texts = renderedTexts(progress, changed)
  const files = made.map(withCleanPath)
  const faults = pathFaults(files, site)
  diagnostics.push(...faults)
  if (faults.some((each) => each.severity === 'error')) throw new BuildError([])
  const wanted = new Map(files.map((file) => [file.path, file]))
  const { output, note } = options
  if (source.limits !== undefined) countAll(files, texts, outputCounter(source.limits))
  atWork('Writing', '')
  const { tree, theme } = source
  const rooms = theme === undefined ? [tree.root] : [tree.root, theme.root]
  output.begin(store, source.info, config.safe ? rooms : undefined)
  const { removed, written, outputs } = undoing(output, () => {
    const outputs = keeping?.outputs(config.destination, output)
    const removed = timer.time('CLEANUP', () =>
      hooks.obsolete(stalePaths(output.existing(), new Set(wanted.keys()), config.keeping.files)),
    )
    const blocked = blockedPaths(wanted.values(), output.existing(), removed, site)
    if (blocked.length > 0) throw new BuildError(blocked)
    const written = timer.time('WRITE', () =>
      writeFiles(wanted, removed, {
        rendered: (id) => progress.rendered(id),
        changed,
        config,
        output,
        outputs,
        tooLong: (file, message) => refusedAsLong(file, site, message),
        ...(note === undefined ? {} : { note }),
      }),
    )
    return { removed, written, outputs }
  })
  if (hooks.has('post_write'))
    for (const { from, path } of wanted.values()) if ('kind' in from) hooks.postWrite(from, path, texts)
  hooks.written(site, texts)
  if (keeping !== undefined && outputs !== undefined) keeping.save(progress, outputs)
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
      written: written.length,
      unchanged: wanted.size - written.length,
      removed: removed.length,
    },
  }
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
function withCleanPath(file: PlannedFile): PlannedFile {
  return UNCLEAN.test(file.path) ? { ...file, path: sanitizedPath('/', file.path).slice(1) } : file
}

/** A path with a part that is empty or only dots. */
const UNCLEAN = /(?:^|\/)\.{0,2}(?:\/|$)/
