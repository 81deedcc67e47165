/** A site in several languages on the theme: addresses, translations, lists, feeds and the map of the site. */
import { describe, expect, test } from 'vitest'
import { runIn } from '../cli/host.ts'
import { siteForEachTest } from '../site-maker.ts'

const CONFIG = `title: Line Rate
tagline: Notes on packets
description: A notebook.
url: https://notes.example
timezone: UTC
permalink: /:year/:month/:title/
theme: whirl
default_lang: en
languages:
  en: {}
  de: { title: Leitungstempo, tagline: Notizen, description: Ein Heft. }
  ar: {}
whirl:
  menu:
    - { title: Archive, url: /archive/ }
    - { title: { en: About, de: Über mich, ar: عني }, url: /about/ }
    - { title: { en: More, de: Mehr }, items: [{ title: All, url: /archive/ }, { title: { en: Me, de: Ich }, url: /about/ }] }
defaults:
  - { scope: { type: posts }, values: { layout: post } }
`
const page = (title: string, more: string): string =>
  `---\nlayout: page\ntitle: ${title}\npermalink: /about/\n${more}---\nx\n`
const post = (title: string, more = ''): string =>
  `---\ntitle: ${title}\ntags: [tcp]\n${more}---\n${title} it is.\n`
const FILES: Readonly<Record<string, string>> = {
  '_config.yml': CONFIG,
  'index.md': '---\nlayout: home\n---\n',
  'about.md': page('About', ''),
  'de/about.md': page('Über', ''),
  'ueber/ar.md': page('عني', 'lang: ar\n'),
  '_posts/2024-01-02-how-tcp-waits.md': post('How TCP waits', 'ref: tcp\n'),
  '_posts/de/2024-01-03-wie-tcp-wartet.md': post('Wie TCP wartet', 'ref: tcp\n'),
  '_posts/2024-02-02-only.md': post('Only English'),
  '_posts/2024-02-05-nur.md': post('Nur deutsch', 'lang: de\n'),
}

/** `lang address` of the translations that a page names. */
const alternates = (html: string): readonly string[] =>
  [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="https:\/\/notes\.example([^"]+)">/g)].map(
    ([, lang, url]) => `${lang} ${url}`,
  )
const titles = (html: string): readonly string[] =>
  [...html.matchAll(/(?:class="item-title">|<\/time> )<a href="[^"]+">([^<]+)</g)].map(
    (found) => found[1] ?? '',
  )

