/** What stands around a post on the theme: where it is edited, when it changed, what is like it, who wrote it, how it is shared. */
import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { runIn } from '../cli/host.ts'
import { siteForEachTest } from '../site-maker.ts'

const CONFIG = (whirl: string, more = ''): string =>
  `title: Notes\nurl: https://notes.example\ntimezone: UTC\ntheme: whirl\npermalink: /:title/\n${more}whirl:\n${whirl}defaults:\n  - { scope: { type: posts }, values: { layout: post } }\n`
const post = (title: string, text: string, more = ''): string => `---\ntitle: ${title}\n${more}---\n${text}\n`
const HOME = { 'index.md': '---\nlayout: home\n---\n' }

const at = siteForEachTest()
async function build(files: Readonly<Record<string, string>>, ...flags: readonly string[]): Promise<string> {
  at.put({ ...HOME, ...files })
  const built = await runIn(at.root, ['build', ...flags], { SOURCE_DATE_EPOCH: '1750000000' })
  expect([built.code, built.code === 0 ? '' : built.err]).toEqual([0, ''])
  return built.err
}
const read = (file: string): string => at.read(`_site/${file}`)

describe('where a page is edited', () => {
  test('the path of its file takes the place of :path, escaped; pages without a file have no link', async () => {
    const edit = '  edit: https://git.example/o/r/edit/main/:path\n'
    expect(
      await build({
        '_config.yml': CONFIG(edit),
        '_posts/2024-01-02-a.md': post('A', 'x'),
        '_posts/2024-01-03-b.md': post('B', 'x', 'edit: false\n'),
        'what is.md': '---\nlayout: page\ntitle: W\npermalink: /w/\n---\n',
      }),
    ).toBe('')
    expect(read('a/index.html')).toContain(
      '<a href="https://git.example/o/r/edit/main/_posts/2024-01-02-a.md" rel="nofollow">Edit this page</a>',
    )
    expect(read('w/index.html')).toContain('edit/main/what%20is.md"')
    for (const page of ['b/index.html', 'archive/index.html']) expect(read(page)).not.toContain('git.example')
  })

  test('without the setting there is none, and an address that is no address is told', async () => {
    const files = { '_posts/2024-01-02-a.md': post('A', 'x') }
    await build({ '_config.yml': CONFIG('  palette: moss\n'), ...files })
    expect(read('a/index.html')).not.toContain('Edit this page')
    expect(await build({ '_config.yml': CONFIG('  edit: "javascript:alert(1)"\n'), ...files })).toContain(
      'edit',
    )
    expect(read('a/index.html')).not.toContain('javascript:')
  })
})

test('git says when a text was last changed, where it is a day younger and front matter says nothing', async () => {
  at.put({
    '_posts/2024-01-02-old.md': post('Old', 'x'),
    '_posts/2024-03-02-new.md': post('New', 'x'),
    '_posts/2024-01-04-said.md': post('Said', 'x', 'last_modified_at: 2024-02-01\n'),
  })
  const env = { GIT_AUTHOR_DATE: '2024-03-02T10:00:00Z', GIT_COMMITTER_DATE: '2024-03-02T10:00:00Z' }
  const git = (...words: string[]): void => {
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...words], {
      cwd: at.root,
      env: { ...process.env, ...env },
      stdio: 'ignore',
    })
  }
  git('init')
  git('add', '.')
  git('commit', '-m', 'x')
  await build({ '_config.yml': CONFIG('  last_change: git\n') })
  const updated = (file: string): string | undefined =>
    /class="dt-updated" datetime="([^"]+)"/.exec(read(file))?.[1]
  expect(['old', 'new', 'said'].map((name) => updated(`${name}/index.html`))).toEqual([
    '2024-03-02T10:00:00+00:00',
    undefined,
    '2024-02-01T00:00:00+00:00',
  ])
  expect(read('sitemap.xml')).toContain('<lastmod>2024-03-02T10:00:00+00:00</lastmod>')
  await build({ '_config.yml': CONFIG('  palette: moss\n') })
  expect(updated('old/index.html')).toBeUndefined()
})

