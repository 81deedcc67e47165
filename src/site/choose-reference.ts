/**
 * Which reference a site is built as: the command line's word, else the configuration's, else what `Gemfile.lock`
 * locks, else what the Gemfile asks for, else the newest Jekyll.
 */
import { type Diagnostic, REFERENCE_PARTS, type Reference, satisfies, type Value } from '../base/index.ts'
import { type Compat, namedReference, readCompat } from './compat-setting.ts'
import { RELEASES, referenceOfJekyll, withVersions } from './reference-versions.ts'

/** What Bundler's files say; undefined fields where there is no such file. */
export interface BundleWords {
  /** versions by gem of `Gemfile.lock`; undefined without one */
  readonly locked: ReadonlyMap<string, string> | undefined
  /** whether a merge left its marks in it */
  readonly conflicted: boolean
  /** requirements by gem of the Gemfile: `~> 4.3`; empty for a gem of any version */
  readonly requirements: ReadonlyMap<string, readonly string[]>
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
  readonly diagnostics: readonly Diagnostic[]
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
  const unsaid = fromLock ?? askedReference(bundle) ?? built('jekyll', 'default')
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
    return own === undefined || own === as || own.startsWith(`${as}.`) ? [] : [{ gem, asked: own, as }]
  })
}

/** What Gemfile.lock locks; undefined where it has no Jekyll. */
function lockedReference(bundle: BundleWords | undefined): ChosenReference | undefined {
  const lock = bundle?.locked
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
    diagnostics: bundle?.conflicted === true ? [mergeMarks()] : [],
  }
}

/** What the Gemfile alone asks for; undefined where it leaves the choice. */
function askedReference(bundle: BundleWords | undefined): ChosenReference | undefined {
  if (bundle?.requirements.has(PAGES)) return built(PAGES, 'gemfile')
  const asked = bundle?.requirements.get('jekyll')
  if (asked === undefined || asked.length === 0) return undefined
  // `4.3.1`, `~> 4.1.0`: where no last release meets it, a version that it names may.
  const named = asked.flatMap((each) => each.match(/\d+(?:\.\d+)*/g) ?? [])
  const newest = [...RELEASES, ...named].find((version) => satisfies(version, asked))
  if (newest === undefined || newest === RELEASES[0]) return undefined
  const reference = referenceOfJekyll(newest)
  const rounded = roundedIn(reference, new Map([['jekyll', newest]]))
  return { ...built('jekyll', 'gemfile'), reference, rounded }
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
function overruled(asked: Reference, locked: Reference): readonly Diagnostic[] {
  const parts = DECIDING.filter(([part]) => asked[part] !== locked[part])
  if (parts.length === 0) return []
  const gem = asked.gems.jekyll === locked.gems.jekyll ? parts[0]![1] : 'jekyll'
  const name = gem === 'jekyll' ? 'Jekyll' : gem
  return [
    {
      code: 'site/compat-over-lock',
      severity: 'warning',
      topic: TOPIC,
      message: `'compat' asks for ${name} ${asked.gems[gem]}, Gemfile.lock has ${locked.gems[gem]}: 'compat' wins.`,
      help: 'take `compat` out of the configuration to build as the lock file says',
      trail: [],
    },
  ]
}

function mergeMarks(): Diagnostic {
  return {
    code: 'site/lock-conflict',
    severity: 'warning',
    topic: TOPIC,
    message:
      'Gemfile.lock holds the marks of a merge (<<<<<<<): of a gem that is there twice the last version counts.',
    help: 'resolve the conflict, or run `bundle lock`',
    trail: [],
  }
}

/**
 * Which Jekyll, who said so, and which versions stand in for those asked for, in one line; undefined where nothing need be
 * said.
 */
export function describeReference({
  reference,
  githubPages,
  from,
  rounded,
  over,
}: ChosenReference): string | undefined {
  const by = from === 'lock' ? ', as Gemfile.lock has it' : from === 'gemfile' ? ', as the Gemfile asks' : ''
  if (by === '' && rounded.length === 0) return undefined
  const pages = githubPages ? ' of GitHub Pages' : ''
  const named = by === '' ? [] : [...over].map(([gem, version]) => `${gem} ${version} by 'compat'`)
  const others = [...named, ...rounded.map(({ gem, asked, as }) => `${gem} ${asked} as ${as}`)]
  const way = '(--compat NAME builds as another)'
  return `Jekyll ${reference.gems.jekyll}${pages}${by}${others.length === 0 ? '' : `; ${others.join(', ')}`} ${way}`
}
