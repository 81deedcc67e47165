/** A code block as a figure: its drawing, what it shows in words, its caption. */
import { type CodeBlock, drawFigure, escapeHtml, type Figure, type PlacedFault } from '../../plugin-api.ts'
import { tableOrList } from './alternative.ts'
import type { GraphvizEngines } from './graphviz.ts'

/** What the words of a figure are headed with until the page's language is known: `wordsTitle`. */
export const WORDS_TITLE = '<summary class="figure-words-title">In words</summary>'

/** Undefined where a package is missing that it takes, which is warned of: the block stays code. */
export function figureOf(
  code: string,
  block: CodeBlock,
  engines: Pick<GraphvizEngines, 'find'>,
): string | undefined {
  const { language, attributes } = block
  const { figure, faults } = drawFigure(language, code, {
    readFile: (path) => block.readBytes(path),
    engine: (name) => (name === 'graphviz' ? engines.find(block.packages) : undefined),
  })
  const id = attributes.get('id') ?? figure?.id
  const classes = ['figure', `figure-${language.toLowerCase()}`, ...classesOf(attributes)]
  const open = `<figure${id === undefined ? '' : ` id="${escapeHtml(id)}"`} class="${escapeHtml(classes.join(' '))}">\n`
  if (figure === undefined) {
    for (const { message, line, column, span, help } of faults)
      block.warn(`Figure: ${message}`, {
        line,
        column,
        length: Math.max(1, span.end - span.start),
        ...(help === undefined ? {} : { help }),
      })
    if (faults.every(({ lacks }) => lacks !== undefined)) return undefined
    return `${open}${faulty(code, faults)}</figure>\n`
  }
  return `${open}${shown(figure, language)}${words(figure)}${captionOf(figure, attributes)}</figure>\n`
}

function classesOf(attributes: ReadonlyMap<string, string>): readonly string[] {
  const written = attributes.get('class')
  return written === undefined ? [] : written.split(/\s+/).filter((each) => each !== '')
}

/** Wide ones scroll by themselves, by the keyboard too. */
function drawing({ svg, title }: Figure): string {
  return `<div class="figure-drawing" role="group" tabindex="0" aria-label="${escapeHtml(title)}">${svg}</div>\n`
}

/** The drawing; of a program that is only shown the code, as Rouge's formatter writes it, which themes colour. */
function shown(figure: Figure, language: string): string {
  if (figure.code === undefined) return drawing(figure)
  const spans = figure.code.map(({ text, className }) =>
    className === undefined ? escapeHtml(text) : `<span class="${className}">${escapeHtml(text)}</span>`,
  )
  return (
    `<div class="language-${language.toLowerCase()} highlighter-rouge"><div class="highlight">` +
    `<pre class="highlight"><code>${spans.join('').trimEnd()}\n</code></pre></div></div>\n`
  )
}

/** For who cannot see the drawing, for searches, and for those who like a table better. */
function words({ words: said, alternative }: Figure): string {
  const more = alternative === undefined ? '' : tableOrList(alternative)
  return `<details class="figure-words">${WORDS_TITLE}\n<p>${escapeHtml(said)}</p>\n${more}</details>\n`
}

function captionOf(figure: Figure, attributes: ReadonlyMap<string, string>): string {
  const caption = attributes.get('caption') ?? figure.caption
  const credit = attributes.get('credit') ?? figure.credit
  const isSaid = (text: string | undefined): text is string => text !== undefined && text.trim() !== ''
  const parts = [
    ...(isSaid(caption) ? [escapeHtml(caption)] : []),
    ...(isSaid(credit) ? [`<small class="attribution-credit">${escapeHtml(credit)}</small>`] : []),
    ...figure.credits.map(sourceOf),
  ]
  if (parts.length === 0) return ''
  return `<figcaption>${parts.join(' ')}</figcaption>\n`
}

const SOURCE = '<small class="attribution-credit figure-source">'

function sourceOf({ text, href }: Figure['credits'][number]): string {
  return `${SOURCE}<a href="${escapeHtml(href)}" rel="license">${escapeHtml(text)}</a></small>`
}

/** A page that names each source of its figures once, below the first that shows something of it. */
export function withSourcesOnce(html: string): string {
  let out = ''
  let from = 0
  const named = new Set<string>()
  for (let at = html.indexOf(SOURCE); at !== -1; at = html.indexOf(SOURCE, from)) {
    const behind = html.indexOf('</small>', at) + '</small>'.length
    if (behind < at) break
    const source = html.slice(at, behind)
    const isCaption = html.startsWith('<figcaption>', at - '<figcaption>'.length)
    const end = '</figcaption>\n'
    const start = isCaption ? at - '<figcaption>'.length : at - 1
    out += named.has(source) ? html.slice(from, start) : html.slice(from, behind)
    from = behind
    if (named.has(source) && isCaption && html.startsWith(end, behind)) from += end.length
    named.add(source)
  }
  return out + html.slice(from)
}

/** What is wrong, and the text as it is. */
function faulty(code: string, faults: readonly PlacedFault[]): string {
  const items = faults.map(
    ({ line, column, message, help }) =>
      `<li>${line}:${column} ${escapeHtml(message)}${help === undefined ? '' : `: ${escapeHtml(help)}`}</li>\n`,
  )
  return `<div class="figure-faults" role="note"><ul>\n${items.join('')}</ul></div>\n<pre><code>${escapeHtml(code)}</code></pre>\n`
}
