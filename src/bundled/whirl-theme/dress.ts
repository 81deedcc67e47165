/**
 * The text of a post or page made ready for the theme: code in frames, tables that scroll by themselves, headings that
 * link to themselves, pictures that load when they come near. Feeds get the text as it was.
 *
 * One pass from `<` to `<`; what it does not know stays as it is.
 */
import type { Diagnostic, Say } from '../../plugin-api.ts'
import { codeFrame } from './code-frame.ts'
import { classesOf, quoted, type Tag, tagAt, textIn } from './tag.ts'

/** What is done with an element that begins at `at`: its new text, and where to go on; undefined leaves it. */
type Dresser = (
  html: string,
  at: number,
  tag: Tag,
  state: State,
) => { readonly text: string; readonly end: number } | undefined

interface State {
  tables: number
  /** whether tables without a caption are counted: not beside captions with numbers, which theirs would repeat */
  readonly counts: boolean
  /** how many figures are open */
  figures: number
  /** how many tables are open */
  depth: number
  pictures: number
  /** end tags that do not come any more, so that none is looked for twice */
  readonly missing: Set<string>
  readonly say: Say
  readonly warn: (diagnostic: Diagnostic) => void
}

/** Elements whose content is not HTML, or none of ours. */
const CLOSED: ReadonlySet<string> = new Set(['script', 'style', 'textarea', 'svg', 'math', 'template'])

const EMPTY_CELL = /(?:\s|&nbsp;|\u00a0)*<\/th>/y
const SPAN = /<span\b|<\/span>/g
/** In a list or quote the second end is indented. */
const BLOCK_END = /<\/pre><\/div>\s*<\/div>/y
const HIGHLIGHT = '<div class="highlight">'

