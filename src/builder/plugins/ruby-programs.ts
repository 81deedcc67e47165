/** What plugins in Ruby have of programs: git, to be asked about history, and what cuts its output. */
import path from 'node:path'
import type { Config } from '../../site/index.ts'
import { GitRefusal, gitCommand, type ProgramResult } from '../git-command.ts'
import { shellLine } from './shell-line.ts'

/** A command as Ruby has it: a line for the shell, or a program with its words. */
interface ProgramCall {
  readonly command: string | readonly string[]
  readonly folder: string
  readonly input: string
}

/** What a call gives: what the program did, or why it was not started. */
type ProgramAnswer = ProgramResult | { readonly refused: string }

export function rubyPrograms(config: Config): (call: ProgramCall) => ProgramAnswer {
  return ({ command, folder, input }) => {
    const line =
      typeof command === 'string'
        ? shellLine(command)
        : { programs: [command], folder: undefined, errors: 'shown' as const }
    if (line === undefined) return { refused: 'the line asks for more of a shell than words and pipes' }
    const at = line.folder === undefined ? folder : path.resolve(folder, line.folder)
    let last: ProgramResult = { status: 0, out: input, err: '' }
    let err = ''
    for (const words of line.programs) {
      const answer = run(config, words, at, last.out)
      if ('refused' in answer) return answer
      last = answer
      err += answer.err
    }
    const { status, out } = last
    if (line.errors === 'output') return { status, out: err + out, err: '' }
    return { status, out, err: line.errors === 'dropped' ? '' : err }
  }
}

function run(
  config: Config,
  [program = '', ...words]: readonly string[],
  folder: string,
  input: string,
): ProgramAnswer {
  if (program !== 'git') return cut(program, words, input)
  try {
    return gitCommand(config, { words, folder })
  } catch (error) {
    if (error instanceof GitRefusal) return { refused: error.message }
    return { refused: `git is not there: ${error instanceof Error ? error.message : String(error)}` }
  }
}

/** `head`, `tail` and `wc -l` of `input`. */
function cut(program: string, words: readonly string[], input: string): ProgramAnswer {
  const line = words.join(' ')
  if (program === 'wc' && line === '-l') return done(`${input.split('\n').length - 1}\n`)
  const count = line === '' ? '10' : /^-(?:n ?)?(\d+)$/.exec(line)?.[1]
  const lines = input === '' ? [] : input.split(/(?<=\n)/)
  if (count !== undefined && program === 'head') return done(lines.slice(0, Number(count)).join(''))
  if (count !== undefined && program === 'tail')
    return done(lines.slice(Math.max(0, lines.length - Number(count))).join(''))
  return { refused: `${program} is not there` }
}

function done(out: string): ProgramResult {
  return { status: 0, out, err: '' }
}
