/**
 * Which reference a site is built as: the command line's word, else the configuration's, else what `Gemfile.lock`
 * locks, else what the Gemfile asks for, else the newest Jekyll.
 */
import {
  type Diagnostic,
  isHash,
  JEKYLL_VERSIONS,
  KRAMDOWN_VERSIONS,
  knownVersion,
  LIQUID_VERSIONS,
  nearest,
  REFERENCE_PARTS,
  REFERENCES,
  type Reference,
  ROUGE_VERSIONS,
  rubyInspect,
  rubyToS,
  type SassCompiler,
  satisfies,
  type Value,
} from '../base/index.ts'

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
  /** locked versions that another one stands for */
  readonly rounded: readonly RoundedVersion[]
  readonly diagnostics: readonly Diagnostic[]
}

interface RoundedVersion {
  readonly gem: string
  readonly locked: string
  /** the version whose behaviour it gets */
  readonly as: string
}

const NEWEST = 'jekyll'
/** where nothing says anything */
const DEFAULT = NEWEST
const PAGES = 'github-pages'

/** Chooses. A `flag` that is not known is an error among the diagnostics; a setting that is not known is a warning. */
export function chooseReference({ flag, setting, bundle }: ReferenceRequest): ChosenReference {
  if (isSaid(flag)) {
    const named = namedReference(flag, '--compat')
    return { from: 'flag', rounded: [], ...named, diagnostics: named.diagnostics.map(asError) }
  }
  const lock = bundle?.locked
  const fromLock =
    lock?.has('jekyll') || lock?.has(PAGES) ? lockedReference(lock, bundle?.conflicted === true) : undefined
  if (isSaid(setting)) {
    const named = namedReference(setting, 'compat')
    if (named.known) {
      const other = fromLock !== undefined && differs(named.reference, fromLock.reference)
      const diagnostics = other
        ? [...named.diagnostics, overruled(named.reference, fromLock)]
        : named.diagnostics
      return { from: 'setting', rounded: [], ...named, diagnostics }
    }
    return { ...unsaid(fromLock, bundle), diagnostics: named.diagnostics }
  }
  return unsaid(fromLock, bundle)
}

function unsaid(fromLock: ChosenReference | undefined, bundle: BundleWords | undefined): ChosenReference {
  return fromLock ?? askedReference(bundle) ?? { ...named(DEFAULT), from: 'default', rounded: [] }
}

function isSaid(value: Value): boolean {
  return value !== undefined && value !== null
}

interface Named {
  readonly reference: Reference
  readonly githubPages: boolean
  readonly diagnostics: readonly Diagnostic[]
}

function named(name: string): Named {
  return { reference: REFERENCES[name] as Reference, githubPages: name === PAGES, diagnostics: [] }
}

/** A name, or a hash of versions over one: `{ jekyll: 4.3, rouge: 4.1 }`. */
function namedReference(value: Value, what: string): Named & { readonly known: boolean } {
  if (typeof value === 'string' && Object.hasOwn(REFERENCES, value)) return { ...named(value), known: true }
  if (!isHash(value)) return { ...named(NEWEST), diagnostics: [unknownName(value, what)], known: false }
  const wanted = new Map([...value].map(([key, version]) => [String(key), rubyToS(version)]))
  const strange = [...wanted.keys()].filter((key) => !Object.hasOwn(named(NEWEST).reference.gems, key))
  // A hash without any of our words is somebody else's.
  if (strange.length === wanted.size) return { ...named(NEWEST), diagnostics: [], known: false }
  const jekyll = wanted.get('jekyll')
  const base = jekyll === undefined ? named(NEWEST).reference : referenceOfJekyll(jekyll)
  wanted.delete('jekyll')
  const reference = withVersions(base, wanted)
  return { reference, githubPages: false, diagnostics: strange.map(unknownPart), known: true }
}

/** `base` with the versions of gems in `locked`. */
function withVersions(base: Reference, locked: ReadonlyMap<string, string>): Reference {
  const version = <V extends string>(gem: string, known: readonly [V, ...V[]], otherwise: V): V => {
    const own = locked.get(gem)
    return own === undefined ? otherwise : knownVersion(own, known)
  }
  const converter = locked.get('jekyll-sass-converter')
  return {
    jekyll: version('jekyll', JEKYLL_VERSIONS, base.jekyll),
    liquid: version('liquid', LIQUID_VERSIONS, base.liquid),
    kramdown: version('kramdown', KRAMDOWN_VERSIONS, base.kramdown),
    rouge: version('rouge', ROUGE_VERSIONS, base.rouge),
    yaml: base.yaml,
    sass: converter === undefined ? base.sass : sassOfConverter(converter),
    gems: { ...base.gems, ...Object.fromEntries(locked) },
  }
}

function sassOfConverter(version: string): SassCompiler {
  const major = Number.parseInt(version, 10)
  return major < 2 ? 'ruby-sass' : major === 2 ? 'libsass' : 'dart-sass'
}

