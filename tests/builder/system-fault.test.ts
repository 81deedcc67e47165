import { expect, test } from 'vitest'
import { systemFault } from '../../src/builder/system-fault.ts'

test('a full disk is said in Ruby’s words, with what to do', () => {
  const error = Object.assign(new Error('ENOSPC: no space left on device, write'), {
    code: 'ENOSPC',
    path: '/s/_site/a',
  })
  expect(systemFault(error, 'rb_sysopen')).toEqual({
    code: 'build/enospc',
    severity: 'error',
    message: 'No space left on device @ rb_sysopen - /s/_site/a',
    help: 'make room; the old output is as it was',
    trail: [],
  })
})

test('an error the system did not raise is our mistake and no fault', () => {
  expect(systemFault(new TypeError('x is not a function'), 'rb_sysopen')).toBeUndefined()
  expect(
    systemFault(Object.assign(new Error('x'), { code: 'ERR_INVALID_ARG_TYPE' }), 'rb_sysopen'),
  ).toBeUndefined()
})
