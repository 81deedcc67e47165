/** Dashes, dots and angle quotes: `--`, `---`, `...`, `<<`, `>>`; and `:emoji:`. */
import { COLON, codeAt, DASH, DOT, GT, isWord, LT, PLUS, SPACE } from '../chars.ts'
import { Element } from '../element.ts'
import type { SpanState } from '../span-state.ts'

function symbol(s: SpanState, name: string, start: number, end: number): number {
  return s.push(new Element('typographic_sym', name), start, end)
}

export function typographicSymbol(s: SpanState, i: number, c: number): number {
  const { text } = s
  if (codeAt(text, i + 1) !== c) return 0
  switch (c) {
    case DASH:
      return codeAt(text, i + 2) === DASH ? symbol(s, 'mdash', i, i + 3) : symbol(s, 'ndash', i, i + 2)
    case DOT:
      return codeAt(text, i + 2) === DOT ? symbol(s, 'hellip', i, i + 3) : 0
    case LT:
      return codeAt(text, i + 2) === SPACE ? symbol(s, 'laquo_space', i, i + 3) : symbol(s, 'laquo', i, i + 2)
    case GT:
      return i > s.from && i > s.barrier && codeAt(text, i - 1) === SPACE
        ? symbol(s, 'raquo_space', i - 1, i + 2)
        : symbol(s, 'raquo', i, i + 2)
    default:
      return 0
  }
}

/** `:name:` when the caller knows a picture for it. */
export function emoji(s: SpanState, i: number): number {
  const { text, doc } = s
  const { gfmEmojis, emoji: find } = doc.settings
  if (!gfmEmojis || !find) return 0
  let j = i + 1
  for (;;) {
    const c = codeAt(text, j)
    if (!(isWord(c) || c === DASH || c === PLUS)) break
    j++
  }
  if (j === i + 1 || codeAt(text, j) !== COLON) return 0
  const name = text.slice(i + 1, j)
  const url = find(name)
  if (url === undefined) return 0
  const el = new Element('img', '')
  el.attr = new Map([
    ['class', 'emoji'],
    ['title', `:${name}:`],
    ['alt', `:${name}:`],
    ['src', url],
    ['height', '20'],
    ['width', '20'],
  ])
  return s.push(el, i, j + 1)
}
