/** `highlight`: code between tags, coloured, with or without line numbers. */
import { escapeHtml } from '../../base/index.ts'
import { highlight as colour } from '../../highlight/index.ts'
import { type TagDefinition, toText } from '../../liquid/index.ts'
import { HostError } from '../failure.ts'
import { registersOf } from '../registers.ts'

interface State {
  readonly language: string
  readonly lineNumbers: boolean
}

const LANGUAGE = /^([a-zA-Z0-9.+#_-]+)/
const OPTION = /\s+(\w+)(?:=(?:\w+|"\d+(?:\s\d+)*"))?/y

/** `ruby linenos mark_lines="1 2"`. Only `linenos` changes what Jekyll 4.3 prints. */
function parseMarkup(markup: string): State {
  const text = markup.trim()
  const language = LANGUAGE.exec(text)?.[1]
  if (language === undefined) throw invalid(text)
  let at = language.length
  let lineNumbers = false
  while (at < text.length) {
    OPTION.lastIndex = at
    const match = OPTION.exec(text)
    if (match === null) throw invalid(text)
    if (match[1] === 'linenos') lineNumbers = true
    at = OPTION.lastIndex
  }
  return { language: language.toLowerCase(), lineNumbers }
}

function invalid(markup: string): HostError {
  return new HostError(
    `Syntax Error in tag 'highlight' while parsing the following markup:\n\n${markup}\n\nValid syntax: highlight <lang> [linenos]`,
    'render/highlight',
  )
}

/** Code without the empty lines at both ends. */
function trimLines(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && (text[start] === '\n' || text[start] === '\r')) start++
  while (end > start && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--
  return text.slice(start, end)
}

/** The table Rouge prints for line numbers. The code cell always ends with a line break. */
function numbered(html: string): string {
  const code = html.endsWith('\n') ? html : `${html}\n`
  let numbers = ''
  const lines = code.split('\n').length - 1
  for (let line = 1; line <= lines; line++) numbers += `${line}\n`
  return `<table class="rouge-table"><tbody><tr><td class="gutter gl"><pre class="lineno">${numbers}</pre></td><td class="code"><pre>${code}</pre></td></tr></tbody></table>`
}

export const highlight: TagDefinition<State> = {
  name: 'highlight',
  body: 'block',
  parse: parseMarkup,
  render({ language, lineNumbers }, ctx, body) {
    const code = trimLines(body())
    const { inTags: coloured, rouge } = registersOf(ctx).shared.settings.highlight
    const html = coloured ? (colour(code, language, { rouge }) ?? escapeCode(code)) : escapeHtml(code).trim()
    const shown = coloured && lineNumbers ? numbered(html) : html
    const prefix = toText(ctx.get('highlighter_prefix'))
    const suffix = toText(ctx.get('highlighter_suffix'))
    return `${prefix}<figure class="highlight"><pre><code class="language-${language.replaceAll('+', '-')}" data-lang="${language}">${shown}</code></pre></figure>${suffix}`
  },
}

/** What Rouge escapes: `& < >`, not quotes. */
function escapeCode(code: string): string {
  return escapeHtml(code).replaceAll('&quot;', '"').replaceAll('&#39;', "'")
}
