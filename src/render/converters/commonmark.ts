/**
 * CommonMark for sites with `markdown: CommonMark` or `CommonMarkGhPages`, through markdown-it, the only file that knows
 * the package. It is loaded on first use. Settings are those of jekyll-commonmark: `commonmark.options` (SMART,
 * HARDBREAKS, UNSAFE is always on) and `commonmark.extensions` (table, strikethrough, autolink).
 */
import { createRequire } from 'node:module'
import type MarkdownIt from 'markdown-it'
import { type Hash, isHash, rubyToS } from '../../base/index.ts'
import { highlight } from '../../highlight/index.ts'
import type { Site } from '../../site/index.ts'

type Package = typeof MarkdownIt

/** What GitHub's Pages turn on by themselves. */
const GITHUB: readonly string[] = ['table', 'strikethrough', 'autolink', 'tagfilter']

/** A function from Markdown to HTML. `github`: header ids, and GitHub's extensions unless the site lists others. */
export function createCommonMark(site: Site, github: boolean): (text: string) => string {
  let parser: MarkdownIt | undefined
  return (text) => {
    parser ??= parserFor(site, github)
    return parser.render(text)
  }
}

function parserFor(site: Site, github: boolean): MarkdownIt {
  const settings = site.config.data.get('commonmark')
  const options = words(settings, 'options').map((word) => word.toUpperCase())
  const listed = words(settings, 'extensions')
  const extensions = new Set(listed.length > 0 || !github ? listed : GITHUB)
  const load = createRequire(import.meta.url)('markdown-it') as Package
  const parser = load('commonmark', {
    html: true,
    xhtmlOut: true,
    breaks: options.includes('HARDBREAKS'),
    typographer: options.includes('SMART'),
    linkify: extensions.has('autolink'),
  })
  if (options.includes('SMART')) parser.enable(['replacements', 'smartquotes'])
  if (extensions.has('table')) parser.enable('table')
  if (extensions.has('strikethrough')) parser.enable('strikethrough')
  if (extensions.has('autolink')) parser.enable('linkify')
  // GitHub's cmark writes <del> for struck text.
  parser.renderer.rules.s_open = () => '<del>'
  parser.renderer.rules.s_close = () => '</del>'
  colourCode(parser)
  if (github) numberHeaders(parser)
  return parser
}

function words(settings: unknown, key: string): readonly string[] {
  const value = isHash(settings) ? (settings as Hash).get(key) : undefined
  return Array.isArray(value) ? value.map(rubyToS) : []
}

/** Fenced code in a known language as the kramdown converter wraps it. */
function colourCode(parser: MarkdownIt): void {
  parser.renderer.rules.fence = (tokens, index) => {
    const token = tokens[index]
    const code = token?.content ?? ''
    const language = (token?.info ?? '').trim().split(/\s+/)[0] ?? ''
    const html = language === '' ? undefined : highlight(code, language)
    if (html !== undefined)
      return `<div class="language-${language} highlighter-rouge"><div class="highlight"><pre class="highlight"><code>${html}</code></pre></div></div>\n`
    const escaped = parser.utils.escapeHtml(code)
    const name = language === '' ? '' : ` class="language-${parser.utils.escapeHtml(language)}"`
    return `<pre><code${name}>${escaped}</code></pre>\n`
  }
}

/** GitHub's ids: the text in small letters without punctuation, numbered when it comes again. */
function numberHeaders(parser: MarkdownIt): void {
  parser.core.ruler.push('header_ids', (state) => {
    const seen = new Map<string, number>()
    state.tokens.forEach((token, index) => {
      if (token.type !== 'heading_open') return
      const text = (state.tokens[index + 1]?.children ?? []).map(({ content }) => content).join('')
      const name = text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
        .replaceAll(' ', '-')
      const count = seen.get(name) ?? 0
      seen.set(name, count + 1)
      token.attrSet('id', count === 0 ? name : `${name}-${count}`)
    })
  })
}
