/** Hooks of Ruby as plugins of the program, one for each priority. */
import { isHash } from '../base/index.ts'
import {
  type ChangedOutputs,
  type Hooks,
  mapRenderables,
  type Plugin,
  PRIORITIES,
  type Priority,
  type RenderedTexts,
  type TextContext,
} from '../plugins/index.ts'
import type { Renderable, Site } from '../site/index.ts'
import type { Answers } from './bridge/conversation.ts'
import { record } from './bridge/made.ts'
import { plainOf } from './bridge/plain.ts'
import { changedDocument } from './bridge/site-changes.ts'
import type { Wire } from './bridge/wire.ts'
import { after } from './hooks-in-turn.ts'
import type { RegisteredHook } from './registered.ts'
import type { RubySession } from './session.ts'
import { alone, unread } from './site-in-reading.ts'

type Registered = readonly RegisteredHook[]

/** What hooks gave before rendering, by the id of the document. */
type Variables = Map<string, ReadonlyMap<unknown, unknown>>

export function hookPlugins(session: RubySession, all: Registered): readonly Plugin[] {
  // Others belong to plugins that run them themselves.
  const owners = new Set([
    'site',
    'pages',
    'documents',
    ...[...session.config.reading.collections.keys()].map(String),
  ])
  const registered = all.filter(([owner]) => owners.has(owner))
  return Object.keys(PRIORITIES).flatMap((priority): Plugin[] => {
    const own = registered.filter(([, , each]) => each === priority)
    if (own.length === 0) return []
    const before = own.filter(([, event]) => event === 'pre_render')
    const variables: Variables = new Map()
    return [
      {
        name: `ruby hooks (${priority})`,
        priority: priority as Priority,
        hooks: hooksOf(session, own, variables),
        // What they changed of the configuration when nothing was read.
        ...(own.some(([, event]) => event === 'after_init')
          ? { generate: (site: Site) => session.changing(site, 'changes', []) }
          : {}),
        ...(before.length === 0
          ? {}
          : { generateLast: (site: Site) => beforeRendering(session, site, before, variables) }),
      },
    ]
  })
}

function hooksOf(session: RubySession, registered: Registered, variables: Variables): Hooks {
  const hooks: Record<string, (...given: never[]) => unknown> = {}
  for (const [owner, event, , index] of registered) {
    const name = `${owner}:${event}`
    const before = hooks[name]
    const run = hookOf(session, owner, event, index, variables)
    hooks[name] = before === undefined ? run : after(before, run, name)
  }
  return hooks as Hooks
}

function hookOf(
  session: RubySession,
  owner: string,
  event: string,
  index: number,
  variables: Variables,
): (...given: never[]) => unknown {
  if (event === 'after_init' || event === 'after_reset')
    return () => {
      session.site = unread(session.config)
      session.job('init_hook', [index])
      session.site = undefined
    }
  if (owner === 'site') return siteHook(session, event, index)
  const reference = (doc: Renderable): Wire => ({ $: 'document', of: doc.id })
  switch (event) {
    case 'post_convert':
    case 'post_render':
      return ((doc: Renderable, text: string, site: Site, ctx: TextContext) => {
        session.site = site
        const last = event === 'post_render'
        const answers = last ? { content: () => ctx.content(doc) } : undefined
        return session.job('text_hook', [index, reference(doc), text, last], answers)
      }) as never
    case 'pre_render':
      return ((doc: Renderable) => variables.get(doc.id)) as never
    case 'post_init':
      return ((doc: Renderable) => {
        session.site = alone(doc, session.config)
        const made = session.job('document_hook', [index, reference(doc)])
        const changed = changedDocument(session.site, { ...doc, excerpt: null }, made, session.held)
        session.job('forget', [])
        session.site = undefined
        return made === null ? undefined : { ...changed, excerpt: doc.excerpt }
      }) as never
    default:
      return ((doc: Renderable, _: string, texts: RenderedTexts) => {
        session.job('written_hook', [index, reference(doc)], textAnswers(texts))
      }) as never
  }
}

function siteHook(session: RubySession, event: string, index: number): (...given: never[]) => unknown {
  switch (event) {
    case 'post_read':
      return ((site: Site) => session.changing(site, 'site_hook', [index])) as never
    // What it changes is there for what is rendered: it has run by then.
    case 'pre_render':
      return () => undefined
    default:
      return ((site: Site, texts: RenderedTexts): ChangedOutputs => {
        session.site = site
        const changed = record(session.job('finished_hook', [index, event], textAnswers(texts)))
        return new Map(Object.entries(changed).map(([id, output]) => [id, String(output)]))
      }) as never
  }
}

/** What became of documents, where Ruby asks for it. */
function textAnswers({ content, output }: RenderedTexts): Answers {
  return { content: (id) => content(String(id)) ?? null, output: (id) => output(String(id)) ?? null }
}

/**
 * What hooks before rendering change: they are run for all documents before the first is rendered, as they change what is
 * rendered. Their variables wait until it is.
 */
function beforeRendering(session: RubySession, site: Site, hooks: Registered, variables: Variables): Site {
  variables.clear()
  let current = site
  for (const [owner, , , index] of hooks)
    if (owner === 'site') current = session.changing(current, 'site_hook', [index])
  session.site = current
  session.job('forget', [])
  const ofDocuments = hooks.filter(([owner]) => owner !== 'site')
  if (ofDocuments.length === 0) return current
  const change = <Doc extends Renderable>(doc: Doc): Doc => {
    const owners = doc.kind === 'page' ? ['pages'] : [doc.collection, 'documents']
    return owners
      .flatMap((owner) => ofDocuments.filter(([each]) => each === owner))
      .reduce((each, [, , , index]) => beforeDocument(session, current, each, index, variables), doc)
  }
  // With what they put into the payload of the site.
  return session.changing(mapRenderables(current, { document: change, page: change }), 'changes', [])
}

function beforeDocument<Doc extends Renderable>(
  session: RubySession,
  site: Site,
  doc: Doc,
  index: number,
  variables: Variables,
): Doc {
  const { id, excerpt } = doc
  const made = plainOf(session.job('variables_hook', [index, { $: 'document', of: id }]))
  const given = session.value(made.variables)
  if (isHash(given) && given.size > 0) variables.set(id, new Map([...(variables.get(id) ?? []), ...given]))
  if (made.changes === null) return doc
  // The excerpt was made before.
  return { ...changedDocument(site, { ...doc, excerpt: null }, made.changes, session.held), excerpt }
}