describe('related posts', () => {
  const FILES = {
    '_posts/2024-01-01-xdp.md': post(
      'XDP programs',
      'A verifier checks each bpf program before the kernel runs it.',
    ),
    '_posts/2024-01-02-maps.md': post(
      'BPF maps',
      'A bpf program keeps counters in maps that the kernel holds.',
    ),
    '_posts/2024-01-03-bread.md': post('Bread', 'Flour, water, salt; the oven is hot and the dough is sour.'),
    '_posts/2024-01-04-dough.md': post('Sour dough', 'Flour and water stand for a day; then the oven.'),
    '_posts/2024-01-05-alone.md': post('Alone', 'Nothing here resembles anything.'),
  }
  const related = (name: string): readonly string[] => {
    const [, list = ''] = /<ul class="related-posts">([\s\S]*?)<\/ul>/.exec(read(`${name}/index.html`)) ?? []
    return [...list.matchAll(/<a href="\/([^/]+)\/">/g)].map((found) => found[1] ?? '')
  }

  test('share words that few have; a post may have none, and say so', async () => {
    await build({ '_config.yml': CONFIG('  related: 2\n'), ...FILES })
    expect(related('xdp')).toEqual(['maps'])
    expect(related('bread')).toEqual(['dough'])
    expect(related('alone')).toEqual([])
    await build({
      '_posts/2024-01-03-bread.md': post('Bread', 'Flour and an oven.', 'related_posts: false\n'),
    })
    expect(related('bread')).toEqual([])
    expect(related('dough')).toEqual(['bread'])
    await build({ '_config.yml': CONFIG('  palette: moss\n') })
    expect(related('xdp')).toEqual([])
  })

  test('tags count for more than words, and languages stay apart', async () => {
    const more = 'languages: [en, de]\n'
    await build({
      '_config.yml': CONFIG('  related: 1\n', more),
      ...FILES,
      '_posts/2024-01-05-alone.md': post('Alone', 'A bpf program.', 'tags: [oven]\n'),
      '_posts/2024-01-06-tagged.md': post('Tagged', 'Nothing of the kind.', 'tags: [oven]\n'),
      '_posts/2024-01-07-german.md': post('Brot', 'A bpf program in maps.', 'tags: [oven]\nlang: de\n'),
    })
    expect(related('alone')).toEqual(['tagged'])
    expect(related('de/german')).toEqual([])
  })

  test('edits give a clean build’s pages, with what was kept and without', async () => {
    await build({ '_config.yml': CONFIG('  related: 2\n'), ...FILES })
    const edits: readonly Readonly<Record<string, string>>[] = [
      { '_posts/2024-01-05-alone.md': post('Alone', 'The verifier of bpf, and its maps.') },
      { '_posts/2024-01-01-xdp.md': post('XDP', 'Flour and an oven.') },
      { '_posts/2024-01-06-more.md': post('More dough', 'Flour, dough, oven, maps.') },
      { '_posts/2024-01-06-more.md': post('More dough, renamed', 'Flour, dough, oven, maps.') },
    ]
    for (const edit of edits) {
      await build(edit)
      await build({}, '--disable-disk-cache', '-d', '_clean')
      for (const name of at.list().filter((file) => /^_site\/.*\.(?:html|xml|json)$/.test(file)))
        expect([name, at.read(name)]).toEqual([name, at.read(name.replace('_site', '_clean'))])
    }
  })
})

test('authors have pages where they are asked for, and posts lead there', async () => {
  const config = CONFIG(
    '  lists: { authors: /authors/ }\n',
    'author: ada\nauthors:\n  ada: { name: Ada Quell, url: /about/, profiles: { github: ada } }\n  bo: { name: Bo }\n',
  )
  const err = await build({
    '_config.yml': config,
    '_posts/2024-01-02-a.md': post('A', 'x'),
    '_posts/2024-01-03-b.md': post('B', 'x', 'authors: [ada, bo]\n'),
    '_posts/2024-01-04-c.md': post('C', 'x', 'author: { name: "Guest & Co" }\n'),
  })
  expect(err).toBe('')
  expect(read('authors/index.html')).toMatch(/href="\/authors\/ada-quell\/">Ada Quell <span class="count">2</)
  expect(read('authors/ada-quell/index.html')).toMatch(/>B<\/a>[\s\S]*>A<\/a>/)
  expect(read('authors/ada-quell/index.html')).toContain('https://github.com/ada')
  expect(read('authors/bo/index.html').match(/<li class="row">/g)).toHaveLength(1)
  expect(read('authors/guest-and-co/index.html')).toContain('<h1 class="p-name">Guest &amp; Co</h1>')
  expect(read('b/index.html')).toContain('<a class="p-author h-card" rel="author" href="/authors/bo/">Bo</a>')
  await build({ '_config.yml': CONFIG('  palette: moss\n') })
  expect(at.list()).not.toContain('_site/authors/index.html')
})

