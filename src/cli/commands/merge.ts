/** `whirl merge`: a build that takes its pages from shards, and renders those that can only be rendered with all others. */
import type { Arguments } from '../args.ts'
import { withPlugins } from '../build-once.ts'
import { EXIT, type Host } from '../host.ts'
import { openKept } from '../kept.ts'
import { misuse } from '../misuse.ts'
import type { Report } from '../report.ts'
import { setUp } from '../set-up.ts'
import { unitedShards } from '../shards.ts'
import { firstBuild } from './build.ts'

export async function merge(args: Arguments, host: Host, report: Report): Promise<number> {
  if (args.words.length === 0)
    return misuse(host, 'You must name the folders of the shards.', 'merge DIR... [options]')
  const { of, elsewhere } = unitedShards(args.words, host)
  const setup = await withPlugins(await setUp(args, host, report), report)
  const keeping = { ...openKept(args, setup), elsewhere }
  const { site, counters } = await firstBuild(setup, host, report, keeping)
  report.info(
    'Shards:',
    `${of} united; ${counters.rendered} of ${site.renderables.size} pages were rendered here.`,
  )
  return EXIT.done
}
