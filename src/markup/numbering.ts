/**
 * Numbers of figures, tables and equations, and what refers to them: one pass over the HTML of a text, in the order of the
 * text. What is numbered, and what a text with numbers looks like, is decided here and nowhere else.
 *
 *     <figure id="F">…<figcaption>      -> <figcaption><span class="number">Figure 1:</span> …
 *     <table id="T" caption="Rates">    -> <table id="T"><caption><span class="number">Table 1:</span> Rates</caption>
 *     <p><img id="F" caption="…"></p>   -> a figure; id and caption may be the paragraph's
 *     <span class="equation-number">    -> (1); so is the cell of a row, <mtd class="equation-number" id="E">
 *     <a class="ref" href="#F"></a>     -> <a class="ref" href="#F">Figure 1</a>
 *     \ref{F}, \eqref{E} in the text    -> the same
 *
 * Figures and tables are numbered that have an id and a caption: nobody can refer to others. A blank caption is none. A text
 * that has been through comes out as it is.
 */
import { escapeHtml } from '../base/index.ts'
import { type StartTag, startTagAt } from './start-tag.ts'

/** What references and captions say; plain text. */
export interface NumberWords {
  figure(number: number): string
  table(number: number): string
  /** @param number where sections are numbered: `2.1` */
  section(title: string, number: string | undefined): string
}

export interface NumberingOptions {
  readonly words: NumberWords
  /** whether headings from h2 on get numbers */
  readonly sections?: boolean
  /** the text stands alone, without what it refers to: references are words and no links */
  readonly apart?: boolean
  /** what references print whose target is not in the text, by id */
  readonly elsewhere?: ReadonlyMap<string, string>
}

export interface NumberedText {
  readonly html: string
  /** what a reference to each id prints, as HTML */
  readonly targets: ReadonlyMap<string, string>
  /** ids that are referred to and are nowhere */
  readonly missing: readonly string[]
  /** ids that several things have: references lead to the first, as links in browsers do */
  readonly repeated: readonly string[]
}

/** What a tag prints for a reference, to be filled in by `numberParts`. */
export function referenceTo(id: string): string {
  return `<a class="ref" href="#${escapeHtml(id)}"></a>`
}

/** Whether `html` may have anything that `numberParts` would change or find: a quick look. */
export function hasNumbered(html: string): boolean {
  return /<figcaption|<caption| caption="|class="(?:ref|equation-number)"|\\(?:eq)?ref\{/.test(html)
}

interface Edit {
  readonly start: number
  readonly end: number
  readonly text: () => string
}

interface Scan {
  readonly html: string
  readonly options: NumberingOptions
  readonly edits: Edit[]
  readonly targets: Map<string, string>
  readonly missing: Set<string>
  readonly repeated: Set<string>
  /** ids of the figures that are open; '' for those that get no number */
  readonly figures: string[]
  readonly tables: string[]
  readonly counts: { figure: number; table: number; equation: number; readonly sections: number[] }
  /** the id of the equation that is open */
  equation: string | undefined
  /** where the heading at hand ends; -1 where no more do */
  headingEnd: number
  readonly unclosed: Set<string>
}

