/** The hooks of all plugins, in the order they run. */
import { BuildError, type Diagnostic, type Hash, isHash, nearest, type Value } from '../base/index.ts'
import { isPlainObject } from '../liquid/index.ts'
import type { Config, DocId, Renderable, Site } from '../site/index.ts'
import { type Plugin, PRIORITIES } from './api.ts'
import { badPage, badResult, guarded } from './guard.ts'
import {
  DOCUMENT_EVENTS,
  type DocumentEvent,
  EVENTS,
  eventsOf,
  type Match,
  type RenderedTexts,
  type TextEvent,
} from './hook-table.ts'
import { faultOfPages, isSite } from './is-site.ts'
import type { TextContext } from './services.ts'
import { toValue } from './to-value.ts'

/** One hook, ready to run; what it takes and gives is said by the event it stands under. */
interface Registered {
  readonly plugin: Plugin
  /** `posts:post_render` */
  readonly event: string
  readonly match: ((doc: Renderable) => boolean) | undefined
  /** whether it takes excerpts */
  readonly excerpts: boolean
  readonly run: (...args: readonly unknown[]) => unknown
}

/** A hook with what it says of itself. */
interface WrittenHook {
  readonly match?: Match
  readonly excerpts?: boolean
  readonly run: unknown
}

/** What a build calls. Each answers what the hooks made of its argument; each throws a PluginFailure for a broken hook. */
export interface HookRunner {
  /** whether any hook listens to `event` of documents */
  has(event: DocumentEvent): boolean
  postRead(site: Site): Site
  variables(doc: Renderable, site: Site): ReadonlyMap<Value, Value> | undefined
  text(event: TextEvent, doc: Renderable, text: string, site: Site, ctx: TextContext): string
  /** Before the first document is rendered. */
  preRender(site: Site): void
  /** After the last one; answers the outputs that hooks changed. */
  postRender(site: Site, texts: RenderedTexts): ReadonlyMap<DocId, string>
  postWrite(doc: Renderable, path: string, texts: RenderedTexts): void
  /** Once everything is written. */
  written(site: Site, texts: RenderedTexts): void
  /** Runs the hooks on the start; answers warnings about hooks that no document of this site can reach. */
  begin(config: Config): readonly Diagnostic[]
  /** Runs the hooks on the start of reading: each build of a site that is built in parts has its own. */
  reset(config: Config): void
  obsolete(paths: readonly string[]): readonly string[]
}

