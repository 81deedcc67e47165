// A theme below a site. What is expected here is what Jekyll 4.3.1 made of the same files as a gem.
import { expect, test } from 'vitest'
import { fixedZone, Time, type Value } from '../../src/base/index.ts'
import type { FileTree } from '../../src/files/index.ts'
import { memoryTree, readSite } from '../../src/read/index.ts'
import { configFrom, overThemeConfig } from '../../src/site/index.ts'
import { modelLines, plain } from './model.ts'

const zone = fixedZone('UTC', 0, 'UTC')

const SITE = memoryTree(`-- _layouts/both.html --
S
-- _includes/both.html --
S
-- _data/d.yml --
h: {x: 9, z: 3}
-- _data/sub/u.yml --
u: 1
-- assets/both.js --
x
-- index.md --
---
---
hi
`)

const FILES = memoryTree(
  `-- _layouts/tl.html --
---
q: 1
---
T
-- _layouts/both.html --
T
-- _layouts/_hidden.html --
x
-- _includes/both.html --
T
-- _includes/i.html --
i
-- _data/d.yml --
a: 1
h: {x: 1, y: 2}
-- _data/only.yml --
t: 1
-- _data/sub/s.yml --
s: 1
-- assets/css/style.scss --
---
---
b{}
-- assets/p.html --
---
---
x
-- assets/s.js --
x
-- assets/both.js --
x
-- assets/.hidden --
x
-- assets/_u.js --
x
-- assets/a~ --
x
-- assets/_d/x.js --
x
-- page.md --
---
---
-- _posts/2020-01-01-x.md --
---
---
`,
  '/theme',
)
const THEME: FileTree = {
  ...FILES,
  list: (directory) =>
    directory === 'assets'
      ? [...FILES.list(directory), { name: 'link.js', kind: 'file', link: true }]
      : FILES.list(directory),
}

test('a theme gives what the site lacks', () => {
  const { config } = configFrom(new Map(), new Map([['source', '/site']]), { cwd: '/', zone })
  const { site, diagnostics } = readSite(SITE, config, {
    time: new Time(1704067200, 0, 0, 'UTC'),
    blockTags: [],
    theme: { name: 'my-theme', root: '/theme', tree: THEME, plugins: [], from: 'gem' },
  })
  const lines = modelLines(site)
  expect(site.pages.map((page) => [page.file.path, page.file.origin, page.url])).toEqual([
    ['index.md', 'site', '/'],
    ['assets/css/style.scss', 'theme', '/assets/css/style.css'],
    ['assets/p.html', 'theme', '/assets/p.html'],
  ])
  expect(site.staticFiles.map((file) => [file.file.path, file.file.root])).toEqual([
    ['assets/both.js', '/site'],
    ['assets/.hidden', '/theme'],
    ['assets/_d/x.js', '/theme'],
    ['assets/_u.js', '/theme'],
    ['assets/a~', '/theme'],
    ['assets/s.js', '/theme'],
  ])
  expect(lines.filter((line) => line.startsWith('layouts '))).toEqual([
    'layouts {"name":"both","path":"/_layouts/both.html","data":{},"body":"S\\n"}',
    'layouts {"name":"tl","path":"/_layouts/tl.html","data":{"q":1},"body":"T\\n"}',
  ])
  expect([...site.includes].map(([name, include]) => [name, include.text, include.file.origin])).toEqual([
    ['both.html', 'S\n', 'site'],
    ['i.html', 'i\n', 'theme'],
  ])
  expect(plain(site.data)).toEqual({
    d: { a: 1, h: { x: 9, y: 2, z: 3 } },
    only: { t: 1 },
    sub: { s: { s: 1 }, u: { u: 1 } },
  })
  expect(diagnostics.map(({ topic, message }) => `${topic} ${message}`)).toEqual([
    'Theme reader: Ignored symlinked asset: /theme/assets/link.js',
  ])
})

test("a theme's settings lie below the site's, and Jekyll's own are not for it to set", () => {
  const files = new Map<Value, Value>([
    ['title', 'site'],
    ['foo', new Map([['b', 3]])],
  ])
  const theme = new Map<Value, Value>([
    ['title', 'theme'],
    ['baseurl', '/t'],
    [
      'foo',
      new Map([
        ['a', 1],
        ['b', 2],
      ]),
    ],
    ['exclude', ['x']],
    ['permalink', 'pretty'],
  ])
  const { config } = configFrom(files, new Map(), { cwd: '/', zone })
  const { data } = overThemeConfig(config, theme)
  expect([data.get('title'), plain(data.get('foo')), data.get('baseurl'), data.get('permalink')]).toEqual([
    'site',
    { a: 1, b: 3 },
    null,
    'date',
  ])
})
