/** `input: html`: a text that is HTML, as kramdown's elements. */

import { readHtml } from './block/html.ts'
import { blockPassFor } from './block-dialects.ts'
import { BlockState } from './block-state.ts'
import { rootToNative } from './native-html.ts'
import type { ParsedDocument } from './parsed-document.ts'

/** Reads `text` into the root of `doc`. */
export function readHtmlInput(doc: ParsedDocument, text: string): void {
  readHtml(new BlockState(blockPassFor(doc.settings), doc, text, doc.root, 1, 0))
  rootToNative(doc.settings.rules, doc.root)
}
