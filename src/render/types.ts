/** What builder/ gives to rendering and gets from it, and the types that all of render/ uses. */
import type { Diagnostic, SourceText } from '../base/index.ts'
import type { FilterDefinition, TagDefinition } from '../liquid/index.ts'
import type { FieldContext, Fields, HookRunner, MarkdownParts, Picture, Recording } from '../plugins/index.ts'
import type { DocId, Renderable, Site, SiteFile } from '../site/index.ts'
import type { AtWork } from './at-work.ts'
import type { SassCompilers } from './converters/sass-process.ts'

/** What rendering may ask of the outside world; a test gives a map. */
export interface FileAccess {
  /**
   * Text of the file at an absolute path, or undefined when there is none (or it lies outside what may be read). In safe
   * mode the file a link leads to must lie below `folder`, absolute too; without one, in the source.
   */
  readText(path: string, folder?: string): string | undefined
  /** Its bytes, likewise; where it is missing, nobody asks for bytes. */
  readBytes?(path: string): Uint8Array | undefined
  /** What is known of a file that is copied, as a picture; undefined where it is none by its name, or cannot be read. */
  picture?(file: SiteFile): Picture | undefined
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

/** The converters of a site. */
export interface Converters {
  /** those for files with this extension (with its dot), in the order they run */
  for(ext: string): readonly Converter[]
  /**
   * a filter's text, US-ASCII to Ruby with `ascii`, through the converter `by`: the first for an extension (with its
   * dot), or one by name
   */
  piece(by: string, text: string, ascii?: boolean): string
}

/** What a converter knows of the file it converts, and where it leaves what else it makes. */
export interface ConversionContext {
  /** site-relative path of the source file */
  readonly path: string
  /** undefined for a filter's text */
  readonly document?: Renderable
  /** whether the text is a US-ASCII string to Ruby */
  readonly ascii: boolean
  /** A second output file, relative to the destination: a source map. */
  addFile(file: ExtraFile): void
  warn(message: string, at?: ConversionFault): void
  /** line of the source file on which a piece of the text begins; undefined where it stands there otherwise, or nowhere */
  lineOf?(piece: string): number | undefined
}

/** What a converter knows of a warning besides its words. */
export interface ConversionFault {
  /** the piece of the text at fault, to be found in the file: the warning ends with the place, `(a.md:3:5)` */
  readonly text?: string
  /** the line of that piece that is at fault, from 1; all of it without */
  readonly line?: number
  /** where in that line it begins, from 1, and for how long; all of the line without */
  readonly column?: number
  readonly length?: number
  readonly help?: string
  /** see `Diagnostic` */
  readonly loud?: true
}

/** A file that a converter writes besides the document's own. */
export interface ExtraFile {
  readonly outputPath: string
  readonly text: string
}

/** What Liquid made of a text. */
export interface LiquidOutput {
  readonly text: string
  /** whether it is a US-ASCII string to Ruby */
  readonly ascii: boolean
}

/** What one document became. */
export interface Rendered {
  readonly id: DocId
  /** names the result: another one has another name. Where results are kept between builds */
  readonly key?: string
  /** what is written */
  readonly output: string
  /** the same in UTF-8, where it is at hand */
  readonly outputBytes?: Uint8Array | undefined
  /** after conversion, before layouts: what others see as `content` */
  readonly content: string
  /** of `content`, where it is known without it */
  readonly contentDigest?: string | undefined
  readonly extraFiles: readonly ExtraFile[]
  readonly diagnostics: readonly Diagnostic[]
  /** undefined where it left nothing */
  readonly left?: Left | undefined
  readonly standing?: Stands
  /** What was placed in layouts, where nothing of it hangs on them. Where somebody wants to know what was read. */
  readonly converted?: Converted | undefined
  /** What of it stays when its turn is over, where that is another object: the same, without `standing`, in less memory. */
  readonly settled?: () => Rendered
}

/** What came of a document before its layouts: whoever has it need not make it again to place it in others. */
export interface Converted {
  readonly content: string
  readonly extraFiles: readonly ExtraFile[]
  /** without those about its layouts */
  readonly diagnostics: readonly Diagnostic[]
  readonly left?: Left | undefined
  /** whether its text has what is a slip of its writer on some page */
  readonly slips: boolean
}

/** What one document makes of the variables that stand, where it changes them. Made when somebody asks: few do. */
export interface Stands {
  readonly content?: () => unknown
  readonly layout?: () => unknown
  /** whether `layout` is on top of what stood before */
  readonly added?: boolean
}

/**
 * Variables that stand as the documents before left them: Jekyll makes the payload once. So a body finds the `content`
 * that an earlier document's outermost layout was given, and `layout` with the data of earlier ones on top.
 */
export interface Standing {
  readonly content: StandingVariable
  readonly layout: StandingVariable
}

/** A variable as it stands. */
export interface StandingVariable {
  /** names the value: while it is the same, the value is; null where no name tells */
  readonly key: string | null
  value(): unknown
}

/** What the rendering of one document leaves for those after it, besides the document itself. */
export interface Left {
  /** excerpts that were asked for, converted */
  readonly excerpts: ReadonlyMap<DocId, string>
  /** results of `include_cached`, by file and parameters */
  readonly includes: ReadonlyMap<string, string>
  /** warnings that are given once, by what they are about */
  readonly warned: ReadonlyMap<string, readonly Diagnostic[]>
}

/**
 * Runs the template at `path` (relative to its site or theme), or the converter of that name, and gives back what it
 * printed.
 */
export type Measure = (path: string, run: () => string, kind?: 'converter') => string

/**
 * Results kept between builds, by what they depend on. What is kept is never needed: `recall` may always answer undefined.
 * A store belongs to one version of the program, its packages with it.
 */
export interface ResultStore {
  /**
   * @param kind what made the result, with the version of its form: `sass-1`
   * @param key SHA-256, in hexadecimal, of all that the result depends on
   */
  recall(kind: string, key: string): string | undefined
  keep(kind: string, key: string, text: string): void
}

/** Everything builder/ may hand to rendering besides the site. */
export interface RenderParts {
  readonly files: FileAccess
  /** what compiles style sheets; whoever made it ends it */
  readonly compilers: SassCompilers
  readonly results?: ResultStore
  readonly tags?: readonly TagDefinition[]
  readonly filters?: Readonly<Record<string, FilterDefinition>>
  readonly converters?: readonly Converter[]
  readonly codeBlocks?: MarkdownParts['codeBlocks']
  readonly maths?: MarkdownParts['maths']
  readonly markdown?: MarkdownParts['markdown']
  readonly elements?: MarkdownParts['elements']
  /** whether a plugin brings ActiveSupport, which changes what is blank */
  readonly activeSupport?: boolean
  /** whether jekyll-include-cache is in use */
  readonly includeCache?: boolean
  readonly hooks?: HookRunner
  /** of what plugins do; undefined where it is not recorded */
  readonly recording?: Recording | undefined
  /** runs every template, include and converter; a profile measures here */
  readonly measure?: Measure
  /** told of each step of each document */
  readonly atWork?: AtWork
  /** makers of fields that plugins add to the site, documents and pages; the last of one name wins */
  readonly fields?: readonly ((site: Site, ctx: FieldContext) => Fields)[]
}

/** A text with Liquid in it and the names messages give to it. */
export interface LiquidText extends SourceText {
  /** what Jekyll prints after `in`: absolute for documents and layouts, relative for pages */
  readonly shownAs: string
  /** line of the file on which the text starts, for places in messages */
  readonly firstLine: number
}
