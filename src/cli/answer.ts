/** What needs no site: the version, help, and what is said of a command line that cannot be read. */
import { type Arguments, type BadArguments, parseArguments } from './args.ts'
import { COMMANDS, commandNamed } from './flags/command-table.ts'
import { commandHelp, programHelp } from './help.ts'
import { EXIT } from './host.ts'
import { createReport, type Streams } from './report.ts'
import { VERSION, versionDetails } from './version.ts'

/** Answers the command line `argv` (without node and script): the exit code, or its arguments where a command is to run. */
export function answer(argv: readonly string[], streams: Streams): number | Arguments {
  const args = parseArguments(argv)
  if ('kind' in args) return refuse(args, streams)
  const { command, flags, words } = args
  if (flags.get('version')) {
    streams.out(`whirl ${VERSION}\n${flags.get('verbose') ? versionDetails() : ''}`)
    return EXIT.done
  }
  if (flags.get('help')) {
    streams.out(command === undefined ? programHelp(VERSION) : commandHelp(command))
    return EXIT.done
  }
  if (command?.name === 'help') return help(words[0], args, streams)
  if (command !== undefined) return args
  streams.out(programHelp(VERSION))
  createReport(streams, 'error').plainError('A subcommand is required.')
  return EXIT.failed
}

function help(word: string | undefined, { flags }: Arguments, streams: Streams): number {
  const command = word === undefined ? undefined : commandNamed(word)
  if (word !== undefined && command === undefined) {
    const report = createReport(streams, flags.get('quiet') ? 'error' : 'info')
    report.error('Error:', `Hmm... we don't know what the '${word}' command is.`)
    const names = COMMANDS.flatMap((each) => [...each.aliases, each.name])
    report.info('Valid commands:', names.join(', '))
    return EXIT.failed
  }
  streams.out(command === undefined ? programHelp(VERSION) : commandHelp(command))
  return EXIT.done
}

function refuse(bad: BadArguments, streams: Streams): number {
  if (bad.kind === 'command') {
    const help = bad.help === undefined ? '' : ` ${sentence(bad.help)}`
    createReport(streams, 'info').plainError(`fatal: ${bad.message}${help}`)
    return EXIT.failed
  }
  const lead = `whirl ${VERSION} | Error: `
  streams.err(`${lead} Whoops, we can't understand your command.\n`)
  streams.err(`${lead} ${bad.message}${bad.help === undefined ? '' : ` (${bad.help})`}\n`)
  streams.err(`${lead} Run your command again with the --help switch to see available options.\n`)
  return EXIT.failed
}

function sentence(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1)
}
