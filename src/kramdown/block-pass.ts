/**
 * The block pass: one walk over the lines of a text. kramdown tries its rules in a fixed order (`block-rules.ts`); the
 * first character of a line says which of them can match.
 */

import { addUnhandled } from './block/paragraph.ts'
import type { BlockDispatch, BlockPass } from './block-state.ts'
import { BlockState, MAX_DEPTH, optSpace } from './block-state.ts'
import { LF, nextLine } from './chars.ts'
import type { Element } from './element.ts'
import { forCharacter, stuck } from './rules.ts'

/** The block pass with these rules. */
export function blockPass(dispatch: BlockDispatch): BlockPass {
  const pass: BlockPass = {
    dispatch,
    readBlocks: (doc, el, text, firstLine, depth) =>
      run(new BlockState(pass, doc, text, el, firstLine, depth)),
    readInto,
  }
  return pass
}

/** Goes on with the same text inside an HTML element; true when its closing tag was found. */
function readInto(s: BlockState, el: Element, stopTag: string): boolean {
  const { el: outer, stopTag: outerTag, ial } = s
  s.el = el
  s.stopTag = stopTag
  s.ial = null
  s.htmlDepth++
  if (s.htmlDepth < MAX_DEPTH) run(s)
  const found = s.stopped
  s.htmlDepth--
  s.stopped = false
  s.el = outer
  s.stopTag = outerTag
  s.ial = ial
  return found
}

function run(s: BlockState): void {
  const end = s.text.length
  while (s.pos < end && !s.stopped) {
    block(s)
  }
}

function block(s: BlockState): void {
  const { text, pos } = s
  const { rules, deepRules } = s.pass.dispatch
  const at = optSpace(text, pos)
  // After spaces alone the text may end, as a line does.
  const c = at < text.length ? text.charCodeAt(at) : LF
  const tried = forCharacter(s.depth < MAX_DEPTH ? rules : deepRules, c)
  for (let k = 0; k < tried.length; k++) {
    const rule = tried[k]!
    if (!rule.rule(s)) continue
    if (s.pos <= pos) throw stuck(rule, pos)
    return
  }
  unhandled(s)
}

/** kramdown has no rule for such a line (up to three spaces and a tab): it comes out as it is. */
function unhandled(s: BlockState): void {
  s.warn('Warning: this should not occur - no block parser handled the line')
  const next = nextLine(s.text, s.pos)
  addUnhandled(s.el, s.text.slice(s.pos, next), s.firstLine)
  s.pos = next
}
