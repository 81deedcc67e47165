/** Each form of output against its standard, with names that try to break out of every one of them. */
import { describe, expect, test } from 'vitest'
import { parseYaml, zoneFor } from '../../../src/base/index.ts'
import { atomFaults } from './atom.ts'
import { readBibtex } from './bibtex-reader.ts'
import { build, post } from './build.ts'
import { cffFaults } from './cff.ts'
import { cslFaults } from './csl.ts'
import { schemaFaults } from './schema-org.ts'
import { parseXml, type XmlElement } from './xml.ts'

const PLAIN = `
title: Datapaths
description: Notes on fast networking
url: https://example.org
lang: en-GB
author:
  name: Ada Lovelace
  email: ada@example.org
  url: https://ada.example/
  orcid: 0000-0002-1825-0097
  profiles: {github: ada, mastodon: "@ada@social.example", rss: /feed.xml}
employers:
  acme:
    name: Acme Networks
    url: https://acme.example/
    logo: /assets/acme.svg
    profiles: {linkedin: https://www.linkedin.com/company/acme}
    role: Engineer
    spans: [{from: 2018, to: 2018-06}, {from: 2019-03-15, to: 2021-08, role: Lead}]
  side: {name: Side, from: 2021-01}
license: CC-BY-4.0
plugins: [jekyll-feed, attribution]
`
/** Names with all that is markup somewhere. */
const NASTY = '</script><script>alert(1)</script> "q" \'s\' & {b} \\\\x #1 100% $y _z_ ]]> --> <![CDATA[ ~^ é'
const HOSTILE = PLAIN.replace('Acme Networks', () => `'${NASTY.replaceAll("'", "''")}'`)
  .replace('Ada Lovelace', () => `'Ada ${NASTY.replaceAll("'", "''")}'`)
  .replace('title: Datapaths', () => `title: '${NASTY.replaceAll("'", "''")}'`)
  .replace(
    'CC-BY-4.0',
    () => `{name: '${NASTY.replaceAll("'", "''")}', url: 'https://l.example/?a=1&b="2"<'}`,
  )

const BODY =
  '{% include attribution/head.html %}\n{% include attribution/badge.html %}{% include attribution/footer.html %}' +
  '{% include attribution/reuse.html %}{% include attribution/credits.html %}' +
  '{% include attribution/figure.html src="/assets/rack.jpg" alt="Rack" %}'

function files(title: string): Readonly<Record<string, string>> {
  return {
    '_posts/2021-03-04-a.html': post(
      `title: '${title.replaceAll("'", "''")}'\ndescription: 'About <it> & "more"'\ntags: [xdp, "a & b"]\nimage: /assets/own.png\nlast_modified_at: 2021-04-01 10:00:00 +0000`,
      BODY,
    ),
    '_posts/2021-03-05-b.html': post('authors: [Bob, {name: Cyd Dee, email: nobody}]\nlicense: MIT', BODY),
    '_posts/2017-03-05-gap.html': post('title: Gap', BODY),
    'about.html': post('title: About', BODY),
    '_data/credits.yml':
      '- {asset: /assets/rack.jpg, title: "<b>Rack</b>", author: "Jo & \\"Co\\"", author_url: "https://jo.example/?a&b", license: CC-BY-SA-4.0, url: "https://c.example/", changes: "cut <i>"}\n',
    'assets/acme.svg': '<svg/>',
    'assets/rack.jpg': 'x',
  }
}

