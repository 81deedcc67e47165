/**
 * What a plugin is. Plain data and functions: a generator makes a site of a site, a hook returns its result, tags and
 * filters are Liquid's, a converter turns text into text. Nothing here touches the disk or the clock; what a plugin may
 * ask of the world is in `GeneratorContext` and `Services`.
 *
 *     export default definePlugin({
 *       name: 'word-of-the-day',
 *       generate: (site) => addPages(site, [makePage(site, { path: 'word.txt', body: '{{ site.title }}' })]),
 *     })
 */
import type { CalendarDate, Diagnostic, Hash, Time } from '../base/index.ts'
import type { Drop, FilterDefinition, RenderContext, TagDefinition } from '../liquid/index.ts'
import type { PluginSettings } from '../schema/index.ts'
import type { Config, DocId, Renderable, Site, StaticFile } from '../site/index.ts'
import type { Hooks } from './hook-table.ts'
import type { MarkdownElements } from './markdown-elements.ts'
import type { MarkdownExtras } from './markdown-extras.ts'
import type { PluginOrigin } from './origin.ts'
import type { Recording } from './recording.ts'

/** Jekyll's names of priorities; higher runs earlier. */
export const PRIORITIES = { lowest: -100, low: -10, normal: 0, high: 10, highest: 100 } as const
export type Priority = keyof typeof PRIORITIES

export interface Plugin {
  /** as the configuration names it: `jekyll-feed` */
  readonly name: string
  /** when its generator and hooks run among those of other plugins; then the order of loading counts */
  readonly priority?: Priority
  /** The keys of `_config.yml` and of front matter that it reads, for editors: `whirl schema`. */
  readonly settings?: PluginSettings
  /** set by the loader: where the plugin comes from, for messages */
  readonly origin?: PluginOrigin
  /**
   * Whether its tags, filters, converters, code blocks, fields and hooks on documents make the same of the same each time,
   * read nothing but what they are given, a document's `file.mtime` and `size` apart, and keep nothing from call to call. Then pages that use them are kept between
   * builds, until the site or a file of the plugin changes; without it they are rendered in every build.
   */
  readonly pure?: boolean
  /** Names of the variables of the environment that it reads while pages are rendered: with others all are rendered again. */
  readonly variables?: readonly string[]
  /** Names of npm packages that it loads for a site with this configuration, and that need not be installed: `doctor` looks for them. */
  needs?(config: Config): readonly string[]
  /** set by the loader: what it did in an earlier build; it is one for all plugins that have some */
  readonly recording?: Recording
  /** Versions of what it loads while pages are rendered, if it is there: with others all are rendered again. */
  versions?(config: Config): string | undefined
  /** The site with what the plugin adds or changes; called once, after reading. */
  generate?(site: Site, ctx: GeneratorContext): Site
  /** The same once the generators of all plugins have run: what a plugin does to pages that others add. */
  generateLast?(site: Site, ctx: GeneratorContext): Site
  /** The gem brings ActiveSupport along: in conditions `blank` then equals what is nil, false, empty or but blanks. */
  readonly activeSupport?: boolean
  readonly hooks?: Hooks
  readonly tags?: readonly TagDefinition[]
  readonly filters?: Readonly<Record<string, FilterDefinition>>
  readonly converters?: readonly PluginConverter[]
  /** What it writes in the place of code blocks in Markdown: figures of text, say. */
  readonly codeBlocks?: readonly CodeBlocks[]
  /** What it reads in Markdown, and changes in the HTML that comes of it. */
  readonly markdown?: MarkdownExtras
  /** Elements that it writes in the place of kramdown's converter. Set by plugins in Ruby. */
  readonly elements?: MarkdownElements
  /**
   * What the formulas of kramdown become where the configuration names no `math_engine`: `mathml`, typeset by KaTeX while
   * building, with labels and numbers.
   */
  readonly maths?: 'mathml'
  /** Liquid includes that any theme may use: name -> text. A file of the site or the theme with that name wins. */
  readonly includes?: Readonly<Record<string, string>>
  /** Layouts: name -> text with its front matter. A file of the site or the theme with that name wins. */
  readonly layouts?: Readonly<Record<string, string>>
  /** Fields that templates find on the site, on documents and on pages beside their own; made once for a rendering. */
  fields?(site: Site, ctx: FieldContext): Fields
  /** After everything is rendered and before anything is written: files made of the outputs (a search index, pictures). */
  finish?(site: Site, ctx: FinishContext): Promise<readonly FinishedFile[]> | readonly FinishedFile[]
  /** Which static files are copied, of those that are there once everything is rendered. */
  staticFiles?(files: readonly StaticFile[]): readonly StaticFile[]
  /**
   * In the place of one build of the site, the builds that it is made of (one for each language, say): calls `build` for each, in
   * order. All are rendered before anything is written, and written as one output, in which a later one wins. What it returns is
   * called once that is written. The first plugin that has this decides.
   */
  builds?(config: Config, build: (part: PartOfBuild) => void): () => void
  /** What `whirl check` shall find of the plugin's own matters, once the site is built in memory. */
  check?(site: Site, ctx: CheckContext): readonly Diagnostic[]
  /** The codes of what its `check` finds (`mine/what`), so that `--only` and `--ignore` know them. */
  readonly rules?: readonly string[]
  /** Front matter for a document that `whirl post`, `draft`, `page` or `compose` is about to write. */
  newDocument?(doc: NewDocument, ctx: NewDocumentContext): Hash | Readonly<Record<string, unknown>>
}

