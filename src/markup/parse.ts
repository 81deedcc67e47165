/**
 * HTML to a tree, with the liberties HTML 4 allows, as libxml2 (which Ruby's Nokogiri runs) takes them: end tags may be
 * missing, a block ends a paragraph. Linear: each character is looked at once. libxml2 leaves out, without a word, what nests
 * deeper than 255 elements, and all behind it; here it stays.
 */
import { decodeEntities } from './entities.ts'
import { OpenElements } from './open-elements.ts'
import { type ElementNode, type HtmlNode, VOID } from './tree.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))
const BLOCKS =
  'address blockquote body caption center col colgroup dd dir div dl dt fieldset form frameset h1 h2 h3 h4 h5 h6 head hr ' +
  'li listing menu multicol ol p pre table tbody td tfoot th title tr ul xmp'
const HEADING = words('fieldset form li p table')
const CELL = words('body td th tr tbody tfoot')

/** Open elements and the start tags that end them. */
const ENDED_BY: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['a', words('a fieldset table td th')],
  ['p', words(BLOCKS)],
  ['li', words('li')],
  ['dd', words('dt dd')],
  ['dt', words('dd dl dt')],
  ['td', CELL],
  ['th', CELL],
  ['tr', words('tr tbody tfoot')],
  ['thead', words('tbody tfoot')],
  ['tbody', words('tbody tfoot')],
  ['tfoot', words('tbody')],
  ['caption', words('col colgroup tbody tfoot thead tr')],
  ['colgroup', words('colgroup tbody tfoot thead tr')],
  ['option', words('optgroup option')],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, HEADING] as const),
])

const RAW: ReadonlySet<string> = new Set(['script', 'style'])
/** Tags that a piece of a page cannot have: left out, but not what they hold. */
const WHOLE: ReadonlySet<string> = new Set(['body', 'head', 'html'])
const TAG_NAME = /[A-Za-z][A-Za-z0-9:_-]*/y
const BETWEEN = /[\s/]*/y
const ATTRIBUTE = /([\p{L}_:][\p{L}\p{N}_:.-]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]*))?/uy
/** What cannot be an attribute is left out, up to the next blank. */
const JUNK = /[^\s>]+/y

/** The nodes of `html`, a piece of a page's body. Never fails. */
export function parseHtml(html: string): HtmlNode[] {
  const top: ElementNode = { kind: 'element', name: '', attributes: new Map(), children: [] }
  const open = new OpenElements(top)
  const addText = (text: string, raw = false): void => {
    if (text !== '')
      open.current.children.push({ kind: 'text', text: raw ? text : decodeEntities(text), raw })
  }
  let at = 0
  let textFrom = 0
  while (at < html.length) {
    const start = html.indexOf('<', at)
    if (start === -1) break
    const next = html[start + 1]
    const isComment = html.startsWith('<!--', start)
    const isDoctype = !isComment && next === '!' && /^doctype/i.test(html.slice(start + 2, start + 9))
    if (isComment || isDoctype || next === '?') {
      addText(html.slice(textFrom, start))
      const close = isComment ? html.indexOf('-->', start + 4) + 3 : html.indexOf('>', start) + 1
      const end = close <= start ? html.length : close
      if (!isDoctype) open.current.children.push({ kind: 'mark', source: html.slice(start, end) })
      at = textFrom = end
      continue
    }
    TAG_NAME.lastIndex = start + (next === '/' ? 2 : 1)
    const name = TAG_NAME.exec(html)?.[0].toLowerCase()
    if (name === undefined) {
      at = start + 1
      if (next !== '/') continue
      // An end tag without a name is left out, but not what follows it.
      addText(html.slice(textFrom, start))
      at = textFrom = start + 2
      continue
    }
    addText(html.slice(textFrom, start))
    if (next === '/') {
      open.close(name)
      const end = html.indexOf('>', start)
      at = textFrom = end === -1 ? html.length : end + 1
      continue
    }
    const { attributes, end, closed } = readAttributes(html, TAG_NAME.lastIndex)
    if (WHOLE.has(name)) {
      at = textFrom = end
      continue
    }
    while (!open.isEmpty && ENDED_BY.get(open.current.name)?.has(name)) open.pop()
    const element: ElementNode = { kind: 'element', name, attributes, children: [] }
    open.current.children.push(element)
    at = textFrom = end
    if (closed || VOID.has(name)) continue
    open.push(element)
    if (!RAW.has(name)) continue
    const close = indexOfEnd(html, name, end)
    addText(html.slice(end, close), true)
    at = textFrom = close
  }
  addText(html.slice(textFrom))
  return top.children
}

/** Where the end tag of a script or style stands; the end of the text when there is none. */
function indexOfEnd(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, 'gi')
  end.lastIndex = from
  return end.exec(html)?.index ?? html.length
}

function readAttributes(
  html: string,
  from: number,
): { attributes: Map<string, string | null>; end: number; closed: boolean } {
  const attributes = new Map<string, string | null>()
  let at = from
  for (;;) {
    BETWEEN.lastIndex = at
    BETWEEN.exec(html)
    at = BETWEEN.lastIndex
    if (at >= html.length || html[at] === '>') break
    ATTRIBUTE.lastIndex = at
    const found = ATTRIBUTE.exec(html)
    if (found !== null) {
      at = ATTRIBUTE.lastIndex
      const name = (found[1] ?? '').toLowerCase()
      const value = found[2]
      const plain =
        value === undefined ? null : decodeEntities(/^["']./s.test(value) ? value.slice(1, -1) : value)
      if (!attributes.has(name)) attributes.set(name, plain)
    }
    const before = html[at]
    if (found !== null && (before === undefined || /[\s/>]/.test(before))) continue
    JUNK.lastIndex = at
    JUNK.exec(html)
    at = JUNK.lastIndex
  }
  const end = Math.min(html.length, at + 1)
  return { attributes, end, closed: html[end - 2] === '/' }
}
