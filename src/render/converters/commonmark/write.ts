/** Tokens to HTML as commonmarker's renderer prints them: a block begins on a line of its own. */
import { escapeXmlText } from '../../../base/index.ts'
import type { MarkdownToken } from './tokens.ts'

/** How a document is written. */
export interface Style {
  /** whether HTML is let through (`UNSAFE`) */
  readonly unsafe: boolean
  readonly hardBreaks: boolean
  readonly tagFilter: boolean
  readonly taskLists: boolean
  /** as jekyll-commonmark-ghpages writes: ids of headers, plain code blocks in the line they stand in */
  readonly github: boolean
  /** a text without its backslashes, its entities resolved */
  unescape(text: string): string
  /** what takes the place of a code block; undefined for one that stays code */
  codeBlock(
    code: string,
    language: string | undefined,
    attributes: ReadonlyMap<string, string>,
  ): string | undefined
  /** attributes of a code block, of the words behind its language */
  fence(words: string): ReadonlyMap<string, string>
  /** colours code; undefined for a language nobody knows */
  highlight(code: string, language: string): string | undefined
}

/** What could end an attribute or begin an element. */
const ENDS: Readonly<Record<string, string>> = { '"': '&quot;', '<': '&lt;', '>': '&gt;' }

const NONE: ReadonlyMap<string, string> = new Map()

const OMITTED = '<!-- raw HTML omitted -->'
const FILTERED = /<(?=(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)(?:[\s>]|\/>))/gi

const escaped = (text: string): string => escapeXmlText(text).replaceAll('"', '&quot;')

/** The HTML of `tokens`; `used` are the names of footnotes in the order of their numbers. */
export function writeTokens(tokens: readonly MarkdownToken[], used: readonly string[], style: Style): string {
  const notes = new Map<string, readonly MarkdownToken[]>()
  const body = withoutNotes(tokens, notes)
  const writer = new Writer(style)
  writer.blocks(body)
  if (used.length > 0) {
    writer.line('<section class="footnotes">\n<ol>')
    for (const [index, name] of used.entries()) {
      writer.line(`<li id="fn${index + 1}">`)
      writer.blocks(notes.get(name) ?? [], ` <a href="#fnref${index + 1}" class="footnote-backref">↩</a>`)
      writer.line('</li>')
    }
    writer.line('</ol>\n</section>')
    writer.cr()
  }
  return writer.out
}

/** `tokens` without the texts of footnotes, which go into `notes`; of two with one name the first counts. */
function withoutNotes(
  tokens: readonly MarkdownToken[],
  notes: Map<string, readonly MarkdownToken[]>,
): MarkdownToken[] {
  const body: MarkdownToken[] = []
  const open: { name: string; tokens: MarkdownToken[] }[] = []
  for (const token of tokens) {
    if (token.type === 'footnote_open') open.push({ name: String(token.meta), tokens: [] })
    else if (token.type === 'footnote_close') {
      const note = open.pop()
      if (note !== undefined && !notes.has(note.name)) notes.set(note.name, note.tokens)
    } else (open.at(-1)?.tokens ?? body).push(token)
  }
  return body
}

class Writer {
  out = ''
  private readonly ids = new Map<string, number>()

  constructor(private readonly style: Style) {}

  cr(): void {
    if (this.out !== '' && !this.out.endsWith('\n')) this.out += '\n'
  }

  line(text: string): void {
    this.cr()
    this.out += text
  }

  /** @param ending goes into the last paragraph, before its end */
  blocks(tokens: readonly MarkdownToken[], ending = ''): void {
    const last = ending === '' ? -1 : tokens.findLastIndex(({ type }) => type === 'paragraph_close')
    const isLast = last !== -1 && last === tokens.length - 1
    for (const [index, token] of tokens.entries()) {
      if (isLast && index === last) this.out += ending
      this.block(token, tokens, index)
    }
    if (ending !== '' && !isLast) this.out += ending.trimStart()
  }

  private block(token: MarkdownToken, tokens: readonly MarkdownToken[], index: number): void {
    const { type, tag } = token
    switch (type) {
      case 'inline':
        this.inline(token.children ?? [])
        return
      case 'paragraph_open':
        if (!token.hidden) this.line('<p>')
        return
      case 'paragraph_close':
        if (!token.hidden) this.out += '</p>\n'
        return
      case 'heading_open':
        this.line(this.heading(tag, tokens[index + 1]?.children ?? []))
        return
      case 'blockquote_open':
        this.line('<blockquote>\n')
        return
      case 'blockquote_close':
        this.out += '</blockquote>\n'
        return
      case 'ordered_list_open': {
        const start = token.attrGet('start')
        this.line(start === null ? '<ol>\n' : `<ol start="${start}">\n`)
        return
      }
      case 'bullet_list_open':
        this.line('<ul>\n')
        return
      case 'list_item_open':
        this.line(`<li>${this.task(tokens, index)}`)
        return
      case 'hr':
        this.line('<hr />\n')
        return
      case 'fence':
      case 'code_block':
        this.code(token)
        return
      case 'html_block':
        this.line(this.html(token.content.replace(/\n$/, '')))
        this.cr()
        return
      case 'table_open':
      case 'thead_open':
      case 'tbody_open':
      case 'tr_open':
        this.line(`<${tag}>\n`)
        return
      case 'th_open':
      case 'td_open': {
        const align = /text-align:(\w+)/.exec(token.attrGet('style') ?? '')?.[1]
        this.line(align === undefined ? `<${tag}>` : `<${tag} align="${align}">`)
        return
      }
      default:
        // What is left closes an element.
        if (type.endsWith('_close')) this.out += `</${tag}>\n`
    }
  }

