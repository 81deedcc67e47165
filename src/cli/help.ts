/** What `--help` prints, in the shape of Jekyll's. The texts are golden files: docs/help/*.txt. */
import { COMMANDS, type Command, type Flag, flagsOf, GLOBAL_FLAGS } from './flags.ts'

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

/** The help of one command. Ends with a newline. */
export function commandHelp(command: Command): string {
  const own = command.flags
  const shared = GLOBAL_FLAGS.filter((flag) => !own.some((mine) => mine.long === flag.long))
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
