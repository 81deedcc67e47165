import { expect, test } from 'vitest'
import { BuildError } from '../../src/base/index.ts'

test('a BuildError is called by what stopped the build, not by a warning before it', () => {
  const warning = { code: 'a/b', severity: 'warning', message: 'odd', trail: [] } as const
  const error = { code: 'a/c', severity: 'error', message: 'wrong', trail: [] } as const
  expect(new BuildError([warning, error]).message).toBe('wrong')
})
