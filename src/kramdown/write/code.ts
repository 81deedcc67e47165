/**
 * Code blocks and code spans, with the markup kramdown's adapter for Rouge puts around coloured code. The colouring
 * itself comes from outside.
 */
import { escapeXmlText } from '../../base/index.ts'
import { strip } from '../chars.ts'
import type { Attributes, Element } from '../element.ts'
import { escapeAttribute } from '../escape-html.ts'
import type { Writer } from '../writer.ts'
import { attributesToHtml, spaces } from '../writer.ts'

interface CodeOptions {
  readonly opts: Readonly<Record<string, unknown>>
  /** `default_lang` */
  readonly fallback: string | undefined
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
  let opts = w.codeOptions[kind]
  if (!opts || w.codeOptions.from !== all) {
    if (w.codeOptions.from !== all) w.codeOptions = { from: all }
    const own: Record<string, unknown> = { ...all, ...record(all[kind]) }
    delete own.block
    delete own.span
    opts = w.codeOptions[kind] = own
  }
  const fallback = typeof opts.default_lang === 'string' ? opts.default_lang : undefined
  return { opts, fallback, language: written ?? fallback }
}

/** Rouge's names of plain text. */
const PLAIN = /^(?:plaintext|text)(?:\?|$)/

/** The colouring of `code`: `null` when it prints plain. */
function colour(
  w: Writer,
  code: string,
  { opts, language }: CodeOptions,
): { html: string; tag: string } | null {
  const { syntaxHighlighter, highlight, rules } = w.doc.settings
  if (syntaxHighlighter !== 'rouge' || !highlight || opts.disable === true || opts.disable === 'true')
    return null
  const guess = opts.guess_lang === true || rules.alwaysGuesses
  // kramdown leaves plain text alone unless it may guess.
  if (!guess && (language === undefined || PLAIN.test(language))) return null
  const html =
    highlight(code, language ?? 'guess', opts) ?? (language === undefined ? escapeXmlText(code) : undefined)
  return html === undefined ? null : { html, tag: language === undefined ? '' : withoutOptions(language) }
}

const LANGUAGE = /\blanguage-[^ \t-\r]+/

/** The language a class names, `language-ruby`; undefined when none does. */
function languageOf(attr: Attributes | null): string | undefined {
  const classes = attr?.get('class')
  return classes ? LANGUAGE.exec(classes)?.[0].slice('language-'.length) : undefined
}

/** Attributes without the first class that names a language; a class left empty goes. */
function withoutLanguage(attr: Attributes | null): Attributes | null {
  const classes = attr?.get('class')
  if (!attr || !classes || !LANGUAGE.test(classes)) return attr
  const rest = new Map(attr)
  const left = strip(classes.replace(LANGUAGE, ''))
  if (left === '') rest.delete('class')
  else rest.set('class', left)
  return rest
}

/** Attributes with the class Rouge's adapter gives coloured code, and one that names the language in front. */
function withHighlighter(attr: Attributes | null, tag: string): Attributes {
  const out = new Map(attr ?? [])
  const old = out.get('class')
  const classes = old ? `${old} highlighter-rouge` : 'highlighter-rouge'
  const name = `language-${tag}`
  out.set(
    'class',
    tag === ''
      ? classes
      : classes.startsWith('language-')
        ? classes.replace(/^[^ \t-\r]+/, () => name)
        : `${name} ${classes}`,
  )
  return out
}

/** `code` as Rouge's adapter gives it to converters, without their own element around it; undefined where it stays plain. */
export function colouredCode(
  w: Writer,
  code: string,
  language: string | undefined,
  kind: 'block' | 'span',
): string | undefined {
  const options = codeOptions(w, kind, language)
  const coloured = colour(w, code, options)
  if (coloured === null) return undefined
  return kind === 'span'
    ? lineTable(coloured.html, code, options.opts)
    : wrapped(coloured.html, code, options)
}

