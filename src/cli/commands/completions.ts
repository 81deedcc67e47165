/** `whirl completions SHELL`: a script for the shell to source. It knows the commands and flags, which are data. */
import type { Arguments } from '../args.ts'
import { bashScript, fishScript, zshScript } from '../completion-scripts.ts'
import { EXIT, type Host } from '../host.ts'
import { misuse } from '../misuse.ts'

const SCRIPTS: Readonly<Record<string, () => string>> = { bash: bashScript, zsh: zshScript, fish: fishScript }

/** Prints the script of the shell that the first word names. */
export function completions(args: Arguments, host: Host): number {
  const shell = args.words[0] ?? ''
  const script = Object.hasOwn(SCRIPTS, shell) ? SCRIPTS[shell] : undefined
  if (script === undefined) {
    const what =
      shell === '' ? 'You must specify a shell.' : `'${shell}' is no shell that has completions here.`
    return misuse(host, what, 'completions bash|zsh|fish')
  }
  host.out(script())
  return EXIT.done
}
