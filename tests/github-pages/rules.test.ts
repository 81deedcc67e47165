/**
 * Where Jekyll 3.10 does otherwise than Jekyll 4. What is expected comes from the scenarios of jekyll/jekyll at v3.10.0
 * where they show it (`tests/parity/jekyll-3-scenarios.mjs` runs all of them), else from the history of Jekyll's releases.
 */
import { describe, expect, test } from 'vitest'
import { pagesOutputs } from './build.ts'

const PAGE = '---\n---\n'
/** What `template` prints on a page of its own as Jekyll 3.10 and as Jekyll 4. */
function both(
  template: string,
  files: Readonly<Record<string, string>> = {},
  settings = '',
): [string, string] {
  const site = { ...files, 'index.txt': PAGE + template }
  const printed = (compat: string) => pagesOutputs(site, settings, compat).get('index.txt') ?? ''
  return [printed('github-pages'), printed('jekyll')]
}

describe('tags', () => {
  test('`link` leaves out the baseurl', () => {
    const files = { 'about.md': PAGE }
    expect(both('{% link about.md %}', files, 'baseurl: /blog')).toEqual(['/about.html', '/blog/about.html'])
  })

  test('`post_url` leaves out the baseurl', () => {
    const files = { '_posts/2019-02-04-hi.md': PAGE }
    const [three, four] = both('{% post_url 2019-02-04-hi %}', files, 'baseurl: /blog')
    expect([three, four]).toEqual(['/2019/02/04/hi.html', '/blog/2019/02/04/hi.html'])
  })
})

describe('variables', () => {
  test('`jekyll.version` is that of GitHub Pages', () => {
    expect(both('{{ jekyll.version }}')).toEqual(['3.10.0', '4.4.1'])
  })

  test('posts have no name, in JSON neither', () => {
    const files = { '_posts/2019-02-04-hi.md': PAGE }
    expect(both('{{ site.posts[0].name }}', files)).toEqual(['', '2019-02-04-hi.md'])
    const has = (json: string): boolean => json.includes('"name":')
    const [three, four] = both('{{ site.posts[0] | jsonify }}', files)
    expect([has(three), has(four)]).toEqual([false, true])
  })

  test('a name of the front matter is still there', () => {
    const files = { '_posts/2019-02-04-hi.md': '---\nname: mine\n---\n' }
    expect(both('{{ site.posts[0].name }}', files)).toEqual(['mine', 'mine'])
  })

  test('`site.static_files` has no files of collections, which are copied though the collection is not written', () => {
    const files = { '_notes/a.txt': 'a', '_notes/b.md': PAGE, 'c.txt': 'c' }
    const template = "{{ site.static_files | map: 'path' | join: ' ' }}"
    expect(both(template, files, 'collections: [notes]')).toEqual(['/c.txt', '/c.txt _notes/a.txt'])
  })

  test('`sort_by` and `order` of a collection mean nothing', () => {
    const files = { '_notes/a.md': '---\nn: 2\n---\n', '_notes/b.md': '---\nn: 1\n---\n' }
    const settings = 'collections:\n  notes:\n    sort_by: n\n'
    const template = "{{ site.notes | map: 'n' | join: ' ' }}"
    expect(both(template, files, settings)).toEqual(['2 1', '1 2'])
  })
})

describe('filters', () => {
  const files = {
    '_posts/2019-01-01-a.md': '---\np: ""\n---\n',
    '_posts/2019-01-02-b.md': '---\np: "10"\n---\n',
    '_posts/2019-01-03-c.md': '---\np: "9"\n---\n',
    '_posts/2019-01-04-d.md': PAGE,
  }

  test('`where` compares texts: nil is the empty one', () => {
    expect(both("{{ site.posts | where: 'p', nil | map: 'slug' | join: ' ' }}", files)).toEqual(['a', 'd'])
    expect(both("{{ site.posts | where: 'p', 9 | map: 'slug' | join: ' ' }}", files)).toEqual(['c', 'c'])
  })

  test('`sort` takes texts that are numbers for texts', () => {
    const template = "{{ site.posts | sort: 'p' | map: 'slug' | join: ' ' }}"
    expect(both(template, files)).toEqual(['d a b c', 'd a c b'])
  })

  test('`slugify` and urls drop marks', () => {
    expect(both('{{ "क्ष x" | slugify }}')).toEqual(['क-ष-x', 'क्ष-x'])
    const outputs = pagesOutputs({ '_posts/2019-01-01-क्ष.md': PAGE })
    expect([...outputs.keys()]).toContain('2019/01/01/क-ष.html')
  })
})

describe('dates and excerpts', () => {
  // Recorded from Jekyll 3.10.0.
  test('an undated document of a collection has no date', () => {
    const files = { '_c/d.md': '---\ndate: 2020-01-02\n---\n', '_c/o.md': PAGE }
    const template =
      '{% assign all = site.c | sort: "date" %}{% for d in all %}{{ d.path }} [{{ d.date }}]{{ d.date | date: "%Y" }} {% endfor %}'
    expect(both(template, files, 'collections: {c: {output: true}}\ntime: 2024-01-01 00:00:00')).toEqual([
      '_c/o.md [] _c/d.md [2020-01-02 00:00:00 +0000]2020 ',
      '_c/d.md [2020-01-02 00:00:00 +0000]2020 _c/o.md [2024-01-01 00:00:00 +0000]2024 ',
    ])
  })

  test('an excerpt that is not all ends with a blank line', () => {
    const files = {
      '_posts/2020-01-01-p.md': '---\n---\nfirst *x*\n\nsecond\n',
      '_posts/2020-01-02-q.md': '---\n---\none\n',
    }
    const template = '{% for p in site.posts %}[{{ p.excerpt }}]{% endfor %}'
    expect(both(template, files)).toEqual([
      '[<p>one</p>\n][<p>first <em>x</em></p>\n\n]',
      '[<p>one</p>\n][<p>first <em>x</em></p>\n]',
    ])
  })
})

describe('rendering', () => {
  test('`render_with_liquid: false` means nothing, in layouts neither', () => {
    const files = {
      '_layouts/l.html': '---\nrender_with_liquid: false\n---\n{{ content }}',
      'p.html': '---\nlayout: l\nrender_with_liquid: false\n---\n{{ page.url }}',
    }
    const of = (compat: string) => pagesOutputs(files, 'theme: null', compat).get('p.html')
    expect([of('github-pages'), of('jekyll')]).toEqual(['/p.html', '{{ content }}'])
  })

  test('code without a language is plain text', () => {
    const outputs = pagesOutputs({ 'p.md': '---\n---\n```\nx\n```\n' }, 'kramdown: {guess_lang: true}')
    expect(outputs.get('p.html')).toContain('<div class="language-plaintext highlighter-rouge">')
  })
})
