/** HTML as a tree, and the table of emoji. */
export { EMOJI_HOST, emojiFile } from './emoji-names.ts'
export { type Heading, headingsOf } from './headings.ts'
export { pageBody } from './page-body.ts'
export { parseFragment } from './parse.ts'
export { printFragment } from './print.ts'
export type { HtmlNode } from './tree.ts'
