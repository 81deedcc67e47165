/** The hooks of all plugins, in the order they run. */
import { BuildError, type Value } from '../base/index.ts'
import type { Renderable, Site } from '../site/index.ts'
import { type Plugin, PRIORITIES } from './api.ts'
import { guarded } from './guard.ts'
import { type DocumentEvent, EVENTS, type EventName, type HookRun, type Owner } from './hook-table.ts'

/** One hook, ready to run. */
interface Registered<Name extends EventName> {
  readonly plugin: string
  readonly match: ((doc: Renderable) => boolean) | undefined
  readonly run: HookRun<Name>
}

/** What a build calls. Each answers what the hooks made of its argument. */
export interface HookRunner {
  /** whether any hook listens to `event` of documents */
  has(event: DocumentEvent): boolean
  postRead(site: Site): Site
  variables(doc: Renderable, site: Site): ReadonlyMap<Value, Value> | undefined
  text(event: 'post_convert' | 'post_render', doc: Renderable, text: string, site: Site): string
  postWrite(doc: Renderable, path: string): void
  site(event: 'site:pre_render' | 'site:post_render' | 'site:post_write', site: Site): void
  begin(site: Site['config']): void
  obsolete(paths: readonly string[]): readonly string[]
}

/** The hooks of `plugins`, by priority, then in the order of loading. Throws a BuildError for an event there is none of. */
export function hookRunner(plugins: readonly Plugin[]): HookRunner {
  const table = new Map<EventName, Registered<EventName>[]>()
  for (const plugin of byPriority(plugins)) {
    for (const [name, hook] of Object.entries(plugin.hooks ?? {})) {
      if (!(EVENTS as readonly string[]).includes(name)) throw unknownEvent(plugin.name, name)
      const list = table.get(name as EventName) ?? []
      table.set(name as EventName, list)
      const { run, match } = typeof hook === 'function' ? { run: hook, match: undefined } : hook
      list.push({ plugin: plugin.name, run, match: match instanceof RegExp ? byPath(match) : match })
    }
  }
  const listeners = <Name extends EventName>(name: Name): readonly Registered<Name>[] =>
    (table.get(name) ?? []) as unknown as readonly Registered<Name>[]
  const owners = (doc: Renderable): readonly Owner[] => {
    if (doc.kind === 'page') return ['pages']
    return doc.collection === 'posts' ? ['posts', 'documents'] : ['documents']
  }
  /** the hooks for `event` of `doc`, in order */
  function* forDocument<E extends DocumentEvent>(
    event: E,
    doc: Renderable,
  ): Iterable<Registered<`${Owner}:${E}`>> {
    for (const owner of owners(doc))
      for (const hook of listeners(`${owner}:${event}` as EventName))
        if (hook.match === undefined || hook.match(doc)) yield hook as unknown as Registered<`${Owner}:${E}`>
  }
  const has = (event: DocumentEvent): boolean =>
    (['pages', 'posts', 'documents'] as const).some((owner) => listeners(`${owner}:${event}`).length > 0)
  const runSite = (event: 'site:pre_render' | 'site:post_render' | 'site:post_write', site: Site): void => {
    for (const { plugin, run } of listeners(event)) guarded(plugin, event, () => run(site))
  }
  return {
    has,
    begin(config) {
      for (const event of ['site:after_init', 'site:after_reset'] as const)
        for (const { plugin, run } of listeners(event)) guarded(plugin, event, () => run(config))
    },
    postRead(site) {
      const initialised = has('post_init') ? initialise(site, forDocument) : site
      return listeners('site:post_read').reduce(
        (current, { plugin, run }) => guarded(plugin, 'site:post_read', () => run(current)) ?? current,
        initialised,
      )
    },
    variables(doc, site) {
      let all: Map<Value, Value> | undefined
      for (const { plugin, run } of forDocument('pre_render', doc))
        for (const [key, value] of guarded(plugin, doc.file.path, () => run(doc, site)) ?? [])
          (all ??= new Map()).set(key, value)
      return all
    },
    text(event, doc, text, site) {
      let result = text
      for (const { plugin, run } of forDocument(event, doc)) {
        const made = guarded(plugin, doc.file.path, () => run(doc, result, site))
        if (made !== undefined) result = checkedText(plugin, event, doc, made)
      }
      return result
    },
    postWrite(doc, path) {
      for (const { plugin, run } of forDocument('post_write', doc))
        guarded(plugin, doc.file.path, () => run(doc, path))
    },
    site: runSite,
    obsolete(paths) {
      return listeners('clean:on_obsolete').reduce(
        (left, { plugin, run }) => guarded(plugin, 'clean:on_obsolete', () => run(left)) ?? left,
        paths,
      )
    },
  }
}

/** Plugins with the highest priority first; the sort is stable. */
export function byPriority(plugins: readonly Plugin[]): Plugin[] {
  const rank = (plugin: Plugin): number => PRIORITIES[plugin.priority ?? 'normal']
  return [...plugins].sort((a, b) => rank(b) - rank(a))
}

function byPath(pattern: RegExp): (doc: Renderable) => boolean {
  return (doc) => {
    pattern.lastIndex = 0
    return pattern.test(doc.outputPath)
  }
}

function initialise(
  site: Site,
  hooks: (event: 'post_init', doc: Renderable) => Iterable<Registered<`${Owner}:post_init`>>,
): Site {
  const renderables = new Map(site.renderables)
  for (const [id, doc] of site.renderables) {
    let current = doc
    for (const { plugin, run } of hooks('post_init', doc))
      current = guarded(plugin, doc.file.path, () => run(current)) ?? current
    renderables.set(id, current)
  }
  const pages = site.pages.map((page) => {
    const current = renderables.get(page.id)
    return current?.kind === 'page' ? current : page
  })
  return { ...site, renderables, pages }
}

function checkedText(plugin: string, event: string, doc: Renderable, made: unknown): string {
  if (typeof made === 'string') return made
  throw new BuildError([
    {
      code: 'plugins/bad-result',
      severity: 'error',
      message: `The plugin '${plugin}' returned ${typeof made} from its ${event} hook, not text.`,
      help: 'return the new text, or nothing to leave it as it is',
      trail: [`working on ${doc.file.path}`],
    },
  ])
}

function unknownEvent(plugin: string, name: string): BuildError {
  return new BuildError([
    {
      code: 'plugins/unknown-event',
      severity: 'error',
      message: `Invalid hook. The plugin '${plugin}' listens to '${name}', which is no event.`,
      help: `the events are ${EVENTS.join(', ')}`,
      trail: [],
    },
  ])
}
