/** `whirl import` from Ghost, Medium and Hugo. */
import fs from 'node:fs'
import { expect, test } from 'vitest'
import { runIn } from '../cli/host.ts'
import { siteForEachTest } from '../site-maker.ts'

const at = siteForEachTest()

test('Ghost: texts, tags in their order, authors, pictures', async () => {
  const post = {
    id: 'p',
    slug: 'hello',
    title: 'Hello',
    type: 'post',
    status: 'published',
    published_at: '2021-01-02T03:04:05.000Z',
  }
  const data = {
    posts: [
      { ...post, html: '<p>Hi</p><p><img src="__GHOST_URL__/content/images/a.png" alt="A"></p>' },
      { ...post, id: 'm', slug: 'club', title: 'Club', visibility: 'members', html: '<p>x</p>' },
    ],
    tags: [
      { id: 't', name: 'eBPF' },
      { id: 'u', name: '#internal' },
      { id: 'v', name: 'XDP' },
    ],
    posts_tags: [
      { post_id: 'p', tag_id: 't', sort_order: 1 },
      { post_id: 'p', tag_id: 'u', sort_order: 2 },
      { post_id: 'p', tag_id: 'v', sort_order: 0 },
    ],
    users: [{ id: 1, slug: 'ada', name: 'Ada' }],
    posts_authors: [{ post_id: 'p', author_id: 1 }],
    settings: [{ key: 'title', value: 'Packets' }],
  }
  const json = JSON.stringify({ db: [{ meta: { version: '5.0.0' }, data }] }, null, 2)
  at.put({ 'g/export.json': json, 'g/content/images/a.png': 'PNG', 'new/.keep': '' })
  const said = await runIn(at.at('new'), ['import', 'ghost', '../g'])
  expect([said.code, said.err]).toEqual([0, ''])
  expect(said.out).toContain('Imported 1 post, 0 pages, 1 draft and 1 file.')
  expect(said.out).toContain("for members only, so a draft here: 'Club'")
  expect(at.read('new/_posts/2021-01-02-hello.md')).toBe(`---
layout: post
title: Hello
date: 2021-01-02 03:04:05 +0000
tags:
- XDP
- eBPF
author: ada
redirect_from:
- "/hello/"
---

Hi

![A](/content/images/a.png)
`)
  expect(at.has('new/content/images/a.png')).toBe(true)
  at.put({ 'g/export.json': json.slice(0, 300) })
  const half = await runIn(at.root, ['import', 'ghost', 'g'])
  expect([half.code, half.err]).toEqual([
    1,
    expect.stringMatching(/not whole: .*\n[\s\S]*export\.json:\d+:\d+/),
  ])
})

