/**
 * What a supervised build tells its supervisor: lines of JSON through a pipe, each written before the build goes on, so
 * that the last one says what it was at when it is ended.
 */
import fs from 'node:fs'

/** The variable that tells a process that it is supervised, and by which descriptor it speaks. */
export const CHANNEL_VARIABLE = 'WHIRL_SUPERVISED'
export const DESCRIPTOR = 3

/** Who works on what (`Liquid`, `_posts/a.md`), and what is to be printed. */
interface Listener {
  at(doing: string, subject: string): void
  out(text: string): void
  err(text: string): void
}

/** A line of a site may be as long as the site likes. */
const LONGEST = 20_000

function short(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)} …\n`
}

/** The speaking end. */
export function openChannel(descriptor: number): Listener {
  const tell = (...words: readonly string[]): void => {
    const line = Buffer.from(`${JSON.stringify(words)}\n`)
    for (let sent = 0; sent < line.length; ) sent += fs.writeSync(descriptor, line, sent)
  }
  return {
    at: (doing, subject) => tell('at', short(doing), short(subject)),
    out: (text) => tell('out', short(text)),
    err: (text) => tell('err', short(text)),
  }
}

/** The listening end: takes what comes, in pieces of any size. */
export function listening(listener: Listener): (piece: string) => void {
  let rest = ''
  return (piece) => {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const [kind, first = '', second = ''] = JSON.parse(line) as readonly string[]
      if (kind === 'at') listener.at(first, second)
      else if (kind === 'out') listener.out(first)
      else listener.err(first)
    }
  }
}
