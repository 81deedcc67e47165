/** What plugins make of Markdown beside its converter: attributes of fences, changes to the HTML. */
import type { Value } from '../../base/index.ts'
import type { FenceWords, WriteCodeBlock } from '../../kramdown/index.ts'
import { type Locale, say } from '../../locale/index.ts'
import {
  languageOf,
  type MarkdownContext,
  type MarkdownParts,
  ownPhrases,
  siteLang,
} from '../../plugins/index.ts'
import type { Renderable, Site } from '../../site/index.ts'
import { createLocales } from '../locales.ts'
import type { ConversionContext, RenderParts } from '../types.ts'

/** What the plugins of a site bring to Markdown, and what they may ask of the rendering. */
export interface Beside {
  readonly parts: MarkdownParts
  site(): Site
  /** the document that is rendered */
  current(): Renderable | null
  /** what the setting `lang` says */
  language(): Value
  locale(tag: string): Locale
}

/** What plugins make of Markdown, some of it. */
export type MarkdownOptions = Pick<RenderParts, 'codeBlocks' | 'maths' | 'markdown' | 'elements'>

export function markdownParts({
  codeBlocks = new Map(),
  maths,
  markdown,
  elements,
}: MarkdownOptions): MarkdownParts {
  return { codeBlocks, maths, markdown, elements }
}

/** The same while nothing is rendered. */
export function besideAlone(site: Site, parts: MarkdownOptions): Beside {
  return {
    parts: markdownParts(parts),
    site: () => site,
    current: () => null,
    language: () => siteLang(site.config),
    locale: createLocales(),
  }
}

/** What both converters ask while they read a text. */
export interface MarkdownHooks {
  readonly codeBlock: WriteCodeBlock
  readonly fenceWords?: FenceWords
}

type Convert = (text: string, context: ConversionContext) => string

/** `convert`, and what plugins change in what it makes. */
export function changedHtml(convert: Convert, beside: Beside): Convert {
  const change = beside.parts.markdown?.html
  if (change === undefined) return convert
  return (text, context) => change(convert(text, context), contextFor(beside, context))
}

/** The reader of fences for one text; undefined where no plugin reads them. */
export function fenceReader(beside: Beside, context: ConversionContext): FenceWords | undefined {
  const fence = beside.parts.markdown?.fence
  if (fence === undefined) return undefined
  const own = contextFor(beside, context)
  return (words) => fence(words, own)
}

function contextFor(beside: Beside, context: ConversionContext): MarkdownContext {
  const page = (): Renderable | null => context.document ?? beside.current()
  return {
    get site() {
      return beside.site()
    },
    get page() {
      return page()
    },
    say(name, ...values) {
      const tag = languageOf(page()?.data.get('lang'), beside.language())
      return say(beside.locale(tag), ownPhrases(beside.site().data, tag), name, values)
    },
    warn: (message, at) => context.warn(message, at),
  }
}