test('Ghost: texts that are only in its own formats', async () => {
  const text = (words: string, format = 0): object => ({ type: 'extended-text', text: words, format })
  const nested = (depth: number): object =>
    depth === 0 ? text('deep') : { type: 'list', tag: 'ul', children: [nested(depth - 1)] }
  const lexical = {
    root: {
      type: 'root',
      children: [
        {
          type: 'paragraph',
          children: [
            text('A '),
            text('bold & <b>', 1),
            { type: 'link', url: '__GHOST_URL__/two/', children: [text('link', 2)] },
          ],
        },
        { type: 'extended-heading', tag: 'h2', children: [text('Part')] },
        { type: 'list', tag: 'ol', children: [{ type: 'listitem', children: [text('one')] }] },
        { type: 'codeblock', language: 'go', code: 'x := <-y' },
        { type: 'markdown', markdown: 'Plain *Markdown* {.x} ![A](__GHOST_URL__/content/images/a.png)' },
        { type: 'image', src: '__GHOST_URL__/content/images/a.png', alt: 'A', caption: 'The <em>A</em>' },
        { type: 'html', html: '<div class="own">\n<p>own</p></div>' },
        { type: 'bookmark', url: 'https://x.example/', metadata: { title: 'X' } },
        { type: 'paywall' },
        { type: 'constructor' },
      ],
    },
  }
  const mobiledoc = {
    version: '0.3.1',
    atoms: [['soft-return', '', {}]],
    markups: [['strong'], ['a', ['href', '/one/']]],
    cards: [
      ['code', { code: 'ls', language: 'sh' }],
      ['card-markdown', { markdown: 'more' }],
      ['hr', {}],
    ],
    sections: [
      [
        1,
        'p',
        [
          [0, [], 0, 'A '],
          [0, [0, 1], 2, 'bold'],
          [1, [], 0, 0],
          [0, [], 0, 'end'],
        ],
      ],
      [3, 'ul', [[[0, [], 0, 'item']]]],
      [10, 0],
      [10, 1],
      [10, 2],
    ],
  }
  const post = { type: 'post', status: 'published', published_at: '2021-01-02T03:04:05.000Z', html: null }
  const data = {
    posts: [
      { ...post, id: 'a', slug: 'one', title: 'One', lexical: JSON.stringify(lexical) },
      { ...post, id: 'b', slug: 'two', title: 'Two', mobiledoc: JSON.stringify(mobiledoc) },
      { ...post, id: 'c', slug: 'three', title: 'Three', lexical: '{"root"' },
      {
        ...post,
        id: 'd',
        slug: 'four',
        title: 'Four',
        lexical: JSON.stringify({ root: { children: [nested(800)] } }),
      },
    ],
    posts_meta: [{ post_id: 'a', meta_description: 'About one' }],
  }
  at.put({
    'g/export.json': JSON.stringify({ db: [{ data }] }),
    'g/content/images/a.png': 'PNG',
    'new/.keep': '',
  })
  const said = await runIn(at.at('new'), ['import', 'ghost', '../g'])
  expect([said.code, said.err]).toEqual([0, ''])
  expect(said.out).toContain('Imported 4 posts, 0 pages, 0 drafts and 1 file.\n')
  expect(said.out).toContain(
    'Links and pictures within the old site: 2 lead to texts, 2 to files, 0 still to the old site.\n',
  )
  for (const what of [
    "the card paywall is left out: 'One'",
    "the card constructor is left out: 'One'",
    "the card list is left out: 'Four'",
    "the text cannot be read: 'Three'",
  ])
    expect(said.out).toContain(what)
  const body = (name: string): string => at.read(`new/_posts/2021-01-02-${name}.md`).split('---\n\n')[1] ?? ''
  expect(at.read('new/_posts/2021-01-02-one.md')).toContain('description: About one\n')
  for (const part of [
    'A **bold & &lt;b>**[*link*](/2021/01/two/)',
    '## Part',
    '1. one',
    '```go\nx := <-y\n```',
    'Plain *Markdown* {.x} ![A](/content/images/a.png)',
    '<figcaption>The <em>A</em></figcaption>',
    '[X](https://x.example/)',
  ])
    expect(body('one')).toContain(part)
  for (const part of ['**[bold](/2021/01/one/)**', 'end', '- item', '```sh\nls\n```', 'more', '* * *'])
    expect(body('two')).toContain(part)
})

test('an archive is to be unpacked', async () => {
  at.put({ 'm.zip': new Uint8Array([0x50, 0x4b, 3, 4, 20]), 'new/.keep': '' })
  const said = await runIn(at.at('new'), ['import', 'medium', '../m.zip'])
  expect([said.code, at.list()]).toEqual([1, ['m.zip', 'new/.keep']])
  expect(said.err).toContain(
    "'../m.zip' is packed (ZIP).\n  help: unpack it, and name the folder that comes of it",
  )
})

