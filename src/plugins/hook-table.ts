/**
 * The events of a build, by Jekyll's names, and what a hook on each gets and returns. Where Jekyll's hooks change the
 * object they are given, ours return what it shall be; returning nothing leaves it as it is.
 */
import type { Hash } from '../base/index.ts'
import type { Config, DocId, Renderable, Site } from '../site/index.ts'
import type { TextContext } from './services.ts'

/** Variables a hook adds to a template's: `{ note: 'x' }`. */
export type Variables = Hash | Readonly<Record<string, unknown>> | undefined

/** What became of the documents of a site, once all are rendered: what hooks on the site see of it. */
export interface RenderedTexts {
  /** its text between conversion and layouts; undefined for what was not rendered */
  content(id: DocId): string | undefined
  /** all that is to be written of it */
  output(id: DocId): string | undefined
}

/** Outputs that a hook changed, by the id of the document; nothing where it changed none. */
export type ChangedOutputs = ReadonlyMap<DocId, string> | undefined

interface SiteEvents {
  'site:after_init': (config: Config) => void
  'site:after_reset': (config: Config) => void
  'site:post_read': (site: Site) => Site | undefined
  'site:pre_render': (site: Site) => void
  'site:post_render': (site: Site, texts: RenderedTexts) => ChangedOutputs
  'site:post_write': (site: Site, texts: RenderedTexts) => void
  /** paths of the destination that are about to go; those not returned stay */
  'clean:on_obsolete': (paths: readonly string[]) => readonly string[] | undefined
}

interface DocumentEvents {
  post_init: (doc: Renderable) => Renderable | undefined
  pre_render: (doc: Renderable, site: Site) => Variables
  /** the text between conversion and layouts */
  post_convert: (doc: Renderable, content: string, site: Site, ctx: TextContext) => string | undefined
  post_render: (doc: Renderable, output: string, site: Site, ctx: TextContext) => string | undefined
  /** @param path relative to the destination */
  post_write: (doc: Renderable, path: string, texts: RenderedTexts) => void
}

/** Pages; posts; documents of all collections, posts too (the event of their collection comes first). */
type Owner = 'pages' | 'posts' | 'documents'
export type DocumentEvent = keyof DocumentEvents
export type TextEvent = 'post_convert' | 'post_render'

type Runs = SiteEvents & {
  [Name in `${Owner}:${DocumentEvent}`]: Name extends `${Owner}:${infer E extends DocumentEvent}`
    ? DocumentEvents[E]
    : never
}

type EventName = keyof Runs

/** Which documents a hook is for: an expression on the output path, or a question. What it refuses is never handed over. */
export type Match = RegExp | ((doc: Renderable) => boolean)

/** A hook, and where it can tell by itself which documents it is for. */
export type Hook<Name extends EventName> =
  | Runs[Name]
  | {
      readonly match?: Match
      /** `post_convert` alone: whether it gets excerpts, too, which Jekyll's hooks never see */
      readonly excerpts?: boolean
      readonly run: Runs[Name]
    }

/** A hook on the documents of one collection, whose parameters TypeScript cannot know from the event's name. */
type LabelHook =
  | ((...args: never[]) => unknown)
  | { readonly match?: Match; readonly run: (...args: never[]) => unknown }

/** Hooks by event. `notes:post_render` is for the documents of the collection `notes`: see `collectionHooks`. */
export type Hooks = { readonly [Name in EventName]?: Hook<Name> } & {
  readonly [Name in `${string}:${DocumentEvent}`]?: LabelHook
}

/** Hooks on the documents of the collection called `label`, with the types that their names alone do not give. */
export function collectionHooks(
  label: string,
  hooks: { readonly [E in DocumentEvent]?: Hook<`documents:${E}`> },
): Hooks {
  return Object.fromEntries(Object.entries(hooks).map(([event, hook]) => [`${label}:${event}`, hook]))
}

export const DOCUMENT_EVENTS = [
  'post_init',
  'pre_render',
  'post_convert',
  'post_render',
  'post_write',
] as const
const SITE_EVENTS = [
  'after_init',
  'after_reset',
  'post_read',
  'pre_render',
  'post_render',
  'post_write',
] as const

/** Every event there is, in Jekyll's order; those of a collection besides. */
export const EVENTS: readonly EventName[] = [
  ...SITE_EVENTS.map((event): EventName => `site:${event}`),
  ...(['pages', 'posts', 'documents'] as const).flatMap((owner) =>
    DOCUMENT_EVENTS.map((event): EventName => `${owner}:${event}`),
  ),
  'clean:on_obsolete',
]

/** The events of `owner`: the site, cleaning, or documents, which any other word stands for as in Jekyll. */
export function eventsOf(owner: string): readonly string[] {
  if (owner === 'site') return SITE_EVENTS
  return owner === 'clean' ? ['on_obsolete'] : DOCUMENT_EVENTS
}
