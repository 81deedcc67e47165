/** A command that lacks a word it needs: said as Jekyll says it, with exit code 1. */
import { EXIT, type Host } from './host.ts'
import { VERSION } from './version.ts'

/** Prints `message` and, as our addition, how the command is written. Answers the exit code. */
export function misuse(host: Host, message: string, usage: string): number {
  host.err(`whirl ${VERSION} | Error:  ${message}\n`)
  host.err(`Usage: whirl ${usage}\n`)
  return EXIT.failed
}

/** `text` in cyan, as Jekyll shows paths, where colours are wanted. */
export function cyan(host: Host, text: string): string {
  return host.color ? `\u001b[36m${text}\u001b[0m` : text
}