for (const [kind, config, title] of [
  ['plain', PLAIN, 'Notes on XDP'],
  ['hostile', HOSTILE, NASTY],
] as const)
  describe(`${kind} names`, () => {
    const site = build(config, files(title))
    const pages = site.result.written.filter((path) => path.endsWith('.html'))
    const output = (path: string): string => site.output(path) ?? ''

    test('JSON-LD keeps to the definitions of schema.org', () => {
      for (const path of pages) {
        const scripts = output(path).split('<script type="application/ld+json">').slice(1)
        expect(scripts).toHaveLength(1)
        const json = scripts[0]?.slice(0, scripts[0].indexOf('</script>')) ?? ''
        expect(json).not.toMatch(/[<>&]/)
        expect(schemaFaults(JSON.parse(json))).toEqual([])
      }
    })

    test('pages hold no markup that names brought along', () => {
      for (const path of pages) {
        expect(output(path)).not.toContain('alert(1)</script>')
        expect(output(path)).not.toContain('<script>alert')
        expect(output(path)).not.toMatch(/<b>Rack|cut <i>/)
      }
    })

    test('attributes are closed where they should be', () => {
      const tags =
        output('2021/03/04/a.html').match(/<(?:meta|link|a|img|picture|span|textarea)\b[^>]*>/g) ?? []
      expect(tags.length).toBeGreaterThan(20)
      for (const tag of tags) expect(tag).toMatch(/^<[a-z]+(?: [\w:-]+(?:="[^"<]*")?)*\s*\/?>$/)
    })

    test('citation_* tags are those Google Scholar reads', () => {
      const tags = [
        ...output('2021/03/04/a.html').matchAll(/<meta name="(citation_\w+)" content="([^"]*)">/g),
      ]
      const of = (name: string): readonly string[] =>
        tags.filter((tag) => tag[1] === name).map((tag) => String(tag[2]))
      expect(of('citation_title')).toHaveLength(1)
      expect(of('citation_author')).toHaveLength(1)
      expect(of('citation_author_institution')).toHaveLength(2)
      expect(of('citation_publication_date')).toEqual(['2021/03/04'])
      expect(of('citation_fulltext_html_url')).toEqual(['https://example.org/2021/03/04/a.html'])
      expect(of('citation_keywords')).toEqual(['xdp', 'a &amp; b'])
      expect(output('about.html')).not.toContain('citation_')
    })

    test('Open Graph has what it asks for, once', () => {
      for (const path of ['2021/03/04/a.html', 'about.html']) {
        const names = [...output(path).matchAll(/<meta property="((?:og|article):[\w:]+)"/g)].map(
          (tag) => tag[1],
        )
        for (const name of ['og:title', 'og:type', 'og:url'])
          expect(names.filter((each) => each === name)).toHaveLength(1)
      }
      expect(output('2021/03/04/a.html')).toContain(
        '<meta property="article:author" content="https://ada.example/">',
      )
      expect(output('2021/03/04/a.html')).toContain(
        '<meta property="og:image" content="https://example.org/assets/own.png">',
      )
    })

    test('the feed keeps to RFC 4287', () => {
      const feed = parseXml(output('feed.xml'))
      expect(atomFaults(feed)).toEqual([])
      const entry = feed.children.find((child) => child.name === 'entry') as XmlElement
      const of = (name: string): readonly XmlElement[] =>
        entry.children.filter((child) => child.name === name)
      expect(of('author').map((author) => author.children[0]?.text)).toEqual(['Bob', 'Cyd Dee'])
      expect(of('rights')[0]?.text).toBe(
        '© 2021 Bob, Cyd Dee. Licensed under MIT: https://opensource.org/license/mit',
      )
      expect(of('source')[0]?.children.map((child) => child.name)).toEqual(['id', 'title', 'updated', 'link'])
    })

    test('BibTeX has balanced braces and no loose characters', () => {
      for (const path of site.result.written.filter((each) => each.endsWith('.bib'))) {
        const [entry] = readBibtex(output(path))
        expect(entry?.type).toBe('misc')
        expect([...(entry?.fields.keys() ?? [])]).toEqual(expect.arrayContaining(['title', 'url']))
        for (const [name, value] of entry?.fields ?? [])
          if (name !== 'url') expect(value.replace(/\\./g, '')).not.toMatch(/[#$%&_^]/)
      }
    })

    test('CSL-JSON keeps to its schema', () => {
      const made = site.result.written.filter((each) => each.endsWith('.csl.json'))
      expect(made).toHaveLength(4)
      for (const path of made) expect(cslFaults(JSON.parse(output(path)))).toEqual([])
    })

    test('CITATION.cff keeps to its schema', () => {
      const { value, error } = parseYaml(output('CITATION.cff'), zoneFor('UTC'), 'CITATION.cff')
      expect(error).toBeUndefined()
      expect(cffFaults(value)).toEqual([])
    })
  })

test('CITATION.cff of a page keeps to its schema', () => {
  const site = build(`${PLAIN}attribution: {downloads: [cff]}`, files(NASTY))
  const made = site.result.written.filter((each) => each.endsWith('.cff'))
  expect(made).toHaveLength(5)
  for (const path of made)
    expect(cffFaults(parseYaml(site.output(path) ?? '', zoneFor('UTC'), path).value)).toEqual([])
})

test('e-mail addresses are not given to machines unless the site wants it', () => {
  const text = (extra: string): string =>
    build(`${PLAIN}${extra}`, files('T')).output('2021/03/04/a.html') ?? ''
  expect(text('')).not.toContain('ada@example.org')
  expect(text('attribution: {publish_email: true}')).toContain('"email":"ada@example.org"')
  expect(text('attribution: {publish_email: true}')).toContain('citation_author_email')
})

test('the picture of a page without one is its social card', () => {
  const { output } = build(PLAIN, {
    'index.html': '---\ntitle: T\nsocial_card: /card.png\n---\n{% include attribution/head.html %}',
  })
  expect(output('index.html')).toContain('<meta property="og:image" content="https://example.org/card.png">')
})

test('Open Graph is left to jekyll-seo-tag where it is in use', () => {
  const config = PLAIN.replace('plugins: [', 'plugins: [jekyll-seo-tag, ')
  expect(build(config, files('T')).output('2021/03/04/a.html')).not.toContain('og:title')
  expect(build(`${config}attribution: {open_graph: true}`, files('T')).output('2021/03/04/a.html')).toContain(
    'og:title',
  )
})
