/**
 * HTML to a tree, with the liberties HTML 4 allows, as libxml2 up to 2.13 (which the gem of Nokogiri brings) takes them: end
 * tags may be missing, a block ends a paragraph. Linear: each character is looked at once. libxml2 leaves out, without a word,
 * what nests deeper than 255 elements, and all behind it; here it stays.
 */
import { decodeEntities } from './entities.ts'
import { OpenElements } from './open-elements.ts'
import { type ElementNode, type HtmlNode, VOID } from './tree.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))
const GROUPS = 'tbody tfoot'
const CELL = `${GROUPS} body td th tr`
const HEADING = 'fieldset form li p table'
const LIST = 'dd dl dt form ul'
const VERBATIM = `${HEADING.replace(' p', '')} dd dl dt ul`

/** Open elements and the start tags that end them: what libxml2 does with each pair of HTML 4's elements. */
const ENDED_BY: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    a: 'a fieldset table td th',
    address: 'dd dl dt form li ul',
    b: 'center p td th',
    big: 'p',
    caption: `${GROUPS} col colgroup thead tr`,
    colgroup: `${GROUPS} colgroup thead tr`,
    dd: 'dt',
    dir: LIST,
    dl: 'form li',
    dt: 'dd dl',
    font: 'center td th',
    form: 'form',
    h1: HEADING,
    h2: HEADING,
    h3: HEADING,
    h4: HEADING,
    h5: HEADING,
    h6: HEADING,
    i: 'center p td th',
    legend: 'fieldset',
    li: 'li',
    listing: VERBATIM,
    menu: `${LIST} ol`,
    ol: 'form ul',
    option: 'optgroup option',
    p:
      'address blockquote body caption center col colgroup dd dir div dl dt fieldset form frameset h1 h2 h3 h4 h5 h6 head ' +
      'hr li listing menu multicol ol p pre table tbody td tfoot th title tr ul xmp',
    pre: VERBATIM,
    s: 'p',
    small: 'p',
    span: 'td th',
    strike: 'p',
    tbody: GROUPS,
    td: CELL,
    tfoot: 'tbody',
    th: CELL,
    thead: GROUPS,
    title: 'frameset',
    tr: `${GROUPS} tr`,
    tt: 'p',
    u: 'p td th',
    ul: 'address form menu ol pre',
    xmp: VERBATIM,
  }).map(([name, enders]) => [name, words(enders)]),
)

const RAW: ReadonlySet<string> = new Set(['script', 'style'])
/** Tags that a piece of a page cannot have: left out, but not what they hold. */
const WHOLE: ReadonlySet<string> = new Set(['body', 'head', 'html'])
const TAG_NAME = /[A-Za-z][A-Za-z0-9:_.-]*/y
const BLANKS = /[ \t\r\n]*/y
const ATTRIBUTE =
  /([A-Za-z_:.][A-Za-z0-9_:.-]*)(?:[ \t\r\n]*=[ \t\r\n]*("[^"]*(?:"|$)|'[^']*(?:'|$)|[^ \t\r\n>]*))?/y
/** What cannot be an attribute is left out, up to the next blank or the tag's end. */
const JUNK = /(?:[^ \t\r\n>/]|\/(?!>))+/y
const COMMENT_END = /--!?>/g
const DOCTYPE =
  /<!doctype[ \t\r\n]*[^ \t\r\n>]*[ \t\r\n]*(?:(?:public|system)(?:[ \t\r\n]*(?:"[^"]*"|'[^']*'))*)?[^>]*/iy
const TARGET = /<\?[A-Za-z_:][A-Za-z0-9_:.-]*[ \t\r\n]/y
const INSTRUCTION = /<\?([A-Za-z_:][A-Za-z0-9_:.-]*)[ \t\r\n]*([^>]*)>/y

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
  const lastClose = html.lastIndexOf('>')
  while (at < html.length) {
    const start = html.indexOf('<', at)
    if (start === -1) break
    const next = html[start + 1]
    const mark = markAt(html, start, lastClose)
    if (mark !== undefined) {
      addText(html.slice(textFrom, start))
      if (mark.source !== '') open.current.children.push({ kind: 'mark', source: mark.source })
      at = textFrom = mark.end
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
    while (!open.isEmpty && ENDED_BY.get(open.tag)?.has(name)) open.pop()
    const element: ElementNode = { kind: 'element', name: localName(name), attributes, children: [] }
    open.current.children.push(element)
    at = textFrom = end
    if (closed || VOID.has(name)) continue
    open.push(element, name)
    if (!RAW.has(name)) continue
    const close = indexOfEnd(html, name, end)
    addText(html.slice(end, close), true)
    at = textFrom = close
  }
  addText(html.slice(textFrom))
  return top.children
}

/**
 * The comment, declaration or instruction at `start` as it is printed, and where it ends.
 * @param lastClose where the last `>` of `html` stands
 */
function markAt(
  html: string,
  start: number,
  lastClose: number,
): { readonly source: string; readonly end: number } | undefined {
  const next = html[start + 1]
  if (html.startsWith('<!--', start)) {
    COMMENT_END.lastIndex = start + 4
    const close = COMMENT_END.exec(html)
    // One that is never closed takes all that follows with it.
    if (close === null) return { source: '', end: html.length }
    return { source: `${html.slice(start, close.index)}-->`, end: COMMENT_END.lastIndex }
  }
  if (next === '!') {
    DOCTYPE.lastIndex = start
    return DOCTYPE.test(html) ? { source: '', end: Math.min(html.length, DOCTYPE.lastIndex + 1) } : undefined
  }
  if (next !== '?') return undefined
  // One that is never closed takes all that follows with it, too, where a blank stands behind its target.
  TARGET.lastIndex = start
  if (start > lastClose) return { source: '', end: TARGET.test(html) ? html.length : start + 2 }
  INSTRUCTION.lastIndex = start
  const found = INSTRUCTION.exec(html)
  if (found === null) return { source: '', end: start + 2 }
  const [, target, data] = found
  return { source: `<?${target}${data === '' ? '' : ` ${data}`}>`, end: INSTRUCTION.lastIndex }
}

/** A name without its prefix; `http:` has none. */
function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon === -1 || colon === name.length - 1 ? name : name.slice(colon + 1)
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
    BLANKS.lastIndex = at
    BLANKS.exec(html)
    at = BLANKS.lastIndex
    if (at >= html.length || html[at] === '>') break
    if (html.startsWith('/>', at)) return { attributes, end: at + 2, closed: true }
    ATTRIBUTE.lastIndex = at
    const found = ATTRIBUTE.exec(html)
    if (found === null) {
      JUNK.lastIndex = at
      JUNK.exec(html)
      at = JUNK.lastIndex
      continue
    }
    at = ATTRIBUTE.lastIndex
    const name = (found[1] ?? '').toLowerCase()
    if (!attributes.has(name)) attributes.set(name, found[2] === undefined ? null : textOfValue(found[2]))
  }
  return { attributes, end: Math.min(html.length, at + 1), closed: false }
}

/** An attribute's value, which a quote may never end. */
function textOfValue(written: string): string {
  const quote = written[0]
  if (quote !== '"' && quote !== "'") return decodeEntities(written)
  return decodeEntities(written.slice(1, written.length > 1 && written.endsWith(quote) ? -1 : undefined))
}
