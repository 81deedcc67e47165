import { expect, test } from 'vitest'
import {
  BuildError,
  codeFrame,
  createTimer,
  type Diagnostic,
  formatDiagnostic,
  lineCol,
  offsetOf,
} from '../../src/base/index.ts'

const nav = { path: '_includes/nav.html', text: '<ul>\n<li>\n<nav>\n  {% inclue logo.svg %}\n</nav>\n' }
const span = { start: nav.text.indexOf('inclue'), end: nav.text.indexOf('inclue') + 6 }

test('a diagnostic shows message, place, help, trail and code', () => {
  const diagnostic: Diagnostic = {
    code: 'liquid/unknown-tag',
    severity: 'error',
    message: "Liquid syntax error (_includes/nav.html line 4): Unknown tag 'inclue'",
    source: nav,
    span,
    help: "did you mean 'include'?",
    trail: ['included from _layouts/default.html:9', 'rendering _posts/2024-01-02-hello.md'],
  }
  expect(
    formatDiagnostic(diagnostic),
  ).toBe(`Liquid syntax error (_includes/nav.html line 4): Unknown tag 'inclue'

  _includes/nav.html:4:6
    3 | <nav>
  > 4 |   {% inclue logo.svg %}
      |      ^^^^^^
  help: did you mean 'include'?
  while: included from _layouts/default.html:9
         rendering _posts/2024-01-02-hello.md
  code: liquid/unknown-tag`)
  expect(new BuildError([diagnostic]).message).toBe(diagnostic.message)
})

test('a frame at the first line, at the end of the text, over tabs and in a long line', () => {
  expect(codeFrame({ path: 'a', text: 'x' }, { start: 0, end: 1 })).toBe('  a:1:1\n  > 1 | x\n      | ^')
  expect(codeFrame({ path: 'a', text: 'x\n' }, { start: 2, end: 2 })).toBe(
    '  a:2:1\n    1 | x\n  > 2 |\n      | ^',
  )
  expect(codeFrame({ path: 'a', text: '\tx' }, { start: 1, end: 2 })).toBe(
    '  a:1:2\n  > 1 | \tx\n      | \t^',
  )
  const long = { path: 'a', text: `${'-'.repeat(500)}X${'-'.repeat(500)}` }
  const rows = codeFrame(long, { start: 500, end: 501 }).split('\n')
  expect(rows[1]?.indexOf('X')).toBe(rows[2]?.indexOf('^'))
  expect(rows[1]?.length).toBeLessThan(120)
})

test('offsets and places name each other', () => {
  const at = lineCol(nav.text, span.start)
  expect(at).toEqual({ line: 4, column: 6 })
  expect(offsetOf(nav.text, at)).toBe(span.start)
  expect(offsetOf('a\nb', { line: 9, column: 9 })).toBe(3)
  expect(lineCol('a\nb', 99)).toEqual({ line: 2, column: 2 })
})

test('timings nest and add up', async () => {
  let clock = 0
  const timer = createTimer(true, () => clock++)
  timer.time('read', () => timer.time('posts', () => undefined))
  timer.time('read', () => timer.time('posts', () => undefined))
  await timer.timeAsync('write', async () => undefined)
  expect(timer.timings()).toEqual([
    { name: 'read', depth: 0, count: 2, milliseconds: 6 },
    { name: 'posts', depth: 1, count: 2, milliseconds: 2 },
    { name: 'write', depth: 0, count: 1, milliseconds: 1 },
  ])
})

test('a timer that is off only runs what it is given', () => {
  const timer = createTimer(false)
  expect(timer.time('x', () => 5)).toBe(5)
  expect(timer.timings()).toEqual([])
})
