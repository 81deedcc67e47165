/** The block pass for kramdown, for GFM, for plain Markdown and for SmartyPants: one of a few, made when a text first needs it. */
import { onFirstUse } from '../base/index.ts'
import { blockDispatch } from './block-dispatch.ts'
import { blockPass } from './block-pass.ts'
import {
  GFM_BLOCKS,
  GFM_PARAGRAPH_END_BLOCKS,
  KRAMDOWN_BLOCKS,
  MARKDOWN_BLOCKS,
  SMARTYPANTS_BLOCKS,
} from './block-rules.ts'
import type { BlockPass } from './block-state.ts'
import type { Settings } from './options.ts'

const KRAMDOWN = onFirstUse(() => blockPass(blockDispatch(KRAMDOWN_BLOCKS)))
const MARKDOWN = onFirstUse(() => blockPass(blockDispatch(MARKDOWN_BLOCKS)))
const SMARTYPANTS = onFirstUse(() => blockPass(blockDispatch(SMARTYPANTS_BLOCKS)))
const GFM = onFirstUse(() => blockPass(blockDispatch(GFM_BLOCKS)))
const GFM_PARAGRAPH_END = onFirstUse(() => blockPass(blockDispatch(GFM_PARAGRAPH_END_BLOCKS)))

export function blockPassFor({ gfm, plain, smartypants, paragraphEnd }: Settings): BlockPass {
  if (plain) return MARKDOWN()
  if (smartypants) return SMARTYPANTS()
  return (gfm ? (paragraphEnd ? GFM_PARAGRAPH_END : GFM) : KRAMDOWN)()
}
