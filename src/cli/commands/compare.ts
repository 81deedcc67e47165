/**
 * `whirl compare`: builds the site in memory and compares it, file by file, with what another generator made of it: the
 * Jekyll of this machine, a folder that it wrote, or the published site. Says whether it is safe to switch.
 */
import path from 'node:path'
import { BuildError, strftime, type Time, zoneFor } from '../../base/index.ts'
import { buildTime, reachOf } from '../../builder/index.ts'
import { type BuiltTree, compareTrees, isSafe, summaryOf } from '../../compare/index.ts'
import { openGate } from '../../files/index.ts'
import type { Config } from '../../site/index.ts'
import type { Arguments } from '../args.ts'
import { withPlugins } from '../build-once.ts'
import { buildInMemory } from '../built-in-memory.ts'
import { builtTree, folderTree } from '../compared-trees.ts'
import { comparisonPage, REPORT_BEGINS } from '../comparison-page.ts'
import { type Sources, sourcesOf } from '../comparison-sources.ts'
import { type Compared, comparisonAsJson, comparisonAsText } from '../comparison-text.ts'
import { EXIT, type Host } from '../host.ts'
import { liveCopy } from '../live-copy.ts'
import { refuseMissingSource } from '../missing-source.ts'
import { misuse } from '../misuse.ts'
import { createProgress } from '../progress.ts'
import { createReport, type Report } from '../report.ts'
import { buildWithJekyll } from '../run-jekyll.ts'
import { scaffold } from '../scaffold.ts'
import { hostsToAsk, proxySettings, setUp } from '../set-up.ts'
import { VERSION } from '../version.ts'

/** Two sites, and what is known of them. */
interface Sides {
  readonly theirs: BuiltTree
  readonly ours: BuiltTree
  /** the other, for a sentence */
  readonly name: string
  /** whether theirs is all there is of it */
  readonly whole: boolean
  readonly sources: Sources
  readonly circumstances: Parameters<typeof compareTrees>[2]
  readonly builtAs: string | undefined
}

/** 1 where a reader could see a difference. Rejects with a BuildError. */
export async function compare(args: Arguments, host: Host, report: Report): Promise<number> {
  const [first, second, ...more] = args.words
  if (more.length > 0)
    return misuse(host, 'Two folders are compared at most.', 'compare [FOLDER [OURS]] [options]')
  const sides =
    first !== undefined && second !== undefined
      ? twoFolders(first, second, host)
      : await withThisSite(first, args, host, report)
  const comparison = compareTrees(sides.theirs, sides.ours, sides.circumstances, sides.whole)
  const { sources, builtAs } = sides
  const compared: Compared = {
    theirs: sides.name,
    comparison,
    summary: summaryOf(comparison),
    sources,
    builtAs,
  }
  const file = args.flags.get('report')
  if (typeof file === 'string') {
    const made = `Made by Whirl ${VERSION}, ${sides.circumstances.day}.`
    writeReport(path.resolve(host.cwd, file), comparisonPage(compared, sides, made))
  }
  host.out(
    args.flags.get('json') === true ? comparisonAsJson(compared) : comparisonAsText(compared, host.color),
  )
  return isSafe(compared.summary) ? EXIT.done : EXIT.failed
}

/** A report is written over an earlier one and over nothing else. Throws a BuildError. */
function writeReport(place: string, text: string): void {
  const gate = openGate('/')
  const isFree = gate.kindOf(place) === null || (gate.text(place) ?? '').startsWith(REPORT_BEGINS)
  if (!isFree || gate.kindOf(path.dirname(place)) !== 'directory')
    throw new BuildError([
      {
        code: 'cli/compare',
        severity: 'error',
        topic: 'Compare:',
        message: isFree ? `There is no folder ${path.dirname(place)}.` : `${place} is there already.`,
        help: 'name a new file for the report, in a folder that is there',
        trail: [],
      },
    ])
  scaffold(path.dirname(place), [], [{ path: path.basename(place), text }])
}

function twoFolders(theirs: string, ours: string, host: Host): Sides {
  const time = buildTime(host.env.SOURCE_DATE_EPOCH, zoneFor('UTC'))
  return {
    theirs: folderTree(path.resolve(host.cwd, theirs), theirs),
    ours: folderTree(path.resolve(host.cwd, ours), ours),
    name: theirs,
    whole: true,
    sources: () => undefined,
    circumstances: { ...builtAt(time), url: '', baseurl: '' },
    builtAs: undefined,
  }
}

async function withThisSite(
  folder: string | undefined,
  args: Arguments,
  host: Host,
  report: Report,
): Promise<Sides> {
  const live = args.flags.get('live')
  // What is published was built for the public.
  const building =
    live === undefined
      ? host
      : { ...host, env: { ...host.env, JEKYLL_ENV: host.env.JEKYLL_ENV ?? 'production' } }
  const quiet = args.flags.get('json') === true ? createReport({ ...host, out: () => {} }, 'error') : report
  const setup = await withPlugins(await setUp(args, building, quiet), quiet)
  refuseMissingSource(setup, 'whirl compare --source DIR')
  const { config } = setup
  // Jekyll first: it may fail, and nothing is to be waited for then.
  const jekylls =
    folder === undefined && live === undefined ? buildWithJekyll(config, args, building) : undefined
  const { built, diagnostics, time } = await buildInMemory(setup, building, quiet)
  for (const diagnostic of diagnostics) quiet.diagnostic(diagnostic)
  const ours = builtTree(built)
  const { url, baseurl } = config.address
  const common = {
    ours,
    sources: sourcesOf(built),
    circumstances: { ...builtAt(time), url: url ?? '', baseurl: baseurl.replace(/\/$/, '') },
    builtAs: config.reference.gems.jekyll,
  }
  if (live !== undefined) {
    const home = homeOf(live, config)
    const progress = createProgress(host.terminal && quiet.level === 'info', host.out, () =>
      performance.now(),
    )
    const asking = { network: proxySettings(host), reach: reachOf(hostsToAsk(args), undefined, false) }
    const copy = await liveCopy(home, ours.paths, asking, progress.step).finally(progress.clear)
    quiet.info('Compare:', `${copy.asked} pages of ${home}`)
    if (copy.left > 0) quiet.warn('', `${copy.left} more that its sitemap lists were not asked for.`)
    return { ...common, theirs: copy, name: home, whole: false }
  }
  const place = jekylls ?? path.resolve(host.cwd, folder!)
  const name = jekylls === undefined ? folder! : 'Jekyll'
  return { ...common, theirs: folderTree(place, name), name, whole: true }
}

function builtAt(time: Time): { day: string; time: number } {
  return { day: strftime(time, '%F'), time: Number(strftime(time, '%s')) * 1000 }
}

/** The address of the published site: as `--live` names it, else the configuration's. */
function homeOf(live: unknown, { address: { url, baseurl } }: Config): string {
  const home = typeof live === 'string' && live !== '' ? live : url === undefined ? '' : `${url}${baseurl}`
  if (URL.canParse(home) && /^https?:/.test(home)) return home
  throw new BuildError([
    {
      code: 'cli/compare',
      severity: 'error',
      topic: 'Compare:',
      message: home === '' ? 'The configuration has no `url`.' : `${home} is no address of a site.`,
      help: 'name the published site: whirl compare --live https://example.org',
      trail: [],
    },
  ])
}
