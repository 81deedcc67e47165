/** What the versions of kramdown do otherwise, one row for each difference, as changes to the next version. */
import type { KramdownVersion } from '../base/index.ts'
import { ALL_ENTITIES, type Entities, FEWER_ENTITIES } from './entities.ts'
import { type HtmlElements, htmlElements } from './html-elements.ts'

/** What the parts of footnotes have besides their own attributes, as it prints. */
interface FootnoteAttributes {
  readonly marker: string
  readonly link: string
  readonly list: string
  readonly item: string
  readonly backlink: string
}

export interface KramdownRules {
  readonly footnotes: FootnoteAttributes
  readonly entities: Entities
  readonly elements: HtmlElements
  /** `<![CDATA[text]]>` is text, in blocks of HTML and in spans */
  readonly cdata: boolean
  /** white space in an abbreviation stands for any white space */
  readonly spacedAbbreviations: boolean
  /** an underscore after a letter and more underscores is part of the word too */
  readonly underscoresInWords: boolean
  /** `html_to_native` takes tables whose rows are empty */
  readonly emptyTables: boolean
  /** coloured code in text has the language's class that `default_lang` names, whatever class it has itself */
  readonly defaultNamesSpans: boolean
  /** formulas for MathJax are scripts */
  readonly mathScripts: boolean
  /** code without a language is plain text and gets the classes of coloured code, whatever `guess_lang` says */
  readonly alwaysGuesses: boolean
  /** abbreviations are looked for in HTML that is not read as Markdown, too */
  readonly abbreviationsInRawHtml: boolean
  /** an image alone in its paragraph may become a figure */
  readonly figures: boolean
  /** the host of a mail address may have fewer than three characters */
  readonly shortHosts: boolean
  /** a hyphen in front of an underscore makes a word without a letter before it */
  readonly hyphenIsWord: boolean
  /** a backtick and a blank that begin a text are no code */
  readonly blankBeginsNoCode: boolean
  /** `<?…?>` is read outside of HTML, too */
  readonly instructions: boolean
  /** in GFM a backslash at the end of a line breaks it, and one character may be struck through */
  readonly newerGfm: boolean
  /** options that are read when a conversion starts: a document cannot change them, though kramdown knows their names */
  readonly fixedOptions: readonly string[]
  /** options it does not have yet */
  readonly lackingOptions: readonly string[]
}

const KRAMDOWN_2_5: KramdownRules = {
  footnotes: {
    marker: '',
    link: ' rel="footnote" role="doc-noteref"',
    list: ' role="doc-endnotes"',
    item: '',
    backlink: ' role="doc-backlink"',
  },
  entities: ALL_ENTITIES,
  elements: htmlElements(['time']),
  cdata: true,
  spacedAbbreviations: true,
  underscoresInWords: true,
  emptyTables: false,
  defaultNamesSpans: false,
  mathScripts: false,
  alwaysGuesses: false,
  abbreviationsInRawHtml: false,
  figures: true,
  shortHosts: true,
  hyphenIsWord: false,
  blankBeginsNoCode: true,
  instructions: false,
  newerGfm: true,
  fixedOptions: ['hard_wrap', 'gfm_quirks', 'gfm_emojis'],
  lackingOptions: [],
}
const KRAMDOWN_2_4: KramdownRules = {
  ...KRAMDOWN_2_5,
  footnotes: {
    ...KRAMDOWN_2_5.footnotes,
    marker: ' role="doc-noteref"',
    link: ' rel="footnote"',
    item: ' role="doc-endnote"',
  },
  entities: FEWER_ENTITIES,
  elements: htmlElements([]),
  cdata: false,
  spacedAbbreviations: false,
  underscoresInWords: false,
  emptyTables: true,
  lackingOptions: ['footnote_link_text', 'header_links'],
}
const KRAMDOWN_2_3: KramdownRules = {
  ...KRAMDOWN_2_4,
  defaultNamesSpans: true,
  lackingOptions: [...KRAMDOWN_2_4.lackingOptions, 'list_indent'],
}
/** Footnotes, mathematics, HTML and code; its own GFM differs in more. */
const KRAMDOWN_1_17: KramdownRules = {
  ...KRAMDOWN_2_3,
  footnotes: { marker: '', link: '', list: '', item: '', backlink: '' },
  mathScripts: true,
  alwaysGuesses: true,
  abbreviationsInRawHtml: true,
  figures: false,
  elements: htmlElements([], false),
  shortHosts: false,
  hyphenIsWord: true,
  blankBeginsNoCode: false,
  instructions: true,
  newerGfm: false,
  fixedOptions: ['gfm_quirks'],
  lackingOptions: [
    ...KRAMDOWN_2_3.lackingOptions,
    'footnote_prefix',
    'forbidden_inline_options',
    'gfm_emojis',
    'remove_line_breaks_for_cjk',
  ],
}

const RULES: Readonly<Record<KramdownVersion, KramdownRules>> = {
  '1.17': KRAMDOWN_1_17,
  '2.3': KRAMDOWN_2_3,
  '2.4': KRAMDOWN_2_4,
  '2.5': KRAMDOWN_2_5,
}

export function kramdownRules(version: KramdownVersion): KramdownRules {
  return RULES[version]
}
