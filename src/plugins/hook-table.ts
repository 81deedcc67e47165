/**
 * The events of a build, by Jekyll's names, and what a hook on each gets and returns. Where Jekyll's hooks change the
 * object they are given, ours return what it shall be; returning nothing leaves it as it is.
 */
import type { Hash } from '../base/index.ts'
import type { Config, Renderable, Site } from '../site/index.ts'

/** Variables a hook adds to a template's: `{ note: 'x' }`. */
export type Variables = Hash | undefined

interface SiteEvents {
  'site:after_init': (config: Config) => void
  'site:after_reset': (config: Config) => void
  'site:post_read': (site: Site) => Site | undefined
  'site:pre_render': (site: Site) => void
  'site:post_render': (site: Site) => void
  'site:post_write': (site: Site) => void
  /** paths of the destination that are about to go; those not returned stay */
  'clean:on_obsolete': (paths: readonly string[]) => readonly string[] | undefined
}

interface DocumentEvents {
  post_init: (doc: Renderable) => Renderable | undefined
  pre_render: (doc: Renderable, site: Site) => Variables
  /** the text between conversion and layouts */
  post_convert: (doc: Renderable, content: string, site: Site) => string | undefined
  post_render: (doc: Renderable, output: string, site: Site) => string | undefined
  /** @param path relative to the destination */
  post_write: (doc: Renderable, path: string) => void
}

/** Pages; posts; documents of all collections, posts too (their own event comes first). */
export type Owner = 'pages' | 'posts' | 'documents'
export type DocumentEvent = keyof DocumentEvents

type Runs = SiteEvents & {
  [Name in `${Owner}:${DocumentEvent}`]: Name extends `${Owner}:${infer E extends DocumentEvent}`
    ? DocumentEvents[E]
    : never
}

export type EventName = keyof Runs
export type HookRun<Name extends EventName> = Runs[Name]

/** A hook, and where it can tell by itself which documents it is for: what `match` refuses is never called. */
export type Hook<Name extends EventName> =
  | Runs[Name]
  | { readonly match: RegExp | ((doc: Renderable) => boolean); readonly run: Runs[Name] }

export type Hooks = { readonly [Name in EventName]?: Hook<Name> }

const DOCUMENT_EVENTS = ['post_init', 'pre_render', 'post_convert', 'post_render', 'post_write'] as const

/** Every event there is, in Jekyll's order. */
export const EVENTS: readonly EventName[] = [
  'site:after_init',
  'site:after_reset',
  'site:post_read',
  'site:pre_render',
  'site:post_render',
  'site:post_write',
  ...(['pages', 'posts', 'documents'] as const).flatMap((owner) =>
    DOCUMENT_EVENTS.map((event): EventName => `${owner}:${event}`),
  ),
  'clean:on_obsolete',
]
