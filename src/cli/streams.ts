import type { Streams } from './report.ts'

/** Where this process prints. A reader that has gone (`whirl build | head`) is no reason to leave a site half built. */
export function ownStreams(): Streams {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    color: wantsColor(),
    // Set by the action of this repository; `.` is the repository's root.
    annotate: process.env.WHIRL_ANNOTATIONS?.replace(/^\.$/, ''),
  }
}

/** Colours are for terminals, unless FORCE_COLOR asks for them elsewhere or NO_COLOR forbids them (https://no-color.org). */
function wantsColor(): boolean {
  const { NO_COLOR = '', FORCE_COLOR = '' } = process.env
  if (NO_COLOR !== '') return false
  if (FORCE_COLOR !== '') return FORCE_COLOR !== '0'
  return process.stdout.isTTY === true && process.stderr.isTTY === true
}
