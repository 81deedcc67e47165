/** The forms of a citation, as texts. */
import { expect, test } from 'vitest'
import { build, post, print } from './build.ts'

const CONFIG = `
title: Datapaths
url: https://example.org
author: {name: Ada Lovelace, url: https://ada.example/, orcid: 0000-0002-1825-0097}
employers: {acme: {name: Acme Networks, url: https://acme.example/, from: 2019-03}}
license: CC-BY-4.0
`
const FILES = { '_posts/2021-03-04-xdp.md': post('title: Notes on XDP\ntags: [ebpf]') }

const cite = (form: string, config = CONFIG, files: Readonly<Record<string, string>> = FILES): string =>
  print(config, `{{ site.posts[0].attribution.cite.${form} }}`, files)

test('as plain text', () => {
  expect(cite('text')).toBe(
    '“Notes on XDP” by Ada Lovelace (Acme Networks), 2021-03-04, https://example.org/2021/03/04/xdp.html, ' +
      'licensed under CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)',
  )
})

test('as HTML', () => {
  expect(cite('html')).toBe(
    '<cite><a href="https://example.org/2021/03/04/xdp.html">Notes on XDP</a></cite> by ' +
      '<a rel="author" href="https://ada.example/">Ada Lovelace</a> (<a href="https://acme.example/">Acme Networks</a>), ' +
      '2021-03-04, licensed under <a rel="license" href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>',
  )
})

test('as Markdown', () => {
  expect(cite('markdown')).toBe(
    '[Notes on XDP](https://example.org/2021/03/04/xdp.html) by [Ada Lovelace](https://ada.example/) ' +
      '([Acme Networks](https://acme.example/)), 2021-03-04, licensed under ' +
      '[CC BY 4.0](https://creativecommons.org/licenses/by/4.0/)',
  )
})

test('as BibTeX', () => {
  expect(cite('bibtex')).toBe(`@misc{lovelace2021notes,
  author       = {Lovelace, Ada},
  title        = {{Notes on XDP}},
  howpublished = {Datapaths},
  organization = {Datapaths},
  year         = {2021},
  month        = mar,
  day          = {4},
  url          = {https://example.org/2021/03/04/xdp.html},
  note         = {Work done at Acme Networks. Licensed under CC BY 4.0},
}
`)
})

test('as CSL-JSON', () => {
  expect(JSON.parse(cite('csl'))).toEqual([
    {
      id: 'lovelace2021notes',
      type: 'post-weblog',
      title: 'Notes on XDP',
      author: [{ family: 'Lovelace', given: 'Ada' }],
      issued: { 'date-parts': [[2021, 3, 4]] },
      'container-title': 'Datapaths',
      URL: 'https://example.org/2021/03/04/xdp.html',
      keyword: 'ebpf',
      custom: { affiliation: ['Acme Networks'], license: 'CC-BY-4.0' },
    },
  ])
})

test('several authors, each with their company; none at all', () => {
  const config = `
title: T
authors: {a: {name: Ann Bee, employers: [x]}, b: {name: Plato, employers: [y, x]}, c: {name: Cyd Dee}}
employers: {x: {name: X, from: 2019}, y: {name: Y, from: 2018}}
`
  const files = { '_posts/2021-03-04-x.md': post('title: T\nauthors: [a, b, c]') }
  expect(cite('text', config, files)).toBe(
    '“T” by Ann Bee (X), Plato (Y and X) and Cyd Dee, 2021-03-04, /2021/03/04/x.html',
  )
  expect(cite('bibtex', config, files)).toContain('author       = {Bee, Ann and {Plato} and Dee, Cyd},')
  expect(cite('text', 'title: T', { '_posts/2021-03-04-x.md': post('title: U') })).toBe(
    '“U”, 2021-03-04, /2021/03/04/x.html',
  )
  expect(cite('text', 'employers: {x: {name: X}}', { '_posts/2021-03-04-x.md': post('title: U') })).toBe(
    '“U” by X, 2021-03-04, /2021/03/04/x.html',
  )
})

test('names as bibliographies want them', () => {
  const author = (fields: string): string =>
    /author\s+= \{(.*)\},/.exec(cite('bibtex', `author: ${fields}`))?.[1] ?? ''
  expect(author('Ludwig van Beethoven')).toBe('van Beethoven, Ludwig')
  expect(author('Plato')).toBe('{Plato}')
  expect(author('{name: Mao Zedong, family: Mao, given: Zedong}')).toBe('Mao, Zedong')
  expect(author('{name: The Whirl Team, family: The Whirl Team}')).toBe('{The Whirl Team}')
  expect(author('Smith and Sons Ltd')).toBe('Ltd, {Smith and Sons}')
  expect(author('Łukasz Żółć')).toBe("{\\.Z}{\\'o}{\\l}{\\'c}, {\\L}ukasz")
})