function lockedReference(lock: ReadonlyMap<string, string>, conflicted: boolean): ChosenReference {
  const githubPages = lock.has(PAGES)
  const jekyll = lock.get('jekyll')
  const base = githubPages
    ? named(PAGES).reference
    : jekyll === undefined
      ? named(NEWEST).reference
      : referenceOfJekyll(jekyll)
  const reference: Reference = {
    ...withVersions(base, lock),
    yaml: lock.has('safe_yaml') ? 'safe_yaml' : 'psych',
  }
  const rounded = Object.keys(REFERENCE_PARTS).flatMap((gem) => {
    const locked = lock.get(gem)
    const as = reference[gem as keyof typeof REFERENCE_PARTS]
    return locked === undefined || locked === as || locked.startsWith(`${as}.`) ? [] : [{ gem, locked, as }]
  })
  return { reference, githubPages, from: 'lock', rounded, diagnostics: conflicted ? [mergeMarks()] : [] }
}

/** What the Gemfile alone asks for; undefined where it leaves the choice. */
function askedReference(bundle: BundleWords | undefined): ChosenReference | undefined {
  if (bundle?.requirements.has(PAGES)) return { ...named(PAGES), from: 'gemfile', rounded: [] }
  const asked = bundle?.requirements.get('jekyll')
  if (asked === undefined || asked.length === 0) return undefined
  const newest = RELEASES.find((version) => satisfies(version, asked))
  if (newest === undefined || newest === RELEASES[0]) return undefined
  return {
    reference: referenceOfJekyll(newest),
    githubPages: false,
    from: 'gemfile',
    rounded: [],
    diagnostics: [],
  }
}

/** The last release of each Jekyll, newest first. */
const RELEASES: readonly string[] = ['4.4.1', '4.3.4', '4.2.2', '3.10.0']

/** What Bundler gives each Jekyll today where nothing else is asked: the newest that its gemspec allows. */
const ALLOWED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '4.2': { rouge: '3.30.0', 'jekyll-sass-converter': '2.2.0' },
  '3.10': { 'jekyll-sass-converter': '1.5.2' },
}

/** Jekyll `version` with the newest of what it allows. */
function referenceOfJekyll(version: string): Reference {
  const stock = named(NEWEST).reference
  const allowed = ALLOWED[knownVersion(version, JEKYLL_VERSIONS)] ?? {}
  const exact = RELEASES.find((each) => each.startsWith(`${version}.`)) ?? version
  return withVersions(stock, new Map([...Object.entries(allowed), ['jekyll', exact]]))
}

const PARTS = Object.keys(REFERENCE_PARTS)

function differs(a: Reference, b: Reference): boolean {
  return (['jekyll', 'liquid', 'kramdown', 'rouge', 'sass'] as const).some((part) => a[part] !== b[part])
}

const TOPIC = 'Configuration:'

function overruled(reference: Reference, { reference: locked }: ChosenReference): Diagnostic {
  return {
    code: 'site/compat-over-lock',
    severity: 'warning',
    topic: TOPIC,
    message: `'compat' asks for Jekyll ${reference.gems.jekyll}, Gemfile.lock has ${locked.gems.jekyll}: 'compat' wins.`,
    help: 'take `compat` out of the configuration to build as the lock file says',
    trail: [],
  }
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

function unknownName(value: Value, what: string): Diagnostic {
  const names = Object.keys(REFERENCES)
  const near = typeof value === 'string' ? nearest(value, names) : undefined
  return {
    code: 'site/unknown-compat',
    severity: 'warning',
    topic: TOPIC,
    message: `'${what}' should be one of ${names.join(', ')}, but was: ${rubyInspect(value)}.`,
    help:
      near === undefined
        ? '`jekyll` is the newest Jekyll; versions can be named one by one: `compat: { jekyll: "4.3", rouge: "4.1" }`'
        : `did you mean '${near}'?`,
    trail: [],
  }
}

function unknownPart(name: string): Diagnostic {
  const gems = Object.keys(named(NEWEST).reference.gems)
  const near = nearest(name, gems)
  return {
    code: 'site/unknown-compat',
    severity: 'warning',
    topic: TOPIC,
    message: `'compat' can name versions of ${PARTS.join(', ')} and of plugins, not of '${name}'.`,
    ...(near === undefined ? {} : { help: `did you mean '${near}'?` }),
    trail: [],
  }
}

function asError(diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, severity: 'error' }
}

/** Which Jekyll, who said so, and which versions stand in for locked ones, in one line; undefined where nothing need be said. */
export function describeReference({
  reference,
  githubPages,
  from,
  rounded,
}: ChosenReference): string | undefined {
  if (from !== 'lock' && from !== 'gemfile') return undefined
  const by = from === 'lock' ? 'as Gemfile.lock has it' : 'as the Gemfile asks'
  const pages = githubPages ? ' of GitHub Pages' : ''
  const others = rounded.map(({ gem, locked, as }) => `${gem} ${locked} as ${as}`).join(', ')
  const way = '(--compat NAME builds as another)'
  return `Jekyll ${reference.gems.jekyll}${pages}, ${by}${others === '' ? '' : `; ${others}`} ${way}`
}
