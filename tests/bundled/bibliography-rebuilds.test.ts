/** A build over what an earlier one kept gives a clean build's bytes, whatever changed of a bibliography. */
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { runIn } from '../cli/host.ts'
import { makeSite } from '../site-maker.ts'

test('a changed entry, a new file, one that is gone', async () => {
  const { root, put, remove } = makeSite()
  const build = async (destination: string, ...flags: readonly string[]): Promise<string> => {
    const { code, out } = await runIn(root, ['build', '-s', 'site', '-d', destination, '-q', ...flags], {})
    expect([code, out]).toEqual([0, ''])
    const text = (name: string): string => fs.readFileSync(path.join(root, destination, name), 'utf8')
    return text('a.html') + text('b.html')
  }
  put({
    'site/_config.yml': 'plugins: [bibliography, references, maths]\n',
    'site/_bibliography/references.bib': '@book{x, author = {Ann Doe}, title = {T}, year = 2001}\n',
    'site/a.md': '---\n---\n{% cite x %}\n\n{% bibliography %}\n\n$$\nE \\label{e}\n$$\n\n\\eqref{e}\n',
    'site/b.md': '---\n---\n{% bibliography --file more %}\n',
  })
  const both = async (): Promise<string> => {
    const later = await build('out')
    expect(later).toBe(await build('clean', '--disable-disk-cache'))
    return later
  }
  expect(await both()).toContain('(Doe, 2001)')
  put({ 'site/_bibliography/references.bib': '@book{x, author = {Ann Roe}, title = {T}, year = 2002}\n' })
  expect(await both()).toContain('(Roe, 2002)')
  put({ 'site/_bibliography/more.bib': '@book{y, title = {New}, year = 2003}\n' })
  expect(await both()).toContain('<i>New</i>')
  remove('site/_bibliography/references.bib')
  expect(await both()).toContain('(missing reference)')
})
