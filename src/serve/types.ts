/** What the server is told and what it tells. */
import type { Diagnostic } from '../base/index.ts'

/** Texts to show on a page, by its path in the destination. */
export type PageNotes = ReadonlyMap<string, readonly string[]>

/** One build as the server sees it. */
export interface Outcome {
  /** output paths whose bytes changed, relative to the destination */
  readonly written: readonly string[]
  readonly removed: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
  /** true when the build stopped: the last good site stays and the browser shows the diagnostics */
  readonly failed: boolean
  /** what is to be said on pages, by output path */
  readonly notes?: PageNotes
  /** where the site is mounted from now on, '' or '/base'; undefined: where it was */
  readonly baseurl?: string
}

export interface LiveReloadOptions {
  readonly port: number
  /** globs of output paths that never cause a reload */
  readonly ignore: readonly string[]
  /** seconds to wait, after the last change, before telling browsers */
  readonly minDelay: number
  /** seconds after which they are told though changes go on; undefined: they wait */
  readonly maxDelay?: number
}

export interface ServerOptions {
  /** absolute directory of the built site */
  readonly root: string
  readonly host: string
  readonly port: number
  /** names it answers to besides its own and this machine's, as `isAllowedHost` reads them */
  readonly allowedHosts: readonly string[]
  /** '' or '/base' */
  readonly baseurl: string
  readonly showDirListing: boolean
  readonly headers: ReadonlyMap<string, string>
  readonly tls?: { readonly key: Uint8Array; readonly cert: Uint8Array }
  readonly liveReload?: LiveReloadOptions
  /** of the build that there is at the start */
  readonly notes?: PageNotes
}

/** Where the server listens. */
export interface Listening {
  /** the site's address */
  readonly url: string
  /** undefined: browsers are not reloaded */
  readonly liveReloadUrl: string | undefined
  /** whether other machines reach it */
  readonly open: boolean
}
