/** HTML of a post as Markdown for kramdown. What Markdown has no words for stays HTML. */
import { type ElementNode, type HtmlNode, parseHtml, printHtml, walkHtml } from '../markup/index.ts'
import { changeAttributes, INLINE, type Shape, shapeOf } from './html-shape.ts'
import { codeBlock, codeSpan, escapeLineStart, escapeMarkdown } from './markdown-text.ts'

interface MarkdownOptions {
  /** what stands for an address of a link or a picture */
  readonly address: (written: string) => string
  /** whether blank lines end paragraphs, and line ends break lines, as WordPress' old editor has it */
  readonly linesCount: boolean
  /** notes by the id that a `<sup data-fn>` names */
  readonly footnotes?: ReadonlyMap<string, string>
}

/** Elements whose inside stands for them. */
const WRAPPERS = new Set('div section article main header footer center span font big body'.split(' '))

/** The Markdown of `html`, with a line end behind it; '' for none. */
export function htmlToMarkdown(html: string, options: MarkdownOptions): string {
  return nodesToMarkdown(parseHtml(html), options)
}

/** The same of HTML that is a tree already. */
export function nodesToMarkdown(nodes: readonly HtmlNode[], options: MarkdownOptions): string {
  const notes: Notes = { numbers: new Map(), waiting: [] }
  const parts = new Writer(options, notes, shapeOf(nodes)).blocks(nodes)
  // A note may name others, itself too: they join the queue, each once.
  for (const [at, note] of notes.waiting.entries()) {
    const inside = parseHtml(note)
    const text = new Writer(options, notes, shapeOf(inside)).blocks(inside).join('\n\n')
    parts.push(`[^${at + 1}]: ${text.replace(/\n(?=.)/g, '\n    ')}`)
  }
  const text = parts.join('\n\n')
  return text === '' ? '' : `${text}\n`
}

interface Notes {
  /** the number of each note that was named, by its id */
  readonly numbers: Map<string, number>
  /** their HTML, by number */
  readonly waiting: string[]
}

class Writer {
  constructor(
    private readonly options: MarkdownOptions,
    private readonly notes: Notes,
    private readonly shape: Shape,
  ) {}

  /** The blocks of `nodes`, which hold paragraphs and text beside each other. */
  blocks(nodes: readonly HtmlNode[]): string[] {
    const out: string[] = []
    let run: HtmlNode[] = []
    const endRun = (): void => {
      if (run.length > 0) for (const part of this.paragraphs(run)) out.push(part)
      run = []
    }
    for (const node of nodes) {
      if (node.kind === 'mark') {
        if (!/^<!--\s*more\b/.test(node.source)) continue
        endRun()
        out.push('<!--more-->')
      } else if (node.kind === 'text' || (INLINE.has(node.name) && !this.shape.blockHolders.has(node)))
        run.push(node)
      else {
        endRun()
        for (const part of this.block(node)) out.push(part)
      }
    }
    endRun()
    return out
  }

  private paragraphs(nodes: readonly HtmlNode[]): string[] {
    const text = this.inline(nodes)
    const parts = this.options.linesCount ? text.split(/\n[ \t]*\n\s*/) : [text]
    return parts.map((part) => this.paragraph(part)).filter((part) => part !== '')
  }

  private paragraph(text: string): string {
    const rows = text.split('\u0001').map((row) => row.replace(/\s+/g, ' ').trim())
    return rows
      .filter((row) => row !== '')
      .map(escapeLineStart)
      .join('\\\\\n')
  }

  private block(node: ElementNode): string[] {
    if (this.shape.deepest.has(node)) return [this.html(node)]
    const { name, children } = node
    if (/^h[1-6]$/.test(name)) {
      const text = this.line(children)
      const id = node.attributes.get('id')
      const named = id === undefined || id === null || !/^[A-Za-z][\w-]*$/.test(id) ? '' : ` {#${id}}`
      return text === '' ? [] : [`${'#'.repeat(Number(name[1]))} ${text}${named}`]
    }
    if (name === 'p') return this.blocks(children)
    if (name === 'hr') return ['* * *']
    if (name === 'ul' || name === 'ol') return [this.list(node)]
    if (name === 'blockquote') {
      const inside = this.blocks(children).join('\n\n')
      return inside === '' ? [] : [inside.replace(/^(?=.)/gm, '> ').replace(/^$/gm, '>')]
    }
    if (name === 'pre') return [codeBlock(codeOf(children), languageOf(node))]
    if (name === 'table') return [this.table(node)]
    if (name === 'figure') return this.figure(node)
    if (name === 'script' || name === 'style' || name === 'link' || name === 'meta') return [this.html(node)]
    if (WRAPPERS.has(name) || INLINE.has(name)) return this.blocks(children)
    return [this.html(node)]
  }

