/**
 * HTML blocks. An element is read raw (only its tags are understood), as span text or as blocks, as its `markdown`
 * attribute or the option `parse_block_html` wants it.
 */
import type { BlockState } from '../block-state.ts'
import { MAX_DEPTH, optSpace } from '../block-state.ts'
import { BANG, blankToLineEnd, GT, isSpace, nextLine, QUESTION, SLASH } from '../chars.ts'
import type { ContentModel } from '../element.ts'
import { addChild, Element, infoOf } from '../element.ts'
import { contentModel, ELEMENTS_WITHOUT_BODY, isScript } from '../html-elements.ts'
import type { OpeningTag } from '../html-tag.ts'
import { CDATA, CDATA_END, readClosingTag, readOpeningTag } from '../html-tag.ts'
import { toNative } from '../native-html.ts'
import { rawText } from './paragraph.ts'

export function htmlBlock(s: BlockState): boolean {
  const { text } = s
  const { elements, instructions } = s.doc.settings.rules
  const start = optSpace(text, s.pos)
  const c = text.charCodeAt(start + 1)
  if (c === BANG) return declaration(s, start, '<!--', '-->', 'xml_comment')
  if (c === QUESTION) return instructions && declaration(s, start, '<?', '?>', 'xml_pi')
  if (c === SLASH) {
    const tag = readClosingTag(text, start, elements)
    if (!tag || elements.spans.has(tag.name)) return false
    if (tag.name === s.stopTag) {
      s.pos = tag.end
      s.stopped = true
      return true
    }
    return false
  }
  const tag = readOpeningTag(text, start, elements)
  if (!tag || elements.spans.has(tag.name)) return false
  const line = s.line(s.pos)
  const el = new Element('html_element', tag.name)
  // Converted elements lose what stands in front of them.
  if (s.doc.settings.htmlToNative) s.ial = null
  s.takeIal(el)
  addChild(s.el, el)
  s.pos = tag.end
  readElement(s, el, tag, line, s.depth, s.doc.settings.parseBlockHtml ? 'markdown' : 'raw')
  if (s.doc.settings.htmlToNative) replaceWithNative(s, el)
  const hasBody = !isScript(tag.name) && !tag.closed && !ELEMENTS_WITHOUT_BODY.has(tag.name)
  if (hasBody) s.pos = afterTrailingBlanks(text, s.pos)
  return true
}

/** A comment or an instruction that begins its line. */
function declaration(
  s: BlockState,
  start: number,
  open: string,
  close: string,
  type: 'xml_comment' | 'xml_pi',
): boolean {
  const { text } = s
  if (start !== s.pos || !text.startsWith(open, start)) return false
  const at = s.finder.from(close, start + open.length)
  if (at < 0) return false
  const end = at + close.length
  const el = new Element(type, text.slice(start, end))
  infoOf(el).block = true
  addChild(s.el, el)
  s.pos = afterTrailingBlanks(text, end)
  return true
}

function replaceWithNative(s: BlockState, el: Element): void {
  const made = toNative(s.doc.settings.rules, el)
  if (made === el) return
  const { children } = s.el
  children[children.lastIndexOf(el)] = made
  const ial = s.doc.ials.get(el)
  if (ial) s.attach(made, ial)
}

/** After the blanks and the line feed at `i`, when nothing else stands on the line. */
function afterTrailingBlanks(text: string, i: number): number {
  return blankToLineEnd(text, i) ? nextLine(text, i) : i
}

/** The model an element's `markdown` attribute asks for; the attribute is taken away. */
function takeModel(tag: OpeningTag, parse: boolean): ContentModel {
  const wish = tag.attr?.get('markdown')
  if (wish !== undefined) tag.attr!.delete('markdown')
  switch (wish) {
    case '1':
      return contentModel(tag.name)
    case '0':
      return 'raw'
    case 'block':
    case 'span':
      return wish
    default:
      return parse ? contentModel(tag.name) : 'raw'
  }
}

/** How what is in an element is read where its `markdown` attribute says nothing; in `html` that attribute is none. */
type Inside = 'markdown' | 'raw' | 'html'

/** Reads what follows an opening tag (`s.pos` is after it) into its element. */
function readElement(
  s: BlockState,
  el: Element,
  tag: OpeningTag,
  line: number,
  depth: number,
  inside: Inside,
): void {
  const info = infoOf(el)
  info.block = true
  info.model = inside === 'html' ? 'raw' : takeModel(tag, inside === 'markdown')
  if (tag.attr && tag.attr.size > 0) el.attr = tag.attr
  readContent(s, el, tag, line, depth, inside)
  // Where blocks are wanted the line of the start tag is over, and no less where there are none to read.
  const none = info.closed || isScript(tag.name) || ELEMENTS_WITHOUT_BODY.has(tag.name)
  if (info.model === 'block' && none) s.pos = afterTrailingBlanks(s.text, s.pos)
}

function readContent(
  s: BlockState,
  el: Element,
  tag: OpeningTag,
  line: number,
  depth: number,
  inside: Inside,
): void {
  const info = infoOf(el)
  // Scripts and styles go on to their end tag, closed or not.
  const script = isScript(tag.name)
  info.closed = tag.closed && !script
  if (info.closed || ELEMENTS_WITHOUT_BODY.has(tag.name)) return
  if (script) readScript(s, el)
  else if (info.model === 'block') readBlocksInside(s, el, line)
  else if (info.model === 'span') readSpanInside(s, el, line)
  else if (!readRaw(s, el, depth + 1, inside === 'html' ? 'html' : 'raw') && !s.endWarned) {
    // The innermost element that is open at the end is the one that is warned about.
    s.warn(`Found no end tag for '${el.value}' on line ${line} - auto-closing it`)
    s.endWarned = true
  }
}

