/** All tags of Liquid by name. */
import type { Tag } from '../parser.ts'
import { assign } from './assign.ts'
import { capture } from './capture.ts'
import { caseTag } from './case.ts'
import { comment, inlineComment } from './comment.ts'
import { decrement, increment } from './counters.ts'
import { cycle } from './cycle.ts'
import { forTag } from './for.ts'
import { ifTag, unless } from './if.ts'
import { ifchanged } from './ifchanged.ts'
import { include } from './include.ts'
import { breakTag, continueTag } from './interrupts.ts'
import { liquid } from './liquid.ts'
import { echo } from './output.ts'
import { raw } from './raw.ts'
import { render } from './render.ts'
import { tablerow } from './tablerow.ts'

export const LIQUID_TAGS: readonly Tag[] = [
  assign,
  breakTag,
  capture,
  caseTag,
  comment,
  continueTag,
  cycle,
  decrement,
  echo,
  forTag,
  ifTag,
  ifchanged,
  include,
  increment,
  inlineComment,
  liquid,
  raw,
  render,
  tablerow,
  unless,
]