  private heading(tag: string, children: readonly MarkdownToken[]): string {
    if (!this.style.github) return `<${tag}>`
    const inner = new Writer(this.style)
    inner.inline(children)
    return `<${tag} id="${this.id(inner.out)}">`
  }

  /** kramdown's id, made of the header's HTML. */
  private id(html: string): string {
    const name =
      html
        .replace(/^[^a-zA-Z]+/, '')
        .replace(/[^a-zA-Z0-9 -]/g, '')
        .replaceAll(' ', '-')
        .toLowerCase() || 'section'
    const count = this.ids.get(name)
    this.ids.set(name, (count ?? -1) + 1)
    return count === undefined ? name : `${name}-${count + 1}`
  }

  private code({ type, info, content }: MarkdownToken): void {
    const behind = type === 'fence' ? info.trim() : ''
    const first = /^\S*/.exec(behind)?.[0] ?? ''
    const nameless = /^\{|["'=]/.test(first) ? this.style.fence(this.style.unescape(behind)) : NONE
    const words = behind.slice(first.length)
    const language = nameless.size > 0 ? '' : this.style.unescape(first)
    const attributes =
      nameless.size > 0 || words === '' ? nameless : this.style.fence(this.style.unescape(words))
    const { github, highlight } = this.style
    const written = this.style.codeBlock(content, language === '' ? undefined : language, attributes)
    if (written !== undefined) {
      if (written !== '') this.line(written)
      this.cr()
      return
    }
    const coloured = language === '' ? undefined : highlight(content, language)
    if (github && coloured === undefined) {
      const name = language === '' ? '' : ` class="language-${escaped(language)}"`
      this.out += `<pre><code${name}>${escaped(content)}</code></pre>`
      return
    }
    // The plugin escapes nothing here, so that a language could bring the HTML that the plugin leaves out elsewhere.
    const shown = language.replace(/["<>]/g, (character) => ENDS[character] ?? '')
    const outer = language === '' ? '' : `language-${shown} `
    const inner = language === '' || github ? '' : ` data-lang="${shown}"`
    const code = coloured ?? escapeXmlText(content)
    const own = attributes.get('class')
    const rest = [...attributes].filter(([name]) => name !== 'class')
    const more = rest.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('')
    this.line(
      `<div class="${outer}${own === undefined ? '' : `${escaped(own)} `}highlighter-rouge"${more}><div class="highlight"><pre class="highlight"><code${inner}>${code}</code></pre></div></div>\n`,
    )
  }

  private html(text: string): string {
    if (!this.style.unsafe) return OMITTED
    return this.style.tagFilter ? text.replace(FILTERED, '&lt;') : text
  }

  /** The box of an item that begins with `[ ]` or `[x]`, which is taken out of its text. */
  private task(tokens: readonly MarkdownToken[], index: number): string {
    if (!this.style.taskLists) return ''
    const first = tokens[index + 2]
    const text = tokens[index + 1]?.type === 'paragraph_open' ? first?.children?.[0] : undefined
    const found = text?.type === 'text' ? /^\[([ xX])\](?:\s+|$)/.exec(text.content) : null
    if (found === null || text === undefined) return ''
    text.content = text.content.slice(found[0].length)
    return `<input type="checkbox"${found[1] === ' ' ? '' : ' checked=""'} disabled="" /> `
  }

  inline(tokens: readonly MarkdownToken[]): void {
    for (const token of tokens) this.span(token)
  }

  private span(token: MarkdownToken): void {
    const { type, tag, content } = token
    switch (type) {
      case 'text':
        this.out += escaped(content)
        return
      case 'softbreak':
        this.out += this.style.hardBreaks ? '<br />\n' : '\n'
        return
      case 'hardbreak':
        this.out += '<br />\n'
        return
      case 'code_inline':
        this.out += `<code>${escaped(content)}</code>`
        return
      case 'html_inline':
        this.out += this.html(content)
        return
      case 'link_open':
        this.out += `<a href="${escapeAddress(token.attrGet('href') ?? '')}"${titleOf(token)}>`
        return
      case 'image':
        this.out += `<img src="${escapeAddress(token.attrGet('src') ?? '')}" alt="${escaped(plain(token.children ?? []))}"${titleOf(token)} />`
        return
      case 'footnote_reference': {
        const number = String(token.meta)
        this.out += `<sup class="footnote-ref"><a href="#fn${number}" id="fnref${number}">${number}</a></sup>`
        return
      }
      default:
        if (type.endsWith('_open')) this.out += `<${tag}>`
        else if (type.endsWith('_close')) this.out += `</${tag || 'a'}>`
    }
  }
}

function titleOf(token: MarkdownToken): string {
  const title = token.attrGet('title')
  return title === null || title === '' ? '' : ` title="${escaped(title)}"`
}

/** cmark's escapes of an address: what is there already stays. */
function escapeAddress(url: string): string {
  return url
    .replace(/[^\w.~!*'();:@&=+$,/?#%-]+/g, (part) =>
      encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd')),
    )
    .replaceAll('&', '&amp;')
    .replaceAll("'", '&#x27;')
}

/** The text of a picture's description. */
function plain(tokens: readonly MarkdownToken[]): string {
  return tokens
    .map(({ type, content, children }) => {
      if (type === 'image') return plain(children ?? [])
      if (type === 'softbreak' || type === 'hardbreak') return ' '
      return type === 'html_inline' ? '' : content
    })
    .join('')
}
