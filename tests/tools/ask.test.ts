/** What `npm run ask` writes into fixtures, and who is said to be asked. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { fileText, parseFile, sectionsUnder, twinsOf } from '../../tools/ask/fixture-text.mjs'
import { lacking } from '../needs.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')

test('a fixture file that nothing was changed in is written as it was', () => {
  for (const folder of ['liquid', 'read', 'render/sites', 'highlight'])
    for (const name of fs
      .readdirSync(path.join(ROOT, 'tests', folder))
      .filter((each) => each.endsWith('.txt'))) {
      const text = fs.readFileSync(path.join(ROOT, 'tests', folder, name), 'utf8')
      expect(fileText(parseFile(text)), name).toBe(text)
    }
})

test('answers of a further reference are read as they were recorded', () => {
  const first = { 'output a.html': '1', log: 'x', 'output b.html': '-- marker --' }
  const second = { 'output a.html': '2', 'output b.html': '-- marker --', 'output c.html': '=== 3' }
  const cases = [
    {
      title: 'case',
      line: 1,
      remarks: [],
      sections: [...twinsOf(first, {}, 'first'), ...twinsOf(second, first, 'second')],
    },
  ]
  expect(fileText({ head: [], cases })).toBe(`=== case
-- output a.html first --
1
-- log first --
x
-- output b.html first --
\\-- marker --
-- output a.html second --
2
-- output c.html second --
\\=== 3
-- absent second --
log
`)
  const sections = {
    ...first,
    'output a.html second': '2',
    'output c.html second': '=== 3',
    'absent second': 'log',
  }
  expect(sectionsUnder(sections, 'first', ['first', 'second'])).toEqual(first)
  expect(sectionsUnder(sections, 'second', ['first', 'second'])).toEqual(second)
})

test.skipIf(lacking('reference', 'jekyll', !spawnSync('jekyll', ['--version']).error))(
  'Markdown is asked of a Jekyll that is made for it',
  () => {
    const said = spawnSync(process.execPath, ['tools/ask.mjs', 'markdown', '# Hi'], {
      cwd: ROOT,
      encoding: 'utf8',
    })
    expect(said.stdout, said.stderr).toBe('<h1 id="hi">Hi</h1>\n\n')
  },
)

test('a reference that is not there is named with what to set', () => {
  const env = { PATH: process.env.PATH }
  const ask = (...words: string[]) =>
    spawnSync(process.execPath, ['tools/ask.mjs', ...words], { cwd: ROOT, env, encoding: 'utf8' })
  expect(ask('--reference', 'stock', 'markdown', 'x').stderr).toBe('ask: set WHIRL_STOCK to ask stock\n')
  expect(ask('--reference', 'nosuch', 'markdown', 'x').stderr).toContain(
    'no reference nosuch; there are: bookworm, ',
  )
  expect(ask('--record', 'tests/steps.ts').stderr).toBe(
    'ask: tests/steps.ts: nothing there is recorded from a reference\n',
  )
})
