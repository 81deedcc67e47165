/** References made of versions: what Bundler gives a Jekyll today, and a reference with other versions of its gems. */
import {
  compareVersions,
  JEKYLL_VERSIONS,
  KRAMDOWN_VERSIONS,
  knownVersion,
  LIQUID_VERSIONS,
  REFERENCES,
  type Reference,
  ROUGE_VERSIONS,
  type SassCompiler,
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

/** The newest gems that each Jekyll's gemspec allows where those are not the newest of all; by the first such Jekyll. */
const ALLOWED: readonly (readonly [from: string, Readonly<Record<string, string>>])[] = [
  ['4.3', {}],
  ['4.0', { rouge: '3.30.0', 'jekyll-sass-converter': '2.2.0' }],
  ['3.9', { rouge: '3.30.0', 'jekyll-sass-converter': '1.5.2' }],
  ['0', { kramdown: '1.17.0', rouge: '3.30.0', 'jekyll-sass-converter': '1.5.2' }],
]

/** Jekyll `version` with the newest of what it allows. */
export function referenceOfJekyll(version: string): Reference {
  const exact = exactVersion('jekyll', version)
  const allowed = ALLOWED.find(([from]) => compareVersions(from, exact) <= 0)?.[1] ?? {}
  return withVersions(
    REFERENCES.jekyll as Reference,
    new Map([...Object.entries(allowed), ['jekyll', exact]]),
  )
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
