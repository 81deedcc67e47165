/**
 * Ghost's own formats as HTML, for posts of which an export has none: Lexical, of Ghost 5, and Mobiledoc, of those before.
 * What a reader does not see as text (a paywall, an e-mail alone) is left out and named.
 */
import { escapeHtml } from '../base/index.ts'

type Node = Readonly<Record<string, unknown>>

/** A piece of a text, and whether it is HTML or Markdown. */
interface Piece {
  readonly is: 'html' | 'markdown'
  readonly text: string
}

interface GhostText {
  readonly pieces: readonly Piece[]
  /** kinds of cards that are left out */
  readonly unknown: readonly string[]
}

/** undefined for what is not of the format. */
export function htmlOfLexical(json: string): GhostText | undefined {
  const root = node(node(parsed(json)).root)
  if (!Array.isArray(root.children)) return undefined
  const unknown = new Set<string>()
  const pieces = nodes(root.children).map(
    (each) => markdownCard(text(each.type), each) ?? htmlPiece(lexicalNode(each, unknown, 0)),
  )
  return { pieces: joined(pieces), unknown: [...unknown] }
}

function htmlPiece(html: string): Piece {
  return { is: 'html', text: html }
}

function markdownCard(name: string, card: Node): Piece | undefined {
  return /^(?:card-)?markdown$/.test(name) ? { is: 'markdown', text: text(card.markdown) } : undefined
}

/** HTML that follows HTML as one piece. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const out: { is: Piece['is']; text: string }[] = []
  for (const { is, text: more } of pieces) {
    const last = out.at(-1)
    if (last?.is === 'html' && is === 'html') last.text += more
    else out.push({ is, text: more })
  }
  return out
}

/** How deep nodes nest that are taken: no editor makes deeper ones. */
const DEEPEST = 100

/** Elements of a Lexical text's formats, by their bit. */
const FORMATS: readonly (readonly [number, string])[] = [
  [1, 'strong'],
  [2, 'em'],
  [4, 's'],
  [8, 'u'],
  [16, 'code'],
  [32, 'sub'],
  [64, 'sup'],
  [128, 'mark'],
]
/** Elements of Lexical's nodes that have others in them. */
const ELEMENTS: Readonly<Record<string, string>> = {
  paragraph: 'p',
  quote: 'blockquote',
  'extended-quote': 'blockquote',
  aside: 'blockquote',
  listitem: 'li',
}

function blocks(parent: Node, unknown: Set<string>, depth: number): string {
  return nodes(parent.children)
    .map((each) => lexicalNode(each, unknown, depth))
    .join('')
}

function lexicalNode(each: Node, unknown: Set<string>, depth: number): string {
  const type = text(each.type)
  if (depth > DEEPEST) return left(type, unknown)
  const inner = (): string => blocks(each, unknown, depth + 1)
  const element = Object.hasOwn(ELEMENTS, type) ? ELEMENTS[type] : undefined
  if (element !== undefined) return `<${element}>${inner()}</${element}>\n`
  switch (type) {
    case 'text':
    case 'extended-text':
    case 'code-highlight':
      return FORMATS.reduceRight(
        (html, [bit, name]) => ((Number(each.format) & bit) === 0 ? html : `<${name}>${html}</${name}>`),
        escapeHtml(text(each.text)),
      )
    case 'linebreak':
      return '<br>'
    case 'tab':
      return ' '
    case 'link':
    case 'autolink':
      return `<a href="${escapeHtml(text(each.url))}">${inner()}</a>`
    case 'heading':
    case 'extended-heading':
    case 'list': {
      const name = /^(?:h[1-6]|[uo]l)$/.exec(text(each.tag))?.[0] ?? (type === 'list' ? 'ul' : 'h2')
      return `<${name}>${inner()}</${name}>\n`
    }
    default:
      return cardHtml(type, each) ?? left(type, unknown)
  }
}

function left(type: string, unknown: Set<string>): string {
  unknown.add(type)
  return ''
}

