/** References made of versions: what Bundler gives a Jekyll today, and a reference with other versions of its gems. */
import {
  compareVersions,
  JEKYLL_VERSIONS,
  KRAMDOWN_VERSIONS,
  knownVersion,
  LIQUID_VERSIONS,
  REFERENCE_PARTS,
  REFERENCES,
  type Reference,
  ROUGE_VERSIONS,
  type SassCompiler,
  satisfies,
} from '../base/index.ts'

/** The last release of each Jekyll, newest first. */
export const RELEASES: readonly string[] = [
  '4.4.1',
  '4.3.4',
  '4.2.2',
  '4.1.1',
  '4.0.1',
  '3.10.0',
  '3.9.5',
  '3.8.7',
  '3.7.4',
  '3.6.3',
]

/** What each Jekyll's gemspec asks of the gems that Gemfiles name beside it; by the first such Jekyll. */
const ASKED: readonly (readonly [from: string, Readonly<Record<string, string>>])[] = [
  [
    '4.4',
    {
      kramdown: '>= 2.3.1, < 3',
      liquid: '~> 4.0',
      rouge: '>= 3.0, < 5',
      'jekyll-sass-converter': '>= 3.0, < 4',
    },
  ],
  [
    '4.3',
    {
      kramdown: '>= 2.3.1, < 3',
      liquid: '~> 4.0',
      rouge: '>= 3.0, < 5',
      'jekyll-sass-converter': '>= 2.0, < 4',
    },
  ],
  ['4.0', { kramdown: '>= 2.1, < 3', liquid: '~> 4.0', rouge: '~> 3.0', 'jekyll-sass-converter': '~> 2.0' }],
  [
    '3.9',
    { kramdown: '>= 1.17, < 3', liquid: '~> 4.0', rouge: '>= 1.7, < 4', 'jekyll-sass-converter': '~> 1.0' },
  ],
  ['0', { kramdown: '~> 1.14', liquid: '~> 4.0', rouge: '>= 1.7, < 4', 'jekyll-sass-converter': '~> 1.0' }],
]

function askedBy(jekyll: string): Readonly<Record<string, string>> {
  return ASKED.find(([from]) => compareVersions(from, jekyll) <= 0)?.[1] ?? {}
}

/** The versions of `gem` that are known, newest first. */
export function knownVersions(gem: string): readonly string[] {
  const exact = Object.values(REFERENCES).flatMap(({ gems }) => gems[gem] ?? [])
  const parts = Object.hasOwn(REFERENCE_PARTS, gem)
    ? REFERENCE_PARTS[gem as keyof typeof REFERENCE_PARTS]
    : []
  return [...new Set([...exact, ...parts])].sort((a, b) => compareVersions(b, a))
}

/** Whether Jekyll `version` can stand beside what is `asked` of other gems, as far as their versions are known. */
export function leavesRoom(version: string, asked: (gem: string) => readonly string[]): boolean {
  return Object.entries(askedBy(version)).every(([gem, allowed]) => {
    const wanted = asked(gem)
    const meeting = [...knownVersions(gem), ...versionsNamedIn(wanted)].filter((each) =>
      satisfies(each, wanted),
    )
    return meeting.length === 0 || meeting.some((each) => satisfies(each, [allowed]))
  })
}

/** The versions that requirements are made of: one of them is met by `4.3.1` and `~> 4.1.0` where no known release is. */
export function versionsNamedIn(asked: readonly string[]): readonly string[] {
  return asked.flatMap((each) => each.match(/\d+(?:[.-][0-9A-Za-z]+)*/g) ?? [])
}

/** Jekyll `version` with the newest of what it allows. */
export function referenceOfJekyll(version: string): Reference {
  const exact = exactVersion('jekyll', version)
  const newest = REFERENCES.jekyll as Reference
  const allowed = Object.entries(askedBy(exact)).flatMap(([gem, asked]) => {
    if (satisfies(newest.gems[gem] ?? '', [asked])) return []
    const known = knownVersions(gem).find((each) => satisfies(each, [asked]))
    return known === undefined ? [] : [[gem, known] as const]
  })
  return withVersions(newest, new Map([...allowed, ['jekyll', exact]]))
}

/** The version of `gem` that `version` is short for, where one is known: Jekyll `4.3` is 4.3.4, jekyll-seo-tag `2.8` 2.8.0. */
export function exactVersion(gem: string, version: string): string {
  const known = gem === 'jekyll' ? RELEASES : Object.values(REFERENCES).map(({ gems }) => gems[gem])
  return known.find((each) => each === version || each?.startsWith(`${version}.`)) ?? version
}

/** `base` with the versions of gems in `locked`. */
export function withVersions(base: Reference, locked: ReadonlyMap<string, string>): Reference {
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
