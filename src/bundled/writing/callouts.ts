/**
 * Callouts in HTML that Markdown made: quotes that begin with `[!NOTE]`, as GitHub writes them, and paragraphs and quotes
 * with a class, `{: .note }` or `{: .note-title }`, as the theme just-the-docs has them.
 */
import { escapeHtml, type Say, type StartTag, startTagAt } from '../../plugin-api.ts'

export const KINDS = ['note', 'tip', 'important', 'warning', 'caution'] as const
export type Kind = (typeof KINDS)[number]

export function isKind(word: string): word is Kind {
  return (KINDS as readonly string[]).includes(word)
}

/** What an element that becomes a callout has besides. */
interface More {
  readonly classes: readonly string[]
  /** as HTML has them behind the name of an element */
  readonly attributes: string
}

/** A callout around `inner`; `title` is HTML, and where there is none the word for its kind. */
export function calloutHtml(kind: Kind, title: string | undefined, inner: string, say: Say): string {
  return `${calloutStart(kind, title, say, NOTHING_MORE)}${inner}\n</aside>`
}

function calloutStart(kind: Kind, title: string | undefined, say: Say, more: More): string {
  const words = title === undefined || title === '' ? escapeHtml(say(kind)) : title
  const classes = ['callout', `callout-${kind}`, ...more.classes].join(' ')
  return (
    `<aside class="${classes}" role="note"${more.attributes}>\n` +
    `<p class="callout-title"><strong>${words}</strong></p>\n`
  )
}

/** A piece of the text, and what stands there instead. */
interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

interface Open {
  readonly edit: Edit | undefined
  readonly close: string
}

const NOTHING_MORE: More = { classes: [], attributes: '' }

