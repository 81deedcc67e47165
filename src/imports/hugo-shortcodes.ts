/** Hugo's shortcodes: those that it brings become Markdown or HTML, others comments that say what stood there. */
import { escapeHtml } from '../base/index.ts'
import { lineCounter } from './lines.ts'
import { codeBlock } from './markdown-text.ts'

interface Rules {
  /** the address of the text that `ref` names */
  readonly page: (name: string) => string | undefined
  /** what stands for an address of a picture or a link; `line` of the body, from 0 */
  readonly address: (written: string, line: number) => string
  /** hears of what is left out; `line` of the body, from 0 */
  readonly note: (line: number, what: string) => void
}

/** `{{< highlight c >}}`: what it holds is code. */
const HIGHLIGHT = /\{\{<\s*highlight\s+([\w+#-]+)[^{}]*>\}\}\n?/y
const HIGHLIGHT_END = /\{\{<\s*\/\s*highlight\s*>\}\}/g
/** The beginning of a tag, to the end of its name. */
const TAG = /\{\{[<%](?!\/\*)\s*(\/?)\s*([\w./-]+)/y

export function withoutHugoShortcodes(body: string, { page, address, note }: Rules): string {
  if (!body.includes('{{')) return body
  const text = withoutHighlight(body)
  const lineAt = lineCounter(text)
  const plain = replaceTags(text, (written, slash, name, rest, offset) => {
    const words = argumentsOf(rest)
    const first = words.get('0') ?? ''
    if (slash) return name === 'details' ? '</details>' : `<!-- /${name} -->`
    switch (name) {
      case 'ref':
      case 'relref': {
        const [path = '', anchor] = (first || (words.get('path') ?? '')).split('#')
        const found = path === '' ? '' : page(path)
        if (found === undefined) note(lineAt(offset), `no text is called '${path}', which ${name} names`)
        return (found ?? '/') + (anchor === undefined ? '' : `#${anchor}`)
      }
      case 'figure':
        return figure(words, (written) => address(written, lineAt(offset)))
      case 'youtube':
        return player('https://www.youtube-nocookie.com/embed/', first || (words.get('id') ?? ''), words)
      case 'vimeo':
        return player('https://player.vimeo.com/video/', first || (words.get('id') ?? ''), words)
      case 'gist': {
        const address = `https://gist.github.com/${first}/${words.get('1') ?? ''}`
        return `<${address}>`
      }
      case 'tweet':
      case 'x': {
        const address = `https://x.com/${words.get('user') ?? 'i'}/status/${words.get('id') ?? first}`
        return `<${address}>`
      }
      case 'details':
        return `<details><summary>${escapeHtml(words.get('summary') ?? 'Details')}</summary>`
      default:
        note(lineAt(offset), `the shortcode ${name} is a comment now: ${written}`)
        return `<!-- ${written.replaceAll('--', '- -').slice(2, -2)} -->`
    }
  })
  return withoutEscapes(plain)
}

function withoutHighlight(text: string): string {
  let out = ''
  let done = 0
  for (let at = text.indexOf('{{<'); at !== -1; at = text.indexOf('{{<', Math.max(done, at + 1))) {
    HIGHLIGHT.lastIndex = at
    const [written, language = ''] = HIGHLIGHT.exec(text) ?? []
    if (written === undefined) continue
    HIGHLIGHT_END.lastIndex = at + written.length
    const end = HIGHLIGHT_END.exec(text)
    if (end === null) break
    out += text.slice(done, at) + codeBlock(text.slice(at + written.length, end.index), language)
    done = HIGHLIGHT_END.lastIndex
  }
  return out + text.slice(done)
}

/** `{{</* x *\/>}}`, which Hugo prints as `{{< x >}}`, as that. */
function withoutEscapes(text: string): string {
  let out = ''
  let done = 0
  const ends: Record<string, number> = {}
  for (let at = text.indexOf('{{'); at !== -1; at = text.indexOf('{{', Math.max(done, at + 1))) {
    const mark = text[at + 2] ?? ''
    if ((mark !== '<' && mark !== '%') || !text.startsWith('/*', at + 3)) continue
    const close = mark === '<' ? '*/>}}' : '*/%}}'
    const known = ends[close] ?? 0
    const end = known !== -1 && known < at + 5 ? text.indexOf(close, at + 5) : known
    ends[close] = end
    if (end === -1) continue
    out += `${text.slice(done, at)}{{${mark}${text.slice(at + 5, end)}${close.slice(2)}`
    done = end + close.length
  }
  return out + text.slice(done)
}

type Replace = (written: string, isEnd: boolean, name: string, rest: string, offset: number) => string

/** `text` with other words for each tag, `{{< name … >}}` or `{{% name … %}}`; one that does not end stays. */
function replaceTags(text: string, replace: Replace): string {
  let out = ''
  let done = 0
  for (let at = text.indexOf('{{'); at !== -1; at = text.indexOf('{{', Math.max(done, at + 1))) {
    TAG.lastIndex = at
    const [begun, slash = '', name = ''] = TAG.exec(text) ?? []
    if (begun === undefined) continue
    const close = text.indexOf('}}', at)
    if (close === -1) break
    const rest = text.slice(at + begun.length, close - 1)
    out += text.slice(done, at) + replace(text.slice(at, close + 2), slash === '/', name, rest, at)
    done = close + 2
  }
  return out + text.slice(done)
}

/** Arguments by name, those without one by their number. */
function argumentsOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  let count = 0
  for (let at = 0; at < text.length; ) {
    NAMED.lastIndex = at
    const [before = '', name] = NAMED.exec(text) ?? []
    VALUE.lastIndex = at + before.length
    const [written = '', quoted, raw, plain] = VALUE.exec(text) ?? []
    at += before.length + written.length
    if (written !== '')
      found.set(name ?? String(count++), quoted?.replace(/\\(.)/g, '$1') ?? raw ?? plain ?? '')
    else if (before === '') at++
  }
  return found
}

/** What stands before a value: blanks, and a name where there is one. */
const NAMED = /\s*(?:([\w-]+)=)?/y
/** Quotes that do not end go to the end of all. */
const VALUE = /"((?:[^"\\]|\\[\s\S])*)(?:"|\\?$)|`([^`]*)(?:`|$)|([^\s"`]+)/y

function figure(words: ReadonlyMap<string, string>, address: (written: string) => string): string {
  const attributes = ['src', 'alt', 'width', 'height'].flatMap((name) => {
    const value =
      words.get(name) ?? (name === 'alt' ? (words.get('caption') ?? words.get('title') ?? '') : undefined)
    return value === undefined ? [] : [`${name}="${escapeHtml(name === 'src' ? address(value) : value)}"`]
  })
  const image = `<img ${attributes.join(' ')}>`
  const link = words.get('link')
  const linked = link === undefined ? image : `<a href="${escapeHtml(address(link))}">${image}</a>`
  const caption = [words.get('title'), words.get('caption')]
    .filter((part) => part !== undefined && part !== '')
    .join(': ')
  return `<figure>${linked}${caption === '' ? '' : `<figcaption>${escapeHtml(caption)}</figcaption>`}</figure>`
}

function player(address: string, id: string, words: ReadonlyMap<string, string>): string {
  const title = escapeHtml(words.get('title') ?? 'Film')
  return `<iframe src="${address}${encodeURIComponent(id)}" title="${title}" loading="lazy" allowfullscreen></iframe>`
}