/** The hooks of `plugins`, by priority, then in the order of loading. Throws a BuildError for an event there is none of. */
export function hookRunner(plugins: readonly Plugin[]): HookRunner {
  const table = new Map<string, Registered[]>()
  for (const plugin of byPriority(plugins)) {
    for (const [event, hook] of Object.entries(plugin.hooks ?? {})) {
      if (hook === undefined) continue
      if (!isEvent(event)) throw unknownEvent(plugin, event)
      const list = table.get(event) ?? []
      table.set(event, list)
      const { run, match, excerpts }: WrittenHook = typeof hook === 'function' ? { run: hook } : hook
      list.push({
        plugin,
        event,
        run: run as Registered['run'],
        match: matcher(plugin, event, match),
        excerpts: excerpts === true,
      })
    }
  }
  const listeners = (event: string): readonly Registered[] => table.get(event) ?? []
  const heard = new Set(
    DOCUMENT_EVENTS.filter((event) => [...table.keys()].some((name) => name.endsWith(`:${event}`))),
  )
  /** the hooks for `event` of `doc`, in order: those of its own collection first */
  function* forDocument(event: DocumentEvent, doc: Renderable): Iterable<Registered> {
    if (!heard.has(event)) return
    const owners = doc.kind === 'page' ? ['pages'] : [doc.collection, 'documents']
    for (const owner of owners)
      for (const hook of listeners(`${owner}:${event}`))
        if (hook.match === undefined || hook.match(doc)) yield hook
  }
  const runAll = (event: string, ...given: readonly [Site | Config, RenderedTexts?]): void => {
    for (const { plugin, run } of listeners(event)) guarded(plugin, event, () => run(...given))
  }
  return {
    has: (event) => heard.has(event),
    begin(config) {
      runAll('site:after_init', config)
      return strangers(table, config)
    },
    reset: (config) => runAll('site:after_reset', config),
    postRead(site) {
      const initialised = heard.has('post_init') ? initialise(site, forDocument) : site
      return listeners('site:post_read').reduce((current, { plugin, event, run }) => {
        const made = guarded(plugin, event, () => run(current)) ?? current
        const fault = isSite(made) && made !== current ? faultOfPages(made) : undefined
        if (fault !== undefined) throw badPage(plugin, `its ${event} hook`, fault)
        if (isSite(made)) return made
        throw badResult(plugin, `its ${event} hook`, made, 'a site', 'return the new site, or nothing')
      }, initialised)
    },
    variables(doc, site) {
      let all: Map<Value, Value> | undefined
      for (const { plugin, event, run } of forDocument('pre_render', doc)) {
        const made = guarded(plugin, `${event} of ${doc.file.path}`, () => run(doc, site))
        for (const [key, value] of asVariables(plugin, event, doc, made)) (all ??= new Map()).set(key, value)
      }
      return all
    },
    text(event, doc, text, site, ctx) {
      let result = text
      for (const { plugin, event: full, run, excerpts } of forDocument(event, doc)) {
        if (ctx.isExcerpt && !excerpts) continue
        const made =
          guarded(plugin, `${full} of ${doc.file.path}`, () => run(doc, result, site, ctx)) ?? result
        if (typeof made !== 'string')
          throw badResult(
            plugin,
            `its ${full} hook`,
            made,
            'text',
            'return the new text, or nothing to leave it as it is',
            [`working on ${doc.file.path}`],
          )
        result = made
      }
      return result
    },
    preRender: (site) => runAll('site:pre_render', site),
    postRender(site, texts) {
      const changed = new Map<DocId, string>()
      const now: RenderedTexts = {
        content: texts.content,
        output: (id) => changed.get(id) ?? texts.output(id),
      }
      for (const { plugin, event, run } of listeners('site:post_render')) {
        const made = guarded(plugin, event, () => run(site, now))
        if (made === undefined || made === null) continue
        if (!areOutputs(made))
          throw badResult(
            plugin,
            `its ${event} hook`,
            made,
            'outputs',
            'return a Map of ids to texts, or nothing',
          )
        for (const [id, output] of made) changed.set(id, output)
      }
      return changed
    },
    postWrite(doc, path, texts) {
      for (const { plugin, event, run } of forDocument('post_write', doc))
        guarded(plugin, `${event} of ${doc.file.path}`, () => run(doc, path, texts))
    },
    written: (site, texts) => runAll('site:post_write', site, texts),
    obsolete(paths) {
      return listeners('clean:on_obsolete').reduce<readonly string[]>((left, { plugin, event, run }) => {
        const made = guarded(plugin, event, () => run(left)) ?? left
        if (Array.isArray(made) && made.every((path) => typeof path === 'string')) return made
        throw badResult(plugin, `its ${event} hook`, made, 'a list of paths', 'return the paths that may go')
      }, paths)
    },
  }
}

/** Plugins with the highest priority first; the sort is stable. */
export function byPriority(plugins: readonly Plugin[]): Plugin[] {
  const rank = (plugin: Plugin): number => PRIORITIES[plugin.priority ?? 'normal']
  return [...plugins].sort((a, b) => rank(b) - rank(a))
}

/** Whether there is such an event; any word may own documents, as any may name a collection. */
export function isEvent(name: string): boolean {
  const colon = name.indexOf(':')
  return colon > 0 && eventsOf(name.slice(0, colon)).includes(name.slice(colon + 1))
}

function matcher(plugin: Plugin, event: string, match: Match | undefined): Registered['match'] {
  if (match === undefined) return undefined
  if (typeof match === 'function')
    return (doc) => guarded(plugin, `the match of ${event}, ${doc.file.path}`, () => match(doc))
  return (doc) => {
    match.lastIndex = 0
    return match.test(doc.outputPath)
  }
}

