/** Plugins written in Ruby as plugins of the program: what their files register becomes tags, filters, generators and hooks. */
import { type Hash, isHash, offsetOf, type SourceText } from '../base/index.ts'
import { type FilterDefinition, LIQUID_FILTERS, type RenderContext, type TagSite } from '../liquid/index.ts'
import {
  asTag,
  documentOf,
  type Hooks,
  isMarkdown,
  mapRenderables,
  type Plugin,
  type PluginConverter,
  type PluginOrigin,
  PRIORITIES,
  type Priority,
  servicesOf,
} from '../plugins/index.ts'
import type { Config, Renderable, Site } from '../site/index.ts'
import { type Answers, type Conversation, RubyPluginError } from './bridge/conversation.ts'
import { htmlOfSteps, htmlSteps } from './bridge/html-steps.ts'
import { withPlaceholders } from './bridge/placeholders.ts'
import { plain, plainOf } from './bridge/plain.ts'
import { siteAnswers, snapshot, withDrops } from './bridge/site-answers.ts'
import { changedDocument, changedSite } from './bridge/site-changes.ts'
import { fromWire, RubyDrop, toWire, type Wire } from './bridge/wire.ts'
import { after } from './hooks-in-turn.ts'
import { alone } from './lone-document.ts'
import type { SystemFiles } from './machine/system-files.ts'
import { type MachineImages, startRuby } from './start-ruby.ts'

interface RubyPluginRequest {
  readonly config: Config
  /** the files of the plugins, absolute, in the order in which they are loaded; their texts */
  readonly files: ReadonlyMap<string, string>
  /** gems that are loaded after them, by the names that `require` knows */
  readonly gems: readonly string[]
  /** the folder that `require` may look for `name` in; undefined where no gem has it */
  libraryWith(name: string): string | undefined
  /** the code that stands for Jekyll and Liquid, in order */
  readonly layer: readonly string[]
  /** what plugins may read */
  readonly disk: SystemFiles
  /** the site's Markdown, and kramdown with options of a plugin's */
  readonly markdown: (site: Site, text: string) => string
  readonly kramdown: (site: Site, text: string, options: Hash) => string
  /** names of the filters that the program has, beside Liquid's own */
  readonly filters: readonly string[]
  /** how messages name a file */
  shown(file: string): string
  readonly log: RubyLog
  /** answers for another program, or says why not: a line for a shell, or its words; the folder that it is called in */
  program(call: ProgramCall): unknown
  /** where a started Ruby is kept, to be brought back by the next build */
  readonly images?: MachineImages | undefined
  /** told when plugins begin and end to work */
  readonly watch?: { started(file: string, at: string): void; ended(): void } | undefined
}

interface ProgramCall {
  readonly command: string | readonly string[]
  readonly folder: string
  readonly input: string
}

/** A line of the log that a plugin writes. */
export type RubyLog = (level: 'debug' | 'info' | 'warn' | 'error', topic: string, message: string) => void

/** What `load_files` of the layer says. */
interface Registered {
  readonly generators: readonly Offered[]
  /** `markdown`: made of the Markdown converter, before which it runs, as subclasses do in Jekyll */
  readonly converters: readonly (Offered & { readonly markdown: boolean })[]
  readonly tags: Readonly<Record<string, 'none' | 'block' | 'raw'>>
  readonly filters: Readonly<Record<string, readonly [min: number, max: number]>>
  readonly hooks: readonly (readonly [owner: string, event: string, priority: Priority, index: number])[]
}

interface Offered {
  readonly name: string
  readonly priority: Priority
}

/** What hooks gave before rendering, by the id of the document. */
type Variables = Map<string, ReadonlyMap<unknown, unknown>>

/** Starts Ruby, loads the files and gives what they made as plugins. Throws a RubyPluginError for a file that fails. */
export function rubyPlugins(request: RubyPluginRequest): readonly Plugin[] {
  return new RubyPlugins(request).plugins()
}

class RubyPlugins {
  readonly #request: RubyPluginRequest
  readonly #ruby: Conversation
  readonly #always: Answers
  readonly #remember: () => void
  #site: Site | undefined
  readonly #turns = new WeakMap<object, number>()
  #lastTurn = 0
  /** what templates see of a document, once there are templates */
  #drop: ((doc: Renderable) => unknown) | undefined

