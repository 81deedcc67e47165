import { expect, test } from 'vitest'
import { changesBetween } from '../../src/compare/changes.ts'

/** What stands in each where the texts part. */
const parts = (theirs: string, ours: string): string[] =>
  changesBetween(theirs, ours).map(
    (change) =>
      `${theirs.slice(change.theirs.start, change.theirs.end)} → ${ours.slice(change.ours.start, change.ours.end)}`,
  )

test.each([
  ['a word', '<p>one two</p>\n', '<p>one too</p>\n', ['two → too']],
  ['an address is whole', '<a href="/a/b/c">x</a>', '<a href="/base/a/b/c">x</a>', ['/a/b/c → /base/a/b/c']],
  [
    'an instant is whole',
    'at 2026-11-30T10:00:00+00:00.',
    'at 2026-11-30T11:22:33+00:00.',
    ['2026-11-30T10:00:00+00:00. → 2026-11-30T11:22:33+00:00.'],
  ],
  ['a line more', 'a\nb\n', 'a\nx\nb\n', [' → x\n']],
  ['two places', 'a b c\n\nd e f\n', 'a B c\n\nd E f\n', ['b → B', 'e → E']],
  ['nothing', 'a\n', 'a\n', []],
])('%s', (_, theirs, ours, expected) => expect(parts(theirs, ours)).toEqual(expected))

test('texts that have little in common are one change between what they share', () => {
  const words = (letter: string): string => Array.from({ length: 3000 }, (_, i) => `${letter}${i}`).join(' ')
  const changes = changesBetween(`<p>${words('a')}</p>`, `<p>${words('b')}</p>`)
  expect(changes).toHaveLength(1)
  expect(changes[0]!.ours.start).toBe(3)
})
