/** Shards on the command line: `build --shard 2/8` renders one, `merge` unites them. */
import path from 'node:path'
import { BuildError, timeToS, zoneFor } from '../base/index.ts'
import {
  buildShard,
  buildTime,
  type Elsewhere,
  gitHistory,
  isShardFile,
  parseShard,
  prepareCache,
  readShard,
  type Setup,
  type Shard,
  type ShardIn,
  sourceTree,
  uniteShards,
} from '../builder/index.ts'
import { BUNDLED } from '../bundled/index.ts'
import { openGate } from '../files/index.ts'
import type { Arguments } from './args.ts'
import type { Host } from './host.ts'
import { namedState, openKept } from './kept.ts'
import { createProgress } from './progress.ts'
import type { Report } from './report.ts'
import { BUILD } from './version.ts'

/** Names what renders: results of another are not taken. */
const PROGRAM = `${BUILD} ${process.version}`

/** Where shards go, in the current folder: Jekyll reads no folder with an underscore. */
const FOLDER = '_shards'

/** Flags that say something of whole builds only. */
const WHOLE_BUILDS: readonly string[] = ['watch', 'profile', 'explain', 'untrusted']

/** The shard that `--shard` names; undefined without the flag. Throws a BuildError for one that there is not. */
export function shardOf({ flags }: Arguments): Shard | undefined {
  const given = flags.get('shard')
  if (given === undefined) return undefined
  const shard = parseShard(String(given))
  if (shard === undefined)
    throw refused(
      `--shard ${given} is no shard.`,
      'write which of how many, from 1: --shard 2/8 for the second of eight (1000 at most)',
    )
  const other = WHOLE_BUILDS.find((flag) => flags.has(flag) && flags.get(flag) !== false)
  if (other !== undefined)
    throw refused(`--shard and --${other} do not go together.`, `leave one of them out`)
  return shard
}

/** Renders `shard`, and says where it is. Rejects with a BuildError. */
export function buildShardOnce(
  shard: Shard,
  args: Arguments,
  setup: Setup,
  host: Host,
  report: Report,
): void {
  const { config, theme, plugins } = setup
  const directory = path.resolve(host.cwd, FOLDER)
  const time = buildTime(host.env.SOURCE_DATE_EPOCH, zoneFor(config.timezone))
  report.info('Source:', config.source)
  report.info('Shard:', `${shard.shard} of ${shard.of}, as of ${timeToS(time)}`)
  const progress = createProgress(host.terminal && report.level === 'info', host.out, () => performance.now())
  prepareCache(config)
  const { kept } = openKept(args, setup)
  let built: ReturnType<typeof buildShard>
  try {
    built = buildShard(
      {
        config,
        configFiles: setup.files,
        bundled: BUNDLED,
        ...(theme === undefined ? {} : { theme }),
        tree: sourceTree(config, undefined, setup.gate),
        time,
        ...(plugins === undefined ? {} : { plugins }),
        lastCommit: gitHistory(config, (message) => report.warn('Git:', message)),
        info: report.info,
        progress: progress.step,
        ...(kept === undefined ? {} : { kept }),
        program: PROGRAM,
        pluginFiles: namedState(setup),
        ...(report.level === 'debug' ? { note: report.debug } : {}),
      },
      shard,
      directory,
    )
  } finally {
    progress.clear()
  }
  for (const diagnostic of built.diagnostics) report.diagnostic(diagnostic)
  report.info('Shard:', built.file)
  report.info(
    '',
    `${built.rendered} of ${built.documents} documents; ${built.left} more are left to the merge.`,
  )
}

/** The shards in `words`, files or folders of them. Throws a BuildError where there are none, or not those of one build. */
export function unitedShards(
  words: readonly string[],
  host: Pick<Host, 'cwd'>,
): { of: number; elsewhere: Elsewhere } {
  const files = words.flatMap((word) => {
    const found = shardFilesIn(path.resolve(host.cwd, word))
    if (found.length > 0) return found
    throw refused(
      `There is no shard in ${path.resolve(host.cwd, word)}.`,
      'name the folders that `whirl build --shard K/N` wrote into, or the files',
    )
  })
  // A file that two words lead to is there once.
  const shards: ShardIn[] = [...new Set(files)].map((file) => ({ file, contents: readShard(file) }))
  return { of: shards.length, elsewhere: uniteShards(shards, PROGRAM) }
}

/** The files of shards at `place`: itself, or what lies in it and in the folders in it, where downloads put each by itself. */
function shardFilesIn(place: string): readonly string[] {
  const gate = openGate('/')
  const kind = gate.kindOf(place)
  if (kind === null) return []
  if (kind !== 'directory') return [place]
  const below = (folder: string): readonly string[] =>
    gate
      .list(folder)
      .filter(({ name }) => isShardFile(name))
      .map(({ name }) => path.join(folder, name))
  const folders = gate.list(place).filter((entry) => entry.kind === 'directory' && !entry.link)
  return [...below(place), ...folders.flatMap(({ name }) => below(path.join(place, name)))].sort()
}

function refused(message: string, help: string): BuildError {
  return new BuildError([
    { code: 'cli/shards', severity: 'error', topic: 'Shards:', message, help, trail: [] },
  ])
}
