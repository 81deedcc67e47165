/** What rendering works with, by how long it lasts: `Shared` as long as the site, `Turn` one document, `Work` one text. */
import type { Diagnostic } from '../base/index.ts'
import type { Engine, FilterDefinition } from '../liquid/index.ts'
import type { Locale } from '../locale/index.ts'
import type { HookRunner, Recording, Services, WrittenSyntax } from '../plugins/index.ts'
import type { Renderable } from '../site/index.ts'
import type { AtWork } from './at-work.ts'
import type { SiteDrops } from './drops/types.ts'
import type { RenderSettings } from './settings/settings.ts'
import type { SiteView } from './site-view.ts'
import type { Templates } from './templates.ts'
import type { Turn } from './turn.ts'
import type { Converters, Measure } from './types.ts'

/** What all documents of a site share. Nothing in it changes but memories of results that come out the same each time. */
export interface Shared {
  readonly view: SiteView
  readonly settings: RenderSettings
  readonly drops: SiteDrops
  readonly engine: Engine
  readonly templates: Templates
  readonly converters: Converters
  /** filters by name, as templates call them */
  readonly filters: Readonly<Record<string, FilterDefinition>>
  readonly hooks: HookRunner | undefined
  /** of what plugins do; undefined where it is not recorded */
  readonly recording: Recording | undefined
  readonly measure: Measure
  readonly atWork: AtWork
  /** the language of a tag, made once */
  readonly locale: (tag: string) => Locale
  /** what of the syntax of others plugins understand: nobody is warned of that */
  readonly understood: readonly WrittenSyntax[]
}

/** One text, a document's or an excerpt's, and what is said about it. */
export interface Work {
  readonly shared: Shared
  readonly turn: Turn
  /** what the text belongs to: in an excerpt not the document whose turn it is */
  readonly document: Renderable
  readonly diagnostics: Diagnostic[]
}

/** What tags and filters find in `ctx.registers`. */
export interface Registers {
  readonly shared: Shared
  readonly view: SiteView
  readonly turn: Turn
  /** what is being rendered, for `include_relative` and messages */
  readonly document: Renderable
  /** the same for plugins' tags and filters, which may read all of it */
  readonly documentForPlugins: Renderable
  /** what plugins' tags and filters may ask */
  readonly services: Services
  /** Notes a warning, which takes the place of the template at work. */
  warn(code: string, message: string): void
}
