/**
 * Code blocks and code spans, with the markup kramdown's adapter for Rouge puts around coloured code. The colouring
 * itself comes from outside.
 */
import type { Attributes, Element } from '../element.ts'
import { escapeCode } from '../escape-html.ts'
import type { Writer } from '../writer.ts'
import { attributesToHtml, spaces } from '../writer.ts'

interface CodeOptions {
  readonly opts: Readonly<Record<string, unknown>>
  readonly language: string | undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Map)
}

function record(value: unknown): Record<string, unknown> {
  if (value instanceof Map) return Object.fromEntries([...value].map(([k, v]) => [String(k), v]))
  return isRecord(value) ? value : {}
}

/** `syntax_highlighter_opts` for blocks or spans: the part of that name over the rest. */
function codeOptions(w: Writer, kind: 'block' | 'span', written: string | undefined): CodeOptions {
  const all = w.doc.settings.syntaxHighlighterOpts
  const opts = { ...all, ...record(all[kind]) }
  delete opts.block
  delete opts.span
  const fallback = typeof opts.default_lang === 'string' ? opts.default_lang : undefined
  return { opts, language: written ?? fallback }
}

/** The colouring of `code`: `null` when it prints plain. */
function colour(
  w: Writer,
  code: string,
  { opts, language }: CodeOptions,
): { html: string; tag: string } | null {
  const { syntaxHighlighter, highlight } = w.doc.settings
  if (syntaxHighlighter !== 'rouge' || !highlight || opts.disable === true || opts.disable === 'true')
    return null
  const guess = opts.guess_lang === true
  if (language === undefined && !guess) return null
  const html = highlight(code, language ?? '', opts)
  return html === undefined
    ? null
    : { html, tag: language === undefined ? '' : language.replace(/\?[^]*$/, '') }
}

/** The language a class names, `language-ruby`; undefined when none does. */
function languageOf(attr: Attributes | null): string | undefined {
  const found = attr?.get('class')?.match(/(?:^|\s)language-(\S+)/)
  return found?.[1]
}

/** Attributes without the class that names a language, and that class. */
function withoutLanguage(attr: Attributes | null): { attr: Attributes | null; language: string | undefined } {
  const language = languageOf(attr)
  if (language === undefined || attr === null) return { attr: attr && new Map(attr), language }
  const rest = new Map(attr)
  const classes = rest
    .get('class')!
    .replace(/(?:^|\s)language-\S+/, '')
    .trim()
  if (classes === '') rest.delete('class')
  else rest.set('class', classes)
  return { attr: rest, language }
}

function addClasses(attr: Attributes | null, ...names: readonly (string | undefined)[]): Attributes {
  const out = new Map(attr ?? [])
  const old = out.get('class')
  const all = [...names.filter((n) => n !== undefined && n !== ''), old].filter(
    (n) => n !== undefined && n !== '',
  )
  out.set('class', all.join(' '))
  return out
}

export function codeBlock(w: Writer, el: Element, indent: number): string {
  const pad = spaces(w, indent)
  const { attr, language } = withoutLanguage(el.attr)
  const lang = el.info?.lang || language
  const options = codeOptions(w, 'block', lang === undefined || lang === '' ? undefined : lang)
  const coloured = colour(w, el.value, options)
  if (coloured) {
    const css = typeof options.opts.css_class === 'string' ? options.opts.css_class : undefined
    const named = coloured.tag !== '' ? `language-${coloured.tag}` : undefined
    const outer = addClasses(null, named)
    const own = attr?.get('class')
    const classes = [outer.get('class'), own, 'highlighter-rouge']
      .filter((n) => n !== undefined && n !== '')
      .join(' ')
    const printed = new Map(attr ?? [])
    printed.delete('class')
    const all: Attributes = attr?.has('class')
      ? replaceClass(attr, classes)
      : new Map([['class', classes], ...printed])
    const body = wrapCode(coloured.html, options.opts, css)
    return `${pad}<div${attributesToHtml(all)}>${body}${pad}</div>\n`
  }
  const codeAttr = lang ? ` class="${`language-${lang.replace(/\?[^]*$/, '')}`}"` : ''
  return `${pad}<pre${attributesToHtml(attr)}><code${codeAttr}>${plainCode(el, attr)}\n</code></pre>\n`
}

function replaceClass(attr: Attributes, classes: string): Attributes {
  const out = new Map(attr)
  out.set('class', classes)
  return out
}

/** Code that is not coloured; the class `show-whitespaces` makes white space visible. */
function plainCode(el: Element, attr: Attributes | null): string {
  const text = escapeCode(el.value.replace(/\n+$/, ''))
  if (!/\bshow-whitespaces\b/.test(attr?.get('class') ?? '')) return text
  return text.replace(/(^[ \t]+)|([ \t]+$)|([ \t]+)/gm, (run: string, left?: string, right?: string) => {
    const suffix = left !== undefined ? '-l' : right !== undefined ? '-r' : ''
    return run.replace(/[ \t]/g, (ch) =>
      ch === '\t'
        ? `<span class="ws-tab${suffix}">\t</span>`
        : `<span class="ws-space${suffix}">&#8901;</span>`,
    )
  })
}

function wrapCode(html: string, opts: Readonly<Record<string, unknown>>, css: string | undefined): string {
  const pre = `<pre class="${css ?? 'highlight'}"><code>${html}</code></pre>`
  return opts.wrap === false ? pre : `<div class="highlight">${pre}</div>`
}

export function codeSpan(w: Writer, el: Element): string {
  const { attr, language } = withoutLanguage(el.attr)
  const options = codeOptions(w, 'span', language)
  const coloured = colour(w, el.value, options)
  if (!coloured) return `<code${attributesToHtml(el.attr)}>${escapeCode(el.value)}</code>`
  const own = attr?.get('class')
  const classes = [coloured.tag !== '' ? `language-${coloured.tag}` : undefined, own, 'highlighter-rouge']
    .filter((n) => n !== undefined && n !== '')
    .join(' ')
  const all: Attributes = attr?.has('class')
    ? replaceClass(attr, classes)
    : new Map([['class', classes], ...(attr ?? [])])
  return `<code${attributesToHtml(all)}>${coloured.html}</code>`
}
