/**
 * The rules for blocks in the order kramdown tries them and with its names, and what GFM and plain Markdown change. `interrupts` says which lines above a
 * block ends by its first line: lazy ones (which go on with a block without its marks), or those of a paragraph too.
 */

import { fencedCode, indentedCode } from './block/code.ts'
import { definitionList } from './block/definition-list.ts'
import { abbreviationDefinition, footnoteDefinition, linkDefinition } from './block/definitions.ts'
import { blockExtension } from './block/extensions.ts'
import { htmlBlock } from './block/html.ts'
import { isBlockTag, isDefinitionStart, isFence, isHeaderStart, listMarker } from './block/line-kind.ts'
import { list } from './block/list.ts'
import { blockMath } from './block/math.ts'
import { atxHeader, content, paragraph, setextHeader } from './block/paragraph.ts'
import { blockQuote } from './block/quote.ts'
import { blankLines, endOfBlock, horizontalRule } from './block/separators.ts'
import { table } from './block/table.ts'
import type { BlockRule, Interruption } from './block-state.ts'
import { blankToLineEnd } from './chars.ts'
import { ANY, changed, only, without } from './rules.ts'

const lazyLines = (when: Interruption['when']): Interruption => ({ lines: 'lazy', when })
const paragraphs = (when: Interruption['when']): Interruption => ({ lines: 'paragraph', when })

export const KRAMDOWN_BLOCKS: readonly BlockRule[] = [
  {
    name: 'blank_line',
    firstCharacters: ' \t\n\v\f\r',
    rule: blankLines,
    atAnyDepth: true,
    interrupts: lazyLines((s, _, at) => blankToLineEnd(s.text, at)),
  },
  { name: 'codeblock', firstCharacters: ' \t', rule: indentedCode },
  { name: 'codeblock_fenced', firstCharacters: '~', rule: fencedCode },
  { name: 'blockquote', firstCharacters: '>', rule: blockQuote },
  { name: 'atx_header', firstCharacters: '#', rule: atxHeader },
  { name: 'horizontal_rule', firstCharacters: '*-_', rule: horizontalRule },
  { name: 'list', firstCharacters: '*+-0123456789', rule: list },
  {
    name: 'definition_list',
    firstCharacters: ':',
    rule: definitionList,
    interrupts: paragraphs((s, _, at) => isDefinitionStart(s.text, at)),
  },
  {
    name: 'block_html',
    firstCharacters: '<',
    rule: htmlBlock,
    interrupts: lazyLines((s, _, at) => isBlockTag(s.text, at, s.doc.settings.rules.elements)),
  },
  { name: 'setext_header', firstCharacters: ANY, rule: setextHeader },
  { name: 'block_math', firstCharacters: '$\\', rule: blockMath },
  { name: 'table', firstCharacters: ANY, rule: table },
  { name: 'footnote_definition', firstCharacters: '[', rule: footnoteDefinition },
  { name: 'link_definition', firstCharacters: '[', rule: linkDefinition },
  { name: 'abbrev_definition', firstCharacters: '*', rule: abbreviationDefinition },
  {
    name: 'block_extensions',
    firstCharacters: '{',
    rule: blockExtension,
    interrupts: lazyLines((s, _, at) => s.ialEnd(at) > 0),
  },
  {
    name: 'eob_marker',
    firstCharacters: '^',
    rule: endOfBlock,
    interrupts: lazyLines((s, pos) => s.isEob(pos)),
  },
  { name: 'paragraph', firstCharacters: ANY, rule: paragraph, atAnyDepth: true },
]

/** What Markdown had before kramdown. */
export const MARKDOWN_BLOCKS: readonly BlockRule[] = without(
  KRAMDOWN_BLOCKS,
  'codeblock_fenced',
  'table',
  'definition_list',
  'footnote_definition',
  'abbrev_definition',
  'block_math',
  'block_extensions',
)

/** Jekyll's SmartyPants: HTML, and text that is no Markdown. */
export const SMARTYPANTS_BLOCKS: readonly BlockRule[] = [
  ...only(KRAMDOWN_BLOCKS, 'block_html'),
  { name: 'content', firstCharacters: ANY, rule: content, atAnyDepth: true },
]

/** GFM without the quirk `paragraph_end`. */
export const GFM_BLOCKS: readonly BlockRule[] = changed(KRAMDOWN_BLOCKS, {
  codeblock_fenced: { firstCharacters: '~`' },
})

/** GFM: more blocks end a paragraph. */
export const GFM_PARAGRAPH_END_BLOCKS: readonly BlockRule[] = changed(GFM_BLOCKS, {
  codeblock_fenced: { interrupts: paragraphs((s, _, at) => isFence(s.text, at)) },
  blockquote: { interrupts: paragraphs(() => true) },
  atx_header: { interrupts: paragraphs((s, pos) => isHeaderStart(s.text, pos)) },
  list: { interrupts: paragraphs((s, _, at) => listMarker(s.text, at) > 0) },
})