/** The way to write a plugin: gives its parts their types. */
export function definePlugin(plugin: Plugin): Plugin {
  return plugin
}

/**
 * What the file or package of a plugin may export instead of one: a function that makes it of its options (what the
 * configuration has under the name of the package or file), and that may take its time.
 */
export type PluginFactory<Options = Readonly<Record<string, unknown>>> = (
  options: Options,
) => Plugin | readonly Plugin[] | Promise<Plugin | readonly Plugin[]>

/** `tag` among tags with other states, which TypeScript cannot tell by itself. */
export function asTag<State>(tag: TagDefinition<State>): TagDefinition {
  return tag as TagDefinition
}

/** A mistake in a tag's markup, thrown by its `parse`: its text is printed as it is, without Liquid's words before it. */
export class TagFault extends Error {
  override readonly name = 'TagFault'
}

/** One of the builds that a build is made of. */
export interface PartOfBuild {
  /** over those of the configuration */
  readonly settings: Hash
  /** absolute; the destination of the whole, or a directory in it */
  readonly destination: string
  /** called before the hooks that it is written, which run once all parts are */
  again(): void
}

/** What a generator may ask for. */
export interface GeneratorContext {
  /** what the configuration has under the plugin's name; a hash, empty where it has nothing */
  readonly options: Hash
  /** `text` through the site's Markdown converter */
  markdownify(text: string): string
  /** `text` as a template that belongs to no page, with these variables; `site` only where it is among them. Throws its errors. */
  template(text: string, variables: ReadonlyMap<string, unknown>): string
  /** what templates see as `site`, as it is before the generator runs */
  siteDrop(): Drop
  /** what templates see of a document */
  drop(doc: Renderable): Drop
  absoluteUrl(path: string): string
  relativeUrl(path: string): string
  /** text of a file of the source at its absolute path; undefined when there is none */
  readText(path: string): string | undefined
  /** the time of the last commit that touched the file at `path` of the source; undefined when git does not know it */
  lastCommit(path: string): Time | undefined
  /** the repository the site lies in; what git does not know is undefined */
  readonly repository: { origin(): string | undefined; revision(): string | undefined }
  /** Outlives the build in the cache directory, unless the cache is off. What is kept should name what it was made of. */
  readonly cache: BytesCache
  /** Asks an API now, or gives what it answered before; undefined without a network. Only for sites that want it. */
  askJson(question: JsonQuestion): JsonAnswers | undefined
  /** One line of Jekyll's log: `Jekyll Feed: Generating feed for posts`. */
  info(topic: string, message: string): void
  warn(diagnostic: Diagnostic): void
}

export interface JsonQuestion {
  readonly urls: readonly string[]
  readonly headers?: Readonly<Record<string, string>>
}

/** By address; one that has no answer (404) is absent. */
export type JsonAnswers = ReadonlyMap<string, unknown>

/** Fields by name, computed when a template asks; one that is costly keeps its answer itself. They win over front matter. */
export interface Fields {
  readonly site?: Readonly<Record<string, () => unknown>>
  readonly document?: Readonly<Record<string, (doc: Renderable) => unknown>>
}

/** What fields may ask for while a template waits. */
export interface FieldContext {
  /** `text` through the site's Markdown converter */
  markdownify(text: string): string
  absoluteUrl(path: string): string
  relativeUrl(path: string): string
  /** what templates see of a document */
  drop(doc: Renderable): Drop
  /** the same of the documents with these ids */
  drops(ids: readonly DocId[]): readonly Drop[]
  /**
   * What `make` finds in all of the site, found once, when somebody asks: plain data best. Pages that ask are rendered again
   * when that is another, whatever it was found in. Given a name, once, in `fields` itself.
   */
  value<T>(name: string, make: () => T): () => T
  /** the day of the build: a page that only shows this is rendered again when another day comes, not in each build */
  today(): CalendarDate
}

