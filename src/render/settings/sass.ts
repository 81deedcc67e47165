/** The `sass:` settings of a site. */
import { type Hash, isHash, joinPath, rubyToS, sanitizedPath } from '../../base/index.ts'
import type { Site } from '../../site/index.ts'

export interface SassSettings {
  readonly compressed: boolean
  /** libsass's own default: one line a rule */
  readonly compact: boolean
  /** Ruby Sass's own default: closing braces behind the last declaration */
  readonly nested: boolean
  /** as Ruby Sass did, which Jekyll 3 uses */
  readonly ruby: boolean
  readonly sourceMaps: boolean
  readonly loadPaths: readonly string[]
}

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
    compressed: style === 'compressed',
    compact: style === 'compact',
    nested: ruby && style === 'nested',
    ruby,
    sourceMaps: maps === 'always' || (maps === 'development' && config.environment === 'development'),
    loadPaths: [
      ...loadPaths(config.source, sass, config.safe),
      ...(theme === null ? [] : [joinPath(theme.root, '_sass')]),
    ],
  }
}

/** Outside of safe mode a load path may lead out of the site. */
function loadPaths(source: string, sass: Hash, safe: boolean): readonly string[] {
  const dir = text(sass, 'sass_dir', '_sass')
  const more = sass.get('load_paths')
  const listed = (Array.isArray(more) ? more : []).map(rubyToS)
  const absolute = (path: string) => (path.startsWith('/') ? path : joinPath(source, path))
  return [sanitizedPath(source, dir), ...listed.map(safe ? (path) => sanitizedPath(source, path) : absolute)]
}
