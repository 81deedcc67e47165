/** What one conversion gathers while it reads: definitions, settings, warnings. Both passes and the writer share it. */
import type { AttributeList } from './element.ts'
import { Element } from './element.ts'
import type { Settings } from './options.ts'

export interface LinkDefinition {
  readonly url: string
  readonly title: string | null
  /** the element in the definition's place: attribute lists around it end up on it */
  readonly el: Element | null
}

interface FootnoteDefinition {
  readonly name: string
  readonly content: Element
  readonly line: number
  /** a marker points here */
  used: boolean
}

export interface AbbreviationDefinition {
  readonly text: string
  readonly el: Element
}

export interface ParsedDocument {
  readonly settings: Settings
  readonly root: Element
  readonly linkDefs: Map<string, LinkDefinition>
  readonly footnotes: Map<string, FootnoteDefinition>
  readonly abbreviations: Map<string, AbbreviationDefinition>
  readonly attributeLists: Map<string, AttributeList>
  /** attribute lists of blocks, not yet applied */
  readonly ials: Map<Element, AttributeList>
  /** headers outside of HTML elements and footnotes: GFM gives those their ids */
  readonly headers: Element[]
  /** which of the table of contents and the footnotes have their place */
  readonly placed: Set<string>
  /** null when nobody asks: then lines are not counted either */
  readonly warnings: Set<string> | null
}

export function newParsedDocument(settings: Settings, warnings: Set<string> | null): ParsedDocument {
  return {
    settings,
    root: new Element('root', ''),
    linkDefs: new Map(),
    footnotes: new Map(),
    abbreviations: new Map(),
    attributeLists: new Map(),
    ials: new Map(),
    headers: [],
    placed: new Set(),
    warnings,
  }
}