  private list(node: ElementNode): string {
    const ordered = node.name === 'ol'
    let number = Number(node.attributes.get('start') ?? 1) || 1
    const items = node.children.filter((child) => child.kind === 'element')
    const rows = items.map((item) => {
      const blocks =
        item.name === 'li' && !this.shape.deepest.has(item) ? this.blocks(item.children) : this.block(item)
      const isTight = !item.children.some((child) => child.kind === 'element' && child.name === 'p')
      const lead = ordered ? `${number++}. ` : '- '
      const text = blocks.join(isTight ? '\n' : '\n\n').replace(/\n(?=.)/g, `\n${' '.repeat(lead.length)}`)
      return lead + text
    })
    return rows.join('\n')
  }

  private figure(node: ElementNode): string[] {
    const inside = node.children.filter((child) => child.kind === 'element')
    const caption = inside.find((child) => child.name === 'figcaption')
    const body = inside.filter((child) => child !== caption)
    const only = body.length === 1 ? body[0] : undefined
    if (caption === undefined || this.line(caption.children) === '') {
      if (body.some((child) => child.name === 'iframe')) return [this.html(node)]
      return this.blocks(node.children.filter((child) => child !== caption))
    }
    if (only?.name === 'table') return [this.table(only), this.line(caption.children)]
    if (only?.name === 'pre') return [...this.block(only), this.line(caption.children)]
    return [this.html(node)]
  }

  /** A table of Markdown where its cells are lines; else HTML. */
  private table(node: ElementNode): string {
    const rows = rowsOf(node)
    const simple = rows.every((row) =>
      row.every(
        (cell) =>
          !this.shape.blockHolders.has(cell) &&
          !cell.attributes.has('colspan') &&
          !cell.attributes.has('rowspan'),
      ),
    )
    const width = rows[0]?.length ?? 0
    if (!simple || width === 0 || rows.some((row) => row.length !== width)) return this.html(node)
    const print = (row: readonly ElementNode[]): string =>
      `| ${row.map((cell) => this.line(cell.children).replaceAll('\\\\\n', '<br>')).join(' | ')} |`
    const head = rows[0]?.every((cell) => cell.name === 'th') === true ? rows[0] : undefined
    const body = head === undefined ? rows : rows.slice(1)
    const lines = head === undefined ? [] : [print(head), `|${'---|'.repeat(width)}`]
    return [...lines, ...body.map(print)].join('\n')
  }

  /** Nodes in one line. */
  private line(nodes: readonly HtmlNode[]): string {
    return this.inline(nodes).replaceAll('\u0001', ' ').replace(/\s+/g, ' ').trim()
  }

  /** A `\u0001` stands for a line break. */
  private inline(nodes: readonly HtmlNode[]): string {
    return nodes.map((node) => this.span(node)).join('')
  }

  private span(node: HtmlNode): string {
    if (node.kind === 'mark') return ''
    if (node.kind === 'text') {
      const text = escapeMarkdown(node.text)
      return this.options.linesCount ? text.replace(/([^\n])\n(?=[^\n])/g, '$1\u0001') : text
    }
    if (this.shape.deepest.has(node)) return this.html(node)
    switch (node.name) {
      case 'br':
        return '\u0001'
      case 'strong':
      case 'b':
        return this.around('**', node)
      case 'em':
      case 'i':
        return this.around('*', node)
      case 'del':
      case 's':
      case 'strike':
        return this.around('~~', node)
      case 'code':
      case 'tt':
        return codeSpan(codeOf(node.children).replace(/\s+/g, ' '))
      case 'a':
        return this.link(node)
      case 'img':
        return this.image(node)
      case 'sup':
        return this.footnote(node) ?? this.wrapped(node)
      case 'span':
      case 'font':
      case 'big':
        return this.inline(node.children)
      default:
        return INLINE.has(node.name) ? this.wrapped(node) : this.html(node)
    }
  }

