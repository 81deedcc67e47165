import { describe, expect, test } from 'vitest'
import type { Value } from '../../src/base/index.ts'
import { findings, page } from './site.ts'

const SIZE = 'width="1" height="1"'
const PIXEL = '<svg xmlns="http://www.w3.org/2000/svg"/>'

describe('pages', () => {
  test('a clean one has nothing to fix', async () => {
    const body = `<h1 id="a">A</h1><h2>B</h2><h3>C</h3><h2>D</h2><img src="/p.svg" alt="a pixel" ${SIZE}>`
    expect(await findings({ 'index.html': page(body), 'p.svg': PIXEL })).toEqual([])
  })

  test('no title, no language', async () => {
    expect(
      await findings({ 'index.html': '---\n---\n<!doctype html>\n<html><body>x</body></html>' }),
    ).toEqual([
      'no-title index.html The page has no title. give it `title:` in its front matter, or a `<title>` in its layout',
      'no-lang index.html:4:1 The page does not say its language. write `<html lang="en">` in its layout',
    ])
  })

  test('a fragment without a document around it needs neither', async () => {
    expect(await findings({ 'part.html': '---\n---\n<p>part</p>' })).toEqual([])
  })

  test('the title of a picture is not the title of the page', async () => {
    const body = '<!doctype html><html lang="en"><svg><title>x</title></svg></html>'
    expect((await findings({ 'index.html': `---\n---\n${body}` })).map((line) => line.split(' ')[0])).toEqual(
      ['no-title'],
    )
  })

  test('headings that skip a level, ids that are there twice', async () => {
    const body = '<h1>A</h1>\n<h3 id="x">B</h3>\n<p id="x">y</p>\n<i id="x"></i>'
    expect(await findings({ 'index.html': page(body) })).toEqual(
      [
        "heading-order index.html:8:12 The heading 'B' is of level 3, behind one of level 1. make it level 2: readers who listen move from heading to heading",
        "duplicate-id index.html:8:5 The page has the id 'x' 3 times. links and labels find the first one only: give the others an id of their own",
      ].reverse(),
    )
  })

  test('pictures without words or size', async () => {
    const body = `<img src="/p.svg">\n<img src="/p.svg" alt="" ${SIZE}>\n<img src="/p.svg" role="presentation" ${SIZE}>`
    expect(
      (await findings({ 'index.html': page(body), 'p.svg': PIXEL })).map((line) => line.split('. ')[0]),
    ).toEqual([
      "image-alt index.html:7:11 The image '/p.svg' has no `alt`",
      "image-size index.html:7:11 The image '/p.svg' has no `width` and `height`",
    ])
  })

  test('picture files that cannot be drawn', async () => {
    const files = {
      'a.png': 'no png',
      'b.jpg': '',
      'c.svg': '<svg><g></svg>',
      'd.svg': '<html></html>',
      'e.gif': 'GIF89a…',
      'f.webp': 'RIFF....WEBP',
      'g.png': '\x89PNG\r\n\x1a\n\0\0\0\rIHDR',
    }
    expect((await findings(files)).map((line) => line.split('. ')[0])).toEqual([
      'broken-image a.png The image file a.png is not a PNG',
      'broken-image b.jpg The image file b.jpg is empty',
      'broken-image c.svg The image file c.svg is not an SVG: unexpected close tag: </svg>',
      'broken-image d.svg The image file d.svg is not an SVG',
      'broken-image g.png The image file g.png is cut off',
    ])
  })

  test('rules can count as warnings or not at all', async () => {
    const rules = new Map<Value, Value>([
      ['image-alt', false],
      ['check/image-size', 'off'],
    ])
    const settings = [['check', new Map<Value, Value>([['rules', rules]])]] as const
    expect(await findings({ 'index.html': page('<img src="/p.svg">'), 'p.svg': PIXEL }, settings)).toEqual([])
  })

  test.each([
    ['unclosed', '<div><p><a href="/"'],
    ['nested deeply', '<div>'.repeat(20_000)],
    ['nonsense', '<<<>>></a><a href=><img srcset=", , 1x"><h9>'],
  ])('HTML that is %s', async (_, body) => {
    await expect(findings({ 'index.html': page(body) })).resolves.toBeInstanceOf(Array)
  })
})

