/** The pages of a site on the theme: lists that it makes, what templates find, settings that make no sense. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { styleSheet } from '../../src/highlight/index.ts'
import { runIn } from '../cli/host.ts'
import { siteForEachTest } from '../site-maker.ts'
import { type Blog, buildBlog } from './blog.ts'

describe('a blog with one of everything', () => {
  let blog: Blog
  beforeAll(async () => {
    blog = await buildBlog()
  })
  afterAll(() => blog.remove())

  test('tags, categories, series and years have pages, words that differ in case share one', () => {
    expect(blog.read('tags/index.html')).toMatch(
      /<a href="\/tags\/c-plus-plus\/">C\+\+<\/a> <span class="count">1</,
    )
    expect(blog.read('tags/ebpf/index.html').match(/<li class="row">/g)).toHaveLength(3)
    expect(blog.read('categories/kernel/index.html')).toContain('href="/2023/06/a-long-post/"')
    expect(blog.read('series/the-way-up/index.html')).toMatch(/a-long-post[\s\S]*second/)
    expect(blog.read('archive/index.html')).toMatch(
      /<h2 id="y2024">2024<\/h2>[\s\S]*<h2 id="y2023">2023<\/h2>/,
    )
  })

  test('a post shows its place in a series, its tags, its neighbours and how long it takes', () => {
    const post = blog.read('2023/06/a-long-post/index.html')
    expect(post).toContain('Part 1 of 2 in <a href="/series/the-way-up/">The way up</a>')
    expect(post).toContain('<a class="tag" rel="tag" href="/tags/c-plus-plus/">C++</a>')
    expect(post).toMatch(
      /<a class="pager-next" rel="next" href="\/2023\/06\/second\/"><span>Later<\/span> The second part<\/a>/,
    )
    expect(post).toMatch(/<span>\d+ min<\/span>/)
    expect(post).toContain('<link rel="canonical" href="https://notes.example/2023/06/a-long-post/">')
  })

  test('no page has an inline style or script, nothing comes from elsewhere, comments wait for a click', () => {
    for (const page of [
      'index.html',
      '2023/06/a-long-post/index.html',
      'employers/acme/index.html',
      'search/index.html',
    ]) {
      const html = blog.read(page)
      expect(html).not.toMatch(/ style="|<style| on[a-z]+="/)
      expect(html.match(/<script(?![^>]* src=)[^>]*>/g) ?? []).toEqual(
        html.includes('ld+json') ? ['<script type="application/ld+json">'] : [],
      )
      expect(html).not.toMatch(/ src="(?:https?:)?\/\//)
    }
    expect(blog.read('2023/06/a-long-post/index.html')).toContain(
      'data-script="https://giscus.app/client.js"',
    )
  })

  test('profiles say that they are the author’s, e-mail is written so that it works and cannot be gathered', () => {
    const html = blog.read('about/index.html')
    expect(html).toContain('<a rel="me" href="https://social.example/@ada"')
    expect(html).not.toContain('ada@notes.example')
    expect(html).toMatch(/<a href="&#109;&#x61;/)
  })

  test('feeds have the text as Markdown made it, without the frames', () => {
    const feed = blog.read('feed.xml')
    expect(feed).toContain('highlighter-rouge')
    expect(feed).not.toContain('code-head')
  })

  test('the sitemap leaves out search and the lost address', () => {
    const map = blog.read('sitemap.xml')
    expect(map).toContain('https://notes.example/archive/')
    expect(map).not.toMatch(/search|404/)
  })

  test('the colours of code are those of the palette luna', () => {
    const css = blog.read('assets/whirl/style.css')
    const names = [...css.matchAll(/--code-[a-z]+:(#[0-9a-f]{6})/g)].map((found) => found[1])
    for (const colour of new Set((styleSheet('luna') ?? '').match(/ color: #[0-9a-f]{6}/g)))
      expect([...names, '#ffffff']).toContain(colour.slice(' color: '.length))
    expect(css).not.toContain('/*')
  })
})

describe('settings', () => {
  const at = siteForEachTest()
  const build = (config: string, files: Readonly<Record<string, string>> = {}) => {
    at.put({ '_config.yml': `theme: whirl\n${config}`, 'index.md': '---\nlayout: home\n---\n', ...files })
    return runIn(at.root, ['build'])
  }
  const post = { '_posts/2024-01-02-a.md': '---\ntitle: A\nlayout: post\ntags: [x]\n---\nHello.\n' }

  test('lists are left out or put elsewhere; a page of the site wins', async () => {
    const built = await build(
      'whirl: { lists: { tags: /t/, series: false }, palette: moss, scheme: dark }\n',
      {
        ...post,
        'all.md': '---\nlayout: page\ntitle: Mine\npermalink: /archive/\n---\nmine\n',
      },
    )
    expect([built.code, built.err]).toEqual([0, ''])
    expect(at.list()).toContain('_site/t/x/index.html')
    expect(at.list()).not.toContain('_site/tags/index.html')
    expect(at.list()).not.toContain('_site/search/index.html')
    expect(at.read('_site/archive/index.html')).toContain('mine')
    expect(at.read('_site/index.html')).toContain('data-palette="moss" data-code="dark" data-scheme="dark"')
    await build('whirl: { lists: false }\n', post)
    expect(at.list().filter((name) => /_site\/(?:tags|t)\//.test(name))).toEqual([])
  })

  test('a file of the site takes the place of the theme’s', async () => {
    await build('', {
      ...post,
      '_includes/footer.html': '<footer>own</footer>',
      '_includes/css/custom.css': ':root { --accent: red; }',
    })
    expect(at.read('_site/2024/01/02/a.html')).toContain('<footer>own</footer>')
    expect(at.read('_site/assets/whirl/style.css')).toContain(':root{--accent:red}')
  })

  test('counting visits and comments by utterances are printed where they are set', async () => {
    await build(
      'whirl: { analytics: { script: "https://x.example/c.js", attributes: { site: "<a>" } }, comments: { utterances: { repo: a/b } } }\n',
      post,
    )
    const html = at.read('_site/2024/01/02/a.html')
    expect(html).toContain(
      '<script defer src="/assets/whirl/analytics.js" data-script="https://x.example/c.js" data-set-site="&lt;a&gt;"></script>',
    )
    expect(html).toContain('data-script="https://utteranc.es/client.js" data-plain data-set-repo="a/b"')
  })

  test('what the theme does not know is told, with what to write', async () => {
    const built = await build('whirl: { palette: pink, home_posts: many, lists: { tags: nowhere } }\n', post)
    expect(built.code).toBe(0)
    for (const text of [
      "`whirl: palette` is 'pink', which the theme does not know: ",
      'use one of luna, moss, ember, slate',
      "`whirl: home_posts` is 'many'",
      "`whirl: lists: tags` is 'nowhere'",
    ])
      expect(built.err).toContain(text)
  })

  test('an empty site, one without a title and words that make no address build all the same', async () => {
    expect((await build('')).err).toBe('')
    const built = await build('', {
      '_posts/2024-01-02-a.md': '---\nlayout: post\ntags: ["!!", "<b>", 3]\nseries: [a, b]\n---\nHello.\n',
    })
    expect([built.code, built.err]).toEqual([0, ''])
    expect(at.read('_site/tags/b/index.html')).toContain('<h1>&lt;b&gt;</h1>')
    expect(at.read('_site/2024/01/02/a.html')).toContain('<span class="tag">!!</span>')
  })
})
