import { expect, test } from 'vitest'
import { parseFixtures } from '../fixtures.ts'

test('sections are the text between marker lines', () => {
  const text =
    'remark\n=== one\nremark\n-- in --\na\n\n-- out --\n-- _posts/a b.md --\n\\=== x\n=== two\n-- in --\n-- x\n'
  expect(parseFixtures(text)).toEqual([
    { title: 'one', line: 2, sections: { in: 'a\n', out: '', '_posts/a b.md': '=== x' } },
    { title: 'two', line: 10, sections: { in: '-- x' } },
  ])
})

test('mistakes in a fixture file are reported with their line', () => {
  expect(() => parseFixtures('-- a --\n', 'f')).toThrow('f:1: a section before the first title')
  expect(() => parseFixtures('=== a\n=== a\n', 'f')).toThrow("f:2: the title 'a' is used twice")
  expect(() => parseFixtures('=== a\n-- x --\n-- x --\n', 'f')).toThrow("f:3: the section 'x' is given twice")
})
