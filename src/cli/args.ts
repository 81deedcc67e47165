/**
 * The command line as data. Reads what Ruby's OptionParser reads for Jekyll: `-d DIR`, `-dDIR`, `-qI`, `--long=VALUE`,
 * `--long VALUE`, `--no-watch`, unambiguous beginnings (`--dest`, `-c` for `--config`), flags anywhere, `--` before plain
 * words.
 * `-` and `_` in long names are the same.
 */
import { nearest } from '../base/index.ts'
import { COMMANDS, type Command, commandNamed, flagsOf } from './flags/command-table.ts'
import type { Flag } from './flags/flag.ts'

type FlagValue = boolean | string | number | readonly string[]

export interface Arguments {
  /** undefined when no command was named */
  readonly command: Command | undefined
  /** by the flag's long name; the last of a repeated flag wins */
  readonly flags: ReadonlyMap<string, FlagValue>
  /** words that are no flags, after the command */
  readonly words: readonly string[]
}

/** A command line that cannot be read. `message` has OptionParser's wording, `help` says what to do. */
export interface BadArguments {
  readonly kind: 'option' | 'command'
  readonly message: string
  readonly help: string | undefined
}

/** Reads `argv` (without node and script). */
export function parseArguments(argv: readonly string[]): Arguments | BadArguments {
  const at = commandIndex(argv)
  const word = at === -1 ? undefined : argv[at]
  const command = word === undefined ? undefined : commandNamed(word)
  if (word !== undefined && command === undefined) return unknownCommand(word)
  const known = flagsOf(command)
  const flags = new Map<string, FlagValue>()
  const words: string[] = []
  for (let i = 0; i < argv.length; i++) {
    const arg = argv[i]!
    if (i === at) continue
    if (arg === '--') {
      words.push(...argv.slice(i + 1).filter((_, offset) => i + 1 + offset !== at))
      break
    }
    if (!arg.startsWith('-') || arg === '-') {
      words.push(arg)
      continue
    }
    const taken = arg.startsWith('--')
      ? readLong(arg, argv[i + 1], known, flags)
      : readShort(arg, argv[i + 1], known, flags)
    if (typeof taken === 'object') return taken
    i += taken
  }
  return { command, flags, words }
}

/** Index of the word that names the command: the first that is neither a flag nor a flag's value. */
function commandIndex(argv: readonly string[]): number {
  const all = [...new Set([undefined, ...COMMANDS].flatMap((command) => [...flagsOf(command)]))]
  for (let i = 0; i < argv.length; i++) {
    const arg = argv[i]!
    if (arg === '--') return i + 1 < argv.length ? i + 1 : -1
    if (!arg.startsWith('-') || arg === '-') return i
    const scratch = new Map<string, FlagValue>()
    const taken = arg.startsWith('--')
      ? readLong(arg, argv[i + 1], all, scratch)
      : readShort(arg, argv[i + 1], all, scratch)
    if (typeof taken === 'number') i += taken
  }
  return -1
}

/** Reads one `--long` argument into `flags`; answers how many following arguments it used up. */
function readLong(
  arg: string,
  next: string | undefined,
  known: readonly Flag[],
  flags: Map<string, FlagValue>,
): number | BadArguments {
  const equals = arg.indexOf('=')
  const name = (equals === -1 ? arg.slice(2) : arg.slice(2, equals)).replaceAll('-', '_')
  const given = equals === -1 ? undefined : arg.slice(equals + 1)
  const found = findLong(name, known)
  if (found === undefined) return unknownOption(equals === -1 ? arg : arg.slice(0, equals), known)
  if (found === 'ambiguous') return { kind: 'option', message: `ambiguous option: ${arg}`, help: undefined }
  const { flag, on } = found
  if (flag.value === undefined) {
    if (given !== undefined && flag.attached !== undefined)
      return readAttached(flag, flag.attached, given, flags)
    if (given !== undefined)
      return { kind: 'option', message: `needless argument: ${arg}`, help: `--${flag.long} takes no value` }
    flags.set(flag.long, on)
    return 0
  }
  return readValue(flag, `--${flag.long}`, given, next, flags)
}

/** Reads `-q`, `-qI`, `-d DIR` or `-dDIR`. */
function readShort(
  arg: string,
  next: string | undefined,
  known: readonly Flag[],
  flags: Map<string, FlagValue>,
): number | BadArguments {
  for (let i = 1; i < arg.length; i++) {
    const letter = arg[i]!
    const short = known.find((each) => each.short === letter)
    const found = short === undefined ? findLong(letter, known) : { flag: short, on: true }
    if (found === undefined) return unknownOption(`-${letter}`, known)
    if (found === 'ambiguous')
      return { kind: 'option', message: `ambiguous option: -${letter}`, help: undefined }
    const { flag, on } = found
    if (flag.value !== undefined) {
      const rest = arg.slice(i + 1).replace(/^=/, '')
      return readValue(flag, `-${letter}`, rest === '' ? undefined : rest, next, flags)
    }
    flags.set(flag.long, on)
  }
  return 0
}

