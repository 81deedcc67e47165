/**
 * Which reference a site is built as: the command line's word, else the configuration's, else what `Gemfile.lock`
 * locks, else what the Gemfile asks for, else the newest Jekyll.
 */
import {
  compareVersions,
  type Diagnostic,
  isPrerelease,
  REFERENCE_PARTS,
  type Reference,
  type Span,
  satisfies,
  type Value,
} from '../base/index.ts'
import { type Compat, type CompatDoubt, namedReference, readCompat } from './compat-setting.ts'
import {
  knownVersions,
  leavesRoom,
  RELEASES,
  referenceOfJekyll,
  versionsNamedIn,
  withVersions,
} from './reference-versions.ts'

/** What Bundler's files say; undefined fields where there is no such file. */
export interface BundleWords {
  readonly lock?: LockWords
  /** requirements by gem of the Gemfile: `~> 4.3`; empty for a gem of any version */
  readonly requirements: ReadonlyMap<string, readonly string[]>
  /** what Bundler loads for the group `:jekyll_plugins`, in order */
  readonly plugins?: readonly string[]
}

/** A lock file. */
interface LockWords {
  /** relative to the site: `Gemfile.lock` */
  readonly path: string
  readonly text: string
  /** the line at which its gems begin, from 1 */
  readonly line: number
  /** by gem; none where it is useless */
  readonly versions: ReadonlyMap<string, string>
  readonly fault?: LockFault
}

/** What is wrong with a lock file. */
export interface LockFault {
  /** whether it says nothing, or a merge left its marks in it */
  readonly kind: 'useless' | 'conflict'
  /** `is empty` */
  readonly message: string
  /** where, from 1 */
  readonly line: number | undefined
}

interface ReferenceRequest {
  /** `--compat` */
  readonly flag: Value
  /** `compat` of the configuration */
  readonly setting: Value
  /** undefined where the Gemfile is to be left alone */
  readonly bundle: BundleWords | undefined
}

export interface ChosenReference {
  readonly reference: Reference
  /** whether GitHub's settings and choice of plugins hold */
  readonly githubPages: boolean
  readonly from: 'flag' | 'setting' | 'lock' | 'gemfile' | 'default'
  /** versions that another one stands for */
  readonly rounded: readonly RoundedVersion[]
  /** versions that `compat` names over those */
  readonly over: ReadonlyMap<string, string>
  readonly diagnostics: readonly CompatDoubt[]
}

interface RoundedVersion {
  readonly gem: string
  readonly asked: string
  /** the version whose behaviour it gets */
  readonly as: string
}

const PAGES = 'github-pages'

/** Chooses. A `flag` that is not known is an error among the diagnostics; a setting that is not known is a warning. */
export function chooseReference({ flag, setting, bundle }: ReferenceRequest): ChosenReference {
  const fromLock = lockedReference(bundle)
  const unsaid = withLockDoubts(fromLock ?? askedReference(bundle) ?? built('jekyll', 'default'), bundle)
  if (isSaid(flag)) {
    const compat = readCompat(flag, '--compat', unsaid)
    const diagnostics = compat.diagnostics.map((each): Diagnostic => ({ ...each, severity: 'error' }))
    return { ...('reference' in compat ? follow(compat, unsaid, 'flag') : unsaid), diagnostics }
  }
  if (!isSaid(setting)) return unsaid
  const compat = readCompat(setting, 'compat', unsaid)
  if (!('reference' in compat))
    return { ...unsaid, diagnostics: [...unsaid.diagnostics, ...compat.diagnostics] }
  const diagnostics = [
    ...(compat.leavesJekyll ? unsaid.diagnostics : []),
    ...compat.diagnostics,
    ...(compat.leavesJekyll || fromLock === undefined ? [] : overruled(compat.reference, fromLock.reference)),
  ]
  return { ...follow(compat, unsaid, 'setting'), diagnostics }
}

function isSaid(value: Value): boolean {
  return value !== undefined && value !== null
}

function built(name: string, from: ChosenReference['from']): ChosenReference {
  return { ...namedReference(name), from, rounded: [], over: new Map(), diagnostics: [] }
}