const DRESSERS: ReadonlyMap<string, Dresser> = new Map<string, Dresser>([
  ['div', codeBlock],
  ['figure', figure],
  ['table', table],
  ['img', picture],
  ['sup', footnoteMark],
  ['li', footnote],
  ['th', headingCell],
  ['span', formula],
  ['math', displayedMath],
  ...['h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, heading] as const),
])

/** `html` as the theme shows it; `warn` is told of attributes that make no sense. */
export function dress(html: string, say: Say, warn: (diagnostic: Diagnostic) => void): string {
  const state: State = {
    tables: 0,
    counts: !html.includes('<caption><span class="number">'),
    figures: 0,
    depth: 0,
    pictures: 0,
    missing: new Set(),
    say,
    warn,
  }
  let out = ''
  let from = 0
  let at = html.indexOf('<')
  while (at >= 0) {
    let next = at + 1
    if (html.startsWith('<!--', at)) next = behind(html, '-->', at)
    else if (html.startsWith('</table', at)) {
      const end = behind(html, '>', at)
      if (state.depth > 0 && --state.depth === 0) {
        out += `${html.slice(from, end)}</div>`
        from = end
      }
      next = end
    } else if (html.startsWith('</figure', at)) {
      state.figures = Math.max(0, state.figures - 1)
      next = at + '</figure'.length
    } else {
      const tag = tagAt(html, at)
      if (tag !== undefined) {
        next = tag.end
        const dressed = DRESSERS.get(tag.name)?.(html, at, tag, state)
        if (dressed !== undefined) {
          out += html.slice(from, at) + dressed.text
          from = dressed.end
          next = dressed.end
        } else if (CLOSED.has(tag.name)) next = behind(html, `</${tag.name}`, tag.end)
      }
    }
    at = html.indexOf('<', next)
  }
  return out + html.slice(from)
}

/** The index of the end tag `close` from `at` on; -1 when there is none. */
function closing(html: string, close: string, at: number, { missing }: State): number {
  if (missing.has(close)) return -1
  const found = html.indexOf(close, at)
  if (found < 0) missing.add(close)
  return found
}

/** The index behind the next `mark` from `at` on; the end when there is none. */
function behind(html: string, mark: string, at: number): number {
  const found = html.indexOf(mark, at)
  return found < 0 ? html.length : found + mark.length
}

/** kramdown's highlighted block: `<div class="language-c highlighter-rouge"><div class="highlight"><pre …`. */
function codeBlock(html: string, _at: number, tag: Tag, state: State): ReturnType<Dresser> {
  const classes = classesOf(tag)
  if (!classes.includes('highlighter-rouge') || !html.startsWith(HIGHLIGHT, tag.end)) return undefined
  const pre = tagAt(html, tag.end + HIGHLIGHT.length)
  if (pre?.name !== 'pre') return undefined
  const end = closing(html, '</pre></div>', pre.end, state)
  if (end < 0) return undefined
  BLOCK_END.lastIndex = end
  if (!BLOCK_END.test(html)) return undefined
  const blockEnd = BLOCK_END.lastIndex
  const inner = withoutCode(html.slice(pre.end, end + '</pre>'.length))
  const language = classes.find((name) => name.startsWith('language-'))?.slice('language-'.length)
  const kept = classes.filter((name) => name !== 'highlighter-rouge' && !name.startsWith('language-'))
  const text = codeFrame({ inner, language, classes: kept, attributes: tag.attributes }, state)
  return { text, end: blockEnd }
}

function figure(html: string, at: number, tag: Tag, state: State): ReturnType<Dresser> {
  const code = highlightTag(html, at, tag, state)
  if (code === undefined) state.figures++
  return code
}

/** The tag `highlight`'s: `<figure class="highlight"><pre><code class="language-c" data-lang="c">`. */
function highlightTag(html: string, _at: number, tag: Tag, state: State): ReturnType<Dresser> {
  if (!classesOf(tag).includes('highlight')) return undefined
  const close = '</figure>'
  const end = closing(html, close, tag.end, state)
  if (end < 0 || !html.startsWith('<pre>', tag.end)) return undefined
  const code = tagAt(html, tag.end + '<pre>'.length)
  if (code?.name !== 'code') return undefined
  const inner = withoutCode(html.slice(tag.end + '<pre>'.length, end))
  const language = code.attributes.get('data-lang')
  return {
    text: codeFrame({ inner, language, classes: [], attributes: tag.attributes }, state),
    end: end + close.length,
  }
}

/** What stands between `<code …>` and `</code></pre>`. */
function withoutCode(html: string): string {
  const open = tagAt(html, html.indexOf('<'))
  const start = html.startsWith('<code') && open !== undefined ? open.end : 0
  const end = html.lastIndexOf('</code>')
  return html.slice(start, end < start ? html.lastIndexOf('</pre>') : end)
}

function table(html: string, at: number, tag: Tag, state: State): ReturnType<Dresser> {
  if (state.depth++ > 0) return undefined
  const label = tableLabel(html, tag.end, state)
  const named = label === '' ? '' : ` role="group" aria-label="${quoted(label)}"`
  return { text: `<div class="table"${named}>${html.slice(at, tag.end)}`, end: tag.end }
}

const CAPTION = /\s*<caption[^>]*>/y
/** in characters */
const LONGEST_CAPTION = 4000

/** What a table goes by: its caption, else its number; '' in a figure, which has a name of its own. */
function tableLabel(html: string, from: number, state: State): string {
  CAPTION.lastIndex = from
  const open = CAPTION.test(html) ? CAPTION.lastIndex : -1
  const caption = open === -1 ? '' : html.slice(open, open + LONGEST_CAPTION)
  const words = textIn(caption.slice(0, Math.max(0, caption.indexOf('</caption')))).trim()
  if (words !== '' || state.figures > 0 || !state.counts) return words
  return state.say('table', ++state.tables)
}

/** The role of kramdown's mark of a footnote belongs on its link. */
function footnoteMark(html: string, at: number, tag: Tag): ReturnType<Dresser> {
  const role = ' role="doc-noteref"'
  const link = '<a '
  const open = html.slice(at, tag.end)
  if (!open.includes(role) || !html.startsWith(link, tag.end)) return undefined
  return { text: `${open.replace(role, '')}${link.trimEnd()}${role} `, end: tag.end + link.length }
}

/** `doc-endnote` on an item of a list is deprecated. */
function footnote(html: string, at: number, tag: Tag): ReturnType<Dresser> {
  if (tag.attributes.get('role') !== 'doc-endnote') return undefined
  return { text: html.slice(at, tag.end).replace(' role="doc-endnote"', ''), end: tag.end }
}

/** A heading of a table with nothing in it, the corner for instance, is a cell. */
function headingCell(html: string, at: number, tag: Tag): ReturnType<Dresser> {
  EMPTY_CELL.lastIndex = tag.end
  if (!EMPTY_CELL.test(html)) return undefined
  return { text: `<td${html.slice(at + '<th'.length, tag.end)}</td>`, end: EMPTY_CELL.lastIndex }
}

/**
 * Of KaTeX's formula the MathML, which needs no style, typeface or inline positions: what KaTeX draws beside it is full
 * of those.
 */
function formula(html: string, _at: number, tag: Tag): ReturnType<Dresser> {
  return classesOf(tag).includes('katex-html') ? { text: '', end: behindSpan(html, tag.end) } : undefined
}

/** A formula on lines of its own scrolls by itself, by the keyboard too. */
function displayedMath(html: string, at: number, tag: Tag): ReturnType<Dresser> {
  if (tag.attributes.get('display') !== 'block' || tag.attributes.has('tabindex')) return undefined
  return { text: `<math tabindex="0"${html.slice(at + '<math'.length, tag.end)}`, end: tag.end }
}

/** The index behind the end tag of the `span` whose start tag ends at `from`. */
function behindSpan(html: string, from: number): number {
  let depth = 1
  let end = from
  while (depth > 0) {
    SPAN.lastIndex = end
    const found = SPAN.exec(html)
    if (found === null) return html.length
    depth += found[0] === '</span>' ? -1 : 1
    end = SPAN.lastIndex
  }
  return end
}

/** All pictures but the first, which may be what the reader sees at once, load when they come near. */
function picture(html: string, at: number, tag: Tag, state: State): ReturnType<Dresser> {
  const isFirst = state.pictures++ === 0
  if (isFirst || tag.attributes.has('loading')) return undefined
  return {
    text: `<img loading="lazy" decoding="async"${html.slice(at + '<img'.length, tag.end)}`,
    end: tag.end,
  }
}

/** A heading's text is its own link; one that has links inside gets a sign behind it. */
function heading(html: string, at: number, tag: Tag, state: State): ReturnType<Dresser> {
  const id = tag.attributes.get('id')
  if (id === undefined || id === '') return undefined
  const close = `</${tag.name}>`
  const end = closing(html, close, tag.end, state)
  if (end < 0) return undefined
  const inner = html.slice(tag.end, end)
  const href = quoted(`#${id}`)
  const linked =
    inner.includes('<a ') || inner.includes('<img')
      ? `${inner} <a class="anchor" href="${href}" aria-label="${quoted(state.say('link_to', textIn(inner).trim()))}"></a>`
      : `<a class="heading" href="${href}">${inner}</a>`
  return { text: html.slice(at, tag.end) + linked + close, end: end + close.length }
}