test('Medium: a post without the title twice, and its pictures listed', async () => {
  at.put({
    'm/posts/2020-01-02_Hello-0123456789ab.html': `<article class="h-entry"><header><h1 class="p-name">Hello</h1></header>
<section data-field="subtitle" class="p-summary">Sub</section>
<section data-field="body" class="e-content"><section><div class="section-divider"><hr></div><div class="section-content">
<h3 class="graf graf--title">Hello</h3><p class="graf">Text</p>
<pre data-code-block-lang="go"><span>a<br>b</span></pre>
<figure><img src="https://cdn-images-1.medium.com/max/800/x.png"></figure></div></section></section>
<footer><a href="https://medium.com/@ada" class="p-author h-card">Ada</a><time class="dt-published" datetime="2020-01-02T03:04:05.678Z"></time>
<a href="https://medium.com/@ada/hello-0123456789ab" class="p-canonical"></a></footer></article>`,
    'new/.keep': '',
  })
  const said = await runIn(at.at('new'), ['import', 'medium', '../m'])
  expect([said.code, said.err]).toEqual([0, ''])
  expect(said.out).toContain(
    "html:6: a picture on Medium's server: https://cdn-images-1.medium.com/max/800/x.png",
  )
  expect(at.read('new/_posts/2020-01-02-hello.md')).toBe(`---
layout: post
title: Hello
date: 2020-01-02 03:04:05 +0000
author: ada
description: Sub
---

Text

\`\`\`go
a
b
\`\`\`

![](https://cdn-images-1.medium.com/max/800/x.png)
`)
})

test('Hugo: front matter of three kinds, shortcodes, links, files beside texts', async () => {
  at.put({
    'h/hugo.toml': 'title = "Packets"\nbaseURL = "https://old.example/"\n',
    'h/content/posts/one/index.md':
      '+++\ntitle = "One"\ndate = 2020-01-02T03:04:05Z\ntags = ["a"]\naliases = ["/uno/"]\n+++\n![A](a.png) and [two](../two.md#x)\n\n{{< figure src="a.png" link="https://old.example/posts/two/" >}} [gone](https://old.example/gone/)\n\n{{< figure src="/img/b.png" caption="B" >}}\n\n{{< chart 1 >}}\n\n```go {linenos=table}\nx := {{</* ref "y" */>}}\n```\n',
    'h/content/posts/one/a.png': 'PNG',
    'h/content/posts/two.md': '---\ntitle: Two\ndate: 2020-02-03\n---\n[one]({{< ref "posts/one" >}})\n',
    'h/content/about.md': '{\n"title": "About"\n}\nMe.\n',
    'h/content/posts/three.md': '---\ntitle: Three\ndraft: true\n---\nSoon\n',
    'h/static/img/b.png': 'PNG',
    'new/.keep': '',
  })
  const said = await runIn(at.at('new'), ['import', 'hugo', '../h'])
  expect([said.code, said.err]).toEqual([0, ''])
  expect(said.out).toContain('Imported 2 posts, 1 page, 1 draft and 2 files.')
  expect(said.out).toContain(
    'content/posts/one/index.md:13: the shortcode chart is a comment now: {{< chart 1 >}}',
  )
  const one = at.read('new/_posts/2020-01-02-one.md')
  expect(one).toContain('redirect_from:\n- "/posts/one/"\n- "/uno/"\nrender_with_liquid: false\n')
  expect(one).toContain('![A](/posts/one/a.png) and [two](/2020/02/two/#x)')
  expect(one).toContain('<figure><a href="/2020/02/two/"><img src="/posts/one/a.png" alt=""></a></figure>')
  expect(said.out).toContain('content/posts/one/index.md:9: leads to the old site: https://old.example/gone/')
  expect(one).toContain('<figure><img src="/img/b.png" alt="B"><figcaption>B</figcaption></figure>')
  expect(one).toContain('```go\nx := {{< ref "y" >}}\n```')
  expect(at.read('new/_posts/2020-02-03-two.md')).toContain('[one](/2020/01/one/)')
  expect(at.read('new/about.md')).toContain('permalink: "/about/"')
  expect(at.has('new/posts/one/a.png') && at.has('new/img/b.png')).toBe(true)
  at.put({ 'h/content/about.md': '+++\ntitle = "x\n+++\n' })
  const wrong = await runIn(at.root, ['import', 'hugo', 'h'])
  expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining("'content/about.md' cannot be read: ")])
})