function warnUnclosed(s: BlockState, el: Element, line: number): void {
  s.warn(`Found no end tag for '${el.value}' (line ${line}) - auto-closing it`)
  s.endWarned = true
}

/** `</name >` from `pos` on, in any case: `[start, end]`, or null. */
function findClosing(s: BlockState, name: string, pos: number): [number, number] | null {
  const known = s.noClosing.get(name)
  if (known !== undefined && pos >= known) return null
  const { text } = s
  for (let i = s.finder.from('</', pos); i >= 0; i = s.finder.from('</', i + 2)) {
    const end = i + 2 + name.length
    if (text.slice(i + 2, end).toLowerCase() !== name.toLowerCase()) continue
    let j = end
    while (isSpace(text.charCodeAt(j))) j++
    if (text.charCodeAt(j) === GT) return [i, j + 1]
  }
  s.noClosing.set(name, pos)
  return null
}

function readScript(s: BlockState, el: Element): void {
  const close = findClosing(s, el.value, s.pos)
  const body = s.text.slice(s.pos, close ? close[0] : s.text.length)
  if (body !== '') addChild(el, new Element('raw', body))
  if (!close) {
    s.warn(`Found no end tag for '${el.value}' - auto-closing it`)
    s.endWarned = true
  }
  s.pos = close ? close[1] : s.text.length
}

function readSpanInside(s: BlockState, el: Element, line: number): void {
  const close = findClosing(s, el.value, s.pos)
  addChild(el, rawText(s.text.slice(s.pos, close ? close[0] : s.text.length), line))
  if (!close) warnUnclosed(s, el, line)
  s.pos = close ? close[1] : s.text.length
}

function readBlocksInside(s: BlockState, el: Element, line: number): void {
  s.pos = afterTrailingBlanks(s.text, s.pos)
  if (!s.pass.readInto(s, el, el.value)) warnUnclosed(s, el, line)
}

function addText(el: Element, text: string): void {
  if (text === '') return
  const last = el.children[el.children.length - 1]
  if (last?.type === 'text') last.value += text
  else addChild(el, new Element('text', text))
}

const DOCTYPE = '<!DOCTYPE'

function isClosed(s: BlockState, at: number, open: string, close: string): boolean {
  return s.text.startsWith(open, at) && s.finder.from(close, at + open.length) >= 0
}

/** Reads a text that is all HTML into `s.el`. Document types go where nothing but comments stands before them. */
export function readHtml(s: BlockState): void {
  const { text } = s
  for (;;) {
    let at = s.pos
    while (isSpace(text.charCodeAt(at))) at++
    const doctype = text.slice(at, at + DOCTYPE.length).toUpperCase() === DOCTYPE
    if (doctype && s.finder.from('>', at) >= 0) s.pos = s.finder.from('>', at) + 1
    else if (isClosed(s, at, '<!--', '-->') || isClosed(s, at, '<?', '?>'))
      s.pos = readDeclaration(s, s.el, at)
    else break
  }
  readRaw(s, s.el, 0, 'html')
}

/** Reads raw HTML up to the closing tag of `el`. Returns false when the text ended before it. */
function readRaw(s: BlockState, el: Element, depth: number, inside: 'raw' | 'html'): boolean {
  const { text } = s
  const { elements } = s.doc.settings.rules
  let pos = s.pos
  for (;;) {
    const lt = text.indexOf('<', pos)
    if (lt < 0) {
      addText(el, text.slice(pos))
      s.pos = text.length
      return false
    }
    addText(el, text.slice(pos, lt))
    pos = lt
    const c = text.charCodeAt(lt + 1)
    if (c === SLASH) {
      const tag = readClosingTag(text, lt, elements)
      if (tag?.name === el.value) {
        s.pos = tag.end
        return true
      }
      const end = tag ? tag.end : lt + 1
      if (tag)
        s.warn(
          `Found invalidly used HTML closing tag for '${tag.written}' on line ${s.line(lt)} - ignoring it`,
        )
      addText(el, text.slice(lt, end))
      pos = end
    } else if (c === BANG || c === QUESTION) {
      pos = readDeclaration(s, el, lt)
    } else {
      const tag = depth < MAX_DEPTH ? readOpeningTag(text, lt, elements) : null
      if (tag) {
        const child = new Element('html_element', tag.name)
        addChild(el, child)
        const line = s.line(lt)
        s.pos = tag.end
        readElement(s, child, tag, line, depth, inside)
        pos = s.pos
      } else {
        addText(el, '<')
        pos = lt + 1
      }
    }
  }
}

/** `<!-- -->`, `<? ?>` and `<![CDATA[ ]]>` in raw HTML: the offset after it. */
function readDeclaration(s: BlockState, el: Element, lt: number): number {
  const { text } = s
  const [open, close, type] = text.startsWith('<!--', lt)
    ? (['<!--', '-->', 'xml_comment'] as const)
    : text.startsWith(CDATA, lt)
      ? ([CDATA, CDATA_END, 'text'] as const)
      : (['<?', '?>', 'xml_pi'] as const)
  const known = text.startsWith(open, lt) && (type !== 'text' || s.doc.settings.rules.cdata)
  const at = known ? s.finder.from(close, lt + open.length) : -1
  if (at < 0) {
    addText(el, '<')
    return lt + 1
  }
  if (type === 'text') addChild(el, new Element('text', text.slice(lt + open.length, at)))
  else {
    const child = new Element(type, text.slice(lt, at + close.length))
    infoOf(child).block = true
    addChild(el, child)
  }
  return at + close.length
}