/** What `compat` asks for, over `unsaid` where it names no Jekyll. */
function follow(
  { reference, githubPages, versions, leavesJekyll }: Compat,
  unsaid: ChosenReference,
  from: ChosenReference['from'],
): Omit<ChosenReference, 'diagnostics'> {
  const own = roundedIn(reference, versions)
  if (!leavesJekyll) return { reference, githubPages, from, rounded: own, over: new Map() }
  const others = unsaid.rounded.filter(({ gem }) => !versions.has(gem))
  return { reference, githubPages, from: unsaid.from, rounded: [...others, ...own], over: versions }
}

/** Which of the versions in `asked` `reference` has another for. */
function roundedIn(reference: Reference, asked: ReadonlyMap<string, string>): readonly RoundedVersion[] {
  return (Object.keys(REFERENCE_PARTS) as (keyof typeof REFERENCE_PARTS)[]).flatMap((gem) => {
    const own = asked.get(gem)
    const as = reference[gem]
    const isTold = own !== undefined && own !== as && (isPrerelease(own) || !own.startsWith(`${as}.`))
    return !isTold ? [] : [{ gem, asked: own, as }]
  })
}

/** What Gemfile.lock locks; undefined where it has no Jekyll. */
function lockedReference(bundle: BundleWords | undefined): ChosenReference | undefined {
  const lock = bundle?.lock?.versions
  if (lock === undefined) return undefined
  const githubPages = lock.has(PAGES)
  const jekyll = lock.get('jekyll')
  if (!githubPages && jekyll === undefined) return undefined
  const base =
    githubPages || jekyll === undefined ? namedReference(PAGES).reference : referenceOfJekyll(jekyll)
  const reference: Reference = {
    ...withVersions(base, lock),
    yaml: lock.has('safe_yaml') ? 'safe_yaml' : 'psych',
  }
  return {
    reference,
    githubPages,
    from: 'lock',
    rounded: roundedIn(reference, lock),
    over: new Map(),
    diagnostics: [],
  }
}

/** What the Gemfile alone asks for; undefined where it leaves the choice. */
function askedReference(bundle: BundleWords | undefined): ChosenReference | undefined {
  const requirements = bundle?.requirements ?? new Map<string, readonly string[]>()
  const asked = (gem: string): readonly string[] => requirements.get(gem) ?? []
  const base = requirements.has(PAGES) ? namedReference(PAGES) : undefined
  const jekyll = base === undefined ? newestJekyll(asked) : undefined
  const start = base?.reference ?? referenceOfJekyll(jekyll ?? RELEASES[0]!)
  // GitHub Pages settles all the others.
  const others = base === undefined ? Object.keys(start.gems).filter((gem) => gem !== 'jekyll') : [PAGES]
  const versions = new Map<string, string>()
  for (const gem of others) {
    const version = newestMeeting(gem, start, asked(gem))
    if (version !== undefined && version !== start.gems[gem]) versions.set(gem, version)
  }
  if (base !== undefined) {
    const pages = versions.get(PAGES)
    const rounded = pages === undefined ? [] : [{ gem: PAGES, asked: pages, as: start.gems[PAGES]! }]
    return { ...built(PAGES, 'gemfile'), rounded }
  }
  if ((jekyll === undefined || jekyll === RELEASES[0]) && versions.size === 0) return undefined
  const reference = withVersions(start, versions)
  const rounded = roundedIn(reference, new Map([['jekyll', reference.gems.jekyll!], ...versions]))
  return { ...built('jekyll', 'gemfile'), reference, rounded }
}

/** The newest Jekyll that the Gemfile allows, and whose own requirements leave what it asks of other gems. */
function newestJekyll(asked: (gem: string) => readonly string[]): string | undefined {
  const own = asked('jekyll')
  const known = [...RELEASES, ...versionsNamedIn(own)].filter((version) => satisfies(version, own))
  return known.find((version) => leavesRoom(version, asked)) ?? known[0]
}

/**
 * The newest version of `gem` that is known or named and meets `asked`; undefined where nothing is asked, or where none
 * does.
 */
function newestMeeting(gem: string, start: Reference, asked: readonly string[]): string | undefined {
  if (asked.length === 0) return undefined
  const known = knownVersions(gem).filter(
    (version) => compareVersions(version, start.gems[gem] ?? version) <= 0,
  )
  return [start.gems[gem] ?? '', ...known, ...versionsNamedIn(asked), ...knownVersions(gem)].find(
    (version) => version !== '' && satisfies(version, asked),
  )
}

