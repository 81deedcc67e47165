/** What GFM (and one option) does to texts when spans are read: hard line breaks, line breaks between CJK characters. */
import { Element } from './element.ts'

/** With `hard_wrap` each line feed in text is a line break; inside of HTML elements it is not. `lastToo`: so is the last one. */
export function hardWrap(el: Element, lastToo = false): void {
  const { children } = el
  let out: Element[] | null = null
  for (let i = 0; i < children.length; i++) {
    const child = children[i]!
    if (child.type === 'text' && child.value.includes('\n')) {
      out ??= children.slice(0, i)
      const lines = child.value.split('\n')
      // The line feed at the very end makes no line break.
      const atEnd = !lastToo && i === children.length - 1 && lines[lines.length - 1] === ''
      for (let n = 0; n < lines.length; n++) {
        if (n > 0 && !(atEnd && n === lines.length - 1)) out.push(new Element('br', ''))
        const text = n > 0 ? `\n${lines[n]!}` : lines[n]!
        if (text === '') continue
        const line = new Element('text', text)
        line.line = child.line
        out.push(line)
      }
      continue
    }
    if (child.type !== 'html_element' && child.type !== 'del' && child.children.length > 0) hardWrap(child)
    out?.push(child)
  }
  if (out) el.children = out
}

const CJK = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}'
const CJK_BREAK = new RegExp(`([${CJK}])\\n(?=[${CJK}])`, 'gu')

/** With `remove_line_breaks_for_cjk` lines of CJK text are joined. */
export function joinCjkLines(el: Element): void {
  for (const child of el.children) {
    if (child.type === 'text') child.value = child.value.replace(CJK_BREAK, '$1')
    else if (child.children.length > 0) joinCjkLines(child)
  }
}

const BOX = /^\[([ xX])\][ \t\n\v\f\r]+/
const OPEN = '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled"'

/** GFM's task lists: `[ ]` and `[x]` in front of an item's first paragraph are check boxes. */
export function taskItems(list: Element): boolean {
  let found = false
  for (const item of list.children) {
    const first = item.children[0]
    const raw = first?.type === 'p' ? first.children[0] : undefined
    const box = raw?.value.startsWith('[') ? BOX.exec(raw.value) : null
    if (raw && box) {
      found = true
      raw.value = `${OPEN}${box[1] === ' ' ? '' : ' checked="checked"'} />${raw.value.slice(box[0].length)}`
    }
    // From the first box on, all items that begin with text have the class.
    if (found && raw) item.attr = new Map([['class', 'task-list-item'], ...(item.attr ?? [])])
  }
  return found
}