function initialise(site: Site, hooks: (event: 'post_init', doc: Renderable) => Iterable<Registered>): Site {
  const renderables = new Map(site.renderables)
  for (const [id, doc] of site.renderables) {
    let current = doc
    for (const { plugin, event, run } of hooks('post_init', doc)) {
      const made = guarded(plugin, `${event} of ${doc.file.path}`, () => run(current)) ?? current
      if (!isSame(made, doc))
        throw badResult(
          plugin,
          `its ${event} hook`,
          made,
          `the ${doc.kind} it was given`,
          'return a copy with the changes, such as `withFrontMatter(doc, { … })`, or nothing',
          [`working on ${doc.file.path}`],
        )
      current = made
    }
    renderables.set(id, current)
  }
  const pages = site.pages.map((page) => {
    const current = renderables.get(page.id)
    return current?.kind === 'page' ? current : page
  })
  return { ...site, renderables, pages }
}

/** Whether `made` is still the document or page `doc`, changed perhaps. */
function isSame(made: unknown, doc: Renderable): made is Renderable {
  if (made === doc) return true
  const other = made as Partial<Renderable> | null
  return (
    typeof other === 'object' &&
    other !== null &&
    other.id === doc.id &&
    other.kind === doc.kind &&
    isHash(other.data) &&
    typeof other.body === 'string'
  )
}

function areOutputs(made: unknown): made is ReadonlyMap<DocId, string> {
  return (
    made instanceof Map &&
    [...made].every(([id, output]) => typeof id === 'string' && typeof output === 'string')
  )
}

function asVariables(plugin: Plugin, event: string, doc: Renderable, made: unknown): Hash {
  if (made === undefined || made === null) return new Map()
  if (isHash(made)) return made
  if (isPlainObject(made)) return guarded(plugin, event, () => toValue(made)) as Hash
  throw badResult(
    plugin,
    `its ${event} hook`,
    made,
    'variables',
    'return an object, `{ note: … }`, or nothing',
    [`working on ${doc.file.path}`],
  )
}

function unknownEvent(plugin: Plugin, name: string): BuildError {
  const owner = name.includes(':') ? name.slice(0, name.indexOf(':')) : undefined
  const near = nearest(name, EVENTS)
  const message =
    owner === undefined
      ? `Invalid hook. The plugin '${plugin.name}' listens to '${name}', which is not an event.`
      : `Invalid hook. ${owner} supports only the following hooks [${eventsOf(owner)
          .map((event) => `:${event}`)
          .join(', ')}], and the plugin '${plugin.name}' listens to '${name}'.`
  return new BuildError([
    {
      code: 'plugins/unknown-event',
      severity: 'error',
      message,
      help: `${near === undefined ? '' : `did you mean '${near}'? `}The events are ${EVENTS.join(', ')}, and those of documents for each collection, such as 'notes:post_render'`,
      trail: plugin.origin === undefined ? [] : [`defined in ${plugin.origin.file}`],
    },
  ])
}

/** Warnings for hooks on collections that this site does not have. */
function strangers(table: ReadonlyMap<string, readonly Registered[]>, config: Config): Diagnostic[] {
  const labels = [...config.reading.collections.keys()].map((key) =>
    String(key).replace(/[^a-z0-9_\-.]/gi, ''),
  )
  const known = new Set(['site', 'clean', 'pages', 'documents', 'posts', ...labels])
  return [...table.values()].flat().flatMap(({ plugin, event }) => {
    const owner = event.slice(0, event.indexOf(':'))
    if (known.has(owner)) return []
    const near = nearest(owner, [...known])
    return [
      {
        code: 'plugins/no-such-collection',
        severity: 'warning',
        topic: 'Plugins:',
        message: `The plugin '${plugin.name}' listens to '${event}', and this site has no collection '${owner}'.`,
        ...(near === undefined ? {} : { help: `did you mean '${near}'?` }),
        trail: plugin.origin === undefined ? [] : [`defined in ${plugin.origin.file}`],
      },
    ]
  })
}
