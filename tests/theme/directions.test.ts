/** Names and titles that run the other way than their page stand apart from what is around them. */
import { expect, test } from 'vitest'
import { runIn } from '../cli/host.ts'
import { siteForEachTest } from '../site-maker.ts'

const at = siteForEachTest()

const post = (title: string, lang: string): string =>
  `---\nlayout: post\ntitle: ${title}\nlang: ${lang}\ntags: [C++]\ncategories: [net]\nseries: Waits\n---\nA quagga waits.\n`

test('on a page in Arabic Western ones do, on one in English Arabic ones', async () => {
  at.put({
    '_config.yml': `title: Notes!
lang: ar
url: https://notes.example
timezone: UTC
theme: whirl
permalink: /:title/
author: Ada Q.
employers: { acme: { name: Acme (Networks), from: 2020-01 } }
whirl:
  related: 2
  share: [mastodon]
  lists: { authors: /authors/ }
  menu: [{ title: TCP?, url: /a/ }, { title: المزيد, items: [{ title: C++, url: /b/ }] }]
`,
    '_data/phrases/ar.yml': '',
    'index.md': '---\nlayout: home\n---\n',
    '_posts/2024-01-01-a.md': post('"What?"', 'ar'),
    '_posts/2024-01-02-b.md': post('كيف', 'ar'),
    '_posts/2024-01-03-c.md': post('"Why & how?"', 'ar'),
    '_posts/2024-01-04-d.md': post('"D?"', 'en'),
  })
  const built = await runIn(at.root, ['build'], { SOURCE_DATE_EPOCH: '1750000000' })
  expect(built.code).toBe(0)
  const [arabic, english] = [at.read('_site/b/index.html'), at.read('_site/d/index.html')]
  for (const said of [
    '<bdi>Notes!</bdi></a>',
    '<bdi>TCP?</bdi></a>',
    '<bdi>C++</bdi></a></li>\n</ul></details>',
    '>المزيد</summary>',
    '>كيف</h1>',
    'rel="author" href="/authors/ada-q/"><bdi>Ada Q.</bdi></a>',
    '<span class="attribution-badge-name"><bdi>Acme (Networks)</bdi></span>',
    '<bdi>net</bdi></a>',
    '<bdi>Waits</bdi></a>',
    '<li><a href="/a/"><bdi>What?</bdi></a></li>',
    '<a class="tag p-category" rel="tag" href="/tags/c-plus-plus/"><bdi>C++</bdi></a>',
    '<bdi>Mastodon</bdi></a>',
    '</span> <bdi>What?</bdi></a>',
    '</span> <bdi>Why &amp; how?</bdi></a>',
    '© <bdi>Ada Q.</bdi>.',
  ])
    expect(arabic).toContain(said)
  expect(at.read('_site/archive/index.html')).toContain('<a href="/c/"><bdi>Why &amp; how?</bdi></a>')
  expect(english).toContain('>D?</h1>')
  expect(english).toContain('<bdi>المزيد</bdi></summary>')
  expect(english).toContain('<a href="/b/"><bdi>كيف</bdi></a>')
  expect(english).not.toMatch(/<bdi>[\w+?]/)
})