/** Reads what stands behind `--flag=`: a file name must end as its placeholder does. */
function readAttached(
  flag: Flag,
  placeholder: string,
  given: string,
  flags: Map<string, FlagValue>,
): number | BadArguments {
  const ending = /\..*$/.exec(placeholder)?.[0] ?? ''
  if (given.endsWith(ending) && given !== ending) {
    flags.set(flag.long, given)
    return 0
  }
  return {
    kind: 'option',
    message: `invalid argument: --${flag.long}=${given}`,
    help: `name ${ending === '' ? 'one' : `a file that ends in ${ending}`}: --${flag.long}=${placeholder.toLowerCase()}`,
  }
}

function readValue(
  flag: Flag,
  shown: string,
  given: string | undefined,
  next: string | undefined,
  flags: Map<string, FlagValue>,
): number | BadArguments {
  const text = given ?? (next !== undefined && !/^-./.test(next) ? next : undefined)
  // A negative number may follow the flag that wants a number.
  const value = text ?? (flag.reads === 'integer' && /^-\d+$/.test(next ?? '') ? next : undefined)
  // What stands in brackets may be left out: the flag then says nothing.
  if (value === undefined && flag.value?.startsWith('[')) return 0
  if (value === undefined)
    return {
      kind: 'option',
      message: `missing argument: ${shown}`,
      help: `write ${shown} ${flag.value?.replace(/[[\]]/g, '')}`,
    }
  const used = given === undefined ? 1 : 0
  if (flag.choices !== undefined && !flag.choices.includes(value)) return notAmong(flag.choices, shown, value)
  if (flag.reads === 'amount') return readAmount(flag, shown, value, flags) ?? used
  if (flag.reads === 'list') flags.set(flag.long, value.split(',').filter(Boolean))
  else if (flag.reads !== 'integer') flags.set(flag.long, value)
  else if (/^[+-]?\d+$/.test(value)) flags.set(flag.long, Number(value))
  else
    return {
      kind: 'option',
      message: `invalid argument: ${shown} ${value}`,
      help: `${shown} takes a whole number`,
    }
  return used
}

function notAmong(choices: readonly string[], shown: string, value: string): BadArguments {
  const near = nearest(value, choices)
  return {
    kind: 'option',
    message: `invalid argument: ${shown} ${value}`,
    help: near === undefined ? `${shown} takes ${choices.join(' or ')}` : `did you mean ${shown} ${near}?`,
  }
}

/** Reads a number above 0, with a fraction or without. */
function readAmount(
  flag: Flag,
  shown: string,
  value: string,
  flags: Map<string, FlagValue>,
): BadArguments | undefined {
  const amount = /^\+?\d+(?:\.\d+)?$/.test(value) ? Number(value) : 0
  if (amount > 0 && Number.isFinite(amount)) {
    flags.set(flag.long, amount)
    return undefined
  }
  return {
    kind: 'option',
    message: `invalid argument: ${shown} ${value}`,
    help: `${shown} takes a number above 0`,
  }
}

function findLong(
  name: string,
  known: readonly Flag[],
): { flag: Flag; on: boolean } | 'ambiguous' | undefined {
  const names = known.flatMap((flag) => [
    { flag, on: true, name: flag.long.replaceAll('-', '_') },
    ...(flag.negatable ? [{ flag, on: false, name: `no_${flag.long}` }] : []),
  ])
  const exact = names.find((each) => each.name === name)
  if (exact !== undefined) return exact
  const beginning = name === '' ? [] : names.filter((each) => each.name.startsWith(name))
  const jekylls = beginning.filter(({ flag }) => flag.ours !== true)
  return beginning.length === 1 || jekylls.length === 1
    ? (jekylls[0] ?? beginning[0])
    : beginning.length > 1
      ? 'ambiguous'
      : undefined
}

function unknownOption(shown: string, known: readonly Flag[]): BadArguments {
  const near = nearest(
    shown.replace(/^-+/, ''),
    known.map((flag) => flag.long),
  )
  return {
    kind: 'option',
    message: `invalid option: ${shown}`,
    help: near === undefined ? undefined : `did you mean '--${near}'?`,
  }
}

function unknownCommand(word: string): BadArguments {
  const near =
    word === ''
      ? undefined
      : nearest(
          word,
          COMMANDS.flatMap((command) => [command.name, ...command.aliases]),
        )
  return {
    kind: 'command',
    message: `'whirl ${word}' could not be found.`,
    help:
      near === undefined
        ? 'run `whirl --help` to see the commands there are'
        : `did you mean 'whirl ${near}'?`,
  }
}
