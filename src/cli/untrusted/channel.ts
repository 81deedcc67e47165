/** What a supervised build has its supervisor print: lines of JSON through a pipe, each written before the build goes on. */
import fs from 'node:fs'

/** The variable that tells a process that it is supervised, and by which descriptor it speaks. */
export const CHANNEL_VARIABLE = 'WHIRL_SUPERVISED'
export const DESCRIPTOR = 3

/** What is to be printed. */
interface Listener {
  out(text: string): void
  err(text: string): void
  error(text: string): void
}

/** A line of a site may be as long as the site likes. */
const LONGEST = 20_000

function short(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)} …\n`
}

/** The speaking end. */
export function openChannel(descriptor: number): Listener {
  const tell = (kind: keyof Listener, text: string): void => {
    const line = Buffer.from(`${JSON.stringify([kind, short(text)])}\n`)
    for (let sent = 0; sent < line.length; ) sent += fs.writeSync(descriptor, line, sent)
  }
  return {
    out: (text) => tell('out', text),
    err: (text) => tell('err', text),
    error: (text) => tell('error', text),
  }
}

/** The listening end: takes what comes, in pieces of any size. */
export function listening(listener: Listener): (piece: string) => void {
  let rest = ''
  return (piece) => {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const [kind, text] = JSON.parse(line) as [keyof Listener, string]
      listener[kind](text)
    }
  }
}
