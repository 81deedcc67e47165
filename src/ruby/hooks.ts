/** Hooks of Ruby as plugins of the program, one for each priority. */
import { isHash } from '../base/index.ts'
import { type Hooks, mapRenderables, type Plugin, PRIORITIES, type Priority } from '../plugins/index.ts'
import type { Renderable, Site } from '../site/index.ts'
import { plainOf } from './bridge/plain.ts'
import { changedDocument } from './bridge/site-changes.ts'
import type { Wire } from './bridge/wire.ts'
import { after } from './hooks-in-turn.ts'
import { alone } from './lone-document.ts'
import type { RegisteredHook } from './registered.ts'
import type { RubySession } from './session.ts'

type Registered = readonly RegisteredHook[]

/** What hooks gave before rendering, by the id of the document. */
type Variables = Map<string, ReadonlyMap<unknown, unknown>>

export function hookPlugins(session: RubySession, registered: Registered): readonly Plugin[] {
  return Object.keys(PRIORITIES).flatMap((priority): Plugin[] => {
    const own = registered.filter(([, , each]) => each === priority)
    if (own.length === 0) return []
    const before = own.filter(([owner, event]) => event === 'pre_render' && owner !== 'site')
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
    hooks[name] = before === undefined ? run : after(before, run, event)
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
  // Nothing of the site is there yet.
  if (event === 'after_init' || event === 'after_reset') return () => void session.job('init_hook', [index])
  if (owner === 'site')
    return ((site: Site) =>
      event === 'post_read'
        ? session.changing(site, 'site_hook', [index])
        : telling(session, site, index)) as never
  const reference = (doc: Renderable): Wire => ({ $: 'document', of: doc.id })
  switch (event) {
    case 'post_convert':
    case 'post_render':
      return ((doc: Renderable, text: string, site: Site) => {
        session.site = site
        const last = event === 'post_render'
        return session.job('text_hook', [index, reference(doc), text, last])
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
      return ((doc: Renderable) => {
        session.job('document_hook', [index, reference(doc)])
      }) as never
  }
}

/**
 * What hooks before rendering change: they are run for all documents before the first is rendered, as they change what is
 * rendered. Their variables wait until it is.
 */
function beforeRendering(session: RubySession, site: Site, hooks: Registered, variables: Variables): Site {
  variables.clear()
  session.site = site
  session.job('forget', [])
  const change = <Doc extends Renderable>(doc: Doc): Doc => {
    const owners = doc.kind === 'page' ? ['pages'] : [doc.collection, 'documents']
    return owners
      .flatMap((owner) => hooks.filter(([each]) => each === owner))
      .reduce((current, [, , , index]) => beforeDocument(session, site, current, index, variables), doc)
  }
  session.site = mapRenderables(site, { document: change, page: change })
  return session.site
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

function telling(session: RubySession, site: Site, index: number): void {
  session.site = site
  session.job('site_hook', [index])
}