const CLASS = /class="(?:[^"]* )?(?:note|tip|important|warning|caution)(?:-title)?[ "]/
const ALERT = /\s*<p>\s*\[!(note|tip|important|warning|caution)\][^\S\n]*/iy
const FIRST_PARAGRAPH = /\s*<p>/y
const LINE_END = /\n|<br\b[^<>]*>\n?/
const BLOCK = /<\/p>|<\/?(?:p|blockquote)\b/g
const TAG = /<(\/?)([a-z]+)[^<>]*?(\/?)>/g
/** Elements whose content is no HTML. */
const CLOSED = /^<(script|style|textarea|!--)/i

/** `html` with callouts in it. One pass: quotes and paragraphs without an end stay as they are. */
export function withCallouts(html: string, say: Say): string {
  if (!html.includes('[!') && !CLASS.test(html)) return html
  const open = { blockquote: [] as Open[], p: [] as Open[] }
  const edits: Edit[] = []
  let at = html.indexOf('<')
  while (at >= 0) {
    let next = at + 1
    const closed = CLOSED.exec(html.slice(at, at + 10))?.[1]
    if (closed !== undefined) {
      const mark = closed === '!--' ? '-->' : `</${closed}`
      const end = html.indexOf(mark, next)
      next = end < 0 ? html.length : end + mark.length
    } else if (html.startsWith('</', at)) {
      const name = html.startsWith('</p>', at)
        ? 'p'
        : html.startsWith('</blockquote>', at)
          ? 'blockquote'
          : undefined
      const opened = name === undefined ? undefined : open[name].pop()
      if (name !== undefined && opened?.edit !== undefined)
        edits.push(opened.edit, { from: at, to: at + name.length + 3, text: opened.close })
    } else if (html.startsWith('<p', at) || html.startsWith('<blockquote', at)) {
      const tag = startTagAt(html, at)
      if (tag?.name === 'p' || tag?.name === 'blockquote') {
        open[tag.name].push(opening(html, at, tag, say))
        next = tag.end
      }
    }
    at = html.indexOf('<', next)
  }
  return edited(html, edits)
}

/** What becomes of the start of a quote or paragraph, and of its end. */
function opening(html: string, at: number, tag: StartTag, say: Say): Open {
  const classes = (tag.attributes.get('class') ?? '').split(/\s+/)
  const named = classes.find((name) => isKind(name) || isKind(name.replace(/-title$/, '')))
  const rest: More = {
    classes: classes.filter((name) => name !== named && name !== ''),
    attributes: [...tag.attributes]
      .filter(([name]) => name !== 'class')
      .map(([name, value]) => ` ${name}="${value.replaceAll('"', '&quot;')}"`)
      .join(''),
  }
  if (tag.name === 'blockquote') {
    ALERT.lastIndex = tag.end
    const alert = ALERT.exec(html)
    if (alert !== null) {
      const found = alertEdit(
        html,
        at,
        ALERT.lastIndex,
        (alert[1] as string).toLowerCase() as Kind,
        rest,
        say,
      )
      if (found !== undefined) return { edit: found, close: '</aside>' }
    }
  }
  if (named === undefined) return { edit: undefined, close: '' }
  const kind = named.replace(/-title$/, '') as Kind
  if (tag.name === 'p') {
    const text = `${calloutStart(kind, undefined, say, rest)}<p>`
    return { edit: { from: at, to: tag.end, text }, close: '</p>\n</aside>' }
  }
  const first = named === kind ? undefined : firstParagraph(html, tag.end)
  const text = calloutStart(kind, first?.text, say, rest).trimEnd()
  return { edit: { from: at, to: first?.end ?? tag.end, text }, close: '</aside>' }
}

/** The first paragraph of what begins at `at`: its text, and the index behind it. */
function firstParagraph(
  html: string,
  at: number,
): { readonly text: string; readonly end: number } | undefined {
  FIRST_PARAGRAPH.lastIndex = at
  if (!FIRST_PARAGRAPH.test(html)) return undefined
  const start = FIRST_PARAGRAPH.lastIndex
  const end = paragraphEnd(html, start)
  return end < 0 ? undefined : { text: html.slice(start, end).trim(), end: end + '</p>'.length }
}

/** The index of the end tag of the paragraph; -1 where another block begins or ends before, or none comes. */
function paragraphEnd(html: string, from: number): number {
  BLOCK.lastIndex = from
  const found = BLOCK.exec(html)
  return found?.[0] === '</p>' ? found.index : -1
}

/** The start of an alert whose first paragraph goes on at `from`, behind `[!NOTE]`: what else is in that line is its title. */
function alertEdit(
  html: string,
  at: number,
  from: number,
  kind: Kind,
  rest: More,
  say: Say,
): Edit | undefined {
  const end = paragraphEnd(html, from)
  if (end < 0) return undefined
  const line = LINE_END.exec(html.slice(from, end))
  const written = html.slice(from, line === null ? end : from + line.index).trim()
  const isTitle = isWhole(written)
  const textFrom = !isTitle ? from : line === null ? end : from + line.index + line[0].length
  const start = calloutStart(kind, isTitle ? written : undefined, say, rest)
  const isEmpty = html.slice(textFrom, end).trim() === ''
  return isEmpty
    ? { from: at, to: end + '</p>'.length, text: start.trimEnd() }
    : { from: at, to: textFrom, text: `${start}<p>` }
}

/** Whether each element that begins in `html` ends in it. */
function isWhole(html: string): boolean {
  const open: string[] = []
  for (const [, end, name, empty] of html.matchAll(TAG)) {
    if (end === '/') {
      if (open.pop() !== name) return false
    } else if (empty !== '/' && name !== 'br' && name !== 'img') open.push(name as string)
  }
  return open.length === 0
}

function edited(html: string, edits: Edit[]): string {
  if (edits.length === 0) return html
  edits.sort((a, b) => a.from - b.from)
  let out = ''
  let at = 0
  for (const { from, to, text } of edits) {
    out += html.slice(at, from) + text
    at = to
  }
  return out + html.slice(at)
}
