/** The step between rendering and writing: plugins make files of the finished outputs. */
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { BuildError, type Diagnostic } from '../base/index.ts'
import {
  type BytesCache,
  byPriority,
  type FinishContext,
  type FinishedFile,
  failureOf,
  guarded,
  type Plugin,
  type ProgramFile,
} from '../plugins/index.ts'
import type { Config, Site } from '../site/index.ts'
import { cacheDirectory } from './cache-directory.ts'
import type { SourceAccess } from './file-access.ts'
import type { PlannedFile } from './plan.ts'

/** What the step works on. */
export interface Finishing {
  readonly site: Site
  readonly plugins: readonly Plugin[]
  readonly files: SourceAccess
  /** texts about to be written, by their path in the destination; made only when a plugin finishes */
  readonly outputs: () => ReadonlyMap<string, string>
  /** what templates see of a document */
  readonly drop: FinishContext['drop']
  readonly info: (topic: string, message: string) => void
  readonly warn: (diagnostic: Diagnostic) => void
}

/** The files of all plugins. Throws a BuildError that names the plugin at fault, a TypeError when one needs time. */
export function finishNow(finishing: Finishing): readonly PlannedFile[] {
  const finishers = finishersOf(finishing)
  if (finishers.length === 0) return []
  const context = contextFor(finishing)
  return finishers.flatMap((plugin) => {
    const made = guarded(plugin, 'finishing the site', () => plugin.finish?.(finishing.site, context))
    if (made instanceof Promise) throw new TypeError(`the plugin '${plugin.name}' finishes asynchronously`)
    return planned(plugin, made)
  })
}

/** Like `finishNow`, one plugin after the other, waiting for each. */
export async function finishInTurn(finishing: Finishing): Promise<readonly PlannedFile[]> {
  const finishers = finishersOf(finishing)
  if (finishers.length === 0) return []
  const context = contextFor(finishing)
  const all: PlannedFile[] = []
  for (const plugin of finishers) {
    let made: unknown
    plugin.origin?.started('finishing the site')
    try {
      made = await plugin.finish?.(finishing.site, context)
    } catch (error) {
      throw failureOf(plugin, 'finishing the site', error)
    } finally {
      plugin.origin?.ended()
    }
    all.push(...planned(plugin, made))
  }
  return all
}

function finishersOf({ plugins }: Finishing): readonly Plugin[] {
  return byPriority(plugins.filter((plugin) => plugin.finish !== undefined))
}

function contextFor({ site, files, outputs, drop, info, warn }: Finishing): FinishContext {
  return {
    outputs: outputs(),
    readBytes: (place) => bytesAt(files, site, place),
    programFile,
    drop,
    cache: bytesCache(site.config),
    info,
    warn,
  }
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

/** Files of the bundle, seen from the bundle itself, from its parts, or from the sources. */
function programFile(name: string): ProgramFile | undefined {
  for (const place of ['./', '../', '../../dist/']) {
    const file = fileURLToPath(new URL(place + name, import.meta.url))
    if (fs.existsSync(file)) return { path: file, bytes: fs.readFileSync(file) }
  }
  return undefined
}

/** Files of their own in the cache directory. What cannot be written is not kept: a cache is never needed. */
function bytesCache(config: Config): BytesCache {
  const directory = cacheDirectory(config)
  if (directory === undefined) return { get: () => undefined, put: () => {} }
  const place = (key: string): string => path.join(directory, 'plugins', path.basename(key))
  return {
    get(key) {
      try {
        return fs.readFileSync(place(key))
      } catch {
        return undefined
      }
    },
    put(key, bytes) {
      const file = place(key)
      try {
        fs.mkdirSync(path.dirname(file), { recursive: true })
        // Other builds may write the same entry: none sees a part of it.
        const staged = `${file}.${randomUUID()}`
        fs.writeFileSync(staged, bytes)
        fs.renameSync(staged, file)
      } catch {
        // Read-only sources are built like any other.
      }
    },
  }
}

function planned(plugin: Plugin, made: unknown): PlannedFile[] {
  if (!Array.isArray(made)) throw badResult(plugin, 'no list of files')
  return made.map((each: unknown) => {
    if (!isFinished(each)) throw badResult(plugin, 'something that is no file with `path` and `content`')
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
