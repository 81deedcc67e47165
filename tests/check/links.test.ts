import { describe, expect, test } from 'vitest'
import { check, findings, page } from './site.ts'

const SITE = {
  'index.html': page('<h1 id="start">x</h1><a name="old"></a>'),
  'about.html': page('<h1>About</h1>', 'permalink: /about/\n'),
  'notes/first post.html': page(''),
  'data/file.pdf': 'x',
}
const withLinks = (...urls: readonly string[]) =>
  findings({ ...SITE, 'from.html': page(urls.map((url) => `<a href="${url}">x</a>`).join('\n')) })

describe('links that are fine', () => {
  test.each([
    '/',
    '/index.html',
    'index.html',
    './about/',
    '/about',
    '/about/index.html',
    'about/../about/',
    '/notes/first%20post.html',
    '/notes/first post',
    '/data/file.pdf?download=1',
    '#',
    '#top',
    '',
    '/#start',
    '/#old',
    '/#:~:text=x',
    '#/route/of/a/script',
    '#!route',
    '?page=2',
    'mailto:a@b.example',
    'tel:+1',
    'javascript:void 0',
    'data:text/plain,x',
    'https://other.example/nowhere',
    '//other.example/nowhere',
    'https://bücher.example/ä',
  ])('%s', async (url) => {
    expect(await withLinks(url)).toEqual([])
  })
})

describe('links that are not', () => {
  test('each with its line, and what was meant', async () => {
    expect(await withLinks('/abuot/', '/About/', '/nowhere.png', '../../up.html', '/data/')).toEqual([
      "broken-link from.html:7:10 The link '/abuot/' leads nowhere. did you mean '/about/'?",
      "broken-link from.html:8:10 The link '/About/' leads nowhere. did you mean '/about/'?",
      "broken-link from.html:9:10 The link '/nowhere.png' leads nowhere. fix the address, or take the link out",
      "broken-link from.html:10:10 The link '../../up.html' leads nowhere. fix the address, or take the link out",
      "broken-link from.html:11:10 The link '/data/' leads nowhere. did you mean '/data/file.pdf'?",
    ])
  })

  test('fragments, here and on other pages', async () => {
    expect(await withLinks('#none', '/#Start', '/about/#x')).toEqual([
      "broken-anchor from.html:7:10 The link '#none' leads to no part of its page. give the heading `{: #none}`, or fix the link",
      "broken-anchor from.html:8:10 The link '/#Start' leads to no part of index.html. did you mean '#start'?",
      "broken-anchor from.html:9:10 The link '/about/#x' leads to no part of about/index.html. give the heading `{: #x}`, or fix the link",
    ])
  })

  test('addresses that are none', async () => {
    expect(await withLinks('https://')).toEqual([
      "bad-url from.html:7:10 The address 'https://' cannot be read. fix it, or take the link out",
    ])
  })

  test('pictures, scripts, styles, sources and redirects', async () => {
    const body = [
      '<img src="/a.png" srcset="/b.png 1x, /c.png 2x" alt="" width="1" height="1">',
      '<script src="/d.js"></script>',
      '<link rel="stylesheet" href="/e.css"><link rel="preconnect" href="/nothing">',
      '<video src="/f.mp4" poster="/g.png"></video>',
      '<meta http-equiv="refresh" content="0; url=/h/">',
      '<img alt="" src="" width="1" height="1">',
    ].join('\n')
    const found = await findings({ 'index.html': page(body) })
    expect(
      found.map((line) => /(?:link|attribute)? ?'?([/<][^']*?)'? (?:leads|has no)/.exec(line)?.[1]),
    ).toEqual(['<img src="">', '/a.png', '/b.png', '/c.png', '/d.js', '/e.css', '/f.mp4', '/g.png', '/h/'])
  })

  test('what a layout does on many pages is told once, at the layout', async () => {
    const files = {
      '_layouts/l.html':
        '<!doctype html><html lang="en"><title>t</title>\n<a href="/gone/">x</a>\n{{ content }}',
      'a.html': '---\nlayout: l\n---\na',
      'b.html': '---\nlayout: l\n---\nb',
      'c.html': '---\nlayout: l\n---\nc',
    }
    const { findings: found } = await check(files)
    expect(found.map(({ source, others }) => [source?.path, others])).toEqual([['_layouts/l.html', 2]])
  })
})

describe('the site and its host', () => {
  const settings = [
    ['url', 'https://me.example'],
    ['baseurl', '/blog'],
  ] as const

  test('own addresses are looked up, behind the baseurl', async () => {
    const body =
      '<a href="https://me.example/blog/">x</a><a href="http://ME.example/blog/no/">x</a><a href="/blog/index.html">x</a>'
    expect(await findings({ 'index.html': page(body) }, settings)).toEqual([
      "broken-link index.html:7:50 The link 'http://ME.example/blog/no/' leads nowhere. fix the address, or take the link out",
    ])
  })

  test('one that leaves the baseurl is told', async () => {
    const [found] = await findings({ 'index.html': page('<a href="/elsewhere.html">x</a>') }, settings)
    expect(found).toContain(
      "outside-baseurl index.html:7:10 The link '/elsewhere.html' leads outside the site",
    )
  })

  test('`check: ignore` leaves addresses alone', async () => {
    const ignore = [['check', new Map([['ignore', ['/old/*', '/gone']]])]] as const
    const body = '<a href="/old/a/b">x</a><a href="/gone">x</a><a href="/gone/x">x</a>'
    expect(await findings({ 'index.html': page(body) }, ignore)).toEqual([
      "broken-link index.html:7:55 The link '/gone/x' leads nowhere. fix the address, or take the link out",
    ])
  })

  test('external links are gathered, each address once, with all its places', async () => {
    const body = '<a href="https://x.example/#a">1</a>\n<a href="https://x.example/#b">2</a>'
    const { external } = await check({ 'index.html': page(body), 'b.html': page(body) })
    expect([...external].map(([url, places]) => [url, places.length])).toEqual([['https://x.example/', 4]])
  })
})

test('addresses are read against <base>, also fragments', async () => {
  const body =
    '<base href="/about/"><a href="../data/file.pdf">x</a><a href="#start">y</a><a href="file.pdf">z</a>'
  expect(await findings({ ...SITE, 'from.html': page(body) })).toEqual([
    "broken-anchor from.html:7:63 The link '#start' leads to no part of about/index.html. give the heading `{: #start}`, or fix the link",
    "broken-link from.html:7:85 The link 'file.pdf' leads nowhere. fix the address, or take the link out",
  ])
})

test('what a template holds is not part of the page', async () => {
  const body = '<template><a href="/none" id="x">x</a><img src="{src}"><h4>y</h4></template><p id="x">z</p>'
  expect(await findings({ ...SITE, 'from.html': page(body) })).toEqual([])
})

test('a broken link that a layout computes is told once', async () => {
  const files = {
    '_layouts/default.html': page('<a href="/no{{ "where" }}">x</a>{{ content }}').replace('title: T\n', ''),
    'a.html': '---\ntitle: a\nlayout: default\n---\n',
    'b.html': '---\ntitle: b\nlayout: default\n---\n',
  }
  const { findings: found } = await check(files)
  expect(found.map(({ message, page, others }) => ({ message, page, others }))).toEqual([
    { message: "The link '/nowhere' leads nowhere.", page: 'a.html', others: 1 },
  ])
})