test('a front matter sets the key, or the whole entry', () => {
  const files = (own: string) => ({ '_posts/2021-03-04-xdp.md': post(`title: T\nbibtex: ${own}`) })
  expect(cite('key', CONFIG, files('ada:xdp'))).toBe('ada:xdp')
  expect(cite('bibtex', CONFIG, files('ada:xdp'))).toMatch(/^@misc\{ada:xdp,\n/)
  expect(cite('bibtex', CONFIG, files("'@article{x, title={T}}'"))).toBe('@article{x, title={T}}\n')
})

test('the citation file of a page and of the site has one work with its kind and day', () => {
  const files = {
    '_posts/2021-03-04-a.md': post('title: A', '{% include attribution/reuse.html %}'),
    '_posts/2021-03-06-b.md': post('title: B', ''),
    '_drafts/c.md': post('title: C', ''),
  }
  const { output } = build(`${CONFIG}\nattribution: { downloads: [cff] }\nshow_drafts: true\n`, files)
  for (const [file, title, day] of [
    ['2021/03/04/a.cff', 'A', '2021-03-04'],
    ['CITATION.cff', 'Datapaths', '2021-03-06'],
  ] as const) {
    const text = output(file) ?? ''
    expect(text.match(/^ *(?:type|title|date-\w+): .*$/gm)).toEqual([
      'type: "dataset"',
      `title: "${title}"`,
      `date-released: "${day}"`,
    ])
    expect(text).not.toContain('preferred-citation')
  }
})

test('files of citations are made for the pages that link them', () => {
  const files = {
    '_posts/2021-03-04-a.md': post('title: A\npermalink: /notes/a/', '{% include attribution/reuse.html %}'),
    '_posts/2021-03-05-b.md': post('title: B', '{% include attribution/reuse.html %}'),
    '_posts/2021-03-06-c.md': post('title: C', 'Nothing'),
    'index.html': post('title: Home', '{% include attribution/reuse.html %}'),
  }
  const { result, output } = build(CONFIG, files)
  const made = result.written.filter((path) => /\.(?:bib|csl\.json|cff)$/.test(path)).sort()
  expect(made).toEqual([
    '2021/03/05/b.bib',
    '2021/03/05/b.csl.json',
    'CITATION.cff',
    'index.bib',
    'index.csl.json',
    'notes/a.bib',
    'notes/a.csl.json',
  ])
  expect(output('notes/a/index.html')).toContain('href="/notes/a.bib" download')
  expect(output('notes/a/index.html')).toContain('href="/CITATION.cff"')
  expect(output('notes/a.bib')).toContain('title        = {{A}}')
})

test('which files there are is an option', () => {
  const made = (options: string): readonly string[] => {
    const files = { '_posts/2021-03-05-b.md': post('title: B', '{% include attribution/reuse.html %}') }
    const { result } = build(`${CONFIG}attribution: {${options}}`, files)
    return result.written.filter((path) => /\.(?:bib|csl\.json|cff)$/.test(path)).sort()
  }
  expect(made('downloads: [cff, bibtex]')).toEqual(['2021/03/05/b.bib', '2021/03/05/b.cff', 'CITATION.cff'])
  expect(made('downloads: false, citation_file: false')).toEqual([])
  expect(made('downloads: [], citation_file: meta/CITATION.cff')).toEqual(['meta/CITATION.cff'])
})

test('a file of the site goes before one of ours', () => {
  const { output } = build(CONFIG, { 'CITATION.cff': '---\n---\nown' })
  expect(output('CITATION.cff')).toBe('own')
})

test('a site in several languages is called in citations and metadata as it is called in the language of the page', () => {
  const config =
    'title: Line Rate\nlanguages: { en: {}, de: { title: Leitungstempo }, fr: {} }\nauthor: Ada Quell'
  const said =
    '{{ page.attribution.cite.bibtex }}{{ page.attribution.cite.csl }}{{ page.attribution.json_ld }}{{ page.attribution.meta }}{{ page.attribution.open_graph }}{{ page.attribution.rights }}'
  const langs = ['en', 'de', 'fr']
  const files = Object.fromEntries(
    langs.map((lang) => [`${lang}.html`, post(`date: 2020-01-02\nlang: ${lang}\ntitle: T`, said)]),
  )
  const site = build(config, files)
  const names = langs.map((lang) => {
    const text = site.output(`${lang}.html`) ?? ''
    return [text.match(/Line Rate/g)?.length ?? 0, text.match(/Leitungstempo/g)?.length ?? 0]
  })
  const [english, german, french] = names
  expect(english?.[0]).toBeGreaterThan(4)
  expect(german).toEqual([0, english?.[0]])
  expect(french).toEqual(english)
})
