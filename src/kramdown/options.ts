/**
 * kramdown's options: names as in its documentation, values as YAML or JSON gives them. `readOptions` turns them into
 * the `Settings` the rest of the module works with; nothing else looks at the outside form. A document can change
 * settings through `{::options key="value" /}`, so each conversion has its own copy.
 */

/** Colours code. Returns the inner HTML of `<code>` or undefined for a language it does not know. */
export type Highlight = (
  code: string,
  language: string,
  options: Readonly<Record<string, unknown>>,
) => string | undefined

/** Typesets TeX (for `math_engine: katex`). Returns HTML. */
export type TypesetMath = (tex: string, block: boolean) => string

export interface Options {
  readonly input?: string
  readonly auto_ids?: boolean
  readonly auto_id_prefix?: string
  readonly auto_id_stripping?: boolean
  readonly transliterated_header_ids?: boolean
  readonly header_offset?: number
  readonly toc_levels?: string | readonly number[]
  readonly footnote_nr?: number
  readonly footnote_prefix?: string
  readonly footnote_backlink?: string
  readonly footnote_backlink_inline?: boolean
  readonly footnote_link_text?: string
  readonly smart_quotes?: string | readonly string[]
  readonly typographic_symbols?: Readonly<Record<string, string>>
  readonly entity_output?: string
  readonly hard_wrap?: boolean
  readonly gfm_quirks?: string | readonly string[]
  readonly gfm_emojis?: boolean
  readonly parse_block_html?: boolean
  readonly parse_span_html?: boolean
  readonly html_to_native?: boolean
  readonly link_defs?: Readonly<Record<string, readonly (string | null)[]>>
  readonly math_engine?: string | null
  readonly syntax_highlighter?: string | null
  readonly syntax_highlighter_opts?: Readonly<Record<string, unknown>>
  readonly remove_line_breaks_for_cjk?: boolean
  readonly forbidden_inline_options?: string | readonly string[]
  /** colours code; without it code is printed plain, as kramdown does when Rouge is missing */
  readonly highlight?: Highlight
  /** typesets TeX when `math_engine` is katex */
  readonly math?: TypesetMath
  /** address of the picture for an emoji's name, e.g. for `smile`; undefined for an unknown one */
  readonly emoji?: (name: string) => string | undefined
  /** plain ASCII for a text, for `transliterated_header_ids` */
  readonly transliterate?: (text: string) => string
  readonly [other: string]: unknown
}

/** What Jekyll 4.3 sets unless a site's configuration says otherwise. */
export const jekyllDefaults: Options = {
  input: 'GFM',
  hard_wrap: false,
  auto_ids: true,
  toc_levels: '1..6',
  entity_output: 'as_char',
  smart_quotes: 'lsquo,rsquo,ldquo,rdquo',
  footnote_nr: 1,
  show_warnings: false,
  syntax_highlighter: 'rouge',
  syntax_highlighter_opts: { default_lang: 'plaintext', guess_lang: true },
}

export type EntityOutput = 'as_char' | 'as_input' | 'numeric' | 'symbolic'

export interface Settings {
  gfm: boolean
  autoIds: boolean
  autoIdPrefix: string
  autoIdStripping: boolean
  transliteratedHeaderIds: boolean
  headerOffset: number
  tocLevels: readonly number[]
  footnoteNr: number
  footnotePrefix: string
  footnoteBacklink: string
  footnoteBacklinkInline: boolean
  footnoteLinkText: string
  /** names of entities: left single, right single, left double, right double */
  smartQuotes: readonly string[]
  typographicSymbols: ReadonlyMap<string, string>
  entityOutput: EntityOutput
  hardWrap: boolean
  paragraphEnd: boolean
  typographic: boolean
  gfmEmojis: boolean
  parseBlockHtml: boolean
  parseSpanHtml: boolean
  htmlToNative: boolean
  linkDefs: ReadonlyMap<string, { readonly url: string; readonly title: string | null }>
  mathEngine: string | null
  syntaxHighlighter: string | null
  syntaxHighlighterOpts: Readonly<Record<string, unknown>>
  removeLineBreaksForCjk: boolean
  forbiddenInlineOptions: readonly string[]
  readonly highlight: Highlight | undefined
  readonly math: TypesetMath | undefined
  readonly emoji: ((name: string) => string | undefined) | undefined
  readonly transliterate: ((text: string) => string) | undefined
}

