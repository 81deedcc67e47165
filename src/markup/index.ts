/** HTML as a tree, and the table of emoji. */
export { EMOJI_HOST, emojiFile } from './emoji-names.ts'
export { decodeEntities } from './entities.ts'
export {
  hasNumbered,
  type NumberedText,
  type NumberingOptions,
  type NumberWords,
  numberParts,
  referenceTo,
} from './numbering.ts'
export { pageBody } from './page-body.ts'
export { parseHtml } from './parse.ts'
export { printHtml } from './print.ts'
export { type StartTag, startTagAt } from './start-tag.ts'
export type { ElementNode, HtmlNode } from './tree.ts'
export { changeHtml, walkHtml } from './walk.ts'
