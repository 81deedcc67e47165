/** The types render/ shares among its files, and what builder/ gives and gets. */
import type { CalendarDate, Diagnostic, SourceText, Time } from '../base/index.ts'
import type { Drop, Engine, FilterDefinition, TagDefinition, Template } from '../liquid/index.ts'
import type { FieldContext, Fields, HookRunner, Services } from '../plugins/index.ts'
import type { DocId, Document, Renderable, Site, SiteFile, StaticFile } from '../site/index.ts'
import type { RenderSettings } from './settings/settings.ts'

/** What rendering may ask of the outside world; a test gives a map. */
export interface FileAccess {
  /**
   * Text of the file at an absolute path, or undefined when there is none (or it lies outside what may be read). In safe
   * mode the file a link leads to must lie below `folder`, absolute too; without one, in the source.
   */
  readText(path: string, folder?: string): string | undefined
}

/** Turns text of one kind into another; Jekyll's converters. Plugins add theirs. */
export interface Converter {
  /** Jekyll's name of it, for messages: `Jekyll::Converters::Markdown` */
  readonly name: string
  /** higher runs earlier; Jekyll: Identity -100, the others 0 */
  readonly priority: number
  /** what stands before and after a `highlight` tag in files it takes: a line break for Markdown, else nothing */
  readonly aroundHighlight?: string
  /** whether it takes files with this extension (with its dot) */
  matches(ext: string): boolean
  /** Throws a `ConversionError` for bad input. */
  convert(text: string, context: ConversionContext): string
}

/** What a converter knows of the file it converts, and where it leaves what else it makes. */
export interface ConversionContext {
  /** site-relative path of the source file */
  readonly path: string
  /** undefined for a filter's text */
  readonly document?: Renderable
  /** A second output file, relative to the destination: a source map. */
  addFile(file: ExtraFile): void
  warn(message: string, at?: ConversionFault): void
}

/** What a converter knows of a warning besides its words. */
interface ConversionFault {
  /** the piece of the text at fault, to be found in the file */
  readonly text?: string
  readonly help?: string
}

/** A file that a converter writes besides the document's own. */
export interface ExtraFile {
  readonly outputPath: string
  readonly text: string
}

/** What one document became. */
export interface Rendered {
  readonly id: DocId
  /** what is written */
  readonly output: string
  /** after conversion, before layouts: what others see as `content` */
  readonly content: string
  readonly extraFiles: readonly ExtraFile[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Runs the template at `path` (relative to its site or theme), or the converter of that name, and gives back what it
 * printed.
 */
export type Measure = (path: string, run: () => string, kind?: 'converter') => string

/** Everything builder/ may hand to rendering besides the site. */
export interface RenderParts {
  readonly files: FileAccess
  readonly tags?: readonly TagDefinition[]
  readonly filters?: Readonly<Record<string, FilterDefinition>>
  readonly converters?: readonly Converter[]
  readonly hooks?: HookRunner
  /** runs every template, include and converter; a profile measures here */
  readonly measure?: Measure
  /** what `'now'` means in templates; `site.time` by default, so that a build says the same throughout */
  readonly now?: Time
  /** more keys of `site`, from plugins (`site.github`) */
  readonly siteFields?: ReadonlyMap<string, unknown>
  /** makers of fields that plugins add to the site, documents and pages; the last of one name wins */
  readonly fields?: readonly ((site: Site, ctx: FieldContext) => Fields)[]
}

/** The fields of all plugins by name. */
export interface PluginFields {
  readonly site: ReadonlyMap<string, () => unknown>
  readonly document: ReadonlyMap<string, (doc: Renderable) => unknown>
}

/** Drops of the site, one object each, made when first asked for. */
export interface SiteDrops {
  readonly site: Drop
  readonly jekyll: Drop
  readonly theme: Drop | null
  of(doc: Renderable): Drop
  /** the drops of the documents with these ids */
  listed(ids: readonly DocId[]): readonly Drop[]
  staticFile(file: StaticFile): Drop
  /** the document before or after `doc` in its collection, or null */
  neighbour(doc: Document, which: 'previous' | 'next'): Drop | null
  /** documents of a collection in its order (posts oldest first) */
  inOrder(label: string): readonly Drop[]
  filesOf(label: string): readonly Drop[]
  /** the ten newest posts but `doc`; null unless it is a post */
  relatedPosts(doc: Renderable): readonly Drop[] | null
}

/** A layout or include, ready to run. */
export interface CompiledText {
  readonly template: Template
  readonly file: SiteFile
  readonly text: string
  /** line of the file on which the text starts */
  readonly firstLine: number
}

/** Finding things in a site by what tags call them. */
export interface SiteLookup {
  /** the url of the page, document or static file at a site path */
  url(path: string): string | undefined
  /** the post named `folder/2024-01-02-slug` */
  post(name: string): Document | undefined
  /** the post of that day with that slug */
  postOf(date: CalendarDate, slug: string): Document | undefined
}

/** What a document that is being rendered right now shows to templates. */
interface Current {
  readonly document: Renderable
  content: string
}

/**
 * One site being rendered: compiled templates, drops and what is already finished. Documents must be rendered one after
 * the other in Jekyll's order, and each result put into `finished`, for templates that read other documents to see what
 * Jekyll would show at that moment.
 */
export interface RenderEnv {
  readonly site: Site
  readonly settings: RenderSettings
  readonly files: FileAccess
  readonly engine: Engine
  readonly now: Time
  readonly strictVariables: boolean
  readonly strictFilters: boolean
  /** in the order they run */
  readonly converters: readonly Converter[]
  readonly convertersByExt: Map<string, readonly Converter[]>
  readonly finished: Map<DocId, Rendered>
  readonly drops: SiteDrops
  readonly siteFields: ReadonlyMap<string, unknown>
  readonly pluginFields: PluginFields
  readonly hooks: HookRunner | undefined
  /** filters by name, as templates call them */
  readonly filters: Readonly<Record<string, FilterDefinition>>
  /** the document at work; null between documents */
  current: Current | null
  readonly lookup: SiteLookup
  /** layouts and includes, compiled, by path */
  readonly templates: Map<string, CompiledText>
  /** results of `include_cached` */
  readonly cachedIncludes: Map<string, string>
  readonly measure: Measure
  /** paths whose warnings have been told: once per layout or include, not once per page */
  readonly warned: Set<string>
  /** the converted excerpt of `doc`, made once */
  excerptOf(doc: Renderable): string
  /** `text` run through the first converter for `ext` */
  convertAs(ext: string, text: string): string
}

/** What tags and filters find in `ctx.registers`. */
export interface Registers {
  readonly env: RenderEnv
  /** what is being rendered, for `include_relative` and messages */
  readonly document: Renderable | null
  /** what plugins' tags and filters may ask */
  readonly services: Services
  /** notes a warning, which takes the place of the template at work */
  warn(code: string, message: string): void
}

/** A text with Liquid in it and the names messages give to it. */
export interface LiquidText extends SourceText {
  /** what Jekyll prints after `in`: absolute for documents and layouts, relative for pages */
  readonly shownAs: string
  /** line of the file on which the text starts, for places in messages */
  readonly firstLine: number
}
