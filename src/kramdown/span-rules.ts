/** The rules for spans in the order kramdown tries them and with its names, and what GFM and options change. */

import { only, without } from './rules.ts'
import { autolink } from './span/autolink.ts'
import { codeSpan, inlineMath } from './span/code.ts'
import { emphasis, strikethrough } from './span/emphasis.ts'
import { entity } from './span/entity.ts'
import { backslash, escapedAngles, lineBreak } from './span/escape.ts'
import { footnoteMarker, spanExtension } from './span/extensions.ts'
import { spanHtml } from './span/html.ts'
import { link } from './span/link.ts'
import { smartQuote } from './span/quotes.ts'
import { emoji, typographicSymbol } from './span/symbols.ts'
import type { SpanRule } from './span-state.ts'
import { AFTER_BLANK, TWICE } from './span-state.ts'

const KRAMDOWN_SPANS: readonly SpanRule[] = [
  { name: 'emphasis', firstCharacters: '*_', rule: emphasis },
  { name: 'codespan', firstCharacters: '`', rule: codeSpan },
  { name: 'autolink', firstCharacters: '<', rule: autolink },
  { name: 'span_html', firstCharacters: '<', rule: spanHtml },
  { name: 'footnote_marker', firstCharacters: '[', rule: footnoteMarker },
  { name: 'link', firstCharacters: '[!', rule: link, ends: ']' },
  { name: 'smart_quotes', firstCharacters: '"\'', rule: smartQuote },
  { name: 'inline_math', firstCharacters: '$', needs: TWICE, rule: inlineMath },
  { name: 'span_extensions', firstCharacters: '{', rule: spanExtension },
  { name: 'html_entity', firstCharacters: '&', rule: entity },
  { name: 'typographic_syms', firstCharacters: '-.<>', needs: TWICE, rule: typographicSymbol },
  { name: 'line_break', firstCharacters: '\n', needs: AFTER_BLANK, rule: lineBreak },
  { name: 'escaped_chars', firstCharacters: '\\', rule: backslash },
]

/** What Markdown had before kramdown. */
export const MARKDOWN_SPANS: readonly SpanRule[] = without(
  KRAMDOWN_SPANS,
  'footnote_marker',
  'smart_quotes',
  'inline_math',
  'span_extensions',
  'typographic_syms',
)

/** Jekyll's SmartyPants: quotes, symbols and entities between tags, in the order it has them. */
export const SMARTYPANTS_SPANS: readonly SpanRule[] = [
  ...only(KRAMDOWN_SPANS, 'smart_quotes'),
  ...only(KRAMDOWN_SPANS, 'html_entity', 'typographic_syms'),
  { name: 'escaped_angles', firstCharacters: '\\', rule: escapedAngles },
  ...only(KRAMDOWN_SPANS, 'span_html'),
]

const STRIKETHROUGH: SpanRule = {
  name: 'strikethrough_gfm',
  firstCharacters: '~',
  needs: TWICE,
  rule: strikethrough,
}
const EMOJI: SpanRule = { name: 'emoji', firstCharacters: ':', rule: emoji }

/** kramdown's rules with what options add and take away. */
export function spanRules(gfm: boolean, typographic: boolean, emojis: boolean): readonly SpanRule[] {
  return [
    ...(typographic ? KRAMDOWN_SPANS : without(KRAMDOWN_SPANS, 'typographic_syms')),
    ...(gfm ? [STRIKETHROUGH] : []),
    ...(emojis ? [EMOJI] : []),
  ]
}
