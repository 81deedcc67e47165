/** A build of one shard: reads all of the site, renders a share of it, and leaves that for the build that unites them. */
import { BuildError, type Diagnostic } from '../../base/index.ts'
import type { DocId } from '../../site/index.ts'
import { asBuildError } from '../build-error.ts'
import { type Build, beginBuild, type SiteSource, treesOf } from '../phases/build.ts'
import { generate } from '../phases/generate.ts'
import { readSources } from '../phases/read.ts'
import { beginRendering, type RenderOptions, settingsOf } from '../phases/render.ts'
import type { Apart } from './apart.ts'
import { rendererApart } from './render-apart.ts'
import { isInShard, type Shard } from './shard.ts'
import { type ShardContents, writeShard } from './shard-file.ts'
import { wholeOf } from './whole.ts'

interface ShardBuilt {
  readonly file: string
  /** how many documents the site has, and how many of them are in the shard */
  readonly documents: number
  readonly rendered: number
  /** how many of the shard's cannot be rendered without all others */
  readonly left: number
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Renders the documents of `shard`, each as if it were the first, into a file in `directory`. A document that cannot be
 * rendered so, or fails, is left to the build that unites the shards. Throws as `buildSite` does.
 */
export function buildShard(options: SiteSource & RenderOptions, shard: Shard, directory: string): ShardBuilt {
  const said: Diagnostic[] = []
  let build: Build | undefined
  try {
    build = beginBuild(options, said)
    const { site, plan } = generate(build, readSources(build))
    const shared = beginRendering(build, site)
    const settings = settingsOf(build, site, shared)
    if (settings === undefined) throw noShards()
    const earlier = build.kept?.begin(site, shared, settings)
    const renderApart = rendererApart(site, shared, treesOf(options))
    const results = new Map<DocId, Apart>()
    const left: DocId[] = []
    const share = plan.render.filter(({ id }) => isInShard(id, shard))
    for (const doc of share) {
      let had = earlier?.mayHold(doc) ? earlier.had(doc.id) : undefined
      if (had === undefined) {
        options.note?.('Rendering:', doc.file.path)
        had = renderApart(doc)
      }
      if (had === undefined) left.push(doc.id)
      else results.set(doc.id, had)
      options.progress?.(results.size + left.length, share.length)
    }
    build.store.save()
    const whole = wholeOf(site, shared, settings, options.program ?? '')
    const contents: ShardContents = { ...shard, ...whole, results, left }
    return {
      file: writeShard(directory, contents),
      documents: plan.render.length,
      rendered: results.size,
      left: left.length,
      diagnostics: said,
    }
  } catch (error) {
    throw asBuildError(error, said, options)
  } finally {
    build?.compilers.end()
  }
}

function noShards(): BuildError {
  return new BuildError([
    {
      code: 'build/no-shards',
      severity: 'error',
      topic: 'Shards:',
      message:
        'A plugin of this build comes from no file, so nobody can tell whether two builds have the same.',
      help: 'build the site in one',
      trail: [],
    },
  ])
}
