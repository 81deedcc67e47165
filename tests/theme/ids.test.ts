/** What the theme calls its own parts is no name that a heading of a text can have. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Blog, buildBlog } from './blog.ts'

const HEADINGS = [
  'Share',
  'Newsletter',
  'Newsletter address',
  'Main',
  'Site head end',
  'Related',
  'Comments',
  'Search',
  'Query',
  'Posts',
  'By employer',
  'Toc title',
  'Toc list',
  'Attribution credit text',
  'Attribution credit html',
  'Pictures script',
  'Y2024',
]
const TEXT = `---\ntitle: Names\nlayout: post\n---\n![A rack](/assets/acme.svg)\n\n${HEADINGS.map((each) => `## ${each}\n\nText.\n`).join('\n')}`
let blog: Blog

beforeAll(async () => {
  blog = await buildBlog(
    {
      '_whirl.yml':
        'whirl:\n  share: [mastodon]\n  related: 2\n  newsletter: { action: "https://mail.example/s" }\n',
      '_posts/2024-03-01-names.md': TEXT,
      'archive.md': `---\nlayout: archive\npermalink: /archive/\n---\n${TEXT.split('---\n')[2]}`,
      'search.md': `---\nlayout: search\npermalink: /search/\n---\n${TEXT.split('---\n')[2]}`,
    },
    '--config',
    '_config.yml,_whirl.yml',
  )
})
afterAll(() => blog.remove())

const idsOf = (html: string): readonly string[] =>
  [...html.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id)

test.each(['2024/03/names/index.html', 'archive/index.html', 'search/index.html'])(
  'each id of %s stands once',
  (page) => {
    const ids = idsOf(blog.read(page))
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    for (const heading of HEADINGS) expect(ids).toContain(heading.toLowerCase().replaceAll(' ', '-'))
  },
)

test('what parts are named by and led to is there', () => {
  for (const page of [
    '2024/03/names/index.html',
    'archive/index.html',
    'search/index.html',
    'employers/acme/index.html',
  ]) {
    const html = blog.read(page)
    const ids = idsOf(html)
    const named = [
      ...html.matchAll(
        / (?:for|aria-labelledby|aria-controls|data-copy|href)="#?(whirl:[^"]*|attribution:[^"]*)"/g,
      ),
    ].map(([, id]) => id)
    expect(named).toContain('whirl:main')
    expect(named).toContain('whirl:site-head-end')
    for (const id of named) expect(ids).toContain(id)
  }
})
