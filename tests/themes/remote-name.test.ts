import { expect, test } from 'vitest'
import { archiveAddress, latestAddress, remoteOrder } from '../../src/builder/theme/remote-name.ts'

test.each([
  ['pages-themes/cayman', 'HEAD', 'https://codeload.github.com/pages-themes/cayman/tar.gz/HEAD'],
  ['pages-themes/cayman@v0.2.0', 'v0.2.0', 'https://codeload.github.com/pages-themes/cayman/tar.gz/v0.2.0'],
  ['a/b@feature/x', 'feature/x', 'https://codeload.github.com/a/b/tar.gz/feature/x'],
  ['https://github.com/a/b.git', 'HEAD', 'https://codeload.github.com/a/b/tar.gz/HEAD'],
  ['https://git.example.com/a/b@v1', 'v1', 'https://git.example.com/a/b/archive/v1.tar.gz'],
  ['https://gitlab.com/a/b@v1', 'v1', 'https://gitlab.com/a/b/-/archive/v1/b-v1.tar.gz'],
])('%s', (written, ref, address) => {
  const order = remoteOrder(written)
  expect(order?.ref).toBe(ref)
  expect(order && archiveAddress(order, ref)).toBe(address)
})

test('one theme has one key in the lock, however it is written', () => {
  const keys = ['a/b', 'https://github.com/a/b', 'http://github.com/a/b/', 'a/b.git'].map(
    (written) => remoteOrder(written)?.key,
  )
  expect(new Set(keys)).toEqual(new Set(['a/b']))
  expect(remoteOrder('https://Git.Example.com/a/b@v1')?.key).toBe('https://git.example.com/a/b@v1')
})

test('where the newest release is told', () => {
  const [github, other] = ['a/b', 'https://codeberg.org/a/b'].map((written) => remoteOrder(written))
  expect(github && latestAddress(github)).toBe('https://api.github.com/repos/a/b/releases/latest')
  expect(other && latestAddress(other)).toBe('https://codeberg.org/api/v1/repos/a/b/releases/latest')
})

test.each([
  '',
  'a',
  'a/b/c',
  '../b',
  'a/..',
  'a/b@',
  'a/b@..',
  'a/b@/x',
  'a/b@x/.hidden',
  'https://u:p@h/a/b',
])('no remote theme: %j', (written) => expect(remoteOrder(written)).toBeUndefined())