describe('feeds', () => {
  const entry = (extra = '', id = 'https://x.example/1') =>
    `<entry><id>${id}</id><title>E</title><updated>2024-01-01T00:00:00Z</updated><link href="/"/>${extra}</entry>`
  const feed = (inner: string) =>
    `<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom">${inner}</feed>`
  const head = '<id>https://x.example/</id><title>F</title><updated>2024-01-01T00:00:00+01:00</updated>'
  const messages = async (files: Readonly<Record<string, string>>) =>
    (
      await findings(
        Object.fromEntries(Object.entries(files).map(([path, text]) => [path, `---\n---\n${text}`])),
        [['url', 'https://x.example']],
      )
    ).map((line) => line.slice(line.indexOf(' ', 6) + 1).split('. ')[0])

  test('good ones', async () => {
    const rss =
      '<rss version="2.0"><channel><title>t</title><link>l</link><description>d</description><item><title>i</title><pubDate>Mon, 01 Jan 2024 00:00:00 +0000</pubDate></item></channel></rss>'
    const json = '{"version":"https://jsonfeed.org/version/1.1","title":"t","items":[{"id":"1"}]}'
    expect(
      await messages({
        'a.xml': feed(`${head}<author><name>A</name></author>${entry()}`),
        'b.xml': rss,
        'c.json': json,
        'd.xml': '<urlset></urlset>',
      }),
    ).toEqual([])
  })

  test('a site without `url` is told once, and not for each relative id', async () => {
    const relative = feed(
      `<id>/</id><title>F</title><updated>2024-01-01T00:00:00Z</updated><author><name>A</name></author>${entry('', '/1')}`,
    )
    const files = { 'feed.xml': `---\n---\n${relative}`, 'sitemap.xml': '---\n---\n<urlset></urlset>' }
    expect(await findings(files)).toEqual([
      'no-url _config.yml The site has no `url`, so that feed.xml has no absolute addresses. set `url` in the configuration: scheme and host of the published site',
    ])
    expect(await findings(files, [['url', 'https://x.example']])).toHaveLength(2)
  })

  test('each rule of Atom', async () => {
    const broken = feed(
      `<title>F</title><updated>yesterday</updated><id>tag</id>${entry()}${entry()}<entry><id>https://x.example/2</id><title>No link</title><updated>2024-01-01T00:00:00Z</updated><author/></entry>`,
    )
    expect(await messages({ 'a.xml': broken })).toEqual([
      "The feed has 'yesterday' in <updated>, which is not a date of RFC 3339",
      "The feed has the id 'tag', which is not an absolute URL",
      "The entry 'E' has no author, and neither has the feed",
      "The entry 'No link' has neither content nor a link to it",
      'An author of the feed has no name',
      "Two entries have the id 'https://x.example/1': readers show one of them",
    ])
    expect(await messages({ 'a.xml': feed('<author><name>A</name></author>') })).toHaveLength(3)
  })

  test('what is not XML', async () => {
    expect(await messages({ 'a.xml': feed('<title>A & B</title>') })).toEqual([
      "The feed is not XML: a bare '&' in the text",
    ])
    expect(await messages({ 'a.xml': feed('<title>&nbsp;</title>') })).toEqual([
      'The feed is not XML: undefined entity: &nbsp;',
    ])
    expect(await messages({ 'a.xml': '<feed><a></feed>' })).toEqual([
      'The feed is not XML: unexpected close tag: </feed>',
    ])
  })

  test('RSS and JSON', async () => {
    const rss = '<rss><channel><title>t</title><item><pubDate>soon</pubDate></item></channel></rss>'
    expect(await messages({ 'a.xml': rss })).toHaveLength(4)
    const json = '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1"},{"id":"1"}]}'
    expect(await messages({ 'a.json': json })).toEqual([
      'The feed has no title',
      'Two items of the feed have one id',
    ])
  })
})

test('a picture of another format than its name says is drawn all the same', async () => {
  const png = `\x89PNG\r\n\x1a\n\0\0\0\rIHDR${'\0'.repeat(30)}IEND\xaeB\x60\x82`
  expect(await findings({ 'photo.jpg': png })).toEqual([])
  expect(await findings({ 'photo.jpg': 'version https://git-lfs.github.com/spec/v1' })).toHaveLength(1)
  expect(await findings({ 'photo.svg': png })).toHaveLength(1)
})

test('a picture may bring a DTD with entities, as Illustrator writes', async () => {
  const dtd =
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.0//EN" "svg10.dtd" [\n<!ENTITY ns "http://x.example/">\n]>'
  const svg = (entity: string) => `<?xml version="1.0"?>\n${dtd}\n<svg xmlns:x="&${entity};"><g/></svg>`
  expect(await findings({ 'p.svg': svg('ns') })).toEqual([])
  expect((await findings({ 'p.svg': svg('none') })).join()).toContain('undefined entity: &none;')
})