const TOPIC = 'Configuration:'
const DECIDING = [
  ['jekyll', 'jekyll'],
  ['liquid', 'liquid'],
  ['kramdown', 'kramdown'],
  ['rouge', 'rouge'],
  ['sass', 'jekyll-sass-converter'],
] as const

/** Names the Jekyll, else the first gem, that `compat` has otherwise than the lock file; nothing where they agree. */
function overruled(asked: Reference, locked: Reference): readonly CompatDoubt[] {
  const parts = DECIDING.filter(([part]) => asked[part] !== locked[part])
  if (parts.length === 0) return []
  const gem = asked.gems.jekyll === locked.gems.jekyll ? parts[0]![1] : 'jekyll'
  const name = gem === 'jekyll' ? 'Jekyll' : gem
  return [
    {
      about: gem,
      code: 'site/compat-over-lock',
      severity: 'warning',
      topic: TOPIC,
      message: `'compat' asks for ${name} ${asked.gems[gem]}, Gemfile.lock has ${locked.gems[gem]}: 'compat' wins.`,
      help: 'take `compat` out of the configuration to build as the lock file says',
      trail: [],
    },
  ]
}

/** `chosen` with what there is to say of a lock file that is of no use, or of little. */
function withLockDoubts(chosen: ChosenReference, bundle: BundleWords | undefined): ChosenReference {
  const lock = bundle?.lock
  const fault = lock?.fault ?? (chosen.from === 'lock' ? undefined : lock && withoutJekyll(lock))
  if (lock === undefined || fault === undefined) return chosen
  const { path, text } = lock
  const { kind, line, message } = fault
  const isConflict = kind === 'conflict'
  const twice =
    isConflict && chosen.from === 'lock' ? '; of a gem that is there twice the last version counts' : ''
  const { jekyll } = chosen.reference.gems
  const diagnostic: Diagnostic = {
    code: isConflict ? 'site/lock-conflict' : 'site/lock-useless',
    severity: 'warning',
    topic: TOPIC,
    message: `${path}${line === undefined ? '' : `:${line}`} ${message}${twice}: the site is built as Jekyll ${jekyll}${chosenBy(chosen) || ', the newest'}.`,
    ...(line === undefined ? {} : { source: { path, text }, span: lineSpan(text, line) }),
    help: isConflict ? 'resolve the conflict, or run `bundle lock`' : 'run `bundle lock`',
    trail: [],
  }
  return { ...chosen, diagnostics: [...chosen.diagnostics, diagnostic] }
}

/** What is wrong with a lock file that leaves open which Jekyll. */
function withoutJekyll({ line }: LockWords): LockFault {
  return { kind: 'useless', message: 'names no version of jekyll', line }
}

function lineSpan(text: string, line: number): Span {
  const lines = text.split('\n')
  const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0)
  return { start, end: start + (lines[line - 1]?.length ?? 0) }
}

function chosenBy({ from, githubPages }: ChosenReference): string {
  const pages = githubPages ? ' of GitHub Pages' : ''
  const by = from === 'lock' ? ', as Gemfile.lock has it' : from === 'gemfile' ? ', as the Gemfile asks' : ''
  return pages + by
}

/**
 * Which Jekyll, who said so, and which versions stand in for those asked for, in one line; undefined where nothing need be
 * said. With `always` the newest Jekyll, which nobody asked for, is said to be that.
 */
export function describeReference(chosen: ChosenReference, always = false): string | undefined {
  const { reference, from, rounded, over } = chosen
  const isOwn = from === 'lock' || from === 'gemfile'
  const isNewest = always && from === 'default'
  if (!isOwn && !isNewest && rounded.length === 0) return undefined
  const named = isOwn ? [...over].map(([gem, version]) => `${gem} ${version} by 'compat'`) : []
  const others = [...named, ...rounded.map(({ gem, asked, as }) => `${gem} ${asked} as ${as}`)]
  const by = isNewest ? ', the newest, since nothing names another' : chosenBy(chosen)
  const way = '(--compat NAME builds as another)'
  return `Jekyll ${reference.gems.jekyll}${by}${others.length === 0 ? '' : `; ${others.join(', ')}`} ${way}`
}
