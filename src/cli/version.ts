/** Which program this is: put in by the bundler; from the sources it is unknown. */
import {
  JEKYLL_VERSIONS,
  KRAMDOWN_VERSIONS,
  LIQUID_VERSIONS,
  REFERENCES,
  ROUGE_VERSIONS,
} from '../base/index.ts'

declare const WHIRL_VERSION: string | undefined
declare const WHIRL_BUILD: string | undefined

export const VERSION: string = typeof WHIRL_VERSION === 'string' ? WHIRL_VERSION : '0.0.0-source'

/** The version with a digest of the sources: what one build keeps holds for no other program. */
export const BUILD: string = typeof WHIRL_BUILD === 'string' ? `${VERSION} ${WHIRL_BUILD}` : VERSION

/** Which versions of Jekyll and its libraries are told apart, and what the names for `--compat` stand for: lines. */
export function versionDetails(): string {
  const engines: readonly (readonly [string, readonly string[]])[] = [
    ['Jekyll', JEKYLL_VERSIONS],
    ['Liquid', LIQUID_VERSIONS],
    ['kramdown', KRAMDOWN_VERSIONS],
    ['Rouge', ROUGE_VERSIONS],
  ]
  const references = Object.entries(REFERENCES).map(
    ([name, { gems, liquid, kramdown, rouge, sass }]) =>
      `  ${name}: Jekyll ${gems.jekyll}, Liquid ${gems.liquid ?? liquid}, kramdown ${gems.kramdown ?? kramdown}, Rouge ${gems.rouge ?? rouge}, ${SASS[sass]}`,
  )
  return [
    `build ${BUILD}`,
    'engines, by the versions that they tell apart:',
    ...engines.map(([name, versions]) => `  ${name} ${versions.join(', ')}`),
    'references (--compat NAME):',
    ...references,
    '',
  ].join('\n')
}

const SASS = { 'dart-sass': 'Dart Sass', libsass: 'libsass', 'ruby-sass': 'Ruby Sass' } as const
