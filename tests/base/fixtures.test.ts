import { expect, test } from 'vitest'
import { parseFixtures } from '../fixtures.ts'

test('sections are the text between marker lines', () => {
  const text =
    'remark\n=== one\nremark\n-- in --\na\n\n-- out --\n-- _posts/a b.md --\n\\=== x\n=== two\n-- in --\n-- x\n'
  expect(parseFixtures(text)).toEqual([
    {
      title: 'one',
      line: 2,
      references: ['bookworm'],
      sections: { in: 'a\n', out: '', '_posts/a b.md': '=== x' },
    },
    { title: 'two', line: 10, references: ['bookworm'], sections: { in: '-- x' } },
  ])
})

test('mistakes in a fixture file are reported with their line', () => {
  expect(() => parseFixtures('-- a --\n', 'f')).toThrow('f:1: a section before the first title')
  expect(() => parseFixtures('=== a\n=== a\n', 'f')).toThrow("f:2: the title 'a' is used twice")
  expect(() => parseFixtures('=== a\n-- x --\n-- x --\n', 'f')).toThrow("f:3: the section 'x' is given twice")
})

test('who was asked stands in the head of the file, or with the case', () => {
  const text = 'remark\nreferences: bookworm stock\n=== one\n-- in --\n=== two\nreferences: stock\n-- in --\n'
  expect(parseFixtures(text).map(({ references }) => references)).toEqual([['bookworm', 'stock'], ['stock']])
})
