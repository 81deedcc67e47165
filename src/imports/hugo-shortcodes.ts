/** Hugo's shortcodes: those that it brings become Markdown or HTML, others comments that say what stood there. */
import { escapeHtml } from '../base/index.ts'
import { codeBlock } from './markdown-text.ts'

interface Rules {
  /** the address of the text that `ref` names */
  readonly page: (name: string) => string | undefined
  /** hears of what is left out; `line` of the body, from 0 */
  readonly note: (line: number, what: string) => void
}

const ESCAPED = /\{\{([<%])\/\*([\s\S]*?)\*\/([>%])\}\}/g
/** Blocks whose inside is code, or a text that belongs to the tag. */
const HIGHLIGHT = /\{\{<\s*highlight\s+([\w+#-]+)[^}]*>\}\}\n?([\s\S]*?)\{\{<\s*\/\s*highlight\s*>\}\}/g

export function withoutHugoShortcodes(body: string, { page, note }: Rules): string {
  if (!body.includes('{{')) return body
  const text = body.replace(HIGHLIGHT, (_, language: string, code: string) => codeBlock(code, language))
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
        return figure(words)
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
  return plain.replace(ESCAPED, '{{$1$2$3}}')
}

type Replace = (written: string, isEnd: boolean, name: string, rest: string, offset: number) => string

/** `text` with other words for each tag, `{{< name … >}}` or `{{% name … %}}`; one that does not end stays. */
function replaceTags(text: string, replace: Replace): string {
  let out = ''
  let done = 0
  for (let at = text.indexOf('{{'); at !== -1; at = text.indexOf('{{', at + 2)) {
    const mark = text[at + 2]
    if ((mark !== '<' && mark !== '%') || text.startsWith('/*', at + 3)) continue
    const close = text.indexOf('}}', at)
    if (close === -1) break
    const inside = text.slice(at + 3, close - 1).trim()
    const [, slash = '', name = '', rest = ''] = /^(\/?)\s*([\w./-]+)([\s\S]*)$/.exec(inside) ?? []
    if (name === '') continue
    out += text.slice(done, at) + replace(text.slice(at, close + 2), slash === '/', name, rest, at)
    done = close + 2
  }
  return out + text.slice(done)
}

/** Arguments by name, those without one by their number. */
function argumentsOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  let count = 0
  for (const [, name, quoted, raw, plain] of text.matchAll(
    /(?:([\w-]+)=)?(?:"((?:[^"\\]|\\.)*)"|`([^`]*)`|([^\s"`]+))/g,
  ))
    found.set(name ?? String(count++), quoted?.replace(/\\(.)/g, '$1') ?? raw ?? plain ?? '')
  return found
}

function figure(words: ReadonlyMap<string, string>): string {
  const attributes = ['src', 'alt', 'width', 'height'].flatMap((name) => {
    const value =
      words.get(name) ?? (name === 'alt' ? (words.get('caption') ?? words.get('title') ?? '') : undefined)
    return value === undefined ? [] : [`${name}="${escapeHtml(value)}"`]
  })
  const image = `<img ${attributes.join(' ')}>`
  const link = words.get('link')
  const linked = link === undefined ? image : `<a href="${escapeHtml(link)}">${image}</a>`
  const caption = [words.get('title'), words.get('caption')]
    .filter((part) => part !== undefined && part !== '')
    .join(': ')
  return `<figure>${linked}${caption === '' ? '' : `<figcaption>${escapeHtml(caption)}</figcaption>`}</figure>`
}

function player(address: string, id: string, words: ReadonlyMap<string, string>): string {
  const title = escapeHtml(words.get('title') ?? 'Film')
  return `<iframe src="${address}${encodeURIComponent(id)}" title="${title}" loading="lazy" allowfullscreen></iframe>`
}

function lineCounter(text: string): (offset: number) => number {
  let at = 0
  let line = 0
  return (offset) => {
    for (let next = text.indexOf('\n', at); next !== -1 && next < offset; next = text.indexOf('\n', at)) {
      line++
      at = next + 1
    }
    return line
  }
}
