/**
 * CommonMark for sites with `markdown: CommonMark` (jekyll-commonmark 1.4) or `CommonMarkGhPages`
 * (jekyll-commonmark-ghpages 0.5), through markdown-it, the only file that knows the package. It is loaded on first use.
 * Settings: `commonmark.options` (SMART, HARDBREAKS, NOBREAKS, UNSAFE, FOOTNOTES) and `commonmark.extensions` (table,
 * strikethrough, autolink, tagfilter, tasklist). The rules in which GitHub's cmark differs, and the writer, are our own.
 */
import type MarkdownIt from 'markdown-it'
import { requirePackage } from '../../base/index.ts'
import { highlight } from '../../highlight/index.ts'
import type { HighlightSettings } from '../settings/highlight.ts'
import type { CommonMarkSettings } from '../settings/markdown.ts'
import type { ConversionContext } from '../types.ts'
import { linkMail, startsWww, url, www } from './commonmark/autolink.ts'
import { definition, type Footnotes, reference } from './commonmark/footnotes.ts'
import { dashesAndDots, pairQuotes, quoteRule } from './commonmark/smart.ts'
import { strike, tildes, withTildesSkipped } from './commonmark/strikethrough.ts'
import type { BlockRule, InlineRule, InlineState, MarkdownToken } from './commonmark/tokens.ts'
import { type Style, writeTokens } from './commonmark/write.ts'
import type { MarkdownHooks } from './markdown-extras.ts'

type Package = typeof MarkdownIt

/** A function from Markdown to HTML. `github`: as the plugin of GitHub Pages writes it. */
export function createCommonMark(
  { options, extensions }: CommonMarkSettings,
  { rouge }: HighlightSettings,
  github: boolean,
  hooksFor: (context: ConversionContext) => MarkdownHooks,
): (text: string, context: ConversionContext) => string {
  let made: { parser: MarkdownIt; style: Omit<Style, 'codeBlock' | 'fence'> } | undefined
  const prepare = (): { parser: MarkdownIt; style: Omit<Style, 'codeBlock' | 'fence'> } => {
    const parser = parserFor(options, extensions)
    const style = {
      unsafe: options.has('UNSAFE'),
      hardBreaks: options.has('HARDBREAKS'),
      tagFilter: extensions.has('tagfilter'),
      taskLists: extensions.has('tasklist'),
      github,
      unescape: (text: string) => parser.utils.unescapeAll(text),
      highlight: (code: string, language: string) => highlight(code, language, { rouge }),
    }
    return { parser, style }
  }
  return (text, context) => {
    made ??= prepare()
    const { codeBlock, fenceWords } = hooksFor(context)
    const style = {
      ...made.style,
      codeBlock,
      fence: (words: string) => fenceWords?.(words) ?? NO_ATTRIBUTES,
    }
    const footnotes: Footnotes = { defined: new Set(), used: [] }
    const tokens = made.parser.parse(text, { footnotes }) as unknown as MarkdownToken[]
    return writeTokens(tokens, footnotes.used, style)
  }
}

/** CommonMark passes over what stands behind a fence's language. */
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map()

function parserFor(options: ReadonlySet<string>, extensions: ReadonlySet<string>): MarkdownIt {
  const create = requirePackage<Package>('markdown-it')
  const parser = create('commonmark', { html: true })
  // Addresses are escaped when they are written; the Ruby plugins let any through.
  parser.normalizeLink = (address) => address
  parser.normalizeLinkText = (address) => address
  parser.validateLink = () => true
  const smart = options.has('SMART')
  const autolink = extensions.has('autolink')
  const inline = parser.inline.ruler
  const before = (name: string, added: string, rule: InlineRule): void =>
    inline.before(name, added, rule as never)
  inline.at('text', textRule(smart, autolink) as never)
  before('html_inline', 'no_comment', noComment)
  before('escape', 'backslash', backslash)
  parser.core.ruler.before('inline', 'lines', (state) => {
    for (const token of state.tokens)
      if (token.type === 'inline' && /\n[ \t]|\t\n/.test(token.content))
        token.content = token.content.replace(/\n[ \t]+/g, '\n').replace(/\t+\n/g, '\n')
  })
  if (extensions.has('table')) parser.enable('table')
  if (extensions.has('strikethrough')) {
    parser.inline.State = withTildesSkipped(parser.inline.State as never) as never
    before('emphasis', 'tildes', tildes)
    parser.inline.ruler2.after('balance_pairs', 'strike', strike as never)
  }
  if (smart) {
    before('emphasis', 'quote', quoteRule(extensions.has('strikethrough')))
    before('emphasis', 'dashes', dashesAndDots)
    parser.inline.ruler2.after('balance_pairs', 'quotes', pairQuotes as never)
  }
  if (autolink) {
    before('emphasis', 'url', url)
    before('emphasis', 'www', www)
    parser.core.ruler.push('mail', (state) => {
      for (const token of state.tokens)
        if (token.children !== null)
          token.children = linkMail(token.children as unknown as MarkdownToken[], (type, content) => {
            const made = new state.Token(type, type.startsWith('link') ? 'a' : '', 0)
            made.content = content
            return made as unknown as MarkdownToken
          }) as never
    })
  }
  if (options.has('FOOTNOTES')) {
    parser.block.ruler.before('reference', 'footnote', definition as BlockRule as never, {
      alt: ['paragraph', 'reference', 'blockquote', 'list'],
    })
    before('link', 'footnote', reference)
  }
  return parser
}

/** What ends a piece of plain text: characters that may begin something else. */
const STOPS = '\n!#$%&*+-:<=>@[\\]^_`{}~'

/** Plain text up to what another rule may take. */
function textRule(smart: boolean, autolink: boolean): InlineRule {
  const stops: ReadonlySet<string> = new Set(smart ? `${STOPS}"'.` : STOPS)
  return (state: InlineState, silent) => {
    const { src, posMax } = state
    let { pos } = state
    while (pos < posMax) {
      const character = src[pos] ?? ''
      if (stops.has(character) || (autolink && character === 'w' && startsWww(src, pos))) break
      pos++
    }
    if (pos === state.pos) return false
    if (!silent) state.pending += src.slice(state.pos, pos)
    state.pos = pos
    return true
  }
}

/** Older than CommonMark 0.31, cmark takes `<!-- a -- b -->` for no comment: then its `<` is text. */
const noComment: InlineRule = (state, silent) => {
  const { src, pos } = state
  if (!src.startsWith('<!--', pos)) return false
  const close = src.indexOf('--', pos + 4)
  const isComment = !/^-?>/.test(src.slice(pos + 4, pos + 6)) && close !== -1 && src[close + 2] === '>'
  if (isComment) return false
  if (!silent) state.pending += '<'
  state.pos++
  return true
}

/** A backslash before what it cannot escape is itself, and leaves the next character to other rules. */
const backslash: InlineRule = (state, silent) => {
  const { src, pos } = state
  if (src[pos] !== '\\' || /[\n!-/:-@[-`{-~]/.test(src[pos + 1] ?? '')) return false
  if (!silent) state.pending += '\\'
  state.pos++
  return true
}