test('pinned posts stand first, once, and count among those shown', async () => {
  const posts = Object.fromEntries(
    [1, 2, 3, 4].map((n) => [
      `_posts/2024-01-0${n}-p${n}.md`,
      post(`P${n}`, 'x', n === 2 ? 'pin: true\n' : ''),
    ]),
  )
  await build({ '_config.yml': CONFIG('  home_posts: 3\n'), ...posts })
  const titles = [
    ...read('index.html').matchAll(/item-title"><a href="[^"]*">(\w+)<\/a>(?: <span class="state">(\w+))?/g),
  ]
  expect(titles.map(([, title, mark]) => [title, mark])).toEqual([
    ['P2', 'Pinned'],
    ['P4', undefined],
    ['P3', undefined],
  ])
})

test('drafts and posts of the future are marked where a preview shows them, and kept from search engines', async () => {
  const files = {
    '_config.yml': CONFIG('  palette: moss\n'),
    '_drafts/d.md': post('D', 'x'),
    '_posts/2030-01-01-f.md': post('F', 'x'),
    '_posts/2024-01-01-p.md': post('P', 'x'),
  }
  await build(files, '--drafts', '--future')
  expect(read('d/index.html')).toContain('<span class="state">Draft</span><data')
  expect(read('f/index.html')).toContain('<span class="state">Not published yet</span><data')
  for (const name of ['d', 'f'])
    expect(read(`${name}/index.html`)).toContain('<meta name="robots" content="noindex">')
  expect(read('p/index.html')).not.toMatch(/class="state"|noindex/)
  expect(read('archive/index.html').match(/class="state"/g)).toHaveLength(2)
})

test('sharing is plain links, with what is asked for and nothing else', async () => {
  const share = '  share: [mastodon, email, { name: Own, url: "https://own.example/?u={url}&t={title}" }]\n'
  expect(
    await build({ '_config.yml': CONFIG(share), '_posts/2024-01-02-a.md': post('"A & <B> {url}"', 'x') }),
  ).toBe('')
  const links = [...read('a/index.html').matchAll(/<li><a href="([^"]+)" rel="nofollow">([^<]+)</g)]
  expect(links.map(([, url, name]) => [url, name])).toEqual([
    [
      'https://mastodon.social/share?text=A%20%26%20%3CB%3E%20%7Burl%7D%20https%3A%2F%2Fnotes.example%2Fa%2F',
      'Mastodon',
    ],
    ['mailto:?subject=A%20%26%20%3CB%3E%20%7Burl%7D&amp;body=https%3A%2F%2Fnotes.example%2Fa%2F', 'E-mail'],
    ['https://own.example/?u=https%3A%2F%2Fnotes.example%2Fa%2F&amp;t=A%20%26%20%3CB%3E%20%7Burl%7D', 'Own'],
  ])
})

test('a form for the newsletter, and where webmentions go', async () => {
  const whirl =
    '  webmention: https://mentions.example/notes\n  newsletter: { action: "https://mail.example/s", field: EMAIL, hidden: { tag: blog }, text: "Once a month <3" }\n'
  expect(await build({ '_config.yml': CONFIG(whirl), '_posts/2024-01-02-a.md': post('A', 'x') })).toBe('')
  const html = read('a/index.html')
  expect(html).toContain('<link rel="webmention" href="https://mentions.example/notes">')
  expect(html).toContain('<form class="newsletter" method="post" action="https://mail.example/s"')
  expect(html).toContain('type="email" name="EMAIL" autocomplete="email" required>')
  expect(html).toContain('<input type="hidden" name="tag" value="blog">')
  expect(html).toContain('Once a month &lt;3')
  const byLanguage =
    '  newsletter: { action: "https://mail.example/s", text: { en: Monthly, de: Monatlich } }\n'
  const two = {
    '_posts/2024-01-02-a.md': post('A', 'x'),
    '_posts/2024-01-03-b.md': post('B', 'x', 'lang: de\n'),
  }
  expect(await build({ '_config.yml': CONFIG(byLanguage), ...two })).toBe('')
  expect(
    [read('a/index.html'), read('b/index.html')].map((page) => /Monthly|Monatlich/.exec(page)?.[0]),
  ).toEqual(['Monthly', 'Monatlich'])
  expect(await build({ '_config.yml': CONFIG('  newsletter: { action: "ftp://x" }\n') })).toContain('action')
  expect(read('a/index.html')).not.toContain('<form class="newsletter"')
})

test('a post is an h-entry: name, address, time, author, text, tags', async () => {
  await build({
    '_config.yml': CONFIG('  palette: moss\n', 'author: Ada\n'),
    '_posts/2024-01-02-a.md': post('A', 'x', 'tags: [t]\ndescription: In short\n'),
  })
  const html = read('a/index.html')
  for (const piece of [
    '<article class="text h-entry"',
    '<h1 class="p-name"',
    '<data class="u-url" value="https://notes.example/a/">',
    '<time class="dt-published"',
    '<p class="lead p-summary">In short',
    '<div class="prose e-content">',
    '<a class="tag p-category"',
  ])
    expect(html).toContain(piece)
  expect(html).toMatch(/class="p-author h-card"[^>]*>Ada</)
})

test('a service worker comes only where it is asked for, and goes again', async () => {
  const files = { '_posts/2024-01-02-a.md': post('A', 'x') }
  await build({ '_config.yml': CONFIG('  palette: moss\n'), ...files })
  expect(at.list().filter((name) => /sw\.js|offline/.test(name))).toEqual(
    at.list().filter((name) => /^_site\/never/.test(name)),
  )
  expect(read('a/index.html')).not.toContain('data-worker')
  await build({ '_config.yml': CONFIG('  offline: true\n', 'baseurl: /b\n') })
  expect(read('a/index.html')).toContain('data-worker="/b/sw.js"')
  expect(read('sw.js')).toContain("const OFFLINE = '/b/offline/'")
  expect(read('offline/index.html')).toContain('<h1>No connection</h1>')
  expect(read('sitemap.xml')).not.toMatch(/offline|sw\.js/)
  await build({ '_config.yml': CONFIG('  offline: false\n') })
  expect(read('sw.js')).toContain('unregister')
  expect(at.list()).not.toContain('_site/offline/index.html')
})

test('files of the theme that are made with Liquid are, where the defaults of a site say that its texts are not', async () => {
  const plain = '  - { scope: { path: "" }, values: { render_with_liquid: false } }\n'
  await build({ '_config.yml': `${CONFIG('  offline: true\n')}${plain}` })
  expect(read('assets/whirl/style.css')).toContain('@font-face')
  expect(read('sw.js')).toContain('const OFFLINE')
  expect(JSON.parse(read('feed.json'))).toHaveProperty('items')
})

test('related posts are in the language of the post, on a site of one language as well', async () => {
  const text = 'bridges and tunnels carry packets'
  await build({
    '_config.yml': CONFIG('  related: 3\n'),
    '_posts/2024-01-02-a.md': post('A', text, 'tags: [x]\n'),
    '_posts/2024-01-03-b.md': post('B', text, 'tags: [x]\nlang: en-GB\n'),
    '_posts/2024-01-04-c.md': post('C', text, 'tags: [x]\nlang: ar\n'),
    '_posts/2024-01-05-d.md': post('D', 'other', ''),
    '_posts/2024-01-06-e.md': post('E', 'others', ''),
    '_posts/2024-01-07-f.md': post('F', 'more', ''),
  })
  const related = (page: string): readonly string[] => {
    const list = /<ul class="related-posts">[\s\S]*?<\/ul>/.exec(read(page))?.[0] ?? ''
    return [...list.matchAll(/href="([^"]+)"/g)].map(([, url]) => url ?? '')
  }
  expect(related('a/index.html')).toEqual(['/b/'])
  expect(related('c/index.html')).toEqual([])
})

test('nothing is printed of settings that are called left out', async () => {
  const wrong = `  webmention: "javascript:alert(1)"
  related: 1000
  icon: [a.svg]
  share: [mastodon, nowhere, { url: "https://a.example/" }, { name: Mine, url: "ftp://a.example/" }, { name: " ", url: "https://b.example/" }]
  newsletter: { action: "https://mail.example/subscribe", field: [x], hidden: { a: [1, 2], b: c }, text: [d] }
  comments: { giscus: { repo: [a] }, utterances: { repo: a/b, label: [x] } }
  analytics: { script: { a: b }, attributes: { site: x } }
`
  const said = await build({
    '_config.yml': CONFIG(wrong),
    '_posts/2024-01-02-a.md': post('A', 'bridges and tunnels', 'tags: [x]\n'),
    '_posts/2024-01-03-b.md': post('B', 'bridges and tunnels', 'tags: [x]\n'),
    '_posts/2024-01-04-c.md': post('C', 'other', ''),
  })
  expect(said).toContain('left out')
  const html = read('a/index.html')
  expect(html).not.toMatch(/rel="webmention"|="\[|javascript:|data-script="\{|a\.example|b\.example|>Related/)
  expect(html).toContain('<link rel="icon" href="/assets/whirl/icon.svg"')
  expect([...html.matchAll(/rel="nofollow">([^<]*)</g)].map(([, name]) => name)).toEqual(['Mastodon'])
  expect([...html.matchAll(/<input type="hidden"[^>]*>/g)].join()).toBe(
    '<input type="hidden" name="b" value="c">',
  )
  expect(html).toContain('type="email" name="email"')
  expect(html).toContain('data-set-repo="a/b"')
})