test('Hugo’s own addresses are known by its patterns, and those of files beside a text', async () => {
  at.put({
    'h/config.toml': 'baseURL = "https://old.example/"\n[permalinks]\nposts = "/:contentbasename/"\n',
    'h/content/posts/a/index.md':
      '---\ntitle: A\ndate: 2024-01-02\n---\n[b](https://old.example/b/) [b](/b/)\n',
    'h/content/posts/a/c.svg': '<svg/>',
    'h/content/posts/b.md': '---\ntitle: B\ndate: 2024-01-03\n---\n![c](https://old.example/a/c.svg)\n',
    'new/.keep': '',
  })
  const said = await runIn(at.at('new'), ['import', 'hugo', '../h'])
  expect([said.code, said.err]).toEqual([0, ''])
  expect(said.out).toContain('2 lead to texts, 1 to files, 0 still to the old site')
  expect(at.read('new/_posts/2024-01-02-a.md')).toContain('[b](/2024/01/b/) [b](/2024/01/b/)')
  expect(at.read('new/_posts/2024-01-02-a.md')).toContain('redirect_from:\n- "/a/"\n')
  expect(at.read('new/_posts/2024-01-03-b.md')).toContain('![c](/a/c.svg)')
  expect(at.read('new/a/c.svg')).toBe('<svg/>')
})

test('a file of the export that cannot be read is left, and named', async () => {
  at.put({
    'h/hugo.toml': "title = 'Packets'\n",
    'h/content/posts/a/index.md': '---\ntitle: A\ndate: 2024-01-02\n---\n![x](b.png) ![y](c.png)\n',
    'h/content/posts/a/c.png': 'PNG',
    'new/.keep': '',
  })
  fs.symlinkSync('nowhere', at.at('h/content/posts/a/b.png'))
  const said = await runIn(at.at('new'), ['import', 'hugo', '../h'])
  expect([said.code, said.err]).toEqual([0, ''])
  expect(said.out).toContain('Imported 1 post, 0 pages, 0 drafts and 1 file.')
  expect(said.out).toContain('content/posts/a/b.png: could not be read: No such file or directory')
})

test('an export writes nothing outside of the site', async () => {
  at.put({
    'h/hugo.toml': "title = 'Packets'\n",
    'h/content/about.md': '---\ntitle: A\nurl: /../../beside/about/\n---\nText\n',
    'new/.keep': '',
  })
  const said = await runIn(at.at('new'), ['import', 'hugo', '../h'])
  expect(said.code).toBe(1)
  expect(said.err).toContain('would lie outside of the site: ../../beside/about.md.')
  expect(fs.readdirSync(at.at('new'))).toEqual(['.keep'])
})

test('files by which programs would run do not come along, and are named', async () => {
  const ruling = [
    '.git/config',
    '.github/workflows/a.yml',
    '_config.yml',
    '_Plugins/a.ts',
    '_plugins/a.rb',
    'whirl.config.ts',
  ]
  const others = ['.well-known/a.txt', '_redirects', 'a/package.json']
  at.put({
    'h/hugo.toml': "title = 'Packets'\n",
    'h/content/about.md': '---\ntitle: A\n---\n[x](/whirl.config.ts)\n',
    ...Object.fromEntries([...ruling, ...others].map((name) => [`h/static/${name}`, 'x'])),
    'new/.keep': '',
  })
  const said = await runIn(at.at('new'), ['import', 'hugo', '../h'])
  expect([said.code, said.err]).toEqual([0, ''])
  expect(said.out).toContain('and 3 files.')
  for (const name of ruling)
    expect(said.out).toContain(`static/${name}: is hidden, or would rule builds, and does not come along\n`)
  for (const name of others) expect(at.has(`new/${name}`)).toBe(true)
  for (const name of ruling) expect([name, at.has(`new/${name}`)]).toEqual([name, name === '_config.yml'])
  expect(at.read('new/_config.yml')).toContain('title: Packets')
})

test('there is no import from what objects have by themselves', async () => {
  const said = await runIn(at.root, ['import', 'constructor', 'x'])
  expect([said.code, said.err]).toEqual([
    1,
    expect.stringContaining("There is no import from 'constructor'."),
  ])
})
