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
      /<a href="\/tags\/c-plus-plus\/">C\+\+ <span class="count">1</,
    )
    expect(blog.read('tags/ebpf/index.html').match(/<li class="row">/g)).toHaveLength(3)
    expect(blog.read('categories/kernel/index.html')).toContain('href="/2023/06/a-long-post/"')
    expect(blog.read('series/the-way-up/index.html')).toMatch(/a-long-post[\s\S]*second/)
    expect(blog.read('archive/index.html')).toMatch(
      /<h2 id="whirl:y2024">2024<\/h2>[\s\S]*<h2 id="whirl:y2023">2023<\/h2>/,
    )
  })

  test('a post shows its place in a series, its tags, its neighbours and how long it takes', () => {
    const post = blog.read('2023/06/a-long-post/index.html')
    expect(post).toContain('Part 1 of 2 in <a href="/series/the-way-up/">The way up</a>')
    expect(post).toContain('<a class="tag p-category" rel="tag" href="/tags/c-plus-plus/">C++</a>')
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

  test('attributes of code that make no sense are told with the text that has them', async () => {
    const text = '---\ntitle: A\nlayout: post\n---\n```c\nx\n```\n{: data-start="abc" }\n'
    const built = await build('', { '_posts/2024-01-02-a.md': text })
    expect(built.err).toContain('Theme: _posts/2024-01-02-a.md: data-start="abc" is no number of a line')
  })

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

  test('a redirect does not take the place of a list, and is none', async () => {
    await build('plugins: [search]\n', {
      ...post,
      'b.md':
        '---\ntitle: B\nlayout: page\nredirect_from: [/search/, /archive/, /tags/x/, /categories/]\n---\nb\n',
    })
    expect(at.read('_site/search/index.html')).toContain('<h1>Search</h1>')
    expect(at.read('_site/archive/index.html')).toContain('<h1>Archive</h1>')
    expect(at.read('_site/tags/x/index.html')).toContain('<h1>x</h1>')
    expect(at.read('_site/categories/index.html')).toContain('url=')
    expect(at.read('_site/index.html')).not.toContain('href="/categories/"')
  })

  test('posts and pages with a blank title have no empty headings and links', async () => {
    const untitled = (title: string): string =>
      `---\ntitle: "${title}"\nlayout: post\ntags: [x]\nseries: S\n---\nHello.\n`
    await build('title: Notes\nauthor: Ada\nlicense: CC-BY-4.0\nwhirl: { related: 2 }\n', {
      '_posts/2024-01-02-some-thing.md': untitled(''),
      '_posts/2024-01-03-of-mine.md': untitled(' '),
      'b.md': '---\ntitle: ""\nlayout: page\nmenu: 1\n---\nb\n',
    })
    const post = at.read('_site/2024/01/02/some-thing.html')
    expect(post).toContain('<title>Some Thing · Notes</title>')
    expect(post).toContain('>Some Thing</h1>')
    for (const said of [
      '<meta property="og:title" content="Some Thing">',
      '<meta name="citation_title" content="Some Thing">',
      '"headline":"Some Thing"',
      '“Some Thing” by Ada',
    ])
      expect(post).toContain(said)
    expect(at.read('_site/b.html')).toContain('<title>Notes</title>')
    for (const page of at.list().filter((name) => name.endsWith('.html')))
      expect([page, at.read(page).match(/<(?:a|h\d)\b[^>]*>\s*<\/|<\/span> <\/a>/g)]).toEqual([page, null])
  })

  test('a post without a text has the description of the site, never an empty one', async () => {
    await build('title: Notes\ndescription: On things.\n', {
      '_posts/2024-01-02-a.md': '---\ntitle: A\nlayout: post\n---\n',
      '_posts/2024-01-03-b.md': '---\ntitle: B\nlayout: post\ndescription: " "\n---\nA text.\n',
    })
    const described = (file: string): string | undefined =>
      /<meta name="description" content="([^"]*)">/.exec(at.read(file))?.[1]
    expect(described('_site/2024/01/02/a.html')).toBe('On things.')
    expect(described('_site/2024/01/03/b.html')).toBe('A text.')
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
      '`whirl: palette` is `pink`, and is left out: write one of luna, moss, ember, slate.',
      '`whirl: home_posts` is `many`, and is left out: write a whole number, 1 or more.',
      '`whirl: lists: tags` is `nowhere`, and is left out: write a text like /all/, or true or false.',
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
    expect(at.read('_site/2024/01/02/a.html')).toContain(
      '<a class="tag p-category" rel="tag" href="/tags/u21-21/">!!</a>',
    )
    expect(at.read('_site/tags/u21-21/index.html')).toContain('<h1>!!</h1>')
  })

  test('tags of signs have pages of their own, and one warning names those that share a page', async () => {
    const tagged = (tags: string): string => `---\nlayout: post\ntags: [${tags}]\n---\nHello.\n`
    const { err } = await build('', {
      '_posts/2024-01-02-a.md': tagged('🚀, 🛰, a/b, Case, " "'),
      '_posts/2024-01-03-b.md': tagged('a b, case, a/b'),
    })
    expect(err.trim()).toBe(
      "Theme: 'a/b', 'a b' under `tags` share the page /tags/a-b/: write them alike, or as words that differ in letters or digits.",
    )
    for (const slug of ['u1f680', 'u1f6f0', 'a-b', 'case'])
      expect(at.read(`_site/tags/${slug}/index.html`)).toContain('<h1>')
  })

  test.each([
    ['404.html', '<p>Mine</p>\n'],
    ['sw.js', '// mine\n'],
    ['offline/index.html', '<p>Mine</p>\n'],
    ['assets/whirl/style.css', '/* mine */\n'],
    ['assets/whirl/whirl.js', '---\n---\n// mine\n'],
    ['assets/whirl/icon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>\n'],
    ['archive/index.html', '<p>Mine</p>\n'],
  ])('a file %s of the site takes the place of the theme’s, without a word', async (path, text) => {
    const { err } = await build('whirl: { offline: true }\n', {
      [path]: text,
      'index.md': '---\nlayout: home\n---\n',
      '_posts/2024-01-02-a.md': '---\nlayout: post\n---\nx\n',
    })
    expect(err).toBe('')
    expect(at.read(`_site/${path}`)).toBe(text.replace('---\n---\n', ''))
    expect(at.read('_site/index.html')).toContain('<li><a href="/archive/">Archive</a></li>')
  })

  test.each(['/archive', '/archive/index.html'])('a page at %s is the archive', async (url) => {
    const { err } = await build('', {
      'mine.md': `---\nlayout: page\ntitle: Mine\npermalink: ${url}\n---\nx\n`,
      'index.md': '---\nlayout: home\n---\n',
    })
    expect(err).toBe('')
    expect(at.list().filter((file) => /^_site\/archive/.test(file))).toEqual([
      url === '/archive' ? '_site/archive.html' : '_site/archive/index.html',
    ])
    expect(at.read('_site/index.html')).toContain(`<li><a href="${url}">Archive</a></li>`)
  })
})

