/** Lines that begin with `{:`: attribute lists, their definitions, extensions. */

import { mergeAttributeLists, newAttributeList, readAttributeList } from '../attribute-list.ts'
import type { BlockState } from '../block-state.ts'
import { optSpace } from '../block-state.ts'
import {
  blankToLineEnd,
  COLON,
  codeAt,
  isNameChar,
  isWord,
  LBRACE,
  LF,
  nextLine,
  RBRACE,
  SPACE,
  skipRun,
} from '../chars.ts'
import { addChild } from '../element.ts'
import { readExtensionStart, runExtension } from '../extension.ts'

export function blockExtension(s: BlockState): boolean {
  const { text } = s
  const i = optSpace(text, s.pos)
  if (codeAt(text, i) !== LBRACE || codeAt(text, i + 1) !== COLON) return false
  return definition(s, i) || extension(s, i) || attributeList(s, i)
}

/** `{:name: attributes}` */
function definition(s: BlockState, i: number): boolean {
  const { text } = s
  let j = i + 2
  if (!isWord(codeAt(text, j))) return false
  while (isNameChar(codeAt(text, j))) j++
  const colon = text.lastIndexOf(':', j - 1)
  const at = codeAt(text, j) === COLON ? j : colon > i + 2 ? colon : -1
  if (at < 0) return false
  const close = s.closingBrace(at + 1)
  if (close <= at + 1 || !blankToLineEnd(text, close + 1)) return false
  const name = text.slice(i + 2, at)
  const list = s.doc.attributeLists.get(name) ?? newAttributeList()
  s.doc.attributeLists.set(name, list)
  if (!readAttributeList(text.slice(at + 1, close), list))
    s.warn(`No or invalid attributes found in IAL/ALD content: ${text.slice(at + 1, close)}`)
  s.add('eob', 'ald')
  s.pos = nextLine(text, close)
  return true
}

/** The end of an extension where none is open. */
const STOP = /^\{:\/(\w[\w:-]*)?\}[ ]*\n/

function warnOrphan(s: BlockState, i: number): void {
  const stop = STOP.exec(s.text.slice(i, nextLine(s.text, i)))
  if (!stop) return
  const line = s.line(s.pos)
  s.warn(
    stop[1] === undefined
      ? `No stop tag for extension '' found on line ${line} - ignoring it`
      : `Invalid extension stop tag for '${stop[1]}'  found on line ${line} - ignoring it`,
  )
}

/** `{::name …}` alone on its line, up to a line `{:/name}` or `{:/}`; or `{::name … /}`. */
function extension(s: BlockState, i: number): boolean {
  const { text } = s
  const start = readExtensionStart(s.finder, i)
  if (s.doc.warnings !== null) warnOrphan(s, i)
  if (!start || !blankToLineEnd(text, start.end)) return false
  const line = s.line(s.pos)
  const bodyStart = nextLine(text, start.end)
  const stop = start.closed ? null : findStopLine(s, bodyStart, start.name)
  if (!start.closed && !stop) {
    s.warn(`No stop tag for extension '${start.name}' found on line ${line} - ignoring it`)
    return false
  }
  const made = runExtension(s.doc, start, stop ? text.slice(bodyStart, stop[0]) : null, true)
  if (made === undefined) {
    s.warn(`Invalid extension with name '${start.name}' specified on line ${line} - ignoring it`)
    return false
  }
  if (start.name === 'options') s.add('eob', 'extension')
  // An attribute list in front goes on to wait for a block.
  if (made) addChild(s.el, made)
  s.pos = stop ? stop[1] : bodyStart
  return true
}

/** The line that ends an extension: where it starts and where the next begins. */
function findStopLine(s: BlockState, from: number, name: string): [number, number] | null {
  const { text } = s
  for (let i = s.finder.from('{:/', from); i >= 0; i = s.finder.from('{:/', i + 3)) {
    let close = i + 3
    if (text.startsWith(name, close)) close += name.length
    if (codeAt(text, close) !== RBRACE) continue
    // Only spaces may follow here, no tabs.
    if (codeAt(text, skipRun(text, close + 1, SPACE)) !== LF) continue
    let start = i
    while (start > from && codeAt(text, start - 1) === SPACE) start--
    if (i - start > 3 || (start > 0 && codeAt(text, start - 1) !== LF)) continue
    return [start, nextLine(text, close)]
  }
  return null
}

/** What ends a block and takes no attributes: they are for the block below. */
const WITHOUT_ATTRIBUTES: ReadonlySet<string> = new Set(['', 'ald', 'extension'])

/** `{: attributes}` for the block above, or the one below when a blank line is above. */
function attributeList(s: BlockState, i: number): boolean {
  const { text } = s
  const close = s.ialEnd(i)
  if (close === 0) return false
  const list = newAttributeList()
  if (!readAttributeList(text.slice(i + 2, close), list))
    s.warn(`No or invalid attributes found in IAL/ALD content: ${text.slice(i + 2, close)}`)
  const last = s.last()
  const next = nextLine(text, close)
  const more = s.isIal(next)
  if (last && last.type !== 'blank' && !(last.type === 'eob' && WITHOUT_ATTRIBUTES.has(last.value))) {
    s.attach(last, list)
    if (!more) s.add('eob', 'ial')
    s.ial = null
  } else {
    s.ial ??= newAttributeList()
    mergeAttributeLists(s.ial, list)
  }
  s.pos = next
  return true
}
