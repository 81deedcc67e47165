/** The boxes of task lists, which nobody can tick, with the text of their item as their name. */
import { startTagAt } from '../../plugin-api.ts'

const BOX = '<input type="checkbox"'
/** What GitHub's own converter writes before a box. */
const ITEM = /<li>(?:\n?<p>)?$/
/** What ends the words of an item. */
const END = /<\/li|<\/p|<[uo]l\b|<pre\b|<table\b|<input\b/g

/** `html` with an `aria-label` on each box of a task list that has none. Linear: an item ends before the next box. */
export function withTaskNames(html: string): string {
  if (!html.includes(BOX)) return html
  let out = ''
  let from = 0
  for (let at = html.indexOf(BOX); at >= 0; at = html.indexOf(BOX, at + BOX.length)) {
    const tag = startTagAt(html, at)
    if (tag === undefined || tag.attributes.has('aria-label')) continue
    const isTask =
      tag.attributes.get('class') === 'task-list-item-checkbox' ||
      (tag.attributes.has('disabled') && ITEM.test(html.slice(Math.max(0, at - 8), at)))
    if (!isTask) continue
    END.lastIndex = tag.end
    const text = textOf(html.slice(tag.end, END.exec(html)?.index ?? html.length))
    if (text === '') continue
    out += `${html.slice(from, at)}${BOX} aria-label="${text.replaceAll('"', '&quot;')}"`
    from = at + BOX.length
  }
  return out + html.slice(from)
}

function textOf(html: string): string {
  return html
    .replace(/<[^<>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
