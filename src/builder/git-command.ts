/**
 * Git's command line for those who may only look: the words that read history are answered by git in a repository of our own
 * (`ask-git.ts`), and every other word is refused, so that nothing is written, run or fetched, and no file read by its name.
 */
import path from 'node:path'
import { withSlashes } from '../base/index.ts'
import type { Config } from '../site/index.ts'
import { tryGit } from './ask-git.ts'
import { gitNames } from './git-names.ts'
import { type GitPlace, gitPlace, headOf, LONG_NAMES, realPath } from './git-place.ts'
import { gitRepository } from './git-repository.ts'

/** How a program ended, and what it wrote. */
export interface ProgramResult {
  readonly status: number
  readonly out: string
  readonly err: string
}

/** What git is asked and not answered, as a sentence. */
export class GitRefusal extends Error {}

const COMMANDS = new Set(
  'branch cat-file describe diff diff-tree for-each-ref log ls-tree merge-base name-rev rev-list rev-parse shortlog show show-ref tag'.split(
    ' ',
  ),
)

const OPTIONS = new Set(
  (
    'abbrev abbrev-commit abbrev-ref after all always ancestry-path author author-date-order before boundary branches candidates ' +
    'children color committer contains count date date-order decorate diff-filter email exact-match exclude exists find-renames ' +
    'first-parent follow format full-history full-tree git-dir grep heads invert-grep is-ancestor is-inside-git-dir ' +
    'is-inside-work-tree left-right list long match max-count merged merges minimal name-only name-status no-abbrev ' +
    'no-abbrev-commit no-color no-commit-id no-decorate no-ext-diff no-merged no-merges no-notes no-patch no-renames ' +
    'no-textconv no-walk numbered numstat oneline parents patch points-at pretty quiet raw relative-date remotes reverse root ' +
    'short shortstat show-cdup show-current show-prefix show-toplevel since skip sort stat summary symbolic ' +
    'symbolic-full-name tags topo-order unified until verify'
  ).split(' '),
)

/** `tag` makes a tag with most of its letters, and signs it. */
const LETTERS = /^-(?:\d+|n\d*|M\d*|[acEehilnpqrstvz]+)$/
const TAG_LETTERS = /^-(?:l|n\d*)$/

/** Formats for which git runs another program: signatures are checked by GnuPG. */
const SIGNATURE = /%G|%\((?:\w+:)?signature/

interface GitWords {
  /** what stands behind `git` */
  readonly words: readonly string[]
  /** the folder in which the command is given, absolute */
  readonly folder: string
}

/**
 * What git says to `words`. Throws a GitRefusal for what it is not asked, and what `tryGit` throws. The zone is the site's.
 */
export function gitCommand(
  { source, timezone, safe }: Pick<Config, 'source' | 'timezone' | 'safe'>,
  { words, folder }: GitWords,
): ProgramResult {
  const { command, given, at } = commandIn(words, folder)
  const place = gitPlace(at)
  if (place === undefined)
    return failed('fatal: not a git repository (or any of the parent directories: .git)\n')
  const said = saidOf(place, command, given, () => gitRepository({ source, safe }).origin())
  if (said !== undefined) return said
  if (!COMMANDS.has(command)) throw new GitRefusal(`git ${command} is not answered`)
  const known = paths(place, given.map(permitted(command)), at)
  if (typeof known === 'string') return failed(known)
  const { status, out, err } = tryGit(place, {
    words: ['--no-pager', command, ...known],
    config: headOf(place)?.length === 64 ? LONG_NAMES : '',
    names: gitNames(place),
    usersConfig: false,
    ...(timezone === null ? {} : { timezone }),
  })
  return { status, out, err }
}

interface GitCall {
  readonly command: string
  readonly given: readonly string[]
  /** the folder that it is about */
  readonly at: string
}

function commandIn(words: readonly string[], folder: string): GitCall {
  let at = folder
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string
    if (word === '-C') at = path.resolve(at, words[++i] ?? '')
    else if (word === '--version') return { command: 'version', given: [], at }
    else if (word !== '--no-pager' && word !== '-P') {
      if (word.startsWith('-')) throw new GitRefusal(`git ${word.split('=', 1)[0]} is not answered`)
      return { command: word, given: words.slice(i + 1), at }
    }
  }
  throw new GitRefusal('git without a command is not answered')
}

/** What is known without git: where the repository is, and the address of `origin`. */
function saidOf(
  { root }: GitPlace,
  command: string,
  given: readonly string[],
  origin: () => string | undefined,
): ProgramResult | undefined {
  const line = [command, ...given].join(' ')
  if (line === 'rev-parse --show-toplevel') return { status: 0, out: `${root}\n`, err: '' }
  if (line === 'rev-parse --is-inside-work-tree') return { status: 0, out: 'true\n', err: '' }
  if (!ORIGIN.test(line)) return undefined
  const address = origin()
  return address === undefined ? { status: 1, out: '', err: '' } : { status: 0, out: `${address}\n`, err: '' }
}

const ORIGIN = /^(?:remote get-url origin|config (?:--get )?remote\.origin\.url)$/

/** A word behind `command`, as it is; throws for an option that is not known to be harmless. */
function permitted(command: string): (word: string) => string {
  let rest = false
  return (word) => {
    if (word === '--') rest = true
    if (!rest && SIGNATURE.test(word)) throw new GitRefusal('git does not check signatures here')
    if (rest || !word.startsWith('-') || word === '-') return word
    const [name = ''] = word.slice(2).split('=', 1)
    const known = word.startsWith('--')
      ? OPTIONS.has(name)
      : (command === 'tag' ? TAG_LETTERS : LETTERS).test(word)
    if (!known) throw new GitRefusal(`git ${command} ${word.split('=', 1)[0]} is not answered`)
    return word
  }
}

/** `words` with paths as the repository's root has them, behind `--`; or what git says of one outside. */
function paths(place: GitPlace, words: readonly string[], at: string): readonly string[] | string {
  const before: string[] = []
  const below: string[] = []
  const mark = words.indexOf('--')
  for (const [i, word] of words.entries()) {
    if (i === mark) continue
    const isPath = mark >= 0 ? i > mark : isThere(word, at)
    if (!isPath) before.push(word)
    else {
      const relative = path.relative(place.root, linkedTo(path.resolve(at, word)))
      if (relative.startsWith('..'))
        return `fatal: ${word}: '${word}' is outside repository at '${place.root}'\n`
      below.push(relative === '' ? '.' : withSlashes(relative, path.sep))
    }
  }
  return below.length === 0 && mark < 0 ? before : [...before, '--', ...below]
}

function isThere(word: string, at: string): boolean {
  return !word.startsWith('-') && word !== '' && realPath(path.resolve(at, word)) !== undefined
}

/** `place`, links on the way to it followed. */
function linkedTo(place: string): string {
  const folder = realPath(path.dirname(place))
  return folder === undefined ? place : path.join(folder, path.basename(place))
}

function failed(err: string): ProgramResult {
  return { status: 128, out: '', err }
}
