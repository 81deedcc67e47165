import { expect, test } from 'vitest'
import { frameTree, templateRows } from '../../src/cli/profile-frames.ts'
import { profilePage } from '../../src/cli/profile-page.ts'
import { siteForEachTest } from '../site-maker.ts'
import { runIn } from './host.ts'

const at = siteForEachTest()
const timed = (depth: number, name: string, milliseconds: number, count = 1) => ({
  depth,
  name,
  milliseconds,
  count,
})
const TIMINGS = [
  timed(0, 'READ', 10),
  timed(0, 'RENDER', 90),
  timed(1, 'a.md', 20),
  timed(2, 'Jekyll::Converters::Markdown', 15),
  timed(1, 'b.md', 70),
  timed(2, 'b.md', 5),
  timed(2, '_layouts/l.html', 60),
  timed(3, '_includes/<i>.html', 40, 2),
  timed(4, '_includes/<i>.html', 10),
]
const COSTS = ['b.md', '_layouts/l.html', '_includes/<i>.html'].map((path) => ({
  path,
  count: 2,
  bytes: 2048,
  milliseconds: 0,
}))
const FOLDERS = { layouts: '_layouts', includes: '_includes' }

test('the tree has phases, documents, and what they called, the costliest first', () => {
  const root = frameTree(TIMINGS, COSTS, FOLDERS)
  expect(root.milliseconds).toBe(100)
  const shape = (frame: typeof root): unknown => [frame.kind, frame.name, ...frame.children.map(shape)]
  expect(shape(root)).toEqual([
    'build',
    'build',
    ['phase', 'READ'],
    [
      'phase',
      'RENDER',
      [
        'document',
        'b.md',
        ['layout', '_layouts/l.html', ['include', '_includes/<i>.html', ['include', '_includes/<i>.html']]],
        ['text', 'b.md'],
      ],
      ['document', 'a.md', ['converter', 'Jekyll::Converters::Markdown']],
    ],
  ])
})

test('documents beyond three hundred are one frame', () => {
  const many = Array.from({ length: 1000 }, (_, i) => timed(1, `${i}.md`, 1))
  const [render] = frameTree([timed(0, 'RENDER', 1000), ...many], [], FOLDERS).children
  expect(render?.children.length).toBe(301)
  expect(render?.children.at(-1)).toMatchObject({ kind: 'rest', name: '700 more', milliseconds: 700 })
})

test('a template’s own time is without what it included', () => {
  const rows = templateRows(TIMINGS, COSTS, FOLDERS)
  expect(rows.map(({ path, own, milliseconds }) => [path, own, milliseconds])).toEqual([
    ['_includes/<i>.html', 40, 40],
    ['_layouts/l.html', 20, 60],
    ['b.md', 5, 5],
  ])
})

test('the page needs nothing from elsewhere, and names are escaped', () => {
  const page = profilePage({
    site: '/s/<x>',
    made: 'now',
    root: frameTree(TIMINGS, COSTS, FOLDERS),
    templates: templateRows(TIMINGS, COSTS, FOLDERS),
  })
  expect(page).not.toMatch(/https?:|<link rel="stylesheet"|src=|url\(/)
  expect(page).not.toContain('<i>.html')
  expect(page).not.toContain('<x>')
  expect(page).toContain('title="_layouts/l.html: 60.0 ms, 60.0 %"')
})

test('--profile=FILE.html writes it, in place of the tables', async () => {
  at.put({ 'index.md': '---\nlayout: l\n---\n{{ page.url }}\n', '_layouts/l.html': '<{{ content }}>' })
  const said = await runIn(at.root, ['build', '--profile=p.html'])
  expect([said.code, said.err]).toEqual([0, 'Configuration file: none\n'])
  expect(said.out).toContain(`           Profile: ${at.root}/p.html\n`)
  expect(said.out).not.toContain('Site Render Stats')
  expect(at.read('p.html')).toContain('title="index.md: ')
  expect(at.read('p.html')).toContain('Jekyll::Converters::Markdown')
})

test('the name must be a page’s, in a place that can be written', async () => {
  at.put({ 'index.md': '---\n---\nx\n' })
  const other = await runIn(at.root, ['build', '--profile=p.txt'])
  expect(other.code).toBe(1)
  expect(other.err).toContain(
    'invalid argument: --profile=p.txt (name a file that ends in .html: --profile=file.html)',
  )
  const nowhere = await runIn(at.root, ['build', '--profile=nowhere/p.html'])
  expect(nowhere.code).toBe(1)
  expect(nowhere.err).toContain('No such file or directory @ rb_sysopen - ')
})
