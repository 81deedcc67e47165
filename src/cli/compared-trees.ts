/** What `whirl compare` compares, as trees: a folder, a build in memory. */
import path from 'node:path'
import { BuildError, isInside } from '../base/index.ts'
import type { BuiltSite } from '../check/index.ts'
import type { BuiltTree } from '../compare/index.ts'
import { openGate, ReadError } from '../files/index.ts'

/** What lies in a folder that is a source, too, and no build put there to be read. */
const NOT_BUILT: ReadonlySet<string> = new Set(['.git', '.jekyll-cache', '.jekyll-metadata', '.sass-cache'])

/** The output folder `place`, called `shown`. Throws a BuildError where there is none, and where a folder in it cannot be read. */
export function folderTree(place: string, shown: string): BuiltTree {
  const gate = openGate('/')
  if (gate.kindOf(place) !== 'directory')
    throw refused(
      `There is no folder ${shown}.`,
      'name the folder that the other generator wrote: whirl compare _site',
    )
  const paths = new Set<string>()
  const root = gate.realPath(place) ?? place
  const seen = new Set<string>()
  const walk = (below: string): void => {
    const real = gate.realPath(path.join(place, below))
    // A link that leads back, or out of the folder, is no part of the site.
    if (real === null || seen.has(real) || !isInside(root, real)) return
    seen.add(real)
    for (const { name, kind } of entriesIn(path.join(place, below))) {
      const found = below === '' ? name : `${below}/${name}`
      if (NOT_BUILT.has(found)) continue
      if (kind === 'file') paths.add(found)
      else if (kind === 'directory') walk(found)
    }
  }
  const entriesIn = (directory: string): ReturnType<typeof gate.list> => {
    try {
      return gate.list(directory)
    } catch (error) {
      if (!(error instanceof ReadError)) throw error
      throw refused(`${error.message}.`, 'make the folder readable, or take it away')
    }
  }
  const bytes = (each: string): Uint8Array | undefined => {
    if (!paths.has(each)) return undefined
    try {
      return gate.read(path.join(place, each)).bytes
    } catch (error) {
      if (error instanceof ReadError) return undefined
      throw error
    }
  }
  walk('')
  return { paths: [...paths], bytes }
}

function refused(message: string, help: string): BuildError {
  return new BuildError([
    { code: 'cli/compare', severity: 'error', topic: 'Compare:', message, help, trail: [] },
  ])
}

/** What was built in memory. */
export function builtTree({ outputs, bytesOf }: BuiltSite): BuiltTree {
  return {
    paths: [...outputs.keys()],
    bytes(each) {
      const content = outputs.get(each)
      if (content === undefined || content instanceof Uint8Array) return content
      return typeof content === 'string' ? new TextEncoder().encode(content) : bytesOf(content)
    },
  }
}
