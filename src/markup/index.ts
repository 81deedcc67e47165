/** HTML as a tree, and the table of emoji. */
export { EMOJI_HOST, emojiFile } from './emoji-names.ts'
export { decodeEntities } from './entities.ts'
export { pageBody } from './page-body.ts'
export { parseHtml } from './parse.ts'
export { printHtml } from './print.ts'
export type { ElementNode, HtmlNode } from './tree.ts'
export { changeHtml, walkHtml } from './walk.ts'
