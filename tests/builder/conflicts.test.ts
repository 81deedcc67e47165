import { describe, expect, test } from 'vitest'
import { findConflicts } from '../../src/builder/output/conflicts.ts'
import { testSite } from '../../src/testing.ts'

const site = { config: { destination: '/s/_site' }, renderables: new Map() }
const file = (path: string, label: string) => ({ path, label, from: { text: '' } })

test('files that share a path are one warning per path, in the order they are written', () => {
  const found = findConflicts(
    [file('x.html', 'a.md'), file('y.html', 'c.md'), file('x.html', '/s/x.html'), file('y.html', 'd.md')],
    site,
  )
  expect(found.map((each) => [each.severity, each.topic, each.message])).toEqual([
    [
      'warning',
      'Conflict:',
      'The following destination is shared by multiple files.\nThe written file may end up with unexpected contents.\n/s/_site/x.html\n - a.md\n - /s/x.html\n',
    ],
    [
      'warning',
      'Conflict:',
      'The following destination is shared by multiple files.\nThe written file may end up with unexpected contents.\n/s/_site/y.html\n - c.md\n - d.md\n',
    ],
  ])
})

describe('redirects', () => {
  const pages = {
    '_config.yml': 'plugins: [jekyll-redirect-from]\n',
    'a.md': '---\nredirect_from: /b.html\n---\nA\n',
    'b.md': '---\n---\nB\n',
  }
  const said = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> =>
    (await testSite(files)).diagnostics.map(({ message }) => message)

  test('a page at the address of a redirect is no conflict, as in Jekyll', async () => {
    expect(await said(pages)).toEqual([])
    expect(await said({ ...pages, 'c.md': '---\nredirect_from: /b.html\n---\nC\n' })).toEqual([])
  })

  test('two pages there are one, and the redirect is not named', async () => {
    const [only, ...others] = await said({ ...pages, 'c.md': '---\npermalink: /b.html\n---\nC\n' })
    expect(only).toMatch(/\/_site\/b\.html\n - b\.md\n - c\.md\n$/)
    expect(others).toEqual([])
  })
})

test('a file that is another one’s directory is an error', () => {
  const found = findConflicts([file('a', 'a.txt'), file('a/b/c.html', 'c.md')], site)
  expect(found.map((each) => [each.severity, each.message])).toEqual([
    ['error', 'File exists @ dir_s_mkdir - /s/_site/a'],
  ])
  expect(found[0]?.help).toContain('a.txt and c.md')
})

test('no conflict, no diagnostic', () => {
  expect(findConflicts([file('a/b', 'x'), file('a/c', 'y'), file('ab', 'z')], site)).toEqual([])
})
