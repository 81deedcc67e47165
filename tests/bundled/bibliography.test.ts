/** Citations and bibliographies: BibTeX and CSL-JSON, three styles, languages, mistakes. */
import { expect, test } from 'vitest'
import { bibliography } from '../../src/bundled/bibliography/plugin.ts'
import type { Value } from '../../src/plugin-api.ts'
import { type Built, buildWith } from '../plugins/site.ts'

const BIB = `---
---
@string{orm = "O'Reilly Media"}
@book{ruby,
  title     = {The {Ruby} Programming Language},
  author    = {Flanagan, David and Matsumoto, Yukihiro},
  year      = {2008},
  edition   = {2},
  publisher = orm
}
@article{turing, author = "Alan M. Turing", title = "On Computable Numbers", journal = {Proc. London Math. Soc.},
  year = 1937, volume = 42, number = {1}, pages = "230--265", doi = {https://doi.org/10.1112/plms/s2-42.1.230}}
@inproceedings{erdos, author = {Erd{\\H{o}}s, P{\\'a}l and others}, editor = {Ludwig van Beethoven}, title = {Probl\\\`emes \\& more},
  booktitle = {Colloque}, year = {1976}, pages = {5--9}, publisher = {CNRS}}
@misc{rfc, author = {{Internet Engineering Task Force}}, title = {TCP}, url = {https://rfc.example/a_b}}
`

const built = (body: string, scholar: readonly (readonly [string, string])[] = [], files = {}): Built =>
  buildWith(
    { 'a.md': `---\n---\n${body}`, '_bibliography/references.bib': BIB, ...files },
    [bibliography],
    [['scholar', new Map<Value, Value>(scholar)]],
  )
const back = (id: string): string =>
  `<a class="citation-back" href="#cite-${id}" aria-label="Back to the citation">↩</a>`
const html = (body: string, ...scholar: readonly (readonly [string, string])[]): string =>
  built(body, scholar).output('a.html') ?? ''

test('authors and years, with pages, several works, and links both ways', () => {
  const page = html(
    '{% cite ruby %} {% cite ruby turing -l 42 -l 3-4 %} {% cite erdos %} {% cite ruby -A %}\n\n{% bibliography --cited %}\n',
  )
  expect(page).toBe(
    `<p><a class="citation" id="cite-ruby" href="#ruby">(Flanagan &amp; Matsumoto, 2008)</a> (<a class="citation" id="cite-ruby-2" href="#ruby">Flanagan &amp; Matsumoto, 2008, p. 42</a>; <a class="citation" id="cite-turing" href="#turing">Turing, 1937, pp. 3-4</a>) <a class="citation" id="cite-erdos" href="#erdos">(Erdős et al., 1976)</a> <a class="citation" id="cite-ruby-3" href="#ruby">(2008)</a></p>

<ol class="bibliography"><li><span id="ruby">Flanagan, D., &amp; Matsumoto, Y. (2008). <i>The Ruby Programming Language</i> (2nd ed.). O’Reilly Media.</span> ${back('ruby')} ${back('ruby-2')} ${back('ruby-3')}</li>
<li><span id="turing">Turing, A. M. (1937). On Computable Numbers. <i>Proc. London Math. Soc.</i>, <i>42</i>(1), 230–265. <a href="https://doi.org/10.1112/plms/s2-42.1.230">https://doi.org/10.1112/plms/s2-42.1.230</a></span> ${back('turing')}</li>
<li><span id="erdos">Erdős, P. et al. (1976). Problèmes &amp; more. In L. van Beethoven (ed.), <i>Colloque</i> (pp. 5–9). CNRS.</span> ${back('erdos')}</li></ol>
`,
  )
})

test('numbers: in the order of the text, which the list has too', () => {
  const page = html(
    '{% cite turing %} {% cite ruby turing -l 2 %}\n\n{% bibliography -c %}\n\n[1]: http://x',
    ['style', 'ieee'],
  )
  expect(page.replace(/<[^>]*>/g, '')).toBe(
    '[1] [2, p. 2, 1]\n\nTuring, A. M. On Computable Numbers. Proc. London Math. Soc., 42(1), 230–265. 1937. https://doi.org/10.1112/plms/s2-42.1.230 ↩ ↩\n' +
      'Flanagan, D., &amp; Matsumoto, Y. The Ruby Programming Language (2nd ed.). O’Reilly Media. 2008. ↩\n\n',
  )
})

