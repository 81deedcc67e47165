/** Which employers a page has: every rule of the model. */
import { describe, expect, test } from 'vitest'
import { readFixtures } from '../../fixtures.ts'
import { build, post, print } from './build.ts'

const LIST =
  '{% for p in site.posts reversed %}{{ p.date | date: "%Y-%m-%d" }}:{% for e in p.attribution.employers %}' +
  '{% unless forloop.first %},{% endunless %} {{ e.key }}{% endfor %}\n{% endfor %}'

describe('posts', () => {
  for (const { title, sections } of readFixtures(new URL('./employers.txt', import.meta.url).href))
    test(title, () => {
      const files: Record<string, string> = {}
      for (const [index, line] of (sections.posts ?? '').split('\n').entries()) {
        const [date = '', ...rest] = line.split(' ')
        files[`_posts/${date}-p${String(index).padStart(2, '0')}.md`] = post(rest.join(' '))
      }
      expect(print(sections.config ?? '', LIST, files).trimEnd()).toBe(sections.employers?.trimEnd())
    })
})

const TWO = 'employers: {acme: {from: 2019-01, to: 2019-12, role: Engineer}, beta: {from: 2020-01}}'

test('pages have the employers they name, and those of their date', () => {
  const files = {
    'a.html': post('employer: acme', '{{ page.attribution.employers | map: "key" | join }}'),
    'b.html': post('date: 2020-05-01', '{{ page.attribution.employers | map: "key" | join }}'),
    'c.html': post('', '[{{ page.attribution.employers | map: "key" | join }}]'),
  }
  const site = build(TWO, files)
  expect(['a.html', 'b.html', 'c.html'].map((path) => site.output(path)?.trim())).toEqual([
    'acme',
    'beta',
    '[]',
  ])
})

test('documents of other collections have those of their date, and none without one', () => {
  const files = {
    '_notes/a.md': post('date: 2019-05-01'),
    '_notes/b.md': post('x: 1'),
  }
  const template = '{% for n in site.notes %}[{{ n.attribution.employers | map: "key" | join }}]{% endfor %}'
  expect(print(`${TWO}\ncollections: [notes]`, template, files)).toBe('[acme][]')
})

test('page.employer keeps what the site put there', () => {
  const files = {
    'a.html': post('employer: acme', '{{ page.employer }} {{ page.attribution.employer.name }}'),
  }
  expect(build(TWO, files).output('a.html')).toBe('acme acme\n')
})

test('the role and the dates are those of the span of the work', () => {
  const config = `
author: Ada
employers:
  acme:
    role: Engineer
    spans: [{from: 2018-01, to: 2018-12}, {from: 2020-01, to: 2020-12, role: Lead}]
`
  const template = `{% for p in site.posts %}{% assign e = p.attribution.employer %}{{ e.role }} {{ e.from }} {{ e.to }} {{ e.spans.size }}
{% endfor %}{% assign e = site.attribution.employers[0] %}{{ e.role }} {{ e.from }} {{ e.to }} {{ e.current }} {{ e.count }}`
  const files = { '_posts/2018-05-01-a.md': post(''), '_posts/2020-05-01-b.md': post('') }
  expect(print(config, template, files)).toBe(
    'Lead 2020-01-01 2020-12-31 2\nEngineer 2018-01-01 2018-12-31 2\nEngineer 2018-01-01 2020-12-31 false 2',
  )
})

test('the site tells all employers, newest first, the timeline, and those of today', () => {
  const template = `{% for e in site.attribution.employers %}{{ e.key }} {{ e.count }} {{ e.posts | map: "title" | join }};{% endfor %}
{% for t in site.attribution.timeline %}{{ t.employer.key }} {{ t.from }} {{ t.to }} {{ t.role }} {{ t.current }};{% endfor %}
{{ site.attribution.current_employers | map: "key" | join }}`
  const files = {
    '_posts/2019-05-01-a.md': post('title: A'),
    '_posts/2019-06-01-b.md': post('title: B'),
    '_posts/2021-06-01-c.md': post('title: C'),
  }
  expect(print(TWO, template, files)).toBe(
    'beta 1 C;acme 2 B A;\nbeta 2020-01-01   true;acme 2019-01-01 2019-12-31 Engineer false;\nbeta',
  )
})

test('when the work was done is told as dates', () => {
  const template =
    '{% for p in site.posts %}{{ p.attribution.worked.from }} {{ p.attribution.worked.to }} {{ p.attribution.explicit }};{% endfor %}'
  const files = {
    '_posts/2019-05-01-a.md': post('worked: [2018-02, 2017-05-03]'),
    '_posts/2019-06-01-b.md': post('employer: beta'),
  }
  expect(print(TWO, template, files)).toBe('2019-06-01 2019-06-01 true;2017-05-03 2018-02-28 false;')
})

test('several authors each have their own jobs', () => {
  const config = `
authors:
  ada: {name: Ada, employers: {acme: {role: Lead}}}
  bob: {name: Bob, employers: [beta, acme]}
employers: {acme: {from: 2019-01, role: Engineer}, beta: {from: 2019-01}, gone: {to: 2018-01}}
`
  const template =
    '{% for a in site.posts[0].attribution.authors %}{{ a.name }}:{% for e in a.employers %} {{ e.key }} {{ e.role }}{% endfor %};{% endfor %}'
  const files = { '_posts/2019-05-01-a.md': post('authors: [ada, bob]') }
  expect(print(config, template, files)).toBe('Ada: acme Lead;Bob: beta  acme Engineer;')
})

test('posts are counted in the language of the page, where the site has several', () => {
  const counts =
    '{% for e in page.attribution.post_counts %}{{ e[0] }} {{ e[1] }} {% endfor %}|{% include attribution/employers.html %}'
  const posts = {
    '_posts/2019-05-01-a.md': post('title: A'),
    '_posts/2020-05-01-b.md': post('title: B'),
    '_posts/2020-05-02-c.md': post('title: C\nlang: de'),
    'de.html': post('lang: de', counts),
    'en.html': post('x: 1', counts),
  }
  const shown = (config: string) => {
    const site = build(config, posts)
    return ['en.html', 'de.html'].map((path) => {
      const [own = '', list = ''] = (site.output(path) ?? '').split('|')
      return [own.trim(), [...list.matchAll(/count">(\d+)/g)].map(([, count]) => Number(count))]
    })
  }
  expect(shown(TWO)).toEqual(['en', 'de'].map(() => ['acme 1 beta 2', [2, 1]]))
  expect(shown(`${TWO}\nlanguages: [en, de]`)).toEqual([
    ['acme 1 beta 1', [1, 1]],
    ['acme 0 beta 1', [1, 0]],
  ])
})