/** Names that are fine but change nothing in HTML output, or belong to the caller. */
const SILENT = new Set([
  'line_width',
  'list_indent',
  'latex_headers',
  'template',
  'remove_block_html_tags',
  'remove_span_html_tags',
  'math_engine_opts',
  'show_warnings',
  'guess_lang',
  'emoji',
  'gfm_emoji_opts',
  'highlight',
  'math',
  'transliterate',
])

function isOn(value: unknown): boolean {
  if (typeof value === 'boolean') return value
  const text = String(value).trim().toLowerCase()
  return !(text === 'false' || text === 'no' || text === '')
}

const QUOTES: readonly string[] = ['lsquo', 'rsquo', 'ldquo', 'rdquo']

function asList(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map((v) => String(v).replace(/^:/, ''))
  if (value === 'lsquo,rsquo,ldquo,rdquo') return QUOTES
  return String(value ?? '')
    .split(/[\s,]+/)
    .filter((v) => v !== '')
    .map((v) => v.replace(/^:/, ''))
}

function asNumber(value: unknown, fallback: number): number {
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value)
  const text = String(value).trim()
  return /^-?\d+$/.test(text) ? Number(text) : fallback
}

function asName(value: unknown): string | null {
  if (value === null || value === undefined || value === false) return null
  if (value === 'rouge' || value === 'as_char') return value
  const text = String(value).trim().replace(/^:/, '')
  return text === '' || text === 'nil' || text === 'null' ? null : text
}

const ALL_LEVELS: readonly number[] = [1, 2, 3, 4, 5, 6]

/** `1..6`, `1,3`, `[2, 3]`; undefined when it makes no sense. */
function asLevels(value: unknown): readonly number[] | undefined {
  if (Array.isArray(value)) {
    const levels = value.map(Number)
    return levels.length > 0 && levels.every((n) => n >= 1 && n <= 6) ? levels : undefined
  }
  if (value === '1..6') return ALL_LEVELS
  const text = String(value).trim()
  const range = /^(\d+)\.\.(\.?)(\d+)$/.exec(text)
  const levels: number[] = []
  if (range) {
    const last = Number(range[3]) - (range[2] === '.' ? 1 : 0)
    for (let n = Number(range[1]); n <= last && n <= 7; n++) levels.push(n)
  } else if (/^\d+(\s*,\s*\d+)*$/.test(text)) levels.push(...text.split(',').map(Number))
  return levels.length > 0 && levels.every((n) => n >= 1 && n <= 6) ? levels : undefined
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Map)
}

/** Pairs of a plain object or a Map; a text `{a: b, c: d}` is read as a flat YAML mapping. */
export function asPairs(value: unknown): [string, unknown][] {
  if (value instanceof Map) return [...value].map(([k, v]) => [String(k).replace(/^:/, ''), v])
  if (typeof value === 'string') {
    return value
      .trim()
      .replace(/^\{|\}$/g, '')
      .split(/[,\n]/)
      .map((part): [string, unknown] => {
        const colon = part.indexOf(':')
        return [part.slice(0, Math.max(colon, 0)).trim(), plainScalar(part.slice(colon + 1).trim())]
      })
      .filter(([key]) => key !== '')
  }
  return isPlainObject(value) ? Object.entries(value) : []
}