test('footnotes are kramdown’s, one for each thing cited', () => {
  const page = html('A{% cite turing %} b{% cite rfc -l 2 %} c{% cite turing %}[^own]\n\n[^own]: Own.\n', [
    'style',
    'footnotes',
  ])
  expect(page.match(/<sup id="[^"]*"/g)).toEqual([
    '<sup id="fnref:cite-turing"',
    '<sup id="fnref:cite-rfc-2"',
    '<sup id="fnref:cite-turing:1"',
    '<sup id="fnref:own"',
  ])
  expect(page).toContain('<i>TCP</i>. <a href="https://rfc.example/a_b">https://rfc.example/a_b</a> p. 2.')
})

test.each(['details "D"', 'tab "T"', 'callout note'])(
  'in the body of {%% %s %%} there are no footnotes: authors and years',
  (open) => {
    const { output } = buildWith(
      {
        'a.md': `---\n---\n{% ${open} %}\nInside{% if true %} {% cite ruby -l 42 %}{% endif %}.\n{% end${open.split(' ')[0]} %}\n\nOutside{% cite ruby -l 42 %}.\n`,
        '_bibliography/references.bib': BIB,
      },
      undefined,
      [
        ['plugins', ['bibliography', 'writing']],
        ['scholar', new Map<Value, Value>([['style', 'footnotes']])],
      ],
    )
    const page = output('a.html') ?? ''
    expect(page).toContain('Inside (Flanagan &amp; Matsumoto, 2008, p. 42).')
    expect(page).toContain('Outside<sup id="fnref:cite-ruby-42"')
    expect(page).not.toContain('[^')
  },
)

test.each([
  ['footnotes', 'A rack (Flanagan &amp; Matsumoto, 2008, p. 42)'],
  ['author-date', 'A rack (Flanagan &amp; Matsumoto, 2008, p. 42)'],
  ['numbers', 'A rack &#91;1, p. 42&#93;'],
])('captions cite by words in the style %s', (style, words) => {
  const { output } = buildWith(
    {
      'a.md': '---\n---\n![A](/a.png){: caption="A rack {% cite ruby -l 42 %}"}\n\nText{% cite turing %}\n',
      '_bibliography/references.bib': BIB,
    },
    undefined,
    [
      ['plugins', ['bibliography', 'references']],
      ['scholar', new Map<Value, Value>([['style', style]])],
    ],
  )
  expect(output('a.html')).toContain(`<figcaption>${words}</figcaption>`)
})

test('citations are links where the page has the list, in its text or its layout', () => {
  const files = {
    '_layouts/listed.html': '{{ content }}{% bibliography --cited %}',
    'b.md': '---\nlayout: listed\n---\n{% cite ruby %}',
    'c.md': '---\n---\n{% cite ruby turing %} {% cite turing %}\n\n{% bibliography --file more %}',
    '_bibliography/more.bib': '@book{ruby, title = {R}, author = {A B}, year = 2008}',
  }
  const { output } = built('{% cite ruby %} {% cite ruby turing %}', [], files)
  expect(output('a.html')).toBe(
    '<p>(Flanagan &amp; Matsumoto, 2008) (Flanagan &amp; Matsumoto, 2008; Turing, 1937)</p>\n',
  )
  expect(output('b.html')).toContain('href="#ruby">(Flanagan &amp; Matsumoto, 2008)</a>')
  expect(output('c.html')).toContain(
    'href="#ruby">Flanagan &amp; Matsumoto, 2008</a>; Turing, 1937) (Turing, 1937)',
  )
})

