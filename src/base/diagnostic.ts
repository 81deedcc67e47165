/**
 * What went wrong or looks wrong, as a value. Nothing below `cli/` prints; a stage returns its diagnostics with its
 * result. One `BuildError` carries those that stop a build up to the command line.
 */
import type { SourceText, Span } from './source-text.ts'

/** A setting by its keys, the outermost first. */
export interface SettingPlace {
  readonly keys: readonly string[]
  /** the file in whose front matter it stands, relative to the site; without one it stands in the configuration */
  readonly file?: string
}

export interface Diagnostic {
  /** `module/what`, e.g. 'liquid/unknown-tag'; never renamed */
  readonly code: string
  readonly severity: 'error' | 'warning'
  /** of a warning that `-q` does not silence, since Jekyll does not say it, the compiler of style sheets does */
  readonly loud?: true
  /** what Jekyll's log puts before the message: `Skipping:` */
  readonly topic?: string
  /** what happened; Jekyll's or Liquid's wording first where they have one */
  readonly message: string
  readonly source?: SourceText
  readonly span?: Span
  /** where the setting may stand that it is about, the likeliest first; builder/ finds it there and shows the place */
  readonly settings?: readonly SettingPlace[]
  /** what to do */
  readonly help?: string
  /** innermost first: 'included from _layouts/post.html:3' */
  readonly trail: readonly string[]
}

/** Stops the build. The command line prints its diagnostics and exits with 1. Its cause is what a plugin threw, if any. */
export class BuildError extends Error {
  constructor(
    readonly diagnostics: readonly Diagnostic[],
    options: { readonly cause?: unknown } = {},
  ) {
    const first = diagnostics.find((each) => each.severity === 'error') ?? diagnostics[0]
    super(first?.message ?? 'build failed', options)
  }
}
