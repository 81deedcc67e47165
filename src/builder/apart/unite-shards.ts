/** All shards of a build together: they must be of one build, each of them there once, and every document in one of them. */
import { BuildError } from '../../base/index.ts'
import type { DocId } from '../../site/index.ts'
import { memoryStore } from '../cache/memory-store.ts'
import { keptResults } from '../kept/kept-results.ts'
import type { Apart } from './apart.ts'
import type { Elsewhere, Others, RenderingOf } from './elsewhere.ts'
import { isInShard, shownShard } from './shard.ts'
import type { ShardContents, Whole } from './shard-file.ts'
import { shownDifference } from './site-name.ts'
import { wholeOf } from './whole.ts'

/** A shard, and the file it came from. */
export interface ShardIn {
  readonly file: string
  readonly contents: ShardContents
}

/**
 * What the shards rendered, for the build that unites them. Throws a BuildError where they do not belong together, or one of
 * them is missing or there twice; that it is this site's build they are of is looked at when its rendering begins.
 */
export function uniteShards(shards: readonly ShardIn[], program: string): Elsewhere {
  const [first] = shards
  if (first === undefined) throw wrong('missing', 'There is no shard to unite.', RENDER_THEM)
  checkOneBuild(shards, first)
  checkComplete(shards, first.contents.of)
  const results = new Map<DocId, Apart>()
  for (const { contents } of shards) for (const [id, apart] of contents.results) results.set(id, apart)
  return {
    begin(rendering) {
      checkSite(shards, first, rendering, program)
      const own = keptResults(memoryStore(0), (save) => void save()).begin(
        rendering.site,
        rendering.shared,
        '',
      )
      const others: Others = {
        ofThisBuild: false,
        end: () => undefined,
        take(doc, progress, keeping = own) {
          const apart = results.get(doc.id)
          return apart === undefined ? undefined : keeping.take(doc, apart, progress, false)
        },
      }
      return others
    },
  }
}

const RENDER_THEM = 'render all of them: whirl build --shard 1/N … --shard N/N'

/** What each part of a name says where two shards differ in it. */
const DIFFERENCES: readonly (readonly [key: 'program' | 'of' | 'settings' | 'site', what: string])[] = [
  ['program', 'were rendered by different versions of Whirl or Node'],
  ['of', 'are parts of different numbers of shards'],
  ['settings', 'were rendered with different settings, plugins or themes'],
  ['site', 'were rendered of different states of the site'],
]

function checkOneBuild(shards: readonly ShardIn[], first: ShardIn): void {
  for (const [key, what] of DIFFERENCES)
    for (const { file, contents } of shards)
      if (contents[key] !== first.contents[key])
        throw wrong(
          'different',
          `${first.file} and ${file} ${what}${difference(key, first.contents, contents)}.`,
          'render all shards of one commit, in folders of the same name, with one version and the same flags',
        )
}

function checkComplete(shards: readonly ShardIn[], of: number): void {
  const files = new Map<number, string>()
  for (const { file, contents } of shards) {
    const other = files.get(contents.shard)
    if (other !== undefined)
      throw wrong(
        'twice',
        `${shownShard(contents)} is there twice: ${other} and ${file}.`,
        'hand over the file of each shard once',
      )
    files.set(contents.shard, file)
  }
  const missing = Array.from({ length: of }, (_, index) => index + 1).filter((shard) => !files.has(shard))
  if (missing.length > 0)
    throw wrong(
      'missing',
      `${missing.map((shard) => shownShard({ shard, of })).join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing.`,
      RENDER_THEM,
    )
}

/** Whether the shards are of the site that is being built, and whether every document is where it belongs. */
function checkSite(
  shards: readonly ShardIn[],
  first: ShardIn,
  { site, shared, settings = '' }: RenderingOf,
  program: string,
): void {
  const own = wholeOf(site, shared, settings, program)
  for (const [key, what] of DIFFERENCES) {
    if (key === 'of' || first.contents[key] === own[key]) continue
    throw wrong(
      'different',
      `The shards and this build ${what}${difference(key, first.contents, own)}.`,
      'unite them where the same commit is checked out, in a folder of the same name, with the same version and the same flags',
    )
  }
  for (const { file, contents } of shards) {
    const left = new Set(contents.left)
    for (const id of site.renderables.keys())
      if (isInShard(id, contents) && !contents.results.has(id) && !left.has(id))
        throw wrong('incomplete', `${file} lacks ${id}, which belongs to it.`, 'render this shard again')
  }
}

/** The parts in which two differ that have not the same `key`, in brackets; nothing where it has none. */
function difference(key: (typeof DIFFERENCES)[number][0], one: Whole, other: Whole): string {
  return key === 'settings' || key === 'site' ? shownDifference(one.parts[key], other.parts[key]) : ''
}

function wrong(what: string, message: string, help: string): BuildError {
  return new BuildError([
    { code: `build/shards-${what}`, severity: 'error', topic: 'Shards:', message, help, trail: [] },
  ])
}
