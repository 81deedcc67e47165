/** What the versions of kramdown do otherwise, one row for each difference, as changes to the next version. */
import type { KramdownVersion } from '../base/index.ts'
import { ALL_ENTITIES, type Entities, FEWER_ENTITIES } from './entities.ts'
import { type HtmlElements, htmlElements } from './html-elements.ts'

export interface KramdownRules {
  /** `role="doc-noteref"` stands at the link of a footnote, and no role at its item */
  readonly roleAtLink: boolean
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
  /** a warning is forgotten when the emphasis it was found in is none */
  readonly warnsOfEmphasisOnly: boolean
  /** coloured code in text has the language's class that `default_lang` names, whatever class it has itself */
  readonly defaultNamesSpans: boolean
  /** options it does not have yet */
  readonly lackingOptions: readonly string[]
}

const KRAMDOWN_2_5: KramdownRules = {
  roleAtLink: true,
  entities: ALL_ENTITIES,
  elements: htmlElements('time'),
  cdata: true,
  spacedAbbreviations: true,
  underscoresInWords: true,
  emptyTables: false,
  warnsOfEmphasisOnly: true,
  defaultNamesSpans: false,
  lackingOptions: [],
}
const KRAMDOWN_2_4: KramdownRules = {
  ...KRAMDOWN_2_5,
  roleAtLink: false,
  entities: FEWER_ENTITIES,
  elements: htmlElements(),
  cdata: false,
  spacedAbbreviations: false,
  underscoresInWords: false,
  emptyTables: true,
  warnsOfEmphasisOnly: false,
  lackingOptions: ['footnote_link_text', 'header_links'],
}
const KRAMDOWN_2_3: KramdownRules = {
  ...KRAMDOWN_2_4,
  defaultNamesSpans: true,
  lackingOptions: [...KRAMDOWN_2_4.lackingOptions, 'list_indent'],
}

const RULES: Readonly<Record<KramdownVersion, KramdownRules>> = {
  '1.17': KRAMDOWN_2_3,
  '2.3': KRAMDOWN_2_3,
  '2.4': KRAMDOWN_2_4,
  '2.5': KRAMDOWN_2_5,
}

export function kramdownRules(version: KramdownVersion): KramdownRules {
  return RULES[version]
}