describe('a site in three languages', () => {
  const at = siteForEachTest()
  const build = async (files: Readonly<Record<string, string>> = {}, ...flags: readonly string[]) => {
    at.put({ ...FILES, ...files })
    const built = await runIn(at.root, ['build', ...flags], { SOURCE_DATE_EPOCH: '1750000000' })
    expect(built.code).toBe(0)
    return built.err
  }
  const read = (file: string): string => at.read(`_site/${file}`)

  test('a language that has no words is told, though no text is in it', async () => {
    const said = await build({ '_config.yml': CONFIG.replace('  ar: {}', '  ar: {}\n  tlh: {}') })
    expect(said).toContain("There are no words in the language 'tlh': pages show English ones.")
  })

  test('texts of a language lie below its folder, whatever says that they are in it', async () => {
    expect(await build()).toBe('')
    const pages = at.list().filter((name) => /^_site\/.*(?:about|wie|nur|only).*\.html$/.test(name))
    expect(pages.sort()).toEqual([
      '_site/2024/02/only/index.html',
      '_site/about/index.html',
      '_site/ar/about/index.html',
      '_site/de/2024/01/wie-tcp-wartet/index.html',
      '_site/de/2024/02/nur/index.html',
      '_site/de/about/index.html',
    ])
    expect(read('ar/about/index.html')).toContain('<html lang="ar" dir="rtl"')
    expect(read('de/about/index.html')).toContain('<html lang="de"')
  })

  test('translations name each other: by key, by address, by a map; others name nothing', async () => {
    await build({
      '_posts/2024-03-01-named.md': post('Named', 'translations: { de: _posts/2024-02-05-nur.md }\n'),
    })
    const tcp = [
      'en /2024/01/how-tcp-waits/',
      'de /de/2024/01/wie-tcp-wartet/',
      'x-default /2024/01/how-tcp-waits/',
    ]
    expect(alternates(read('2024/01/how-tcp-waits/index.html'))).toEqual(tcp)
    expect(alternates(read('de/2024/01/wie-tcp-wartet/index.html'))).toEqual(tcp)
    expect(alternates(read('ar/about/index.html'))).toEqual([
      'en /about/',
      'de /de/about/',
      'ar /ar/about/',
      'x-default /about/',
    ])
    expect(alternates(read('de/2024/02/nur/index.html'))).toEqual([
      'en /2024/03/named/',
      'de /de/2024/02/nur/',
      'x-default /2024/03/named/',
    ])
    expect(alternates(read('2024/02/only/index.html'))).toEqual([])
    expect(read('sitemap.xml')).toContain(
      '<xhtml:link rel="alternate" hreflang="x-default" href="https://notes.example/2024/01/how-tcp-waits/"/>',
    )
    expect(read('sitemap.xml')).not.toMatch(/2024\/02\/only\/<\/loc>\n<lastmod>[^\n]*\n<xhtml/)
  })

  test('each language has its first page, archive, tags, feeds, and menu', async () => {
    await build()
    expect(titles(read('index.html'))).toEqual(['Only English', 'How TCP waits'])
    expect(titles(read('de/index.html'))).toEqual(['Nur deutsch', 'Wie TCP wartet'])
    expect(titles(read('ar/index.html'))).toEqual([])
    expect(read('de/index.html')).toContain('<title>Leitungstempo: Notizen</title>')
    expect(titles(read('de/archive/index.html'))).toEqual(['Nur deutsch', 'Wie TCP wartet'])
    expect(titles(read('tags/tcp/index.html'))).toEqual(['Only English', 'How TCP waits'])
    expect(titles(read('de/tags/tcp/index.html'))).toEqual(['Nur deutsch', 'Wie TCP wartet'])
    expect(at.list()).not.toContain('_site/ar/tags/index.html')
    expect(read('de/about/index.html')).toMatch(
      /<li><a href="\/de\/archive\/">Archiv<\/a><\/li>\n<li><a href="\/de\/about\/" aria-current="page">Über mich</,
    )
    expect(read('de/about/index.html')).toMatch(
      /<summary class="is-here">Mehr<\/summary>\n<ul>\n<li><a href="\/de\/archive\/">Archiv<\/a><\/li>\n<li><a href="\/de\/about\/" aria-current="page">Ich</,
    )
    expect(read('index.html')).toContain('<summary>More</summary>')
    expect(read('feed.xml').match(/<entry xml:lang="en">/g)).toHaveLength(2)
    expect(read('feed.xml')).not.toContain('TCP wartet')
    expect(read('de/feed.xml')).toMatch(
      /^[^\n]*\n?.*xml:lang="de">.*rel="alternate" type="text\/html" hreflang="de"/,
    )
    expect(read('de/feed.xml').match(/<entry xml:lang="de">/g)).toHaveLength(2)
    const json = JSON.parse(read('de/feed.json')) as Record<string, unknown>
    expect([json.title, json.language, json.feed_url, json.home_page_url]).toEqual([
      'Leitungstempo',
      'de',
      'https://notes.example/de/feed.json',
      'https://notes.example/de/',
    ])
    expect(json.items).toHaveLength(2)
    expect(read('de/about/index.html')).toContain(
      '<link type="application/atom+xml" rel="alternate" href="https://notes.example/de/feed.xml" title="Leitungstempo">',
    )
  })

  test('neighbours are those in the language', async () => {
    await build()
    const post = read('2024/01/how-tcp-waits/index.html')
    expect(post).toContain('<a class="pager-next" rel="next" href="/2024/02/only/">')
    expect(read('2024/02/only/index.html')).not.toContain('pager-next')
  })

  test('the switch has each language in its own name, and leads to the translation or to the first page', async () => {
    await build()
    const html = read('2024/01/how-tcp-waits/index.html')
    expect(html.match(/<li><a lang="[^\n]*/g)).toEqual([
      '<li><a lang="en" hreflang="en" href="/2024/01/how-tcp-waits/" aria-current="true">English</a></li>',
      '<li><a lang="de" hreflang="de" href="/de/2024/01/wie-tcp-wartet/" rel="alternate">Deutsch</a></li>',
      '<li><a lang="ar" hreflang="ar" href="/ar/">العربية</a></li>',
    ])
  })

  test('two texts of one language under one key, and translations nowhere, are told', async () => {
    const err = await build({
      '_posts/2024-03-01-a.md': post('A', 'ref: tcp\n'),
      '_posts/2024-03-02-b.md': post('B', 'translations: { de: /nowhere/ }\n'),
    })
    expect(err).toContain('are translations of one text, and both are in ')
    expect(err).toContain("_posts/2024-03-02-b.md names '/nowhere/', which no page has")
  })

  test('what is excluded stays where it is, and so does what is in another language', async () => {
    await build({
      '_config.yml': `${CONFIG}exclude_from_localization: [legal]\n`,
      'legal/imprint.md': '---\nlayout: page\ntitle: Impressum\nlang: de\n---\nx\n',
      'la.md': '---\nlayout: page\ntitle: Latine\nlang: la\n---\nx\n',
    })
    expect(at.list()).toEqual(
      expect.arrayContaining(['_site/legal/imprint/index.html', '_site/la/index.html']),
    )
  })

  test('a list of languages does, as jekyll-polyglot has it; one language is none', async () => {
    const plain = CONFIG.replace(/languages:\n(?: {2}.*\n){3}/, 'languages: [en, de, ar]\n')
    expect(await build({ '_config.yml': plain })).toBe('')
    expect(read('de/index.html')).toContain('<title>Line Rate: Notes on packets</title>')
    await build({ '_config.yml': plain.replace('[en, de, ar]', '[en]') })
    expect(read('index.html')).not.toContain('hreflang')
    expect(read('feed.xml')).toContain('Nur deutsch')
  })

  test('edits give a clean build’s files', async () => {
    await build()
    const edits: readonly Readonly<Record<string, string>>[] = [
      { '_posts/2024-02-05-nur.md': post('Nur auf Deutsch', 'lang: de\nref: only\n') },
      { '_posts/2024-02-02-only.md': post('Only English', 'ref: only\n') },
      { '_posts/2024-02-02-only.md': post('Only Arabic', 'ref: only\nlang: ar\n') },
      { '_config.yml': CONFIG.replace('Leitungstempo', 'Tempo') },
    ]
    for (const edit of edits) {
      at.put(edit)
      for (const flags of [[], ['--disable-disk-cache', '-d', '_clean']])
        await runIn(at.root, ['build', '-q', ...flags], { SOURCE_DATE_EPOCH: '1750000000' })
      const files = at.list().filter((name) => name.startsWith('_site/') && /\.(?:html|xml|json)$/.test(name))
      for (const name of files)
        expect([name, at.read(name)]).toEqual([name, at.read(name.replace('_site', '_clean'))])
      at.remove('_clean')
    }
  })
})