test('an excerpt has citations without links, and no marks of footnotes', () => {
  const files = {
    '_posts/2025-01-01-p.md': '---\n---\nA {% cite ruby %}.\n\nB',
    'index.html': '---\n---\n{% for post in site.posts %}{{ post.excerpt }}{% endfor %}',
  }
  expect(built('', [], files).output('index.html')).toBe('<p>A (Flanagan &amp; Matsumoto, 2008).</p>\n')
  expect(built('', [['style', 'footnotes']], files).output('index.html')).toBe('<p>A .</p>\n')
})

test('words and names in the language of the page', () => {
  const page = built('', [], {
    'de.md': '---\nlang: de\n---\n{% cite ruby -l 3 %} {% cite rfc %}\n\n{% bibliography --cited %}',
  }).output('de.html')
  expect(page).toContain('(Flanagan und Matsumoto, 2008, S. 3)')
  expect(page).toContain('(Internet Engineering Task Force, o. J.)')
  expect(page).toContain(
    'Flanagan, D. und Matsumoto, Y. (2008). <i>The Ruby Programming Language</i> (2. Aufl.).',
  )
  expect(page).toContain('aria-label="Zurück zum Zitat"')
})

test('CSL-JSON, other files, works of one author and year, and none at all', () => {
  const item = (id: string, title: string) => ({
    id,
    type: 'book',
    title,
    author: [{ family: 'Doe', given: 'Jo-Ann' }],
    issued: { 'date-parts': [[2001, 2]] },
  })
  const json = JSON.stringify([item('x', 'Zebra'), item('y', 'Ape')])
  const { output } = built(
    '{% cite x -f more %} {% cite y --file more.json %}\n\n{% bibliography --file more %}',
    [],
    {
      '_bibliography/more.json': json,
    },
  )
  expect(output('a.html')?.replace(/<[^>]*>/g, '')).toBe(
    '(Doe, 2001b) (Doe, 2001a)\n\nDoe, J.-A. (2001b). Zebra. ↩\nDoe, J.-A. (2001a). Ape. ↩\n',
  )
  expect(html('{% bibliography_count %} {% reference rfc %}{% nocite ruby %}')).toBe(
    '<p>4 Internet Engineering Task Force. (n.d.). <i>TCP</i>. <a href="https://rfc.example/a_b">https://rfc.example/a_b</a></p>\n',
  )
})

test('a work has its id once, however many lists name it', () => {
  const ids = (page = '') => [...page.matchAll(/ id="(\w+)"/g)].map(([, id]) => id)
  const page = html('{% cite ruby %}\n\n{% bibliography --cited %}\n\n## All\n\n{% bibliography %}\n')
  expect(ids(page)).toEqual(['ruby', 'All', 'turing', 'erdos', 'rfc'].map((id) => id.toLowerCase()))
  expect(page.match(/<li>/g)).toHaveLength(5)
  const files = {
    '_layouts/all.html': '{{ content }}{% bibliography --max 1 %}',
    'b.md': '---\nlayout: all\n---\n{% bibliography %}',
    '_posts/2025-01-01-p.md': '---\n---\n{% bibliography %}',
    '_posts/2025-01-02-q.md': '---\n---\n{% bibliography %}',
    'index.html': '---\n---\n{% for post in site.posts %}{{ post.content }}{% endfor %}',
  }
  const { output } = built('', [], files)
  for (const name of ['b.html', 'index.html'])
    expect(ids(output(name)).toSorted()).toEqual(['erdos', 'rfc', 'ruby', 'turing'])
})

test('a work without names goes by its title, and one without a title by its key', () => {
  const bib =
    '@misc{plain, title = {Plain}}\n@misc{bare, url = {https://x.example}}\n@misc{blank, title = {}, author = { }}\n'
  const { output } = built(
    '{% cite plain %} {% cite bare -l 2 %} {% cite blank %}\n\n{% bibliography --cited %}',
    [],
    {
      '_bibliography/references.bib': bib,
    },
  )
  expect(output('a.html')?.replace(/<[^>]*>/g, '')).toBe(
    '(Plain, n.d.) (bare, n.d., p. 2) (blank, n.d.)\n\nPlain (n.d.). ↩\nbare (n.d.). https://x.example ↩\nblank (n.d.). ↩\n',
  )
})