  constructor(request: RubyPluginRequest) {
    this.#request = request
    const { config, layer, disk, images, log } = request
    const started = startRuby({ layer, files: disk, images, print: (line) => log('info', '', line) })
    this.#ruby = started.ruby
    this.#remember = () => started.remember()
    const { held } = this.#ruby
    const filters = [...Object.keys(LIQUID_FILTERS), ...request.filters]
    const known = siteAnswers(() => this.#read(), held)
    this.#always = {
      ...known,
      root: () => config.source,
      config: () => config.data,
      environment: () => config.environment,
      log: (level, topic, message) => {
        log(level as Parameters<RubyLog>[0], String(topic), String(message))
      },
      library: (name) => this.#request.libraryWith(String(name)) ?? null,
      filter_names: () => filters,
      'markdown?': (extension) => isMarkdown(config, `x${String(extension)}`),
      markdownify: (text) => this.#request.markdown(this.#read(), String(text)),
      kramdown: (text, options) => {
        const given = this.#value(options ?? null)
        return this.#request.kramdown(this.#read(), String(text), isHash(given) ? (given as Hash) : new Map())
      },
      unrepeatable: () => started.unrepeatable(),
      html_steps: (html) => htmlSteps(String(html)),
      html_of_steps: (steps) => htmlOfSteps(steps as Parameters<typeof htmlOfSteps>[0]),
      program: (command, folder, input) =>
        request.program({
          command: Array.isArray(command) ? command.map(String) : String(command),
          folder: String(folder),
          input: String(input),
        }),
      field: (drop, key) => this.#field(this.#value(drop), String(key)),
      keys: (drop) => {
        const value = this.#value(drop)
        return isDrop(value) ? value.keys() : isHash(value) ? [...value.keys()] : []
      },
      text: (drop) => {
        const value = this.#value(drop)
        return isDrop(value) ? value.toText() : ''
      },
    }
  }

