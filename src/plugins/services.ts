/** What the parts of a plugin that take part in rendering may ask for. */
import type { Diagnostic, PictureFormat } from '../base/index.ts'
import type { Drop, RenderContext, Template } from '../liquid/index.ts'
import type { Locale } from '../locale/index.ts'
import type { Renderable, Site, StaticFile } from '../site/index.ts'

/** A picture of the site, as its file says. */
export interface Picture {
  /** in pixels, as browsers show it; undefined where the file does not say it, or is broken */
  readonly width: number | undefined
  readonly height: number | undefined
  /** undefined for what is no picture, whatever its name says */
  readonly format: PictureFormat | undefined
  /** whether it moves */
  readonly animated: boolean
  /** names its bytes */
  readonly digest: string
}

/** What tags and filters find under `servicesOf(ctx)` while a document is rendered. */
export interface Services {
  readonly site: Site
  /** whether the text at work is an excerpt */
  readonly isExcerpt: boolean
  /** what templates see of a document */
  drop(doc: Renderable): Drop
  /** its text as others see it now: converted once it is rendered */
  content(doc: Renderable): string
  markdownify(text: string): string
  /** `text` as a template of the site's, to be rendered with `ctx.renderTemplate` */
  template(text: string): Template
  relativeUrl(text: string): string
  absoluteUrl(text: string): string
  /** the page, document or static file at a path of the source, as `link` finds it */
  fileAt(path: string): Renderable | StaticFile | undefined
  /**
   * the picture with an address of the site (`/assets/a.png`, without `baseurl`); undefined where no picture is copied there. A page
   * that asks is rendered again when it is another
   */
  picture(url: string): Picture | undefined
  /** the language of this tag, ready for use */
  locale(tag: string): Locale
  /** What `make` made when `key` was first asked for while the site is rendered. */
  once(key: string, make: () => string): string
  /** Calls the filter `name`, Liquid's, Jekyll's or a plugin's. */
  filter(ctx: RenderContext, name: string, input: unknown, ...args: unknown[]): unknown
  /** Stops the rendering with an error of Ruby's, in its words; `help` says what to do. */
  raise(message: string, help?: string): never
  /** The same where Ruby's `value` has no such method. */
  noMethod(method: string, value: unknown): never
  /** the name of Ruby's class of `value` */
  rubyClass(value: unknown): string
  /** A warning that takes the place of the template at work. */
  warn(diagnostic: Diagnostic): void
}

/** The services of the rendering that runs a tag or filter. */
export function servicesOf(ctx: RenderContext): Services {
  return ctx.registers.services as Services
}

/** What hooks on a document's text may ask for. */
export type TextContext = Pick<
  Services,
  'absoluteUrl' | 'content' | 'fileAt' | 'isExcerpt' | 'locale' | 'picture' | 'relativeUrl' | 'warn'
>
