/** Ruby beside one build: it is given jobs, and asks about the site as it is while they are done. */
import { type Hash, isHash } from '../base/index.ts'
import { type FilterDefinition, LIQUID_FILTERS } from '../liquid/index.ts'
import { isMarkdown, type MarkdownElements, type Recording } from '../plugins/index.ts'
import type { Config, Renderable, Site } from '../site/index.ts'
import type { Answers, Conversation } from './bridge/conversation.ts'
import { htmlOfSteps, htmlSteps } from './bridge/html-steps.ts'
import { shownOf, siteAnswers, snapshot, withDrops } from './bridge/site-answers.ts'
import { changedSite } from './bridge/site-changes.ts'
import { fromWire, type Held, RubyDrop, type Wire } from './bridge/wire.ts'
import { rubyElements } from './markdown-elements.ts'
import type { RubyLog, RubyPluginRequest } from './request.ts'
import { startRuby } from './start-ruby.ts'

export class RubySession {
  /** of the build, or of the part of it that is under way */
  config: Config
  readonly #request: RubyPluginRequest
  readonly #ruby: Conversation
  readonly #always: Answers
  readonly #remember: () => void
  /** what happened while the site was rendered; undefined where nothing is remembered */
  readonly recording: Recording | undefined
  /** whether plugins have a method of their own in the place of the Markdown converter's */
  replacesMarkdown = false
  /** names of the filters that plugins have */
  filters: ReadonlySet<string> = new Set()
  /** what plugins write in the place of kramdown's converter */
  elements: MarkdownElements | undefined
  /** texts of documents that templates had Ruby see, by id, as they were then */
  readonly texts = new Map<string, unknown>()
  /** the site that Ruby asks about; undefined before there is one */
  site: Site | undefined
  /** what templates see of a document, once there are templates */
  drop: ((doc: Renderable) => unknown) | undefined

  /** Starts Ruby where an earlier build does not remember it; `begun` is told when there is one. */
  constructor(request: RubyPluginRequest, begun: () => void) {
    const { machine, config, log } = request
    this.config = config
    this.#request = request
    const started = startRuby({ machine, begun, print: (line) => log('info', '', line) })
    this.#ruby = started.ruby
    this.recording = started.recording
    this.#remember = () => started.remember()
    const filters = { liquid: Object.keys(LIQUID_FILTERS), jekyll: Object.keys(request.filters) }
    this.#always = {
      ...siteAnswers(() => this.#read(), this.held),
      root: () => this.config.source,
      destination: () => this.config.destination,
      config: () => this.config.data,
      environment: () => config.environment,
      log: (level, topic, message) => {
        log(level as Parameters<RubyLog>[0], String(topic), String(message))
      },
      library: (name) => request.libraryWith(String(name)) ?? null,
      filter_names: () => filters,
      'markdown?': (extension) => isMarkdown(config, `x${String(extension)}`),
      markdownify: (text) => request.markdown(this.#read(), String(text), this.elements),
      kramdown: (text, options, converter, types) => {
        const given = this.value(options ?? null)
        const elements = Array.isArray(types)
          ? rubyElements(this, String(converter), types.map(String))
          : undefined
        return request.kramdown(
          this.#read(),
          String(text),
          isHash(given) ? (given as Hash) : new Map(),
          elements,
        )
      },
      // There is none before everything is rendered.
      output: () => null,
      unrepeatable: () => started.unrepeatable(),
      html_steps: (html) => htmlSteps(String(html)),
      html_of_steps: (steps) => htmlOfSteps(steps as Parameters<typeof htmlOfSteps>[0]),
      program: (command, folder, input) =>
        request.program({
          command: Array.isArray(command) ? command.map(String) : String(command),
          folder: String(folder),
          input: String(input),
        }),
      field: (drop, key) => this.#field(this.value(drop), String(key)),
      keys: (drop) => {
        const value = this.value(drop)
        return isDrop(value) ? value.keys() : isHash(value) ? [...value.keys()] : []
      },
      text: (drop) => {
        const value = this.value(drop)
        return isDrop(value) ? value.toText() : ''
      },
    }
  }

  get held(): Held {
    return this.#ruby.held
  }

  /** Has Ruby do the job `kind`; `answers` are for questions that are asked during this one only. Throws as `Conversation` does. */
  job(kind: string, given: readonly Wire[], answers?: Answers): Wire {
    if (answers === undefined) return this.#ruby.job(kind, given, this.#always)
    const { markdownify } = this.#always
    // What stands for the converter asks for the one that was there.
    const own = this.replacesMarkdown && markdownify !== undefined ? { markdownify } : {}
    return this.#ruby.job(kind, given, { ...this.#always, ...answers, ...own })
  }

  /** `site` as the job leaves it. */
  changing(site: Site, kind: string, given: readonly Wire[], answers?: Answers): Site {
    this.site = site
    const changes = this.job(kind, given, answers)
    const changed = changedSite(site, changes, this.held)
    this.site = changed
    return changed
  }

  /** Answers for what is converted with the settings that the site was read with. */
  answersAsRead(): Answers {
    const { config } = this
    return {
      markdownify: (text) => this.#request.markdown({ ...this.#read(), config }, String(text), this.elements),
    }
  }

  /** The program's filter in whose place plugins have one: they ask for that, having their own. */
  replacedFilter(name: string): FilterDefinition | undefined {
    const { filters } = this.#request
    if (!this.filters.has(name)) return undefined
    return Object.hasOwn(filters, name) ? filters[name] : LIQUID_FILTERS[name]
  }

  /** Keeps what happened for the next build. */
  remember(): void {
    this.#remember()
  }

  value(wire: Wire | undefined): unknown {
    return fromWire(
      wire ?? null,
      this.held,
      (id) => this.document(id),
      (object) => new RubyDrop(object, (job, ...given) => this.shown(this.value(this.job(job, given)))),
    )
  }

  /** `value` with what templates see in the place of documents. */
  shown(value: unknown): unknown {
    return this.drop === undefined ? value : withDrops(value, this.drop)
  }

  document(id: string): unknown {
    return this.#read().renderables.get(id) ?? null
  }

  #field(value: unknown, key: string): unknown {
    if (isDrop(value)) return value.get(key)
    if (isHash(value)) return value.get(key)
    if (typeof value !== 'object' || value === null || !('data' in value)) return undefined
    const doc = value as Renderable
    const drop = this.drop?.(doc)
    return isDrop(drop) ? drop.get(key) : snapshot(doc, shownOf(this.#read())).get(key)
  }

  #read(): Site {
    if (this.site === undefined) throw new Error('the site has not been read yet')
    return this.site
  }
}

interface Asked {
  get(key: string): unknown
  keys(): readonly string[]
  toText(): string
}

function isDrop(value: unknown): value is Asked {
  return typeof value === 'object' && value !== null && 'toText' in value && 'keys' in value
}
