/** What plugins make of Markdown beside what its converter makes of it. */
import type { Renderable, Site } from '../site/index.ts'
import type { Say } from './phrases.ts'

/** What writers know from elsewhere: alerts (`> [!NOTE]`), words behind the language of a fence. */
export type WrittenSyntax = 'alerts' | 'fences'

/** Changes to what comes of Markdown: of documents, of excerpts and of what the filter `markdownify` is given. */
export interface MarkdownExtras {
  /** What of `WrittenSyntax` it understands, as the site is set up: nobody is warned of that. */
  understands?(site: Site): readonly WrittenSyntax[]
  /**
   * Attributes of a code block, of the words behind the language of its fence, on one line; undefined where they mean
   * nothing. The block of one that is not understood is none, as in kramdown; CommonMark passes over the words.
   */
  fence?(words: string, ctx: MarkdownContext): ReadonlyMap<string, string> | undefined
  /** The HTML that came of a text, changed. */
  html?(html: string, ctx: MarkdownContext): string
}

/** What these may ask for. */
export interface MarkdownContext {
  /** Got only when asked for: whoever has it may read anything. */
  readonly site: Site
  /** whose text it is, or the document that is rendered where a filter gave the text; null where there is none */
  readonly page: Renderable | null
  /** a phrase in the language of that page */
  readonly say: Say
  /** A warning; `text` is the piece at fault, to be found in the file. */
  warn(message: string, at?: { readonly text?: string; readonly help?: string }): void
}

/** What rendering works with: the changes of all plugins, one after the other. */
export interface MarkdownChanges {
  readonly fence:
    | ((words: string, ctx: MarkdownContext) => ReadonlyMap<string, string> | undefined)
    | undefined
  readonly html: ((html: string, ctx: MarkdownContext) => string) | undefined
  understands(site: Site): readonly WrittenSyntax[]
}

/** Those of `all` as one: the first that understands a fence has it; each changes the HTML that the one before left. */
export function joinedExtras(all: readonly MarkdownExtras[]): MarkdownChanges | undefined {
  if (all.length === 0) return undefined
  const fences = all.flatMap(({ fence }) => (fence === undefined ? [] : [fence]))
  const htmls = all.flatMap(({ html }) => (html === undefined ? [] : [html]))
  return {
    fence:
      fences.length === 0
        ? undefined
        : (words, ctx) => {
            for (const fence of fences) {
              const found = fence(words, ctx)
              if (found !== undefined) return found
            }
            return undefined
          },
    html:
      htmls.length === 0
        ? undefined
        : (html, ctx) => htmls.reduce((current, change) => change(current, ctx), html),
    understands: (site) => all.flatMap((each) => each.understands?.(site) ?? []),
  }
}
