/** kramdown and GFM to HTML. Usable alone: `toHtml(text, options)`. */
export type { Heading, Result } from './convert.ts'
export { toHtml } from './convert.ts'
export type { ElementDocument, GivenElement, OwnElements } from './elements-of-others.ts'
export type { FenceWords, Highlight, KramdownOptions, TypesetMath, WriteCodeBlock } from './options.ts'
export { faultsOfOptions, jekyllDefaults } from './options.ts'
export { withoutFootnotes } from './without-footnotes.ts'