/** Cards of both formats, by their names without case; undefined for those without a text of their own. */
function cardHtml(name: string, card: Node): string | undefined {
  const has = (key: string): string => text(card[key])
  const link = (address: string, words: string): string =>
    `<p><a href="${escapeHtml(address)}">${escapeHtml(words === '' ? address : words)}</a></p>\n`
  switch (name.toLowerCase().replaceAll('-', '')) {
    case 'html':
      return `${has('html')}\n`
    case 'horizontalrule':
    case 'hr':
      return '<hr>\n'
    case 'code':
    case 'codeblock': {
      const language = has('language')
      const named = language === '' ? '' : ` class="language-${escapeHtml(language)}"`
      return `<pre><code${named}>${escapeHtml(has('code'))}</code></pre>\n${captioned('', has('caption'))}`
    }
    case 'image':
      return captioned(image(card), has('caption'))
    case 'gallery':
      return `${nodes(card.images).map(image).join('\n')}\n${captioned('', has('caption'))}`
    case 'bookmark':
      return link(has('url'), text(node(card.metadata).title))
    case 'embed':
      return has('html') === '' ? link(has('url'), '') : captioned(has('html'), has('caption'))
    case 'button':
      return link(has('buttonUrl'), has('buttonText'))
    case 'file':
      return link(has('src'), has('fileTitle') || has('fileName'))
    case 'audio':
      return link(has('src'), has('title'))
    case 'video':
      return `<video src="${escapeHtml(has('src'))}" controls></video>\n${captioned('', has('caption'))}`
    case 'callout':
      return `<blockquote><p>${escapeHtml(has('calloutEmoji'))} ${has('calloutText')}</p></blockquote>\n`
    case 'toggle':
      return `<details><summary>${has('heading')}</summary>${has('content')}</details>\n`
    case 'header':
      return `<h2>${has('header') || has('heading')}</h2>\n<p>${has('subheader') || has('subheading')}</p>\n`
    default:
      return undefined
  }
}

/** @param caption HTML */
function captioned(html: string, caption: string): string {
  if (caption === '') return html === '' ? '' : `${html}\n`
  return html === '' ? `<p>${caption}</p>\n` : `<figure>${html}<figcaption>${caption}</figcaption></figure>\n`
}

function image(card: Node): string {
  const attributes = ['src', 'alt', 'title', 'width', 'height'].flatMap((name) => {
    const value = typeof card[name] === 'number' ? String(card[name]) : text(card[name])
    return value === '' && name !== 'alt' ? [] : [`${name}="${escapeHtml(value)}"`]
  })
  return `<img ${attributes.join(' ')}>`
}

const MARKUPS = /^(?:a|b|strong|i|em|s|u|code|sub|sup|mark)$/
const SECTIONS = /^(?:p|h[1-6]|blockquote|pre|ul|ol|aside)$/

/** undefined for what is not of the format. */
export function htmlOfMobiledoc(json: string): GhostText | undefined {
  const document = node(parsed(json))
  if (!Array.isArray(document.sections)) return undefined
  const [markups, atoms, cards] = [document.markups, document.atoms, document.cards].map(list) as [
    readonly unknown[],
    readonly unknown[],
    readonly unknown[],
  ]
  const unknown = new Set<string>()
  const inline = (markers: unknown): string => {
    const open: string[] = []
    let html = ''
    for (const [kind, opened, closes, value] of list(markers).map(list)) {
      for (const index of list(opened)) {
        const [tag, attributes] = list(markups[Number(index)])
        const name = MARKUPS.exec(text(tag).toLowerCase())?.[0] ?? 'span'
        const href = list(attributes).indexOf('href')
        const address = href === -1 ? '' : ` href="${escapeHtml(text(list(attributes)[href + 1]))}"`
        html += `<${name}${address}>`
        open.push(name)
      }
      if (kind === 0) html += escapeHtml(text(value))
      else {
        const [name, shown] = list(atoms[Number(value)])
        html += name === 'soft-return' ? '<br>' : escapeHtml(text(shown))
      }
      for (let count = Number(closes) || 0; count > 0 && open.length > 0; count--) html += `</${open.pop()}>`
    }
    return (
      html +
      open
        .reverse()
        .map((name) => `</${name}>`)
        .join('')
    )
  }
  const section = ([kind, first, second]: readonly unknown[]): string => {
    const tag = SECTIONS.exec(text(first).toLowerCase())?.[0] ?? 'p'
    const name = tag === 'aside' ? 'blockquote' : tag
    if (kind === 1) return `<${name}>${inline(second)}</${name}>\n`
    if (kind === 2) return `${image({ src: first })}\n`
    if (kind === 3)
      return `<${name}>${list(second)
        .map((item) => `<li>${inline(item)}</li>`)
        .join('\n')}</${name}>\n`
    const [card, payload] = cardAt(first)
    return cardHtml(card.replace(/^card-/, ''), payload) ?? left(card, unknown)
  }
  const cardAt = (index: unknown): readonly [string, Node] => {
    const [name, payload] = list(cards[Number(index)])
    return [text(name), node(payload)]
  }
  const pieces = list(document.sections)
    .map(list)
    .map(
      (each) => (each[0] === 10 ? markdownCard(...cardAt(each[1])) : undefined) ?? htmlPiece(section(each)),
    )
  return { pieces: joined(pieces), unknown: [...unknown] }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function node(value: unknown): Node {
  return typeof value === 'object' && value !== null ? (value as Node) : {}
}

function nodes(value: unknown): readonly Node[] {
  return list(value).map(node)
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