/** A coloured block in its `<pre>`. */
function wrapped(html: string, value: string, { opts }: CodeOptions): string {
  const css = typeof opts.css_class === 'string' ? opts.css_class : 'highlight'
  const code = lineTable(html, value, opts)
  return opts.wrap === false
    ? code
    : `<div class="highlight"><pre class="${css}"><code>${code}</code></pre></div>`
}

export function codeBlock(w: Writer, el: Element, indent: number): string {
  const pad = spaces(w, indent)
  const fenced = el.info?.lang
  const named = fenced ? undefined : languageOf(el.attr)
  const language = fenced || named
  const attr = withoutLanguage(el.attr)
  const written = w.doc.settings.codeBlock?.(
    el.value,
    language === undefined ? undefined : withoutOptions(language),
    withValues(attr),
  )
  if (written !== undefined)
    return written === '' ? '' : `${pad}${written}${written.endsWith('\n') ? '' : '\n'}`
  const options = codeOptions(w, 'block', language)
  const coloured = colour(w, el.value, options)
  if (coloured) {
    const body = wrapped(coloured.html, el.value, options)
    return `${pad}<div${attributesToHtml(withHighlighter(attr, named ?? coloured.tag))}>${body}${pad}</div>\n`
  }
  // Only a fence has options behind its language; a class stays as it is written.
  const shown = named ?? (fenced ? withoutOptions(fenced) : undefined)
  const codeAttr = shown ? ` class="language-${escapeAttribute(shown)}"` : ''
  return `${pad}<pre${attributesToHtml(attr)}><code${codeAttr}>${plainCode(el, attr)}</code></pre>\n`
}

/** Attributes that print: those with a value. */
function withValues(attr: Attributes | null): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  for (const [name, value] of attr ?? []) if (value !== null) values.set(name, value)
  return values
}

/** `php?start_inline=1` without what follows the question mark. */
function withoutOptions(language: string): string {
  const question = language.indexOf('?')
  return question < 0 ? language : language.slice(0, question)
}

/** Code that is not coloured; the class `show-whitespaces` makes white space visible. */
function plainCode(el: Element, attr: Attributes | null): string {
  const text = escapeXmlText(el.value.endsWith('\n') ? el.value : `${el.value}\n`)
  const classes = attr?.get('class')
  if (!classes || !/\bshow-whitespaces\b/.test(classes)) return text
  return text.replace(/(^[ \t]+)|([ \t]+$)|([ \t]+)/gm, (run: string, left?: string, right?: string) => {
    const suffix = left !== undefined ? '-l' : right !== undefined ? '-r' : ''
    return run.replace(/[ \t]/g, (ch) =>
      ch === '\t'
        ? `<span class="ws-tab${suffix}">\t</span>`
        : `<span class="ws-space${suffix}">&#8901;</span>`,
    )
  })
}

/** With `line_numbers`: Rouge's table of numbers and code. */
function lineTable(html: string, code: string, opts: Readonly<Record<string, unknown>>): string {
  if (opts.line_numbers !== true && opts.line_numbers !== 'true') return html
  const ended = code.endsWith('\n')
  const count = code.split('\n').length - (ended ? 1 : 0)
  const first = typeof opts.start_line === 'number' ? opts.start_line : 1
  let numbers = ''
  for (let n = 0; n < count; n++) numbers += `${first + n}\n`
  return (
    `<table class="rouge-table"><tbody><tr><td class="rouge-gutter gl"><pre class="lineno">${numbers}</pre></td>` +
    `<td class="rouge-code"><pre>${ended ? html : `${html}\n`}</pre></td></tr></tbody></table>`
  )
}

export function codeSpan(w: Writer, el: Element): string {
  const named = languageOf(el.attr)
  const options = codeOptions(w, 'span', named)
  const coloured = colour(w, el.value, options)
  if (!coloured) return `<code${attributesToHtml(el.attr)}>${escapeXmlText(el.value)}</code>`
  const name =
    (w.doc.settings.rules.defaultNamesSpans ? options.fallback : undefined) ?? named ?? coloured.tag
  return `<code${attributesToHtml(withHighlighter(el.attr, name))}>${lineTable(coloured.html, el.value, options.opts)}</code>`
}
