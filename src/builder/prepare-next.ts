/** What the first build after another of the same process finds out anew, found out before it is asked for. */
import { BuildError } from '../base/index.ts'
import { type Build, beginBuild, type SiteSource } from './phases/build.ts'
import { generate } from './phases/generate.ts'
import { readSources } from './phases/read.ts'
import { beginWithKept } from './phases/render.ts'

/**
 * Reads and generates the site of `source` once more, and finds out who reads what: the memory and what is kept have it then for the
 * build of the next change. Renders nothing, writes nothing and says nothing. Plugins of the site's own may count how often they are
 * asked, so with them nothing is done.
 */
export function prepareNext(source: SiteSource): void {
  const { plugins = [], bundled = [] } = source
  if (!plugins.every((plugin) => bundled.includes(plugin))) return
  let build: Build | undefined
  try {
    build = beginBuild({ ...source, info: () => {} }, [])
    const generated = generate(build, readSources(build))
    beginWithKept(build, generated)
    const { site, plan, changes } = generated
    if (changes?.documents.size === 0) build.kept?.same(site, plan)
  } catch (error) {
    // A file that is just being written, perhaps: the build that is told of it says so.
    if (!(error instanceof BuildError)) throw error
  } finally {
    build?.compilers.end()
  }
}
