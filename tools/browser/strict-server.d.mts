export const STRICT: string
/** The policy for sites with a search. */
export const WITH_SEARCH: string

export interface StrictServer {
  readonly origin: string
  close(): Promise<void>
}

export interface Serving {
  /** Whether browsers may keep what they got, as on a real host; else they ask each time. */
  readonly lifetimes?: boolean
  /** How many milliseconds a path is waited for. */
  readonly delay?: (path: string) => number
  /** For pages that come in pieces, as over a slow line: the milliseconds between them, a piece for each part of the page. */
  readonly pieces?: number
}

/** Serves the directory `root` from a free port of this machine. */
export function serveStrictly(root: string, policy?: string, serving?: Serving): Promise<StrictServer>
