/**
 * kramdown's options: names as in its documentation, values as YAML or JSON gives them. `readOptions` turns them into
 * the `Settings` the rest of the module works with; nothing else looks at the outside form. A document can change
 * settings through `{::options key="value" /}`, so each conversion has its own copy.
 */
import type { KramdownVersion } from '../base/index.ts'
import type { OwnElements } from './elements-of-others.ts'
import type { Warn } from './option-values.ts'
import {
  ALL_LEVELS,
  asBoolean,
  asInteger,
  asLevels,
  asLinks,
  asName,
  asNames,
  asPairs,
  asQuotes,
  asRecord,
  asText,
  QUOTES,
} from './option-values.ts'
import { type KramdownRules, kramdownRules } from './versions.ts'

/** Colours code. Returns the inner HTML of `<code>` or undefined for a language it does not know. */
export type Highlight = (
  code: string,
  language: string,
  options: Readonly<Record<string, unknown>>,
) => string | undefined

/**
 * Writes a code block in a way of its own: what takes the place of the whole block, its `<pre>` too, or undefined for a
 * block that shall stay code. `attributes` are those of an attribute list, without the class that names the language.
 */
export type WriteCodeBlock = (
  code: string,
  language: string | undefined,
  attributes: ReadonlyMap<string, string>,
) => string | undefined

/**
 * Attributes for a code block, of the words behind the language of its fence, on one line; undefined where they are none.
 * kramdown itself takes a fence with such words for no fence.
 */
export type FenceWords = (words: string) => ReadonlyMap<string, string> | undefined

/**
 * Typesets TeX (for `math_engine: katex`). Returns HTML.
 *
 * @param id of the formula's attribute list, which goes into the first element, as all of that list does
 */
export type TypesetMath = (tex: string, block: boolean, id?: string) => string

export interface KramdownOptions {
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
  readonly header_links?: boolean
  readonly smart_quotes?: string | readonly string[]
  readonly typographic_symbols?: string | Readonly<Record<string, string>>
  readonly entity_output?: string
  readonly hard_wrap?: boolean
  readonly gfm_quirks?: string | readonly string[]
  readonly gfm_emojis?: boolean
  readonly parse_block_html?: boolean
  readonly parse_span_html?: boolean
  readonly html_to_native?: boolean
  readonly link_defs?: string | Readonly<Record<string, readonly (string | null)[]>>
  readonly math_engine?: string | null
  readonly syntax_highlighter?: string | null
  readonly syntax_highlighter_opts?: Readonly<Record<string, unknown>>
  readonly remove_line_breaks_for_cjk?: boolean
  readonly forbidden_inline_options?: string | readonly string[]
  /** whose kramdown; 2.4 where nothing is said */
  readonly version?: KramdownVersion
  /** colours code; without it code is printed plain, as kramdown does when Rouge is missing */
  readonly highlight?: Highlight
  /** asked for every code block before it is coloured */
  readonly codeBlock?: WriteCodeBlock
  /** reads what stands behind the language of a fence; without it that makes no fence, as in kramdown */
  readonly fenceWords?: FenceWords
  /** writes some types of elements in the place of kramdown's own converter */
  readonly elements?: OwnElements
  /** typesets TeX when `math_engine` is katex */
  readonly math?: TypesetMath
  /** address of the picture for an emoji's name, e.g. for `smile`; undefined for an unknown one */
  readonly emoji?: (name: string) => string | undefined
  /** the text is a US-ASCII string to Ruby: other characters are written as entities */
  readonly ascii?: boolean
  /** plain ASCII for a text, for `transliterated_header_ids` */
  readonly transliterate?: (text: string) => string
  readonly [other: string]: unknown
}

