/** Which Jekyll a site is built as. */
import { BuildError, type Diagnostic, type Hash, rubyInspect } from '../base/index.ts'

/** Jekyll 4.3, or Jekyll 3.10 as GitHub Pages has it. */
export type Compat = 'jekyll' | 'github-pages'

const NAMES: readonly string[] = ['jekyll', 'github-pages'] satisfies readonly Compat[]

/**
 * What the command line, the configuration or else the site's Gemfile (`found`) asks for. Throws a BuildError for a
 * `--compat` that is not known; in a configuration such a value is somebody else's, with a warning when it is a text.
 */
export function compatOf(
  files: Hash,
  overrides: Hash,
  found: Compat | undefined,
): { compat: Compat; diagnostics: readonly Diagnostic[] } {
  if (overrides.has('compat')) {
    const wanted = overrides.get('compat')
    if (isCompat(wanted)) return { compat: wanted, diagnostics: [] }
    throw new BuildError([{ ...unknown(wanted), severity: 'error' }])
  }
  const written = files.get('compat')
  if (isCompat(written)) return { compat: written, diagnostics: [] }
  const diagnostics: Diagnostic[] = typeof written === 'string' ? [unknown(written)] : []
  return { compat: found ?? 'jekyll', diagnostics }
}

function isCompat(value: unknown): value is Compat {
  return typeof value === 'string' && NAMES.includes(value)
}

function unknown(value: unknown): Diagnostic {
  return {
    code: 'site/unknown-compat',
    severity: 'warning',
    topic: 'Configuration:',
    message: `'compat' should be one of ${NAMES.join(', ')}, but was: ${rubyInspect(value as string)}.`,
    help: '`jekyll` is Jekyll 4.3, `github-pages` Jekyll 3.10 with the settings and plugins of GitHub Pages',
    trail: [],
  }
}
