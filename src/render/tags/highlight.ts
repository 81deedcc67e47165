/** `highlight`: code between tags, coloured, with or without line numbers. */
import { escapeHtml } from '../../base/index.ts'
import { highlight as colour, highlightLines } from '../../highlight/index.ts'
import { type TagDefinition, toText } from '../../liquid/index.ts'
import { HostError } from '../failure.ts'
import { registersOf } from '../registers.ts'

interface State {
  readonly language: string
  readonly lineNumbers: boolean
  /** the last `mark_lines`, with its quotes; '' for one without a value */
  readonly marks: string | undefined
}

const LANGUAGE = /^([a-zA-Z0-9.+#_-]+)/
const OPTION = /\s+(\w+)(?:=(\w+|"\d+(?:\s\d+)*"))?/y

/** `ruby linenos mark_lines="1 2"`; other options change nothing. */
function parseMarkup(markup: string): State {
  const text = markup.trim()
  const language = LANGUAGE.exec(text)?.[1]
  if (language === undefined) throw invalid(text)
  let at = language.length
  let lineNumbers = false
  let marks: string | undefined
  while (at < text.length) {
    OPTION.lastIndex = at
    const match = OPTION.exec(text)
    if (match === null) throw invalid(text)
    if (match[1] === 'linenos') lineNumbers = true
    if (match[1] === 'mark_lines') marks = match[2] ?? ''
    at = OPTION.lastIndex
  }
  return { language: language.toLowerCase(), lineNumbers, marks }
}

function invalid(markup: string): HostError {
  return new HostError(
    `Syntax Error in tag 'highlight' while parsing the following markup:\n\n${markup}\n\nValid syntax: highlight <lang> [linenos]`,
    'render/highlight',
  )
}

/** The numbers of the lines to mark. */
function markedLines(marks: string): ReadonlySet<number> {
  if (!marks.startsWith('"'))
    throw new HostError(
      'Syntax Error for mark_lines declaration. Expected a double-quoted list of integers.',
      'render/highlight',
      'as in mark_lines="1 3"',
    )
  return new Set(marks.slice(1, -1).split(/\s/).map(Number))
}

/** Each line with its line break, those to mark in a span. */
function marked(lines: readonly string[], marks: ReadonlySet<number>): string {
  return lines
    .map((line, index) => (marks.has(index + 1) ? `<span class="hll">${line}\n</span>` : `${line}\n`))
    .join('')
}

/** Code without the empty lines at both ends. */
function trimLines(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && (text[start] === '\n' || text[start] === '\r')) start++
  while (end > start && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--
  return text.slice(start, end)
}

/** The table Rouge prints for line numbers of so many lines. */
function numbered(code: string, lines: number): string {
  let numbers = ''
  for (let line = 1; line <= lines; line++) numbers += `${line}\n`
  return `<table class="rouge-table"><tbody><tr><td class="gutter gl"><pre class="lineno">${numbers}</pre></td><td class="code"><pre>${code}</pre></td></tr></tbody></table>`
}

export const highlight: TagDefinition<State> = {
  name: 'highlight',
  body: 'block',
  parse: parseMarkup,
  render({ language, lineNumbers, marks }, ctx, body) {
    const code = trimLines(body())
    const { shared, view } = registersOf(ctx)
    const { inTags: coloured, rouge } = shared.settings.highlight
    let shown: string
    if (!coloured) shown = escapeHtml(code).trim()
    else if (marks !== undefined && view.config.rules.marksLines) {
      const lines = highlightLines(code, language, { rouge }) ?? escapeCode(code).split('\n')
      const html = marked(lines, markedLines(marks))
      shown = lineNumbers ? numbered(`${html}\n`, lines.length) : html.replace(/\n$/, '')
    } else {
      const html = colour(code, language, { rouge }) ?? escapeCode(code)
      shown = lineNumbers ? numbered(`${html}\n`, html.split('\n').length) : html
    }
    const prefix = toText(ctx.get('highlighter_prefix'))
    const suffix = toText(ctx.get('highlighter_suffix'))
    return `${prefix}<figure class="highlight"><pre><code class="language-${language.replaceAll('+', '-')}" data-lang="${language}">${shown}</code></pre></figure>${suffix}`
  },
}

/** What Rouge escapes: `& < >`, not quotes. */
function escapeCode(code: string): string {
  return escapeHtml(code).replaceAll('&quot;', '"').replaceAll('&#39;', "'")
}
