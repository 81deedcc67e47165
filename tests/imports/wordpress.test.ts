/** `whirl import wordpress`, from an export of the form that WordPress writes. */
import { expect, test } from 'vitest'
import { runIn } from '../cli/host.ts'
import { siteForEachTest } from '../site-maker.ts'

const at = siteForEachTest()

const item = (fields: Readonly<Record<string, string>>, content: string, more = ''): string => `
<item><title>${fields.title}</title><link>${fields.link}</link><dc:creator><![CDATA[ada]]></dc:creator>
<content:encoded><![CDATA[${content}]]></content:encoded>
<wp:post_id>${fields.id}</wp:post_id><wp:post_date><![CDATA[2020-03-04 10:20:30]]></wp:post_date>
<wp:post_name><![CDATA[${fields.name}]]></wp:post_name><wp:status><![CDATA[${fields.status ?? 'publish'}]]></wp:status>
<wp:post_type><![CDATA[${fields.type ?? 'post'}]]></wp:post_type><wp:post_password></wp:post_password>${more}</item>`

const wxr = (items: string): string => `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Packets</title><link>https://old.example</link><description>Of wires</description>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://old.example</wp:base_blog_url>
<wp:author><wp:author_login><![CDATA[ada]]></wp:author_login><wp:author_display_name><![CDATA[Ada L.]]></wp:author_display_name></wp:author>
${items}</channel></rss>`

const BLOCKS = `<!-- wp:paragraph --><p>See <a href="https://old.example/?p=2">that</a> and <strong>a*b</strong>.<sup data-fn="f1" class="fn"><a href="#f1">1</a></sup></p><!-- /wp:paragraph -->
<!-- wp:image --><figure class="wp-block-image"><img src="https://old.example/wp-content/uploads/2020/a.png" alt="A" width="3" height="4"/></figure><!-- /wp:image -->
<!-- wp:code --><pre class="wp-block-code"><code class="language-c">int a = {{ 1 }};
</code></pre><!-- /wp:code -->
<table><tr><th>q</th><th>n</th></tr><tr><td>0</td><td>a|b</td></tr></table>
<a href="https://old.example/tag/x/">tag</a>`
const NOTES = `<wp:postmeta><wp:meta_key>footnotes</wp:meta_key><wp:meta_value><![CDATA[[{"content":"Of <em>note</em>.","id":"f1"}]]]></wp:meta_value></wp:postmeta>
<category domain="post_tag" nicename="ebpf"><![CDATA[eBPF]]></category>`

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const EXPORT = wxr(
  item({ title: 'First', link: 'https://old.example/first/', id: '1', name: 'first' }, BLOCKS, NOTES) +
    item(
      { title: 'Old', link: 'https://old.example/2020/03/old/', id: '2', name: 'old' },
      'One line\nand two.\n\n[caption id="x" width="3"]<img src="/wp-content/uploads/2020/a.png" /> Words[/caption]\n\n[gallery ids="1"]',
    ) +
    item({ title: 'Me', link: 'https://old.example/me/', id: '3', name: 'me', type: 'page' }, '<p>I.</p>') +
    item({ title: 'Not yet', link: 'https://old.example/?p=4', id: '4', name: '', status: 'draft' }, 'x') +
    item({ title: 'Shoe', link: 'https://old.example/shoe/', id: '5', name: 'shoe', type: 'product' }, 'x'),
)

test('texts, addresses, pictures and what is left', async () => {
  at.put({ 'export/blog.xml': EXPORT, 'export/wp-content/uploads/2020/a.png': PICTURE, 'new/.keep': '' })
  const said = await runIn(at.at('new'), ['import', 'wordpress', '../export'])
  expect([said.code, said.err]).toEqual([0, ''])
  expect(said.out).toContain('Imported 2 posts, 1 page, 1 draft and 1 file.')
  expect(said.out).toContain("not taken, of the type product: 'Shoe'")
  expect(said.out).toMatch(/blog\.xml:\d+: leads to the old site: https:\/\/old\.example\/tag\/x\//)
  expect(said.out).toMatch(/blog\.xml:\d+: the shortcode \[gallery\] stands for nothing here/)
  expect(at.list().filter((name) => name.startsWith('new/'))).toEqual([
    'new/.gitignore',
    'new/.keep',
    'new/_config.yml',
    'new/_drafts/not-yet.md',
    'new/_posts/2020-03-04-first.md',
    'new/_posts/2020-03-04-old.md',
    'new/index.md',
    'new/me.md',
    'new/wp-content/uploads/2020/a.png',
  ])
  expect(at.read('new/_posts/2020-03-04-first.md')).toBe(`---
layout: post
title: First
date: 2020-03-04 10:20:30
tags:
- eBPF
author: ada
redirect_from:
- "/first/"
render_with_liquid: false
---

See [that](/2020/03/old/) and **a\\*b**.[^1]

![A](/wp-content/uploads/2020/a.png){: width="3" height="4" }

\`\`\`c
int a = {{ 1 }};
\`\`\`

| q | n |
|---|---|
| 0 | a\\|b |

[tag](https://old.example/tag/x/)

[^1]: Of *note*.
`)
  const old = at.read('new/_posts/2020-03-04-old.md')
  expect(old).toContain('One line\\\\\nand two.\n\n<figure><img')
  expect(old).not.toContain('redirect_from')
  const checked = await runIn(at.at('new'), ['check', '--ignore', 'broken-image,image-size,empty-alt'])
  // The site has the old one's address, where there is no page of tags any more.
  expect(checked.out).toContain("error: The link 'https://old.example/tag/x/' leads nowhere.")
  expect(checked.out).toContain(' links: 1 error, 0 warnings')
})

test('an export that is cut in half is refused with its place, and nothing is written', async () => {
  at.put({ 'blog.xml': EXPORT.slice(0, 1500), 'new/.keep': '' })
  const said = await runIn(at.at('new'), ['import', 'wordpress', '../blog.xml'])
  expect(said.code).toBe(1)
  expect(said.err).toMatch(/The export is not whole: .*\n\n {2}blog\.xml:\d+:\d+/)
  expect(at.list()).toEqual(['blog.xml', 'new/.keep'])
})

test('nothing is written over', async () => {
  at.put({ 'blog.xml': EXPORT, 'new/me.md': 'mine' })
  const said = await runIn(at.at('new'), ['import', 'wordpress', '../blog.xml'])
  expect([said.code, said.err]).toEqual([1, expect.stringContaining('Files would be written over: me.md.')])
  expect(at.list()).toEqual(['blog.xml', 'new/me.md'])
})

test('what is no import is said', async () => {
  expect((await runIn(at.root, ['import', 'wordpres', 'x'])).err).toContain("Did you mean 'wordpress'?")
  expect((await runIn(at.root, ['import', 'ghost', 'x'])).err).toContain("There is no file or folder 'x'.")
})
