/** What `compat` and `--compat` say: the name of a reference, or versions one by one: `{ jekyll: "4.3", rouge: "4.1" }`. */
import {
  type Diagnostic,
  isHash,
  knownVersion,
  nearest,
  REFERENCE_PARTS,
  REFERENCES,
  type Reference,
  RubyFloat,
  rubyInspect,
  rubyToS,
  type Value,
} from '../base/index.ts'
import { exactVersion, referenceOfJekyll, withVersions } from './reference-versions.ts'

/** What there is to say of `compat`. */
export interface CompatDoubt extends Diagnostic {
  /** the key in the configuration that it is about */
  readonly about?: string
}

/** What a site is built as. */
interface Built {
  readonly reference: Reference
  readonly githubPages: boolean
}

export interface Compat extends Built {
  /** versions by gem; none where it is a name */
  readonly versions: ReadonlyMap<string, string>
  /** whether it leaves the Jekyll to who else has a say */
  readonly leavesJekyll: boolean
  readonly diagnostics: readonly CompatDoubt[]
}

/** The settings and versions of a reference by its name. */
export function namedReference(name: string): Built {
  return { reference: REFERENCES[name] as Reference, githubPages: name === 'github-pages' }
}

/**
 * What `value` asks for; its versions are over those of the Jekyll that it names, else over `otherwise`, what the site is
 * built as without it. Only diagnostics where it is nothing that can be followed; `what` is its name in them.
 */
export function readCompat(
  value: Value,
  what: string,
  otherwise: Built,
): Compat | { readonly diagnostics: readonly CompatDoubt[] } {
  if (typeof value === 'string' && Object.hasOwn(REFERENCES, value))
    return { ...namedReference(value), versions: new Map(), leavesJekyll: false, diagnostics: [] }
  if (!isHash(value)) return { diagnostics: [unknownName(value, what)] }
  const entries = [...value].map(([key, version]) => [rubyToS(key), version] as const)
  // A hash without any of our words is somebody else's.
  if (!entries.some(([key]) => isOurs(key))) return { diagnostics: [] }
  const diagnostics: CompatDoubt[] = []
  const versions = new Map<string, string>()
  for (const [gem, written] of entries) {
    const version = versionOf(written)
    if (!GEMS.includes(gem)) diagnostics.push(unknownPart(gem))
    else if (version === undefined) diagnostics.push(unreadable(gem, written))
    else {
      if (hasLostZero(gem, written, version)) diagnostics.push(lostZero(gem, version))
      versions.set(gem, exactVersion(gem, version))
    }
  }
  if (versions.size === 0) return { diagnostics }
  const jekyll = versions.get('jekyll')
  const base = jekyll === undefined ? otherwise : { reference: referenceOfJekyll(jekyll), githubPages: false }
  const reference = withVersions(base.reference, versions)
  return { ...base, reference, versions, leavesJekyll: jekyll === undefined, diagnostics }
}

const { gems: NEWEST_GEMS, ...NEWEST_PARTS } = namedReference('jekyll').reference
const GEMS = Object.keys(NEWEST_GEMS)

function isOurs(key: string): boolean {
  return (
    nearest(key, GEMS) !== undefined || Object.hasOwn(NEWEST_PARTS, key) || Object.hasOwn(REFERENCES, key)
  )
}

function versionOf(value: Value): string | undefined {
  const isNumber = typeof value === 'number' || value instanceof RubyFloat
  const text = isNumber || typeof value === 'string' ? rubyToS(value) : ''
  return /^\d+(?:\.[0-9A-Za-z]+)*$/.test(text) ? text : undefined
}

/** Whether `version`, which is not one that is known, may have been `4.10`, which YAML takes for the number 4.1; none has a 40th. */
function hasLostZero(gem: string, written: Value, version: string): boolean {
  if (typeof written !== 'number' || !/^\d+\.[1-3]$/.test(version)) return false
  const known = Object.hasOwn(REFERENCE_PARTS, gem)
    ? REFERENCE_PARTS[gem as keyof typeof REFERENCE_PARTS]
    : undefined
  return known !== undefined && knownVersion<string>(version, known) !== version
}

function warning(about: string, message: string, help?: string): CompatDoubt {
  return {
    about,
    code: 'site/unknown-compat',
    severity: 'warning',
    topic: 'Configuration:',
    message,
    ...(help === undefined ? {} : { help }),
    trail: [],
  }
}

function unknownName(value: Value, what: string): CompatDoubt {
  const names = Object.keys(REFERENCES)
  const near = typeof value === 'string' ? nearest(value, names) : undefined
  return warning(
    'compat',
    `'${what}' should be one of ${names.join(', ')}, but was: ${rubyInspect(value)}.`,
    near === undefined
      ? '`jekyll` is the newest Jekyll; the configuration can name versions one by one: `compat: { jekyll: "4.3", rouge: "4.1" }`'
      : `did you mean '${near}'?`,
  )
}

function unknownPart(name: string): CompatDoubt {
  const near = name === 'sass' ? 'jekyll-sass-converter' : nearest(name, GEMS)
  const parts = Object.keys(REFERENCE_PARTS).join(', ')
  return warning(
    name,
    `'compat' can name versions of ${parts} and of plugins, not of '${name}'.`,
    near === undefined ? undefined : `did you mean '${near}'?`,
  )
}

function unreadable(gem: string, written: Value): CompatDoubt {
  return warning(
    gem,
    `'compat' should have a version of ${gem}, but has: ${rubyInspect(written)}.`,
    `write it in quotes: \`compat: { ${gem}: "${NEWEST_GEMS[gem] ?? ''}" }\``,
  )
}

function lostZero(gem: string, version: string): CompatDoubt {
  return warning(
    gem,
    `'compat' has ${gem} ${version} as a number, which ${version}0 is, too: write the version in quotes.`,
  )
}
