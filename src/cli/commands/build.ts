/** `whirl build`: one build, with Jekyll's lines around it; with `--watch` another for each change. */
import type { Time } from '../../base/index.ts'
import { checkDestination, prepareCache, type Setup } from '../../builder/index.ts'
import type { Arguments } from '../args.ts'
import { buildOnce, seconds, withPlugins } from '../build-once.ts'
import { EXIT, type Host } from '../host.ts'
import { afresh, type KeepingOfCommand, openKept, openSession } from '../kept.ts'
import { refuseFileAsSource } from '../missing-source.ts'
import { misuse } from '../misuse.ts'
import type { Report } from '../report.ts'
import { setUp } from '../set-up.ts'
import { watchSettings } from '../settings/watch.ts'
import { buildShardOnce, shardOf } from '../shards.ts'
import { untrustedFault } from '../untrusted/allowed.ts'

export async function build(args: Arguments, host: Host, report: Report): Promise<number> {
  const shard = shardOf(args)
  const fault = untrustedFault(args)
  if (fault !== undefined) return misuse(host, fault, 'build --untrusted [options]')
  if (args.flags.get('untrusted') === true && host.untrusted === undefined)
    return (await import('../untrusted/supervise.ts')).supervise(args, host, report)
  const setup = await withPlugins(afresh(args, await setUp(args, host, report)), report)
  refuseFileAsSource(setup)
  if (shard !== undefined) {
    buildShardOnce(shard, args, setup, host, report)
    return EXIT.done
  }
  const watching = watchSettings(setup.config).watch === true
  const keeping = watching ? openSession(args, setup, host) : openKept(args, setup)
  await firstBuild(setup, host, report, keeping)
  if (!watching) {
    report.info('Auto-regeneration:', 'disabled. Use --watch to enable.')
    return EXIT.done
  }
  const { Watcher } = await import('../../serve/index.ts')
  const { rebuilder, watchOf } = await import('../rebuild.ts')
  report.info('Auto-regeneration:', `enabled for '${setup.config.source}'`)
  const watcher = new Watcher({
    ...watchOf(setup, host),
    onChange: rebuilder(args, setup, host, report, { keeping }),
    onError: (error) => report.error('Error:', error.message),
  })
  await watcher.ready()
  keeping.session?.watching()
  await host.untilStopped()
  await watcher.close()
  keeping.session?.close()
  return EXIT.done
}

/** The first build of a command, between Jekyll's lines. Rejects with a BuildError. */
export async function firstBuild(
  setup: Setup,
  host: Host,
  report: Report,
  keeping: KeepingOfCommand,
  time?: Time,
): ReturnType<typeof buildOnce> {
  const began = performance.now()
  const { config } = setup
  refuseFileAsSource(setup)
  checkDestination(config)
  if (setup.gate.kindOf(config.source) === null)
    report.warn('Build Warning:', `The source directory ${config.source} does not exist.`)
  report.info('Source:', config.source)
  report.info('Destination:', config.destination)
  report.info('Incremental build:', config.keeping.pages ? 'enabled' : 'disabled. Enable with --incremental')
  report.info('Generating...', '')
  const fault = prepareCache(config)
  if (fault !== undefined) {
    report.warn(
      'Cache:',
      `${config.cacheDir} cannot be written (${fault}): each build renders everything anew.`,
    )
    report.warn('', 'Name another place in `cache_dir`, or say `disable_disk_cache: true`.')
  }
  const result = await buildOnce(setup, host, report, keeping, time)
  report.info('', `done in ${seconds(performance.now() - began)} seconds.`)
  return result
}