/** What `finish` may ask for. */
export interface FinishContext {
  /** what is about to be written of documents and pages: path in the destination (`about/index.html`) -> text */
  readonly outputs: ReadonlyMap<string, string>
  /** bytes of a file of the source or the theme by its path there (`assets/x.svg`); undefined when there is none */
  readBytes(path: string): Uint8Array | undefined
  /** a file that comes with the program, by its path in the bundle (`fonts/x.ttf`); undefined when it is not there */
  programFile(path: string): ProgramFile | undefined
  /** what templates see of a document */
  drop(doc: Renderable): Drop
  /** Outlives the build in the cache directory, unless the cache is off. Keys should hold a hash of all that counts. */
  readonly cache: BytesCache
  info(topic: string, message: string): void
  warn(diagnostic: Diagnostic): void
}

export interface ProgramFile {
  /** absolute, for libraries that read it themselves */
  readonly path: string
  readonly bytes: Uint8Array
}

export interface BytesCache {
  get(key: string): Uint8Array | undefined
  put(key: string, bytes: Uint8Array): void
}

/** One more file of the output; `path` is relative to the destination. */
export interface FinishedFile {
  readonly path: string
  readonly content: string | Uint8Array
}

/** What `check` may ask for. */
export interface CheckContext {
  /** what the configuration has under the plugin's name; a hash, empty where it has nothing */
  readonly options: Hash
  /** the texts that the build would write: path in the destination (`about/index.html`) -> text */
  readonly outputs: ReadonlyMap<string, string>
  /** text of a file of the source at its absolute path; undefined when there is none */
  readText(path: string): string | undefined
}

/** A document that is about to be written. */
export interface NewDocument {
  /** `posts`, `drafts`, `pages`, or the label of another collection */
  readonly collection: string
  readonly title: string
  /** what its front matter will have as `date`; undefined where that has none */
  readonly date: Time | undefined
}

/** What `newDocument` may ask for. */
export interface NewDocumentContext {
  readonly config: Config
  /** what the configuration has under the plugin's name; a hash, empty where it has nothing */
  readonly options: Hash
}

/** The page or document a tag or filter runs in; null in a text that belongs to none. */
export function documentOf(ctx: RenderContext): Renderable | null {
  return (ctx.registers.documentForPlugins ?? null) as Renderable | null
}

/** Turns text of one kind into another. */
export interface PluginConverter {
  /** for messages: `CoffeeScript` */
  readonly name: string
  /** higher runs earlier; Jekyll's own have 0 */
  readonly priority: number
  /** whether it takes files with this extension (with its dot) */
  matches(ext: string): boolean
  /** the extension of what it makes, with its dot */
  outputExt(ext: string): string
  /** Throws an Error whose message says what is wrong with the text. */
  convert(text: string, context: PluginConversion): string
}

export interface PluginConversion {
  /** site-relative path of the source file; '' for a filter's text */
  readonly path: string
  readonly document?: Renderable
  warn(message: string): void
}

/** Takes the place of code blocks in some languages, fenced or indented, in kramdown and in CommonMark. */
export interface CodeBlocks {
  /** the languages as the fence has them, in any case: `mermaid` */
  readonly languages: readonly string[]
  /** The HTML for the whole block, its `<pre>` too; undefined leaves it what it is: code, and coloured. */
  render(code: string, block: CodeBlock): string | undefined
}

/** The block of code at hand. */
export interface CodeBlock {
  /** as it is written there, without kramdown's `?options` */
  readonly language: string
  /** those of kramdown's attribute list, `{: #id .class key="value"}`, without the class that names the language */
  readonly attributes: ReadonlyMap<string, string>
  /** site-relative path of the source file; '' for a filter's text */
  readonly path: string
  readonly document?: Renderable
  /** where the site may have npm packages; undefined in safe mode, which runs nothing of the site */
  readonly packages: string | undefined
  /** Bytes of a file at a path of the source; undefined where there is none. The page is rendered again when they change. */
  readBytes(path: string): Uint8Array | undefined
  /** A warning that shows the block, one line of its code, or `length` characters of it from `column` on (both counted from 1). */
  warn(
    message: string,
    at?: {
      readonly line?: number
      readonly column?: number
      readonly length?: number
      readonly help?: string
    },
  ): void
}