/** What Jekyll 4.3 sets unless a site's configuration says otherwise. */
export const jekyllDefaults: KramdownOptions = {
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

type EntityOutput = 'as_char' | 'as_input' | 'numeric' | 'symbolic'

export interface Settings {
  rules: KramdownRules
  gfm: boolean
  /** `input: markdown`: without what kramdown adds to Markdown */
  plain: boolean
  /** `input: html`: the text is HTML, and becomes kramdown's elements where it has any */
  html: boolean
  /** `input: SmartyPants`, which is Jekyll's: no Markdown at all */
  smartypants: boolean
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
  headerLinks: boolean
  /** names of entities: left single, right single, left double, right double */
  smartQuotes: readonly string[]
  typographicSymbols: ReadonlyMap<string, string>
  entityOutput: EntityOutput
  readonly ascii: boolean
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
  readonly codeBlock: WriteCodeBlock | undefined
  readonly fenceWords: FenceWords | undefined
  readonly math: TypesetMath | undefined
  readonly emoji: ((name: string) => string | undefined) | undefined
  readonly transliterate: ((text: string) => string) | undefined
}

/** Names that change nothing in HTML output; those of CodeRay are kramdown's old ones. */
const SILENT: ReadonlySet<string> = new Set([
  'line_width',
  'list_indent',
  'latex_headers',
  'template',
  'remove_block_html_tags',
  'remove_span_html_tags',
  'math_engine_opts',
  'enable_coderay',
  'coderay',
  'coderay_bold_every',
  'coderay_css',
  'coderay_default_lang',
  'coderay_line_number_start',
  'coderay_line_numbers',
  'coderay_tab_width',
  'coderay_wrap',
])

/** Names that are no options of kramdown: what the caller passes in, and what Jekyll puts beside kramdown's options. */
const CALLERS: ReadonlySet<string> = new Set([
  'show_warnings',
  'guess_lang',
  'emoji',
  'gfm_emoji_opts',
  'highlight',
  'codeBlock',
  'elements',
  'fenceWords',
  'math',
  'transliterate',
  'version',
  'ascii',
])

const NO_SYMBOLS: Settings['typographicSymbols'] = new Map()
const NO_LINKS: Settings['linkDefs'] = new Map()
const NO_OPTIONS: Settings['syntaxHighlighterOpts'] = {}
/** What no document may set. */
const FORBIDDEN: readonly string[] = ['template', 'forbidden_inline_options']

function defaultSettings(options: KramdownOptions): Settings {
  return {
    rules: kramdownRules(options.version ?? '2.4'),
    gfm: false,
    plain: false,
    html: false,
    smartypants: false,
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
    headerLinks: false,
    smartQuotes: QUOTES,
    typographicSymbols: NO_SYMBOLS,
    entityOutput: 'as_char',
    ascii: options.ascii === true,
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
    codeBlock: options.codeBlock,
    fenceWords: options.fenceWords,
    math: options.math,
    emoji: options.emoji,
    transliterate: options.transliterate,
  }
}

/** What `{::options}` in a document sets. Returns false for a name kramdown does not know; ignores values without sense. */
export function setInlineOption(s: Settings, name: string, value: string): boolean {
  if (name === 'input' || CALLERS.has(name) || s.rules.lackingOptions.includes(name)) return false
  return s.rules.fixedOptions.includes(name) || setOption(s, name, value, () => {})
}

/**
 * Sets one option. Returns false for a name kramdown does not know. A value that makes no sense leaves the old one
 * and says so through `warn`, in the words of the error kramdown raises.
 */
function setOption(s: Settings, name: string, value: unknown, warn: Warn): boolean {
  switch (name) {
    case 'input':
      s.gfm = value === 'GFM' || /^:?gfm$/i.test(String(value))
      s.plain = /^:?markdown$/i.test(String(value))
      s.html = /^:?html$/i.test(String(value))
      s.smartypants = /^:?smartyPants$/i.test(String(value))
      return true
    case 'auto_ids':
      s.autoIds = asBoolean(value)
      return true
    case 'auto_id_prefix':
      s.autoIdPrefix = asText(value)
      return true
    case 'auto_id_stripping':
      s.autoIdStripping = asBoolean(value)
      return true
    case 'transliterated_header_ids':
      s.transliteratedHeaderIds = asBoolean(value)
      return true
    case 'header_offset':
      s.headerOffset = asInteger(name, value, warn) ?? s.headerOffset
      return true
    case 'toc_levels':
      s.tocLevels = asLevels(name, value, warn) ?? s.tocLevels
      return true
    case 'footnote_nr':
      s.footnoteNr = asInteger(name, value, warn) ?? s.footnoteNr
      return true
    case 'footnote_prefix':
      s.footnotePrefix = asText(value)
      return true
    case 'footnote_backlink':
      s.footnoteBacklink = asText(value)
      return true
    case 'footnote_backlink_inline':
      s.footnoteBacklinkInline = asBoolean(value)
      return true
    case 'footnote_link_text':
      if (asText(value).includes('%s')) s.footnoteLinkText = asText(value)
      else warn("option footnote_link_text needs to contain a '%s'")
      return true
    case 'header_links':
      s.headerLinks = asBoolean(value)
      return true
    case 'smart_quotes':
      s.smartQuotes = asQuotes(name, value, warn) ?? s.smartQuotes
      return true
    case 'typographic_symbols': {
      const pairs = asPairs(name, value, warn)
      if (pairs) s.typographicSymbols = new Map(pairs.map(([k, v]) => [k, asText(v)]))
      return true
    }
    case 'entity_output': {
      // kramdown prints numbers for a word it does not know.
      const kind = asName(value)
      s.entityOutput = kind === 'as_char' || kind === 'as_input' || kind === 'symbolic' ? kind : 'numeric'
      return true
    }
    case 'hard_wrap':
      s.hardWrap = asBoolean(value)
      return true
    case 'gfm_quirks': {
      const quirks = asNames(name, value, warn)
      if (!quirks) return true
      s.paragraphEnd = quirks.includes('paragraph_end')
      s.typographic = !quirks.includes('no_auto_typographic')
      return true
    }
    case 'gfm_emojis':
      s.gfmEmojis = asBoolean(value)
      return true
    case 'parse_block_html':
      s.parseBlockHtml = asBoolean(value)
      return true
    case 'parse_span_html':
      s.parseSpanHtml = asBoolean(value)
      return true
    case 'html_to_native':
      s.htmlToNative = asBoolean(value)
      return true
    case 'link_defs':
      s.linkDefs = asLinks(name, value, warn) ?? s.linkDefs
      return true
    case 'math_engine':
      s.mathEngine = value === false ? null : asName(value)
      return true
    case 'syntax_highlighter':
      s.syntaxHighlighter = asName(value)
      return true
    case 'syntax_highlighter_opts':
      s.syntaxHighlighterOpts = asRecord(name, value, warn) ?? s.syntaxHighlighterOpts
      return true
    case 'remove_line_breaks_for_cjk':
      s.removeLineBreaksForCjk = asBoolean(value)
      return true
    case 'forbidden_inline_options':
      s.forbiddenInlineOptions = [...FORBIDDEN, ...(asNames(name, value, warn) ?? [])]
      return true
    default:
      return SILENT.has(name) || CALLERS.has(name)
  }
}

/** Why kramdown raises an error for `options`, in its words: values of a wrong type. Names it does not know are none. */
export function faultsOfOptions(options: KramdownOptions): readonly string[] {
  const faults: string[] = []
  const settings = defaultSettings(options)
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || settings.rules.lackingOptions.includes(name)) continue
    setOption(settings, name, value, (fault) => faults.push(fault))
  }
  return faults
}

/** Settings for one conversion. Names kramdown does not know and values that make no sense end up in `warn`. */
export function readOptions(options: KramdownOptions, warn: Warn): Settings {
  const settings = defaultSettings(options)
  for (const name of Object.keys(options)) {
    const value = options[name]
    // One of a later version changes nothing.
    if (settings.rules.lackingOptions.includes(name)) continue
    if (value !== undefined && !setOption(settings, name, value, warn))
      warn(`Unknown kramdown option '${name}'`)
  }
  return settings
}