test('sorted, and no more than asked for', () => {
  const keys = (page: string) => [...page.matchAll(/<span id="(\w+)"/g)].map(([, key]) => key)
  expect(keys(html('{% bibliography %}', ['sort_by', 'year'], ['order', 'descending']))).toEqual([
    'ruby',
    'erdos',
    'turing',
    'rfc',
  ])
  expect(keys(html('{% bibliography --max 2 %}', ['sort_by', 'author']))).toEqual(['erdos', 'ruby'])
})

test('mistakes in a file are told with their place, and cost one entry each', () => {
  const bib =
    '@book{a, title = {A}, year 2001}\n@book{b, title = {B\n@book{c, title = who}\n@book{c, title={}}\n@book{, x=1}\n@book{d, title={D}'
  const { result, output } = built('{% bibliography %}', [], { '_bibliography/references.bib': bib })
  const told = result.diagnostics.map(({ message, source, span }) => {
    const before = source!.text.slice(0, span!.start).split('\n')
    return `${source!.path}:${before.length}:${before.at(-1)!.length + 1} ${message}`
  })
  expect(told).toEqual([
    "_bibliography/references.bib:1:28 _bibliography/references.bib:1: 'a' has `2` where `=` behind `year` should stand.",
    '_bibliography/references.bib:2:18 _bibliography/references.bib:2: A brace is never closed.',
    "_bibliography/references.bib:4:7 _bibliography/references.bib:4: A second entry 'c'.",
    "_bibliography/references.bib:5:1 _bibliography/references.bib:5: An entry of type 'book' has no key.",
    "_bibliography/references.bib:6:1 _bibliography/references.bib:6: 'd' is never closed.",
    "_bibliography/references.bib:3:18 _bibliography/references.bib:3: There is no string 'who'.",
  ])
  expect(output('a.html')).toContain('<span id="c">')
})

test('JSON that is none, or no list of items', () => {
  const told = (json: string): readonly string[] =>
    built('{% cite x %}', [], {
      '_bibliography/references.bib': '',
      '_bibliography/more.json': json,
      'b.md': '---\n---\n{% bibliography -f more %}',
    }).result.diagnostics.map(({ message }) => message)
  expect(told('[{')[0]).toContain('JSON')
  expect(told('{}')[0]).toBe('_bibliography/more.json: It is no list of items.')
  expect(told('[{}]')[0]).toBe('_bibliography/more.json: Item 1 has no `id`.')
})

test('works and files that are not there', () => {
  const { result, output } = built('{% cite rubi %}{% cite x -f none %}')
  expect(output('a.html')).toBe('<p>(missing reference)(missing reference)</p>\n')
  expect(result.diagnostics).toMatchObject([
    {
      code: 'bibliography/unknown-key',
      message: "a.md:3:9: No work in the bibliography has the key 'rubi'.",
      help: "did you mean 'ruby'?",
    },
    { code: 'bibliography/no-file', message: "a.md:3:29: There is no bibliography 'none'." },
  ])
  const texts =
    'A rubicon of references, x.\n\n{%- cite ruby rubi -%}{% reference x %}{% include c.html %}{% cite constructor %}'
  const placed = built(texts, [], { '_includes/c.html': '{% cite con %}' }).result.diagnostics
  expect(placed.map(({ message }) => message.split(' No ')[0])).toEqual([
    'a.md:5:15:',
    'a.md:5:36:',
    'a.md:',
    'a.md:5:68:',
  ])
  expect(
    built('{% bibliography %} references', [], {
      '_bibliography/references.bib': '@constructor{a, title = {\\constructor{}T}}',
    }).output('a.html'),
  ).toContain('<i>T</i> (n.d.)')
  expect(() => html('{% cite %}')).toThrow('cite: write the key of a work')
  expect(() => html('{% bibliography --quer x %}')).toThrow('there is no option `--quer`')
  expect(built('', [['style', 'harvard']]).result.diagnostics).toMatchObject([
    { code: 'bibliography/bad-setting' },
  ])
})
