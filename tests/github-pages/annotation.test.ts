import { expect, test } from 'vitest'
import { annotation } from '../../src/cli/annotation.ts'
import { createReport } from '../../src/cli/report.ts'

test('a place in the repository, what happened, what to do', () => {
  const source = { path: 'a,b:c.md', text: 'one\n{% nope %}\n' }
  const diagnostic = {
    code: 'liquid/unknown-tag',
    severity: 'error',
    message: "Unknown tag 'nope' is\n100% wrong",
    source,
    span: { start: 4, end: 14 },
    help: 'write another',
    trail: [],
  } as const
  expect(annotation(diagnostic, 'docs')).toBe(
    "::error file=docs/a%2Cb%3Ac.md,line=2,col=1,title=liquid/unknown-tag::Unknown tag 'nope' is%0A100%25 wrong%0Awrite another\n",
  )
  expect(annotation({ ...diagnostic, severity: 'warning' }, '')).toMatch(/^::warning file=a%2C/)
})

test('without a place', () => {
  expect(annotation({ code: 'a/b', severity: 'warning', message: 'x', trail: [] }, '')).toBe(
    '::warning title=a/b::x\n',
  )
})

test('a report prints them only where it is told to', () => {
  const diagnostic = { code: 'a/b', severity: 'warning', message: 'x', trail: [] } as const
  const printed = (annotate: string | undefined): string => {
    let out = ''
    const out1 = (text: string): void => {
      out += text
    }
    createReport({ out: out1, err: () => {}, color: false, annotate }, 'info').diagnostic(diagnostic)
    return out
  }
  expect(printed(undefined)).toBe('')
  expect(printed('')).toBe('::warning title=a/b::x\n')
})
