/** The phase between rendering and writing: plugins make files of the finished outputs. */
import { BuildError } from '../../base/index.ts'
import {
  byPriority,
  type FinishContext,
  type FinishedFile,
  failureOf,
  guarded,
  type Plugin,
} from '../../plugins/index.ts'
import type { Site } from '../../site/index.ts'
import { bytesCache } from '../bytes-cache.ts'
import type { SourceAccess } from '../file-access.ts'
import type { PlannedFile } from '../plan.ts'
import { programFile } from '../program-file.ts'
import type { Build } from './build.ts'
import type { Rendered } from './render.ts'
import { outputOf, renderedTexts } from './rendered-texts.ts'

export interface Finished {
  readonly rendered: Rendered
  /** all that is to be written, in Jekyll's order, plugins' files last: of two with one path the later wins */
  readonly files: readonly PlannedFile[]
}

/** Runs the plugins that finish a site. Throws a BuildError that names the one at fault, a TypeError when it needs time. */
export function finishNow(build: Build, rendered: Rendered): Finished {
  const finishers = finishersOf(build)
  const made: PlannedFile[] = []
  if (finishers.length > 0) {
    const { context, turnOf } = contextFor(build, rendered)
    for (const plugin of finishers) {
      turnOf(plugin)
      const files = guarded(plugin, 'finishing the site', () => plugin.finish?.(rendered.site, context))
      if (files instanceof Promise) throw new TypeError(`the plugin '${plugin.name}' finishes asynchronously`)
      made.push(...planned(plugin, files))
    }
  }
  return finished(rendered, made)
}

/** Like `finishNow`, one plugin after the other, waiting for each. */
export async function finishInTurn(build: Build, rendered: Rendered): Promise<Finished> {
  const finishers = finishersOf(build)
  const made: PlannedFile[] = []
  if (finishers.length > 0) {
    const { context, turnOf } = contextFor(build, rendered)
    for (const plugin of finishers) {
      turnOf(plugin)
      let files: unknown
      plugin.origin?.started('finishing the site')
      try {
        files = await plugin.finish?.(rendered.site, context)
      } catch (error) {
        throw failureOf(plugin, 'finishing the site', error)
      } finally {
        plugin.origin?.ended()
      }
      made.push(...planned(plugin, files))
    }
  }
  return finished(rendered, made)
}

function finished(rendered: Rendered, made: readonly PlannedFile[]): Finished {
  return { rendered, files: [...rendered.plan.write, ...rendered.made, ...made] }
}

function finishersOf({ plugins }: Build): readonly Plugin[] {
  return byPriority(plugins.filter((plugin) => plugin.finish !== undefined))
}

interface Finishing {
  readonly context: FinishContext
  /** whose turn it is, for those who watch */
  turnOf(plugin: Plugin): void
}

function contextFor({ files, source, store, atWork, diagnostics }: Build, rendered: Rendered): Finishing {
  const { site, drop } = rendered
  let worker = ''
  const context: FinishContext = {
    outputs: outputsOf(rendered),
    readBytes: (place) => bytesAt(files, site, place),
    programFile,
    drop(doc) {
      atWork(worker, doc.file.path)
      return drop(doc)
    },
    cache: bytesCache(store),
    info: source.info ?? (() => {}),
    warn: (diagnostic) => {
      diagnostics.push(diagnostic)
    },
  }
  return {
    context,
    turnOf({ name }) {
      worker = `The plugin ${name}`
      atWork(worker, 'the finished site')
    },
  }
}

/** Texts about to be written, by their path in the destination. */
function outputsOf({ plan, progress, changed }: Rendered): ReadonlyMap<string, string> {
  const outputs = new Map<string, string>()
  const texts = renderedTexts(progress, changed)
  for (const { from, path } of plan.write) if ('kind' in from) outputs.set(path, outputOf(texts, from.id))
  return outputs
}

function bytesAt(files: SourceAccess, { config, theme }: Site, place: string): Uint8Array | undefined {
  const relative = place.replace(/^\/+/, '')
  const roots = theme === null ? [config.source] : [config.source, theme.root]
  for (const root of roots) {
    const bytes = files.readBytes(`${root}/${relative}`)
    if (bytes !== undefined) return bytes
  }
  return undefined
}

function planned(plugin: Plugin, made: unknown): PlannedFile[] {
  if (!Array.isArray(made)) throw badResult(plugin, 'no list of files')
  return made.map((each: unknown) => {
    if (!isFinished(each)) throw badResult(plugin, 'something that is not a file with `path` and `content`')
    const parts = each.path.split('/')
    if (each.path === '' || parts.some((part) => part === '' || part === '.' || part === '..'))
      throw badResult(plugin, `a file with the path '${each.path}', which is not below the destination`)
    const from = typeof each.content === 'string' ? { text: each.content } : { bytes: each.content }
    return { path: each.path, label: `${each.path} (plugin ${plugin.name})`, from }
  })
}

function isFinished(value: unknown): value is FinishedFile {
  const file = value as Partial<FinishedFile> | null
  return (
    typeof file === 'object' &&
    file !== null &&
    typeof file.path === 'string' &&
    (typeof file.content === 'string' || file.content instanceof Uint8Array)
  )
}

function badResult(plugin: Plugin, what: string): BuildError {
  return new BuildError([
    {
      code: 'plugins/bad-result',
      severity: 'error',
      message: `The plugin '${plugin.name}' returned ${what} from \`finish\`.`,
      help: 'return a list of `{ path, content }`, `path` relative to the destination',
      trail: [],
    },
  ])
}
