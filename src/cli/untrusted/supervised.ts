/** The build that is supervised: what it has of its process. */
import { Worker } from 'node:worker_threads'
import type { Arguments } from '../args.ts'
import type { UntrustedBuild } from '../host.ts'
import type { Streams } from '../report.ts'
import { siteLimits } from './allowed.ts'
import { CHANNEL_VARIABLE, DESCRIPTOR, openChannel } from './channel.ts'
import { POSITION, positionWriter } from './position.ts'

interface Supervised {
  readonly streams: Streams
  readonly untrusted: UntrustedBuild
}

/** What the build that `args` ask for has of this process; undefined where nobody supervises it. */
export function supervised(args: Arguments, own: Streams): Supervised | undefined {
  const supervisor = Number(process.env[CHANNEL_VARIABLE] ?? '')
  if (args.flags.get('untrusted') !== true || !(supervisor > 0)) return undefined
  endWith(supervisor)
  const channel = openChannel(DESCRIPTOR)
  const at = positionWriter(POSITION)
  at('Reading', 'the configuration')
  return {
    streams: { ...own, ...channel },
    untrusted: { atWork: at, limits: siteLimits(args) },
  }
}

/** What is without end does not outlive its supervisor: a thread sees that this process has another parent then. */
function endWith(supervisor: number): void {
  const code = `setInterval(() => {
    if (process.ppid === ${supervisor}) return
    try { process.kill(-process.pid, 'SIGKILL') } catch { process.kill(process.pid, 'SIGKILL') }
  }, 500)`
  const worker = new Worker(code, { eval: true })
  worker.on('error', () => {})
  worker.unref()
}
