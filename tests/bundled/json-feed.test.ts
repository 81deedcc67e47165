import { describe, expect, test } from 'vitest'
import type { Value } from '../../src/base/index.ts'
import { buildWith } from '../plugins/site.ts'

function feedOf(
  files: Readonly<Record<string, string>>,
  settings: readonly (readonly [string, Value])[] = [],
) {
  const { output } = buildWith(files, undefined, [
    ['plugins', ['json-feed']],
    ['url', 'https://blog.example'],
    ...settings,
  ])
  return JSON.parse(output('feed.json') ?? 'null') as Record<string, unknown> & {
    items: Record<string, unknown>[]
  }
}

describe('json-feed', () => {
  test('has what JSON Feed 1.1 asks for, and leaves out what is not there', () => {
    const feed = feedOf(
      {
        '_posts/2024-05-01-a.md':
          '---\ntitle: A "b"\ntags: [x, y]\nlast_modified_at: 2024-05-02\n---\none *two*',
      },
      [
        ['title', 'Notes'],
        ['lang', 'en'],
        ['author', 'Ada'],
      ],
    )
    expect(feed).toEqual({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Notes',
      home_page_url: 'https://blog.example/',
      feed_url: 'https://blog.example/feed.json',
      language: 'en',
      authors: [{ name: 'Ada' }],
      items: [
        {
          id: 'https://blog.example/2024/05/01/a.html',
          url: 'https://blog.example/2024/05/01/a.html',
          title: 'A "b"',
          content_html: '<p>one <em>two</em></p>',
          summary: 'one two',
          date_published: '2024-05-01T00:00:00+00:00',
          date_modified: '2024-05-02T00:00:00+00:00',
          authors: [{ name: 'Ada' }],
          tags: ['x', 'y'],
        },
      ].map(({ authors, ...item }) => item),
    })
  })

  test('holds the newest posts, ten or as many as asked for', () => {
    const posts = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [
        `_posts/2024-01-${String(i + 1).padStart(2, '0')}-p${i + 1}.md`,
        '---\n---\nx',
      ]),
    )
    expect(feedOf(posts).items.map((item) => item.title)).toEqual(
      [12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map((n) => `P${n}`),
    )
    expect(feedOf(posts, [['json_feed', new Map<Value, Value>([['posts_limit', 2]])]]).items).toHaveLength(2)
  })

  test('pictures and people', () => {
    const { items } = feedOf({
      '_posts/2024-01-01-a.md': '---\nimage: /a.png\nauthor: {name: Bo, url: "https://bo.example/"}\n---\nx',
      '_posts/2024-01-02-b.md': '---\nimage: {path: "https://x.example/b.png"}\n---\nx',
    })
    expect(items[1]).toMatchObject({
      image: 'https://blog.example/a.png',
      authors: [{ name: 'Bo', url: 'https://bo.example/' }],
    })
    expect(items[0]).toMatchObject({ image: 'https://x.example/b.png' })
  })

  test("the site's own file wins", () => {
    expect(
      buildWith({ 'feed.json': '---\n---\nmine' }, undefined, [['plugins', ['json-feed']]]).output(
        'feed.json',
      ),
    ).toBe('mine')
  })

  test('links itself', () => {
    const files = { 'index.html': '---\n---\n{% json_feed_meta %}' }
    const { output } = buildWith(files, undefined, [
      ['plugins', ['json-feed']],
      ['title', 'N "x"'],
    ])
    expect(output('index.html')).toBe(
      '<link type="application/feed+json" rel="alternate" href="/feed.json" title="N &quot;x&quot;">',
    )
  })

  test('says where it is, by default where the setting is not a path', () => {
    const where = (path: Value): string | undefined =>
      buildWith({ 'index.html': '---\n---\n{% json_feed_path %}' }, undefined, [
        ['plugins', ['json-feed']],
        ['json_feed', new Map<Value, Value>([['path', path]])],
      ]).output('index.html')
    expect(['notes.json', '/x/notes.json', 5].map(where)).toEqual([
      '/notes.json',
      '/x/notes.json',
      '/feed.json',
    ])
  })
})
