/** Completion scripts for bash, zsh and fish, written from the table of commands and flags. */
import { COMMANDS, flagsOf } from './flags/command-table.ts'
import type { Flag } from './flags/flag.ts'

const NAMES: readonly string[] = COMMANDS.flatMap(({ name, aliases }) => [name, ...aliases])
/** What may follow commands that take no files. */
const WORDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['help', NAMES],
  ['completions', ['bash', 'zsh', 'fish']],
])

/** To be sourced: `source <(whirl completions bash)`. */
export function bashScript(): string {
  const cases = COMMANDS.map(
    ({ name, aliases }, i) =>
      `    ${[name, ...aliases].join('|')}) words='${flagsOf(COMMANDS[i]).flatMap(spellings).join(' ')}' ;;`,
  )
  return `# Completions of whirl for bash: source <(whirl completions bash)
_whirl() {
  local current="\${COMP_WORDS[COMP_CWORD]}" command='' word words
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    [[ $word == -* ]] || { command=$word; break; }
  done
  case "$command" in
    '') words='${[...NAMES, ...flagsOf(undefined).flatMap(spellings)].join(' ')}' ;;
${cases.join('\n')}
    *) words='' ;;
  esac
${[...WORDS].map(([name, words]) => `  [[ $command == ${name} && $current != -* ]] && words='${words.join(' ')}'`).join('\n')}
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}
complete -o default -F _whirl whirl
`
}

/** To be put in a directory of \`fpath\` as \`_whirl\`, or sourced. */
export function zshScript(): string {
  const commands = COMMANDS.flatMap(({ name, aliases, about }) =>
    [name, ...aliases].map((each) => `    ${quoted(`${each}:${about}`)}`),
  )
  const cases = COMMANDS.map(({ name, aliases }, i) => {
    const flags = flagsOf(COMMANDS[i]).flatMap(zshFlag)
    const words = WORDS.get(name)
    const others = words === undefined ? "'*:file:_files'" : quoted(`1:${name}:(${words.join(' ')})`)
    return `    ${[name, ...aliases].join('|')}) _arguments -s ${flags.join(' ')} ${others} ;;`
  })
  return `#compdef whirl
# Completions of whirl for zsh: source <(whirl completions zsh)
_whirl() {
  local -a commands
  commands=(
${commands.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join('\n')}
    *) _files ;;
  esac
}
compdef _whirl whirl
`
}

/** To be put in \`~/.config/fish/completions/whirl.fish\`, or sourced. */
export function fishScript(): string {
  const lines = ['# Completions of whirl for fish: whirl completions fish | source']
  for (const { name, aliases, about } of COMMANDS)
    for (const each of [name, ...aliases])
      lines.push(`complete -c whirl -n __fish_use_subcommand -f -a ${each} -d ${fishQuoted(about)}`)
  for (const [name, words] of WORDS)
    lines.push(`complete -c whirl -n '__fish_seen_subcommand_from ${name}' -f -a '${words.join(' ')}'`)
  for (const command of COMMANDS) {
    const when = `'__fish_seen_subcommand_from ${[command.name, ...command.aliases].join(' ')}'`
    for (const flag of flagsOf(command)) {
      const short = flag.short === undefined ? '' : ` -s ${flag.short}`
      const value = flag.value === undefined ? '' : ' -r'
      lines.push(
        `complete -c whirl -n ${when}${short} -l ${flag.long}${value} -d ${fishQuoted(flag.about)}`,
        ...(flag.negatable ? [`complete -c whirl -n ${when} -l no-${flag.long}`] : []),
      )
    }
  }
  return `${lines.join('\n')}\n`
}

function spellings(flag: Flag): readonly string[] {
  return [
    `--${flag.long}`,
    ...(flag.negatable ? [`--no-${flag.long}`] : []),
    ...(flag.short === undefined ? [] : [`-${flag.short}`]),
  ]
}

function zshFlag(flag: Flag): readonly string[] {
  const about = flag.about.replace(/[[\]:\\]/g, '\\$&')
  const value = flag.value === undefined ? '' : ':value:_files'
  return spellings(flag).map((each) => quoted(`${each}[${about}]${value}`))
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

function fishQuoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
