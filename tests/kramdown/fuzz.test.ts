/** Random documents from kramdown's marks: always HTML, never a crash, and no letter of plain text lost. */
import { describe, expect, test } from 'vitest'
import { jekyllDefaults, toHtml } from '../../src/kramdown/index.ts'

const MARKS = [
  ...[
    '*',
    '**',
    '_',
    '__',
    '`',
    '``',
    '"',
    "'",
    '--',
    '...',
    '<<',
    '>>',
    '<',
    '>',
    '&',
    '[',
    ']',
    '![',
    '(',
    ')',
    '{',
    '}',
  ],
  ...[
    '\n',
    '\n\n',
    '\n    ',
    '\n\t',
    '\n> ',
    '\n* ',
    '\n1. ',
    '\n- [ ] ',
    '\n: ',
    '\n# ',
    '\n| ',
    ' | ',
    '\n---\n',
    '\n```\n',
  ],
  ...[
    '$$',
    '\\',
    '~~',
    '{:.c}',
    '{::comment}',
    '{:/}',
    '[^1]',
    '[^1]: ',
    '<b>',
    '</b>',
    '<div>',
    '</div>',
    '<!--',
    '-->',
    '^',
  ],
]
const WORDS = ['alpha', 'beta', 'gamma', 'δέλτα', '日本語', 'ñandú', '😀']

/** xorshift: the same documents on every machine. */
function generator(seed: number): (n: number) => number {
  let state = seed
  return (n) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % n
  }
}

function randomDocument(next: (n: number) => number, marks: readonly string[]): string {
  let out = ''
  const length = 5 + next(60)
  for (let i = 0; i < length; i++)
    out += next(2) === 0 ? marks[next(marks.length)]! : `${WORDS[next(WORDS.length)]!} `
  return out
}

describe('random documents', () => {
  test('give HTML and the same HTML again', () => {
    const next = generator(20260101)
    for (let n = 0; n < 1500; n++) {
      const text = randomDocument(next, MARKS)
      for (const options of [jekyllDefaults, { parse_block_html: true }]) {
        const first = toHtml(text, options).html
        expect(toHtml(text, options).html, JSON.stringify(text)).toBe(first)
      }
    }
  })

  test('lose no letter of plain text', () => {
    const next = generator(42)
    // What these marks make stays visible: no comments, no definitions, no attributes.
    const marks = MARKS.filter((mark) => !/[{[\]()!^<&`~$]|:|\||---/.test(mark))
    for (let n = 0; n < 1500; n++) {
      const text = randomDocument(next, marks)
      const letters = (from: string) => from.replace(/<[^>]*>|&[a-z]+;/g, '').replace(/[^\p{L}\p{So}]/gu, '')
      expect(letters(toHtml(text, jekyllDefaults).html), JSON.stringify(text)).toBe(letters(text))
    }
  })
})
