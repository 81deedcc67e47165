import { expect, test } from 'vitest'
import type { Diagnostic } from '../../src/base/index.ts'
import { messageRows } from '../../src/cli/message-rows.ts'
import { createProgress } from '../../src/cli/progress.ts'
import { createReport, type Level } from '../../src/cli/report.ts'

function reportInto(level: Level, color = false) {
  const said = { out: '', err: '' }
  const streams = {
    out: (text: string) => void (said.out += text),
    err: (text: string) => void (said.err += text),
    color,
  }
  return { said, report: createReport(streams, level) }
}

const error: Diagnostic = {
  code: 'liquid/unknown-tag',
  severity: 'error',
  topic: 'Liquid Exception:',
  message: "Liquid syntax error (line 1): Unknown tag 'inclue' in a.md",
  source: { path: 'a.md', text: '---\n---\nx {% inclue y %}\n' },
  span: { start: 10, end: 22 },
  help: "did you mean 'include'?",
  trail: ['included from _layouts/default.html:9', 'rendering a.md'],
}

test('topics stand right-aligned in twenty columns, as Jekyll prints them', () => {
  const { said, report } = reportInto('info')
  report.info('Source:', '/site')
  report.info('Incremental build:', 'disabled. Enable with --incremental')
  report.debug('Rendering:', 'index.md')
  report.warn('Build Warning:', 'w')
  expect(said.out).toBe(
    '            Source: /site\n Incremental build: disabled. Enable with --incremental\n',
  )
  expect(said.err).toBe('     Build Warning: w\n')
})

test('warnings are yellow and errors red, on stderr', () => {
  const { said, report } = reportInto('info', true)
  report.warn('Build Warning:', 'w')
  report.plainError('A subcommand is required.')
  expect(said.err).toBe(
    '\u001b[33m     Build Warning: w\u001b[0m\n\u001b[31mA subcommand is required.\u001b[0m\n',
  )
})

test('an error shows its place, what to do and how one got there', () => {
  const { said, report } = reportInto('error')
  report.diagnostic(error)
  expect(said.err).toBe(
    `  Liquid Exception: Liquid syntax error (line 1): Unknown tag 'inclue' in a.md

  a.md:3:3
    2 | ---
  > 3 | x {% inclue y %}
      |   ^^^^^^^^^^^^
  help: did you mean 'include'?
  while: included from _layouts/default.html:9
         rendering a.md
  code: liquid/unknown-tag
`,
  )
})

test('a warning is one line, or the whole when asked for more; -q hides it', () => {
  const warning: Diagnostic = {
    ...error,
    severity: 'warning',
    topic: 'Build Warning:',
    message: "Layout 'x' does not exist.",
  }
  const plain = reportInto('info')
  plain.report.diagnostic(warning)
  expect(plain.said.err).toBe("     Build Warning: Layout 'x' does not exist.\n")
  const verbose = reportInto('debug')
  verbose.report.diagnostic(warning)
  expect(verbose.said.err).toContain('> 3 |')
  const quiet = reportInto('error')
  quiet.report.diagnostic(warning)
  expect(quiet.said.err).toBe('')
})

test('the rows of a long message stand under its text', () => {
  expect(messageRows('Conflict:', 'a\nb\n - c')).toEqual([
    '          Conflict: a',
    '                    b',
    '                     - c',
  ])
  expect(messageRows(undefined, 'YAML Exception reading /x: y')).toEqual(['YAML Exception reading /x: y'])
})

test('progress shows after a second, ten times a second at most, and goes away', () => {
  let time = 0
  let drawn = ''
  const progress = createProgress(
    true,
    (text) => void (drawn += text),
    () => time,
  )
  time = 900
  progress.step(1, 10)
  expect(drawn).toBe('')
  time = 1001
  progress.step(2, 10)
  time = 1050
  progress.step(3, 10)
  progress.clear()
  expect(drawn).toBe('\r         Rendering: 2 of 10 (20 %)\u001b[K\r\u001b[K')
})

test('rows of a text stand below each other', () => {
  const { said, report } = reportInto('debug')
  report.warn('Build Warning:', 'a\nb')
  report.diagnostic({ ...error, severity: 'warning', help: 'do this\nor that' })
  expect(said.err).toContain('     Build Warning: a\n                    b\n')
  expect(said.err).toContain('  help: do this\n        or that\n')
})
