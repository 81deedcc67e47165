/** The `sass:` settings of a site. */
import {
  type Diagnostic,
  type Hash,
  isHash,
  joinPath,
  rubyToS,
  sanitizedPath,
  type Value,
} from '../../base/index.ts'
import { type Site, sassFault } from '../../site/index.ts'

export interface SassSettings {
  /** what stops each style sheet: a `sass:` that is no hash */
  readonly fault: Diagnostic | undefined
  readonly compressed: boolean
  /** libsass's own default: one line a rule */
  readonly compact: boolean
  /** Ruby Sass's own default: closing braces behind the last declaration */
  readonly nested: boolean
  /** as Ruby Sass did, which Jekyll 3 uses */
  readonly ruby: boolean
  /** whether compressed style sheets with more than ASCII begin with `@charset`; Dart Sass has it its own way */
  readonly addCharset: boolean
  readonly sourceMaps: boolean
  /** whether deprecations in files found along the load paths are left unsaid */
  readonly quietDependencies: boolean
  /** whether each deprecation is said, however often */
  readonly verbose: boolean
  readonly silencedDeprecations: readonly string[]
  readonly fatalDeprecations: readonly string[]
  readonly futureDeprecations: readonly string[]
  readonly loadPaths: readonly string[]
}

const STYLES: ReadonlySet<string> = new Set(['nested', 'expanded', 'compact', 'compressed'])

function text(sass: Hash, key: string, fallback: string): string {
  const value = sass.get(key)
  return value === null || value === undefined || value === false
    ? fallback
    : rubyToS(value).replace(/^:/, '')
}

/** Dart Sass has `compressed` and `expanded`; `compact` is laid out from that, libsass's `nested` means `expanded`. */
export function sassSettings(site: Site): SassSettings {
  const { config, theme } = site
  const given = config.data.get('sass')
  const sass: Hash = isHash(given) ? given : new Map()
  const ruby = config.reference.sass === 'ruby-sass'
  const maps = ruby ? 'never' : text(sass, 'sourcemap', 'always')
  const style = text(sass, 'style', ruby ? 'nested' : 'compact')
  return {
    fault: sassFault(given),
    compressed: style === 'compressed',
    // libsass's converter takes a style that it does not know for its own default
    compact: style === 'compact' || (config.reference.sass === 'libsass' && !STYLES.has(style)),
    nested: ruby && style === 'nested',
    ruby,
    addCharset: isTruthy(sass.get('add_charset')),
    sourceMaps: maps === 'always' || (maps === 'development' && config.environment === 'development'),
    quietDependencies: isTruthy(sass.get('quiet_deps')),
    verbose: isTruthy(sass.get('verbose')),
    silencedDeprecations: words(sass, 'silence_deprecations'),
    fatalDeprecations: words(sass, 'fatal_deprecations'),
    futureDeprecations: words(sass, 'future_deprecations'),
    loadPaths: [
      ...loadPaths(config.source, sass, config.safe),
      ...(theme === null ? [] : [joinPath(theme.root, '_sass')]),
    ],
  }
}

function isTruthy(value: Value): boolean {
  return value !== undefined && value !== null && value !== false
}

function words(sass: Hash, key: string): readonly string[] {
  const value = sass.get(key)
  return Array.isArray(value) ? value.map(rubyToS) : []
}

/** Outside of safe mode a load path may lead out of the site. */
function loadPaths(source: string, sass: Hash, safe: boolean): readonly string[] {
  const dir = text(sass, 'sass_dir', '_sass')
  const more = sass.get('load_paths')
  const listed = (Array.isArray(more) ? more : []).map(rubyToS)
  const absolute = (path: string) => (path.startsWith('/') ? path : joinPath(source, path))
  const others = listed.map(safe ? (path) => sanitizedPath(source, path) : absolute)
  return [...others, sanitizedPath(source, dir)]
}