/** Elements whose content is none of ours. */
const CLOSED: ReadonlySet<string> = new Set(['script', 'style', 'pre', 'code', 'textarea', 'template', 'svg'])
const REFERENCE = /\\(?:eq)?ref\{([^{}<>"\s]+)\}/g
/** in characters */
const LONGEST_TITLE = 4000
const HEADING = /^h[1-6]$/

/** `html` with its numbers and references. Linear. */
export function numberParts(html: string, options: NumberingOptions): NumberedText {
  const scan: Scan = {
    html,
    options,
    edits: [],
    targets: new Map(),
    missing: new Set(),
    repeated: new Set(),
    figures: [],
    tables: [],
    counts: { figure: 0, table: 0, equation: 0, sections: [0, 0, 0, 0, 0] },
    equation: undefined,
    headingEnd: 0,
    unclosed: new Set(),
  }
  const hasWritten = /\\(?:eq)?ref\{/.test(html)
  let from = 0
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', from)) {
    if (hasWritten) writtenReferences(scan, from, at)
    from = behindTag(scan, at)
  }
  if (hasWritten) writtenReferences(scan, from, html.length)
  const { targets, missing, repeated } = scan
  return { html: edited(scan), targets, missing: [...missing], repeated: [...repeated] }
}

function edited({ html, edits }: Scan): string {
  let out = ''
  let from = 0
  for (const { start, end, text } of edits) {
    out += html.slice(from, start) + text()
    from = end
  }
  return out + html.slice(from)
}

/** Looks at what begins at `at`; answers where to go on. */
function behindTag(scan: Scan, at: number): number {
  const { html, figures, tables } = scan
  if (html.startsWith('<!--', at)) return behind(scan, '-->', at)
  if (html.startsWith('</', at)) {
    if (html.startsWith('</figure>', at)) figures.pop()
    else if (html.startsWith('</table>', at)) tables.pop()
    return at + 2
  }
  const tag = startTagAt(html, at)
  if (tag === undefined) return at + 1
  if (CLOSED.has(tag.name)) return behind(scan, `</${tag.name}`, tag.end)
  const id = tag.attributes.get('id') ?? ''
  const classes = tag.attributes.get('class') ?? ''
  if (tag.name === 'figure') figures.push(figures.length > 0 ? '' : id)
  else if (tag.name === 'figcaption') caption(scan, 'figure', figures, tag.end)
  else if (tag.name === 'table') tableTag(scan, at, tag, id)
  else if (tag.name === 'caption') caption(scan, 'table', tables, tag.end)
  else if (tag.name === 'p') return pictureAlone(scan, at, tag)
  else if (HEADING.test(tag.name)) heading(scan, tag, id)
  else if (classes === 'equation-number') equationNumber(scan, tag, id)
  else if (tag.name === 'div' && classes.startsWith('equation')) scan.equation = id
  else if (tag.name === 'a' && classes === 'ref') return reference(scan, at, tag)
  return tag.end
}

/** The index behind the next `mark`; the end where there is none. */
function behind({ html, unclosed }: Scan, mark: string, at: number): number {
  const found = unclosed.has(mark) ? -1 : html.indexOf(mark, at)
  if (found === -1) unclosed.add(mark)
  return found === -1 ? html.length : found + mark.length
}

/** The mark in front of a caption, once for what is innermost among `open`. */
function caption(scan: Scan, kind: 'figure' | 'table', open: string[], at: number): void {
  const id = open.at(-1) ?? ''
  if (id === '') return
  open[open.length - 1] = ''
  const mark = markOf(scan, kind, id)
  if (!scan.html.startsWith('<span class="number">', at))
    scan.edits.push({ start: at, end: at, text: () => mark })
}

/** Counts one more and makes it a target; answers the mark of its caption. */
function markOf(scan: Scan, kind: 'figure' | 'table', id: string): string {
  const words = escapeHtml(scan.options.words[kind](++scan.counts[kind]))
  makeTarget(scan, id, words)
  return `<span class="number">${words}:</span> `
}

/** @param words what references print, as HTML */
function makeTarget({ targets, repeated }: Scan, id: string, words: string): void {
  if (targets.has(id)) repeated.add(id)
  else targets.set(id, words)
}

function tableTag(scan: Scan, at: number, tag: StartTag, id: string): void {
  const words = tag.attributes.get('caption')
  const isSaid = words !== undefined && words.trim() !== ''
  scan.tables.push(isSaid ? '' : id)
  if (words === undefined) return
  if (!isSaid) {
    scan.edits.push({ start: at, end: tag.end, text: () => `<table${attributesBut(tag, 'caption')}>` })
    return
  }
  const mark = id === '' ? '' : markOf(scan, 'table', id)
  const open = `<table${attributesBut(tag, 'caption')}>`
  scan.edits.push({ start: at, end: tag.end, text: () => `${open}<caption>${mark}${words}</caption>` })
}

/** A paragraph that is a picture with a caption becomes a figure. */
function pictureAlone(scan: Scan, at: number, paragraph: StartTag): number {
  const { html } = scan
  const picture = html.startsWith('<img', paragraph.end) ? startTagAt(html, paragraph.end) : undefined
  const given = [picture, paragraph].flatMap((tag) => tag?.attributes.get('caption') ?? [])
  if (picture === undefined || given.length === 0 || !html.startsWith('</p>', picture.end))
    return paragraph.end
  const words = given.find((each) => each.trim() !== '')
  if (words === undefined) {
    const text = `<p${attributesBut(paragraph, 'caption')}><img${attributesBut(picture, 'caption')} />`
    scan.edits.push({ start: at, end: picture.end, text: () => text })
    return picture.end
  }
  const id = paragraph.attributes.get('id') ?? picture.attributes.get('id') ?? ''
  const mark = id === '' ? '' : markOf(scan, 'figure', id)
  const own = id === '' ? '' : ` id="${id}"`
  const figure = `<figure${own}${attributesBut(paragraph, 'caption', 'id')}><img${attributesBut(picture, 'caption', 'id')} />`
  const end = picture.end + '</p>'.length
  scan.edits.push({
    start: at,
    end,
    text: () => `${figure}<figcaption>${mark}${words}</figcaption></figure>`,
  })
  return end
}

/** The attributes of a tag as they stand, entities and all. */
function attributesBut(tag: StartTag, ...without: readonly string[]): string {
  return [...tag.attributes]
    .filter(([name]) => !without.includes(name))
    .map(([name, value]) => ` ${name}="${value.replaceAll('"', '&quot;')}"`)
    .join('')
}

function heading(scan: Scan, tag: StartTag, id: string): void {
  const { html, counts, options, edits } = scan
  const close = endOfHeading(scan, tag.end)
  const level = Number(tag.name[1]) - 2
  let number: string | undefined
  if (options.sections === true && level >= 0 && !html.startsWith('<span class="number">', tag.end)) {
    counts.sections[level] = (counts.sections[level] ?? 0) + 1
    counts.sections.fill(0, level + 1)
    const first = counts.sections.findIndex((count) => count > 0)
    number = counts.sections.slice(first, level + 1).join('.')
    edits.push({ start: tag.end, end: tag.end, text: () => `<span class="number">${number}</span> ` })
  }
  if (id === '' || close === -1) return
  const title = html
    .slice(tag.end, close)
    .replace(/<[^>]*>/g, '')
    .trim()
  const known =
    number ?? /^<span class="number">([\d.]+)<\/span>/.exec(html.slice(tag.end, tag.end + 60))?.[1]
  // The title is HTML already.
  makeTarget(scan, id, options.words.section(title, known))
}

/** Where the next heading ends; looked for once, however many begin before. */
function endOfHeading(scan: Scan, at: number): number {
  if (scan.headingEnd !== -1 && scan.headingEnd < at) scan.headingEnd = scan.html.indexOf('</h', at)
  // What is longer than any title has lost its end tag.
  return scan.headingEnd - at > LONGEST_TITLE ? -1 : scan.headingEnd
}

/** The number of an equation, unless it has been given one: `\tag{A}`. */
function equationNumber(scan: Scan, tag: StartTag, own: string): void {
  const { html, counts, edits } = scan
  const id = own === '' ? (scan.equation ?? '') : own
  scan.equation = undefined
  // In a cell of MathML stands an element for text.
  const start = html.startsWith('<mtext>', tag.end) ? tag.end + '<mtext>'.length : tag.end
  const given = html.slice(start, html.indexOf('<', start))
  const number = given === '' ? `(${++counts.equation})` : given
  if (given === '') edits.push({ start, end: start, text: () => number })
  if (id !== '') makeTarget(scan, id, number)
}

/** An empty reference; one that says something keeps it. */
function reference(scan: Scan, at: number, tag: StartTag): number {
  const { html } = scan
  const close = '</a>'
  const href = tag.attributes.get('href') ?? ''
  if (!href.startsWith('#') || !html.startsWith(close, tag.end)) return tag.end
  const end = tag.end + close.length
  scan.edits.push({ start: at, end, text: () => referenceText(scan, href.slice(1)) })
  return end
}

/** References as LaTeX writes them, in the text from `from` to `end`. */
function writtenReferences(scan: Scan, from: number, end: number): void {
  const { html, edits } = scan
  const text = html.slice(from, end)
  if (!text.includes('ref{')) return
  for (const found of text.matchAll(REFERENCE)) {
    const start = from + found.index
    const id = found[1] as string
    edits.push({ start, end: start + found[0].length, text: () => referenceText(scan, id) })
  }
}

/** @param id as HTML has it, in an attribute or in text */
function referenceText({ targets, options, missing }: Scan, id: string): string {
  const words = targets.get(id) ?? options.elsewhere?.get(id)
  if (words === undefined) missing.add(id)
  if (options.apart === true) return words ?? id
  return `<a class="ref" href="#${id}">${words ?? id}</a>`
}
