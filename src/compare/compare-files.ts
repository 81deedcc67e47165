/** Compares one file with another, as bytes, then as what it is. */
import { positionsIn } from '../base/index.ts'
import { changesBetween } from './changes.ts'
import type { Circumstances } from './circumstances.ts'
import { sameCode } from './code-regions.ts'
import { KINDS, kindOf } from './kinds.ts'
import { around, isBesideBlock, verbatimRegions } from './markup-around.ts'
import { rulesOf } from './style-sheets.ts'
import type { Change, Difference, FileComparison, Range } from './types.ts'

/** Of a change so much is shown of each text. */
const SHOWN = 160

/** Bytes are not equal. */
export function compareFiles(
  path: string,
  theirs: Uint8Array,
  ours: Uint8Array,
  circumstances: Circumstances,
): FileComparison {
  const differences = differencesOf(path, theirs, ours, circumstances)
  const seen = differences.some(({ kind }) => KINDS[kind].seen)
  return { path, verdict: seen ? 'look' : 'unseen', differences }
}

function differencesOf(
  path: string,
  theirs: Uint8Array,
  ours: Uint8Array,
  circumstances: Circumstances,
): readonly Difference[] {
  const [a, b] = [textOf(theirs), textOf(ours)]
  if (a === undefined || b === undefined)
    return [whole('bytes', `${theirs.length} bytes`, `${ours.length} bytes`)]
  if (/\.css\.map$/.test(path) && isSourceMap(a) && isSourceMap(b)) return [whole('source-map', '', '')]
  if (/\.css$/.test(path)) return styleDifferences(path, rulesOf(a), rulesOf(b), circumstances)
  return inOrder(textDifferences(path, a, b, circumstances))
}

/** By rules, which have no place in a sheet. */
function styleDifferences(
  path: string,
  theirs: string,
  ours: string,
  circumstances: Circumstances,
): readonly Difference[] {
  if (theirs === ours) return [whole('style-sheet', '', '')]
  return inOrder(textDifferences(path, theirs, ours, circumstances)).map(
    ({ line: _line, column: _column, ...difference }) => difference,
  )
}

function textDifferences(
  path: string,
  theirs: string,
  ours: string,
  circumstances: Circumstances,
): readonly Difference[] {
  const code = sameCode(theirs, ours)
  const isMarkup = /\.(?:html?|xhtml|xml|atom|rss|svg)$/.test(path)
  const verbatim = isMarkup ? verbatimRegions(ours) : []
  const positionOf = positionsIn(ours)
  return changesBetween(theirs, ours).map((change) => {
    const { tag: theirTag } = around(theirs, change.theirs.start)
    const { tag: ourTag, element } = around(ours, change.ours.start)
    const [left, right] = [
      theirs.slice(change.theirs.start, change.theirs.end),
      ours.slice(change.ours.start, change.ours.end),
    ]
    const line = lineAround(ours, change)
    const kind = kindOf({
      path,
      theirs: left,
      ours: right,
      theirTag,
      ourTag,
      element,
      line,
      sameCode: code.some((region) => isIn(change.ours, region)),
      flowing: isMarkup && !verbatim.some((region) => isIn(change.ours, region)),
      besideBlock: isMarkup && isBesideBlock(ours, change.ours) && isBesideBlock(theirs, change.theirs),
      circumstances,
    })
    return { kind, theirs: cut(left), ours: cut(right), ...positionOf(change.ours.start), around: line }
  })
}

/** Where all that is left says the same words in another order, that is what differs. */
function inOrder(differences: readonly Difference[]): readonly Difference[] {
  const open = differences.filter(({ kind }) => kind === 'text')
  if (open.length < 2) return differences
  const words = (side: 'theirs' | 'ours'): string =>
    open
      .flatMap((each) => each[side].match(/[^\s<>]+/g) ?? [])
      .sort()
      .join(' ')
  if (words('theirs') !== words('ours')) return differences
  return differences.map((each) => (each.kind === 'text' ? { ...each, kind: 'order' } : each))
}

function whole(kind: Difference['kind'], theirs: string, ours: string): Difference {
  return { kind, theirs, ours, around: '' }
}

function isIn(part: Range, region: Range): boolean {
  return part.start >= region.start && part.end <= region.end
}

function lineAround(text: string, { ours: { start, end } }: Change): string {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const to = text.indexOf('\n', end)
  return text.slice(Math.max(from, start - SHOWN), Math.min(to === -1 ? text.length : to, end + SHOWN))
}

function cut(text: string): string {
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}…`
}

/** The text of a file; undefined where it is none. */
function textOf(bytes: Uint8Array): string | undefined {
  if (bytes.subarray(0, 8000).includes(0)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function isSourceMap(text: string): boolean {
  try {
    return (JSON.parse(text) as { version?: unknown } | null)?.version === 3
  } catch {
    return false
  }
}
