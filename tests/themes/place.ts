/** A site and a cache of its own for one test, and the configuration read there. */
import fs from 'node:fs'
import path from 'node:path'
import { BuildError, type Diagnostic, zoneFor } from '../../src/base/index.ts'
import { buildTime, fetchSetup, memoryOutput, type Setup, sourceTree } from '../../src/builder/index.ts'
import type { ThemeFetching } from '../../src/builder/theme/fetching.ts'
import { buildSite } from '../../src/index.ts'
import { folderAt, makeSite } from '../site-maker.ts'

export interface Place {
  readonly root: string
  readonly source: string
  readonly cache: string
  /** writes a file of the site */
  write(file: string, text: string): void
  read(file: string): string
  has(file: string): boolean
  /** the configuration with its theme, fetched if need be */
  load(
    fetching?: ThemeFetching,
    overrides?: Readonly<Record<string, string | boolean>>,
    gemPlaces?: readonly string[],
  ): Promise<Setup>
  /** the error that loading gives */
  fails(fetching?: ThemeFetching, overrides?: Readonly<Record<string, string | boolean>>): Promise<Diagnostic>
}

export function newPlace(config: string): Place {
  const { root } = makeSite({ 'site/_config.yml': config })
  const { root: source, put, read, has } = folderAt(path.join(root, 'site'))
  const cache = path.join(root, 'cache')
  const load: Place['load'] = (fetching = {}, overrides = {}, gemPlaces = []) =>
    fetchSetup(
      {
        cwd: source,
        overrides: new Map(Object.entries(overrides)),
        timezone: 'UTC',
        home: root,
        gemHome: path.join(root, 'gems'),
        gemPlaces,
        themeCache: cache,
      },
      { patience: 2000, hosts: ['127.0.0.1'], ...fetching },
    )
  return {
    root,
    source,
    cache,
    write: (file, text) => put({ [file]: text }),
    load,
    read,
    has,
    async fails(fetching, overrides) {
      try {
        await load(fetching, overrides)
      } catch (error) {
        if (error instanceof BuildError && error.diagnostics[0] !== undefined) return error.diagnostics[0]
        throw error
      }
      throw new Error('it did not fail')
    },
  }
}

/** The names of what is kept in the cache. */
export function kept({ cache }: Place): readonly string[] {
  return fs.existsSync(cache) ? fs.readdirSync(cache).sort() : []
}

/** What a build of `configuration` writes: texts, and the names of copied files. */
export function built({ config, theme }: Setup): ReadonlyMap<string, string> {
  const output = memoryOutput()
  buildSite({
    config,
    tree: sourceTree(config),
    time: buildTime('0', zoneFor(config.timezone)),
    output,
    ...(theme === undefined ? {} : { theme }),
  })
  return new Map(
    [...output.contents].map(([name, content]) => [
      name,
      typeof content === 'string' ? content : content instanceof Uint8Array ? '(bytes)' : content.path,
    ]),
  )
}