  private wrapped(node: ElementNode): string {
    return node.name === 'wbr' ? '' : `<${node.name}>${this.inline(node.children)}</${node.name}>`
  }

  /** `mark` hugs the text; blanks at its edges go outside. */
  private around(mark: string, node: ElementNode): string {
    const inside = this.inline(node.children)
    const start = inside.search(/[^\s\u0001]/)
    if (start === -1) return inside
    let end = inside.length
    while (/[\s\u0001]/.test(inside[end - 1] ?? '')) end--
    return `${inside.slice(0, start)}${mark}${inside.slice(start, end)}${mark}${inside.slice(end)}`
  }

  private link(node: ElementNode): string {
    const href = node.attributes.get('href') ?? ''
    const text = this.inline(node.children).trim()
    if (href === '') return text
    const title = node.attributes.get('title') ?? ''
    return `[${text}](${destination(this.options.address(href), title)})`
  }

  private image(node: ElementNode): string {
    const src = node.attributes.get('src') ?? ''
    if (src === '') return ''
    const sizes = ['width', 'height'].flatMap((name) => {
      const value = node.attributes.get(name)
      return value !== undefined && value !== null && /^\d+$/.test(value) ? [`${name}="${value}"`] : []
    })
    const alt = escapeMarkdown((node.attributes.get('alt') ?? '').replace(/\s+/g, ' '))
    return `![${alt}](${destination(this.options.address(src), '')})${sizes.length === 2 ? `{: ${sizes.join(' ')} }` : ''}`
  }

  private footnote(node: ElementNode): string | undefined {
    const id = node.attributes.get('data-fn') ?? ''
    const note = this.options.footnotes?.get(id)
    if (note === undefined) return undefined
    const number = this.notes.numbers.get(id) ?? this.notes.waiting.push(note)
    this.notes.numbers.set(id, number)
    return `[^${number}]`
  }

  /** HTML as it was, on lines of its own without a blank one, with its addresses resolved. */
  private html(node: ElementNode): string {
    const changed = changeAttributes([node], (element) => this.resolved(element))
    return printHtml(changed)
      .replace(/\n\s*\n/g, '\n')
      .trim()
  }

  private resolved(node: ElementNode): ElementNode['attributes'] {
    const attributes = new Map(node.attributes)
    for (const name of ['href', 'src'])
      if (typeof attributes.get(name) === 'string')
        attributes.set(name, this.options.address(attributes.get(name) ?? ''))
    attributes.delete('srcset')
    if (node.name === 'img' && !attributes.has('alt')) attributes.set('alt', '')
    return attributes
  }
}

function destination(address: string, title: string): string {
  const plain = address
    .trim()
    .replace(/[\s()]/g, (char) => encodeURIComponent(char).replace('(', '%28').replace(')', '%29'))
  return title === '' ? plain : `${plain} "${title.replaceAll('"', '&quot;')}"`
}

/** The rows of a table: its own, or those of its head, bodies and foot. */
function rowsOf(table: ElementNode): readonly (readonly ElementNode[])[] {
  const isElement = (node: HtmlNode): node is ElementNode => node.kind === 'element'
  return table.children
    .filter(isElement)
    .flatMap((child) => (/^t(?:head|body|foot)$/.test(child.name) ? child.children.filter(isElement) : child))
    .filter((child) => child.name === 'tr')
    .map((row) => row.children.filter(isElement).filter((cell) => /^t[dh]$/.test(cell.name)))
}

/** The text of code, where a `<br>` is a line's end. */
function codeOf(nodes: readonly HtmlNode[]): string {
  let text = ''
  walkHtml(nodes, (node) => {
    if (node.kind === 'text') text += node.text
    else if (node.kind === 'element' && node.name === 'br') text += '\n'
    return true
  })
  return text
}

/** The language that the classes or attributes of code name. */
function languageOf(node: ElementNode): string {
  const code = node.children.find((child) => child.kind === 'element' && child.name === 'code')
  for (const each of [code, node]) {
    if (each?.kind !== 'element') continue
    const named =
      each.attributes.get('data-code-block-lang') ??
      each.attributes.get('data-lang') ??
      each.attributes.get('lang')
    if (named) return named
    const found = /(?:^|\s)(?:lang(?:uage)?-|brush:\s*)([\w+#-]+)/.exec(each.attributes.get('class') ?? '')
    if (found?.[1] !== undefined) return found[1]
  }
  return ''
}
