/** What `--help` prints, in the shape of Jekyll's. The texts are golden files: docs/help/*.txt. */
import { COMMANDS, type Command, flagsOf } from './flags/command-table.ts'
import type { Flag } from './flags/flag.ts'
import { GLOBAL_FLAGS } from './flags/global-flags.ts'

const HEADLINE = 'Whirl builds Jekyll sites: the same files, many times faster'

/** The help of the program itself. Ends with a newline. */
export function programHelp(version: string): string {
  const names = COMMANDS.map((command) => [command.name, ...command.aliases].join(', '))
  const width = Math.max(20, ...names.map((name) => name.length))
  return [
    `whirl ${version} -- ${HEADLINE}`,
    '',
    'Usage:',
    '',
    '  whirl <subcommand> [options]',
    '',
    'Options:',
    ...flagsOf(undefined).map(flagLine),
    '',
    'Subcommands:',
    ...COMMANDS.map((command, i) => `  ${names[i]!.padEnd(width)}  ${command.about}`),
    '',
  ].join('\n')
}

/** Commands that write a site, or say where it would be. The others take these flags, too, and do nothing with them. */
const WRITES: ReadonlySet<string> = new Set(['build', 'serve', 'clean', 'merge', 'doctor', 'compare'])
const OF_BUILDS: ReadonlySet<string> = new Set(['destination', 'profile'])

/** The help of one command. Ends with a newline. */
export function commandHelp(command: Command): string {
  const own = command.flags
  const shared = GLOBAL_FLAGS.filter(
    ({ long }) =>
      !own.some((mine) => mine.long === long) && (WRITES.has(command.name) || !OF_BUILDS.has(long)),
  )
  return [
    `whirl ${command.name} -- ${command.about}`,
    '',
    'Usage:',
    '',
    `  whirl ${command.syntax}`,
    '',
    'Options:',
    ...[...own, ...shared].map(flagLine),
    '',
  ].join('\n')
}

function flagLine(flag: Flag): string {
  const short = flag.short === undefined ? '    ' : `-${flag.short}, `
  const long = `--${flag.negatable ? '[no-]' : ''}${flag.long}${flag.attached === undefined ? '' : `[=${flag.attached}]`}${flag.value === undefined ? '' : ` ${flag.value}`}`
  return `        ${short}${long.padEnd(13)}  ${flag.about}`
}
