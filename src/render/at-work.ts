/** What rendering is at, for whoever watches a build that may never end. */

/**
 * Told of a step before it begins: who works (`Liquid`, a converter, a hook's event) on what (`_posts/a.md`). What it
 * answers is called at the end of a step within another: then that one goes on.
 */
export type AtWork = (doing: string, subject: string) => () => void

/** Where nobody watches. */
export const unwatched: AtWork = () => nothing

function nothing(): void {}
