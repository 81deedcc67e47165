export { serve } from './serve.ts'
export type { LiveReloadOptions, Outcome, PageNotes, ServerOptions } from './types.ts'
export { type Watch, Watcher } from './watch.ts'
