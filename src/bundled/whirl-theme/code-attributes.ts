/**
 * What a block of code says of itself, in the line of its fence (docs/writing.md) or in the attribute list below it: with
 * `data-` or without, since a site that Jekyll builds, too, may want either.
 */
import type { Diagnostic } from '../../plugin-api.ts'
import { lineNumbers } from './line-numbers.ts'

export interface CodeAttributes {
  readonly title: string | undefined
  readonly marked: ReadonlySet<number>
  readonly added: ReadonlySet<number>
  readonly removed: ReadonlySet<number>
  readonly markedWords: readonly string[]
  readonly addedWords: readonly string[]
  readonly removedWords: readonly string[]
  /** lines that are shown when the reader asks; `all` of them */
  readonly folded: ReadonlySet<number> | 'all'
  /** number of the first line, where lines are numbered */
  readonly start: number | undefined
  /** those that say nothing to the theme, as they are written */
  readonly others: readonly (readonly [string, string])[]
}

/** Attributes by what they mean, the first that is there counting. */
const NAMES = {
  title: ['data-file', 'data-title', 'file', 'title'],
  marked: ['data-mark', 'mark'],
  added: ['data-add', 'data-ins', 'add', 'ins'],
  removed: ['data-del', 'del'],
  markedWords: ['data-mark-text'],
  addedWords: ['data-add-text'],
  removedWords: ['data-del-text'],
  folded: ['data-fold', 'collapse'],
  start: ['data-start', 'start'],
  numbers: ['data-numbers', 'numbers'],
} as const
const KNOWN: ReadonlySet<string> = new Set(['class', ...Object.values(NAMES).flat()])

/** A value that can only be lines; another of an attribute without `data-` is a word. */
const LINES = /^[\d,\s-]*$/

export function codeAttributes(
  attributes: ReadonlyMap<string, string>,
  warn: (diagnostic: Diagnostic) => void,
): CodeAttributes {
  const find = (what: keyof typeof NAMES): readonly [string, string] | undefined => {
    const key = NAMES[what].find((name) => attributes.has(name))
    return key === undefined ? undefined : [key, attributes.get(key) as string]
  }
  const lines = (what: 'marked' | 'added' | 'removed' | 'folded'): ReadonlySet<number> => {
    const [key, written] = find(what) ?? []
    if (key === undefined || written === undefined || isWord(key, written)) return new Set()
    return lineNumbers(written, key, warn)
  }
  const words = (
    what: 'marked' | 'added' | 'removed',
    named: 'markedWords' | 'addedWords' | 'removedWords',
  ): readonly string[] => {
    const [key, written] = find(what) ?? []
    const single = key !== undefined && written !== undefined && isWord(key, written) ? [written] : []
    return [...single, ...(find(named)?.[1].split('\n') ?? [])]
      .map(withoutEntities)
      .filter((word) => word !== '')
  }
  return {
    title: find('title')?.[1].trim() || undefined,
    marked: lines('marked'),
    added: lines('added'),
    removed: lines('removed'),
    markedWords: words('marked', 'markedWords'),
    addedWords: words('added', 'addedWords'),
    removedWords: words('removed', 'removedWords'),
    folded: find('folded')?.[1] === 'all' ? 'all' : lines('folded'),
    start: startOf(find('start'), find('numbers'), warn),
    others: [...attributes].filter(([key]) => !KNOWN.has(key)),
  }
}

function isWord(key: string, written: string): boolean {
  return !key.startsWith('data-') && !LINES.test(written)
}

function startOf(
  start: readonly [string, string] | undefined,
  numbers: readonly [string, string] | undefined,
  warn: (diagnostic: Diagnostic) => void,
): number | undefined {
  if (start === undefined) return numbers === undefined || numbers[1] === 'false' ? undefined : 1
  if (/^\d{1,6}$/.test(start[1])) return Number(start[1])
  warn({
    code: 'theme/bad-lines',
    severity: 'warning',
    topic: 'Theme:',
    message: `${start[0]}="${start[1]}" is no number of a line: count from there, as in ${start[0]}="10".`,
    trail: [],
  })
  return 1
}

function withoutEntities(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}