function plainScalar(text: string): unknown {
  if (text === 'true') return true
  if (text === 'false') return false
  if (text === '' || text === 'null' || text === '~') return null
  if (/^-?\d+$/.test(text)) return Number(text)
  return text.replace(/^(["'])(.*)\1$/, '$2')
}

const NO_SYMBOLS: Settings['typographicSymbols'] = new Map()
const NO_LINKS: Settings['linkDefs'] = new Map()
const NO_OPTIONS: Settings['syntaxHighlighterOpts'] = {}
const FORBIDDEN: readonly string[] = ['template']

export function defaultSettings(options: Options): Settings {
  return {
    gfm: false,
    autoIds: true,
    autoIdPrefix: '',
    autoIdStripping: false,
    transliteratedHeaderIds: false,
    headerOffset: 0,
    tocLevels: ALL_LEVELS,
    footnoteNr: 1,
    footnotePrefix: '',
    footnoteBacklink: '&#8617;',
    footnoteBacklinkInline: false,
    footnoteLinkText: '%s',
    smartQuotes: QUOTES,
    typographicSymbols: NO_SYMBOLS,
    entityOutput: 'as_char',
    hardWrap: true,
    paragraphEnd: true,
    typographic: true,
    gfmEmojis: false,
    parseBlockHtml: false,
    parseSpanHtml: true,
    htmlToNative: false,
    linkDefs: NO_LINKS,
    mathEngine: 'mathjax',
    syntaxHighlighter: 'rouge',
    syntaxHighlighterOpts: NO_OPTIONS,
    removeLineBreaksForCjk: false,
    forbiddenInlineOptions: FORBIDDEN,
    highlight: options.highlight,
    math: options.math,
    emoji: options.emoji,
    transliterate: options.transliterate,
  }
}

/**
 * Sets one option. Returns false for a name kramdown does not know. A value that makes no sense leaves the old one
 * and says so through `warn`.
 */
export function setOption(
  s: Settings,
  name: string,
  value: unknown,
  warn: (message: string) => void,
): boolean {
  switch (name) {
    case 'input':
      s.gfm = value === 'GFM' || /^:?gfm$/i.test(String(value))
      return true
    case 'auto_ids':
      s.autoIds = isOn(value)
      return true
    case 'auto_id_prefix':
      s.autoIdPrefix = String(value ?? '')
      return true
    case 'auto_id_stripping':
      s.autoIdStripping = isOn(value)
      return true
    case 'transliterated_header_ids':
      s.transliteratedHeaderIds = isOn(value)
      return true
    case 'header_offset':
      s.headerOffset = asNumber(value, s.headerOffset)
      return true
    case 'toc_levels': {
      const levels = asLevels(value)
      if (levels) s.tocLevels = levels
      else warn('Invalid syntax for option toc_levels')
      return true
    }
    case 'footnote_nr':
      s.footnoteNr = asNumber(value, s.footnoteNr)
      return true
    case 'footnote_prefix':
      s.footnotePrefix = String(value ?? '').trim()
      return true
    case 'footnote_backlink':
      s.footnoteBacklink = String(value ?? '')
      return true
    case 'footnote_backlink_inline':
      s.footnoteBacklinkInline = isOn(value)
      return true
    case 'footnote_link_text':
      if (String(value).includes('%s')) s.footnoteLinkText = String(value)
      else warn("option footnote_link_text needs to contain a '%s' placeholder")
      return true
    case 'smart_quotes': {
      const quotes = asList(value)
      if (quotes.length === 4) s.smartQuotes = quotes
      else warn('Array option smart_quotes: expected 4 values')
      return true
    }
    case 'typographic_symbols':
      s.typographicSymbols = new Map(asPairs(value).map(([k, v]) => [k, String(v)]))
      return true
    case 'entity_output': {
      const kind = asName(value)
      if (kind === 'as_char' || kind === 'as_input' || kind === 'numeric' || kind === 'symbolic')
        s.entityOutput = kind
      else warn(`Invalid value for option entity_output: ${String(value)}`)
      return true
    }
    case 'hard_wrap':
      s.hardWrap = isOn(value)
      return true
    case 'gfm_quirks': {
      const quirks = asList(value)
      s.paragraphEnd = quirks.includes('paragraph_end')
      s.typographic = !quirks.includes('no_auto_typographic')
      return true
    }
    case 'gfm_emojis':
      s.gfmEmojis = isOn(value)
      return true
    case 'parse_block_html':
      s.parseBlockHtml = isOn(value)
      return true
    case 'parse_span_html':
      s.parseSpanHtml = isOn(value)
      return true
    case 'html_to_native':
      s.htmlToNative = isOn(value)
      return true
    case 'link_defs':
      s.linkDefs = new Map(
        asPairs(value).map(([id, def]) => {
          const [url, title] = Array.isArray(def) ? def : [def, null]
          return [id.replace(/\s+/g, ' ').toLowerCase(), { url: String(url ?? ''), title: asName(title) }]
        }),
      )
      return true
    case 'math_engine':
      s.mathEngine = asName(value)
      return true
    case 'syntax_highlighter':
      s.syntaxHighlighter = asName(value)
      return true
    case 'syntax_highlighter_opts':
      s.syntaxHighlighterOpts = isPlainObject(value) ? value : Object.fromEntries(asPairs(value))
      return true
    case 'remove_line_breaks_for_cjk':
      s.removeLineBreaksForCjk = isOn(value)
      return true
    case 'forbidden_inline_options':
      s.forbiddenInlineOptions = asList(value)
      return true
    default:
      return SILENT.has(name)
  }
}

/** Settings for one conversion. Names kramdown does not know and values that make no sense end up in `warn`. */
export function readOptions(options: Options, warn: (message: string) => void): Settings {
  const settings = defaultSettings(options)
  for (const name of Object.keys(options)) {
    const value = options[name]
    if (value !== undefined && !setOption(settings, name, value, warn))
      warn(`Unknown kramdown option '${name}'`)
  }
  return settings
}