describe('languages', () => {
  const at = siteForEachTest()
  const POSTS = {
    '_posts/2024-01-02-a.md':
      '---\ntitle: Ä\nlayout: post\nlang: de\ntags: [x]\n---\n## Eins\n\n## Zwei\n\n## Drei\n\n```console\n$ ls\n```\n',
    '_posts/2024-02-03-b.md': '---\ntitle: B\nlayout: post\nlang: ar\n---\nنص\n',
    '_posts/2024-03-04-c.md': '---\ntitle: C\nlayout: post\n---\nc\n',
    'index.md': '---\nlayout: home\n---\n',
  }
  const CONFIG =
    'theme: whirl\nlang: fr\ntimezone: UTC\nauthor: Ada\nlicense: CC-BY-SA-4.0\nemployers: { a: { name: Acme, from: 2020 }, b: { name: Bo, from: 2020 } }\n'

  test('words, dates, plurals and lists are those of the page, else of the site', async () => {
    at.put({ '_config.yml': CONFIG, ...POSTS })
    const built = await runIn(at.root, ['build'])
    expect([built.code, built.err]).toEqual([0, ''])
    const german = at.read('_site/2024/01/02/a.html')
    for (const text of [
      '<html lang="de" data-copy="Kopieren"',
      '>2. Januar 2024</time>',
      '<span>1 Min.</span>',
      '<p class="by">Von <span class="p-author h-card">Ada</span></p>',
      'Entstanden bei <span class="attribution-footer-employer">Acme</span> und <span class="attribution-footer-employer">Bo</span>.',
      'id="whirl:toc-title">Auf dieser Seite</h2>',
      'Sie dürfen dieses Werk für jeden Zweck',
      'aria-label="Terminal"',
      '„Ä“ von Ada (Acme und Bo)',
    ])
      expect(german).toContain(text)
    const arabic = at.read('_site/2024/02/03/b.html')
    expect(arabic).toContain('<html lang="ar" dir="rtl" data-copy="انسخ"')
    expect(arabic).toMatch(/>3 \S+ 2024<\/time>/)
    expect(at.read('_site/2024/03/04/c.html')).toContain('>4 mars 2024</time>')
    expect(at.read('_site/index.html')).toContain(
      '<time class="item-date" datetime="2024-03-04">4 mars 2024</time>',
    )
    expect(at.read('_site/archive/index.html')).toMatch(/<h1>Archives<\/h1>[\s\S]*>3 articles/)
    expect(at.read('_site/employers/index.html')).toContain('<h1>Employeurs</h1>')
    expect(at.read('_site/feed.xml')).toContain('<rights>© 2024 Ada. Lizenziert unter CC BY-SA 4.0: ')
  })

  test('a site has words of its own; what is missing, and what nobody says, is told once', async () => {
    at.put({
      '_config.yml': 'theme: whirl\nlang: sv\n',
      '_data/phrases/sv.yml':
        'archive: Arkiv\nposts: { one: "{1} inlägg", other: "{1} inlägg" }\narkiv: x\nearlyer: y\nby: [a]\n',
      ...POSTS,
    })
    const built = await runIn(at.root, ['build'])
    expect(built.code).toBe(0)
    expect(built.err).toContain('_data/phrases/sv.yml lacks skip, menu, home, dark, on_this_page and ')
    expect(built.err).toContain(
      "_data/phrases/sv.yml has 'earlyer', which no page says: did you mean 'earlier'?",
    )
    expect(built.err).toContain(
      "'by' in _data/phrases/sv.yml is no text, nor a hash of texts with `other`: pages show ours.",
    )
    const archive = at.read('_site/archive/index.html')
    expect(archive).toMatch(/<h1>Arkiv<\/h1>[\s\S]*>3 inlägg/)
    expect(archive).toContain('Skip to the text')
    at.put({ '_config.yml': 'theme: whirl\nlang: da\n' })
    const again = await runIn(at.root, ['build'])
    expect(again.err).toContain(
      "There are no words in the language 'da': pages show English ones. Write them in _data/phrases/da.yml.",
    )
  })

  test('a page that changes its language is written anew, and so are words', async () => {
    at.put({ '_config.yml': CONFIG, ...POSTS })
    await runIn(at.root, ['build'])
    at.put({ '_data/phrases/de.yml': 'minutes: "{1} Minuten"\n' })
    await runIn(at.root, ['build'])
    expect(at.read('_site/2024/01/02/a.html')).toContain('<span>1 Minuten</span>')
    expect(at.read('_site/2024/03/04/c.html')).toContain('<span>1 min</span>')
  })
})