  plugins(): readonly Plugin[] {
    const { files, gems } = this.#request
    const version = this.#request.config.reference.gems.jekyll ?? ''
    const registered = plain(
      this.#ruby.job('load_files', [[...files.keys()], [...gems], version], this.#always),
    ) as Registered
    const common = { origin: this.#origin() }
    const generators = registered.generators.map(
      ({ name, priority }, index): Plugin => ({
        ...common,
        name,
        priority,
        generate: (site, ctx) =>
          this.#changing(site, 'generate', [index], { markdownify: (text) => ctx.markdownify(String(text)) }),
      }),
    )
    const hooks = Object.keys(PRIORITIES).flatMap((priority): Plugin[] => {
      const own = registered.hooks.filter(([, , each]) => each === priority)
      if (own.length === 0) return []
      const before = own.filter(([owner, event]) => event === 'pre_render' && owner !== 'site')
      const variables: Variables = new Map()
      return [
        {
          ...common,
          name: `ruby hooks (${priority})`,
          priority: priority as Priority,
          hooks: this.#hooks(own, variables),
          // What they changed of the configuration when nothing was read.
          ...(own.some(([, event]) => event === 'after_init')
            ? { generate: (site: Site) => this.#changing(site, 'changes', [], {}) }
            : {}),
          ...(before.length === 0
            ? {}
            : { generateLast: (site: Site) => this.#beforeRendering(site, before, variables) }),
        },
      ]
    })
    const rest: Plugin = {
      ...common,
      name: 'ruby',

      tags: Object.entries(registered.tags).map(([name, body]) => this.#tag(name, body)),
      filters: Object.fromEntries(
        Object.entries(registered.filters).map(([name, [min, max]]) => [name, this.#filter(name, min, max)]),
      ),
      // What a converter asks for before a tag, filter or generator was at work.
      ...(registered.converters.length === 0
        ? {}
        : {
            hooks: {
              'site:pre_render': (site: Site) => {
                this.#site = site
              },
            },
          }),
      converters: registered.converters.map(({ name, priority, markdown }, index) =>
        this.#converter(name, PRIORITIES[priority] + (markdown ? 0.5 : 0), index),
      ),
    }
    // Files that write themselves come of generators and of hooks.
    const placing: Plugin = {
      ...common,
      name: 'ruby files',
      priority: 'highest',
      generate: (site) => this.#placed(site),
      hooks: { 'site:post_write': () => void this.#ruby.job('write_static_files', [], this.#always) },
    }
    // Behind all others: what they do is remembered, too.
    const last: Plugin = {
      name: 'ruby for the next build',
      priority: 'lowest',
      hooks: { 'site:post_write': () => this.#remember() },
    }
    const placed = generators.length + hooks.length === 0 ? [] : [placing]
    return [...placed, ...generators, ...hooks, rest, last]
  }

  #tag(name: string, body: 'none' | 'block' | 'raw') {
    return asTag<{ readonly number: Wire; readonly site: TagSite }>({
      name,
      body,
      parse: (markup, site) => ({
        number: this.#ruby.job('tag', [name, markup, site.line], this.#always),
        site,
      }),
      render: ({ number, site }, ctx, inside) =>
        String(this.#ruby.job('render', [number, this.#turn(ctx)], this.#rendering(ctx, site, inside))),
    })
  }

  #filter(name: string, min: number, max: number): FilterDefinition {
    return {
      min,
      max: max < 0 ? Number.POSITIVE_INFINITY : max,
      run: (ctx, input, ...given) => {
        const { held } = this.#ruby
        const wire = [input, ...given].map((value) => toWire(value, held))
        const made = this.#ruby.job(
          'filter',
          [name, this.#turn(ctx), ...wire],
          this.#rendering(ctx, undefined, () => ''),
        )
        return withDrops(this.#value(made), servicesOf(ctx).drop)
      },
    }
  }

  #converter(name: string, priority: number, index: number): PluginConverter {
    return {
      name,
      priority,
      matches: (ext) => this.#ruby.job('matches', [index, ext], this.#always) === true,
      outputExt: (ext) => String(this.#ruby.job('output_ext', [index, ext], this.#always)),
      convert: (text) => String(this.#ruby.job('convert', [index, text], this.#always)),
    }
  }

  #hooks(registered: Registered['hooks'], variables: Variables): Hooks {
    const hooks: Record<string, (...given: never[]) => unknown> = {}
    for (const [owner, event, , index] of registered) {
      const name = `${owner}:${event}`
      const before = hooks[name]
      const run = this.#hook(owner, event, index, variables)
      hooks[name] = before === undefined ? run : after(before, run, event)
    }
    return hooks as Hooks
  }

  #hook(owner: string, event: string, index: number, variables: Variables): (...given: never[]) => unknown {
    // Nothing of the site is there yet.
    if (event === 'after_init' || event === 'after_reset')
      return () => void this.#ruby.job('init_hook', [index], this.#always)
    if (owner === 'site')
      return ((site: Site) =>
        event === 'post_read'
          ? this.#changing(site, 'site_hook', [index], {})
          : this.#telling(site, index)) as never
    const reference = (doc: Renderable): Wire => ({ $: 'document', of: doc.id })
    switch (event) {
      case 'post_convert':
      case 'post_render':
        return ((doc: Renderable, text: string, site: Site) => {
          this.#site = site
          const last = event === 'post_render'
          return this.#ruby.job('text_hook', [index, reference(doc), text, last], this.#always)
        }) as never
      case 'pre_render':
        return ((doc: Renderable) => variables.get(doc.id)) as never
      case 'post_init':
        return ((doc: Renderable) => {
          this.#site = alone(doc, this.#request.config)
          const made = this.#ruby.job('document_hook', [index, reference(doc)], this.#always)
          const changed = changedDocument(this.#site, { ...doc, excerpt: null }, made, this.#ruby.held)
          this.#ruby.job('forget', [], this.#always)
          this.#site = undefined
          return made === null ? undefined : { ...changed, excerpt: doc.excerpt }
        }) as never
      default:
        return ((doc: Renderable) => {
          this.#ruby.job('document_hook', [index, reference(doc)], this.#always)
        }) as never
    }
  }

  /**
   * What hooks before rendering change: they are run for all documents before the first is rendered, as they change what is
   * rendered. Their variables wait until it is.
   */
  #beforeRendering(site: Site, hooks: Registered['hooks'], variables: Variables): Site {
    variables.clear()
    this.#site = site
    this.#ruby.job('forget', [], this.#always)
    const change = <Doc extends Renderable>(doc: Doc): Doc => {
      const owners = doc.kind === 'page' ? ['pages'] : [doc.collection, 'documents']
      return owners
        .flatMap((owner) => hooks.filter(([each]) => each === owner))
        .reduce((current, [, , , index]) => this.#beforeDocument(site, current, index, variables), doc)
    }
    this.#site = mapRenderables(site, { document: change, page: change })
    return this.#site
  }

  #beforeDocument<Doc extends Renderable>(site: Site, doc: Doc, index: number, variables: Variables): Doc {
    const { id, excerpt } = doc
    const made = plainOf(this.#ruby.job('variables_hook', [index, { $: 'document', of: id }], this.#always))
    const given = this.#value(made.variables)
    if (isHash(given) && given.size > 0) variables.set(id, new Map([...(variables.get(id) ?? []), ...given]))
    if (made.changes === null) return doc
    // The excerpt was made before.
    return { ...changedDocument(site, { ...doc, excerpt: null }, made.changes, this.#ruby.held), excerpt }
  }

  /** With the placeholders of permalinks that hooks on the start have added by now. */
  #placed(site: Site): Site {
    const names = this.#ruby.job('placeholders', [], this.#always) as readonly string[]
    if (names.length === 0) return site
    this.#site = site
    const placed = withPlaceholders(site, names, (doc, used) =>
      plainOf(this.#ruby.job('placeholder', [{ $: 'document', of: doc.id }, used], this.#always)),
    )
    this.#ruby.job('forget', [], this.#always)
    return placed
  }

  #telling(site: Site, index: number): void {
    this.#site = site
    this.#ruby.job('site_hook', [index], this.#always)
  }

  #changing(site: Site, job: string, given: readonly Wire[], answers: Answers): Site {
    this.#site = site
    const changes = this.#ruby.job(job, given, { ...this.#always, ...answers })
    const changed = changedSite(site, changes, this.#ruby.held)
    this.#site = changed
    return changed
  }

  /** A number for the rendering of a template, which all its tags and filters have in common. */
  #turn({ registers }: RenderContext): number {
    const known = this.#turns.get(registers)
    if (known !== undefined) return known
    this.#turns.set(registers, ++this.#lastTurn)
    return this.#lastTurn
  }

  /** What may be asked while a template is rendered. */
  #rendering(ctx: RenderContext, at: TagSite | undefined, body: () => string): Answers {
    const services = servicesOf(ctx)
    this.#site = services.site
    this.#drop = services.drop
    const scope = (wire: Wire): ReadonlyMap<string, unknown> => {
      const value = this.#value(wire)
      return isHash(value) ? new Map([...value].map(([key, item]) => [String(key), item])) : new Map()
    }
    const render = (text: string): string => ctx.renderTemplate(at?.parse(text) ?? services.template(text))
    return {
      ...this.#always,
      page: () => {
        const doc = documentOf(ctx)
        return doc === null ? ctx.get('page') : services.drop(doc)
      },
      drop: (id) => services.drop(this.#document(String(id)) as Renderable),
      site_drop: () => ctx.get('site'),
      evaluate: (markup) => ctx.evaluate(ctx.expression(String(markup))),
      assign: (name, value) => {
        ctx.assign(String(name), this.#value(value ?? null))
      },
      output: (markup) => render(`{{ ${String(markup)} }}`),
      body: (overlay) => ctx.withScope(scope(overlay ?? null), body),
      template: (text, data) => ctx.withScope(scope(data ?? null), () => render(String(text))),
      markdownify: (text) => services.markdownify(String(text)),
      filter: (name, input, ...given) =>
        services.filter(
          ctx,
          String(name),
          this.#value(input ?? null),
          ...given.map((each) => this.#value(each)),
        ),
    }
  }

  #field(value: unknown, key: string): unknown {
    if (isDrop(value)) return value.get(key)
    if (isHash(value)) return value.get(key)
    if (typeof value !== 'object' || value === null || !('data' in value)) return undefined
    const doc = value as Renderable
    const drop = this.#drop?.(doc)
    return isDrop(drop) ? drop.get(key) : snapshot(doc).get(key)
  }

  #value(wire: Wire | undefined): unknown {
    return fromWire(
      wire ?? null,
      this.#ruby.held,
      (id) => this.#document(id),
      (object) =>
        new RubyDrop(object, (job, ...given) => this.#value(this.#ruby.job(job, given, this.#always))),
    )
  }

  #document(id: string): unknown {
    return this.#read().renderables.get(id) ?? null
  }

  #read(): Site {
    if (this.#site === undefined) throw new Error('the site has not been read yet')
    return this.#site
  }

  #origin(): PluginOrigin {
    const { files, shown, watch } = this.#request
    const file = [...files.keys()].map(shown).join(', ')
    return {
      file,
      started: (at) => watch?.started(file, at),
      ended: () => watch?.ended(),
      placeOf(error) {
        if (!(error instanceof RubyPluginError) || error.file === undefined) return undefined
        const text = files.get(error.file)
        if (text === undefined || error.line === undefined) return undefined
        return placeOf({ path: shown(error.file), text }, error.line)
      },
    }
  }
}

/** The code on a line, from 1, of `source`. */
function placeOf(source: SourceText, line: number) {
  const start = offsetOf(source.text, { line, column: 1 })
  const code = source.text.slice(start).split('\n', 1)[0] ?? ''
  const indent = code.length - code.trimStart().length
  return { source, span: { start: start + indent, end: start + code.trimEnd().length } }
}

interface Asked {
  get(key: string): unknown
  keys(): readonly string[]
  toText(): string
}

function isDrop(value: unknown): value is Asked {
  return typeof value === 'object' && value !== null && 'toText' in value && 'keys' in value
}
