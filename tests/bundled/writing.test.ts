/** What writers expect in text: callouts, tabs, details, cards, task lists, words behind a fence; on, off, and rebuilt. */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Value } from '../../src/base/index.ts'
import { fenceAttributes } from '../../src/bundled/writing/fence-words.ts'
import { SCRIPT } from '../../src/bundled/writing/script.ts'
import { runIn } from '../cli/host.ts'
import { buildWith } from '../plugins/site.ts'
import { siteForEachTest } from '../site-maker.ts'

const site = siteForEachTest()

const ON: readonly (readonly [string, Value])[] = [['plugins', ['writing']]]
const built = (
  body: string,
  settings: readonly (readonly [string, Value])[] = [],
  head = '',
): string | undefined =>
  buildWith({ 'a.md': `---\n${head}---\n${body}` }, undefined, [...ON, ...settings]).output('a.html')

const off = (body: string): string | undefined => buildWith({ 'a.md': `---\n---\n${body}` }).output('a.html')

const NOTE =
  '<aside class="callout callout-note" role="note">\n<p class="callout-title"><strong>Note</strong></p>\n'

describe('callouts', () => {
  test.each([
    ['as GitHub writes them', '> [!NOTE]\n> Look *here*.\n', `${NOTE}<p>Look <em>here</em>.</p>\n</aside>\n`],
    [
      'in small letters, the text apart',
      '> [!note]\n>\n> a\n',
      `${NOTE.trimEnd()}\n\n  <p>a</p>\n</aside>\n`,
    ],
    [
      'with a title',
      '> [!TIP] Use *two*\n> a\n',
      '<aside class="callout callout-tip" role="note">\n<p class="callout-title"><strong>Use <em>two</em></strong></p>\n<p>a</p>\n</aside>\n',
    ],
    [
      'with emphasis that goes on beyond the line of the title',
      '> [!NOTE] *a\n> b*\n',
      `${NOTE}<p><em>a\nb</em></p>\n</aside>\n`,
    ],
    [
      'one in another',
      '> [!NOTE]\n> a\n>\n> > [!CAUTION]\n> > b\n',
      `${NOTE}<p>a</p>\n\n  <aside class="callout callout-caution" role="note">\n<p class="callout-title"><strong>Caution</strong></p>\n<p>b</p>\n  </aside>\n</aside>\n`,
    ],
    [
      'a paragraph with the class',
      'a\n{: .note #i }\n',
      `${NOTE.replace('"note">', '"note" id="i">')}<p>a</p>\n</aside>\n`,
    ],
    [
      'a quote with the class',
      '> a\n{: .note .mine }\n',
      `${NOTE.replace('-note"', '-note mine"').trimEnd()}\n  <p>a</p>\n</aside>\n`,
    ],
    [
      'a quote with its title',
      '{: .note-title }\n> Mind\n>\n> a\n',
      `${NOTE.replace('Note<', 'Mind<').trimEnd()}\n\n  <p>a</p>\n</aside>\n`,
    ],
    ['a quote of nothing else', '> [!NOTE]\n', `${NOTE.trimEnd()}\n</aside>\n`],
  ])('%s', (_, text, html) => {
    expect(built(text)).toBe(html)
  })

  test.each([
    '> [!OTHER]\n> a\n',
    '> a [!NOTE]\n',
    '[!NOTE] a\n',
    '    > [!NOTE]\n',
    '`> [!NOTE]`\n',
    '```\n> [!NOTE]\n```\n',
    '<div class="note">a</div>\n',
    '<!-- <p class="note">a</p> -->\n',
  ])('%j is none', (text) => {
    expect(built(text)).toBe(off(text))
  })

  test('in the language of the page, and as the site says it', () => {
    expect(built('> [!WARNING]\n> a\n', [['lang', 'de']])).toContain('<strong>Warnung</strong>')
    expect(built('> [!WARNING]\n> a\n', [['lang', 'de']], 'lang: fr\n')).toContain(
      '<strong>Attention</strong>',
    )
    const own = buildWith(
      { 'a.md': '---\n---\n> [!TIP]\n> a\n', '_data/phrases/en.yml': 'tip: Hint & co\n' },
      undefined,
      ON,
    )
    expect(own.output('a.html')).toContain('<strong>Hint &amp; co</strong>')
  })

  test('in excerpts and in what `markdownify` converts', () => {
    const files = {
      '_posts/2025-01-01-a.md': '---\ntags: x\n---\n> [!NOTE]\n> a\n\nrest\n',
      'i.html': '---\n---\n{{ site.posts.first.excerpt }}{{ "> [!TIP]\n> b" | markdownify }}',
    }
    const page = buildWith(files, undefined, ON).output('i.html')
    expect(page).toContain(`${NOTE}<p>a</p>`)
    expect(page).toContain('<strong>Tip</strong>')
  })

  test('in CommonMark', () => {
    expect(built('> [!NOTE]\n> a\n', [['markdown', 'CommonMark']])).toBe(`${NOTE}<p>a</p>\n</aside>\n`)
  })
})

describe('blocks of Liquid', () => {
  test('callout', () => {
    expect(built('{% callout warning "Mind *it*" %}\na\n\nb\n{% endcallout %}\n')).toContain(
      '<aside class="callout callout-warning" role="note">\n<p class="callout-title"><strong>Mind <em>it</em></strong></p>\n<p>a</p>\n\n<p>b</p>\n</aside>\n',
    )
    expect(built('{% callout %}a{% endcallout %}\n')).toContain(NOTE)
    expect(() => built('{% callout notr %}a{% endcallout %}\n')).toThrow(
      "callout: 'notr' is none of note, tip, important, warning, caution (did you mean 'note'?)",
    )
    expect(() => built('{% callout tip "a %}b{% endcallout %}\n')).toThrow(/between quotes/)
  })

  test('tabs read well one below the other', () => {
    expect(
      built(
        '{% tabs %}\n{% tab "C & D" %}\na\n{% endtab %}\n{% tab Rust %}\nb\n{% endtab %}\n{% endtabs %}\n',
      ),
    ).toBe(
      '\n<div class="tabs">\n<section class="tab" data-label="C &amp; D">\n<p class="tab-label"><strong>C &amp; D</strong></p>\n<p>a</p>\n</section>\n\n\n' +
        '<section class="tab" data-label="Rust">\n<p class="tab-label"><strong>Rust</strong></p>\n<p>b</p>\n</section>\n</div>\n\n',
    )
    expect(() => built('{% tabs %}{% tab %}a{% endtab %}{% endtabs %}')).toThrow(/tab: needs what it says/)
  })

  test('Liquid in what they say', () => {
    const looped = built(
      '{% assign x = "*it*" %}{% for i in (1..2) %}{% tab "L{{ i }} {{ \'a\' | upcase }}" %}a{% endtab %}{% endfor %}{% details "{{ x }}" %}b{% enddetails %}{% callout tip "{{ x }}!" %}c{% endcallout %}\n',
    )
    expect(looped?.match(/data-label="[^"]*"/g)).toEqual(['data-label="L1 A"', 'data-label="L2 A"'])
    expect(looped).toContain('<summary><em>it</em></summary>')
    expect(looped).toContain('<strong><em>it</em>!</strong>')
    expect(() => built('{% tab "{{ a" %}a{% endtab %}\n')).toThrow()
  })

  test('a quote in a title stands behind a backslash', () => {
    expect(built('{% callout tip "a \\"c\\"" %}x{% endcallout %}\n')).toContain('<strong>a “c”</strong>')
    expect(built("{% tabs %}{% tab 'it\\'s' %}x{% endtab %}{% endtabs %}\n")).toContain('data-label="it')
    expect(built('{% details "C:\\" %}x{% enddetails %}\n')).toContain('<summary>C:')
    for (const wrong of ['"a "c""', '"a" b', '"'])
      expect(() => built(`{% details ${wrong} %}x{% enddetails %}`)).toThrow(/a quote in it is written \\"/)
  })

  test('details and cards', () => {
    expect(built('{% details "The *log*" %}\n- a\n{% enddetails %}\n')).toContain(
      '<details>\n<summary>The <em>log</em></summary>\n<ul>\n  <li>a</li>\n</ul>\n</details>',
    )
    expect(() => built('{% details %}a{% enddetails %}')).toThrow(/details: needs what it says/)
    expect(built('{% cards %}\n- a\n- b\n{% endcards %}\n')).toContain(
      '<div class="cards">\n<ul>\n  <li>a</li>',
    )
  })

  test('an empty line of code ends no block of CommonMark', () => {
    const text = '{% details "a" %}\n```\nx\n\ny\n```\n{% enddetails %}\n'
    const html = built(text, [
      ['markdown', 'CommonMark'],
      ['commonmark', new Map<Value, Value>([['options', ['UNSAFE']]])],
    ])
    expect(html).toContain('x&#10;\ny\n')
    expect(html).toContain('</details>')
  })
})

test('the boxes of task lists have names, once', () => {
  const html = built('- [x] done *now*\n- [ ] "to do"\n  - [ ] deeper\n')
  expect(html).toContain('<input type="checkbox" aria-label="done now" class="task-list-item-checkbox"')
  expect(html).toMatch(/aria-label="“to do”"/)
  expect(html).toContain('aria-label="deeper"')
  const commonMark = built('- [ ] a\n', [
    ['markdown', 'CommonMark'],
    ['commonmark', new Map<Value, Value>([['extensions', ['tasklist']]])],
  ])
  expect(commonMark).toContain('aria-label="a"')
})

describe('words behind the language of a fence', () => {
  test.each([
    ['{3-4, 7}', { 'data-mark': '3-4, 7' }],
    ['{1} {3}', { 'data-mark': '1,3' }],
    ['title="a b.c" file=x.c', { 'data-title': 'a b.c', 'data-file': 'x.c' }],
    ['ins={2} add={4} del={5}', { 'data-add': '2,4', 'data-del': '5' }],
    ['mark="word" "two words" \'"\'', { 'data-mark-text': 'word\ntwo words\n"' }],
    ['ins="a" del=\'b\'', { 'data-add-text': 'a', 'data-del-text': 'b' }],
    [
      'wrap notes showLineNumbers start=10',
      { class: 'wrap notes', 'data-numbers': 'true', 'data-start': '10' },
    ],
    ['title="a \\"c\\"" "\\"" wrap', { 'data-title': 'a "c"', 'data-mark-text': '"', class: 'wrap' }],
    ["file='it\\'s'", { 'data-file': "it's" }],
    ['title="C:\\"', { 'data-title': 'C:\\' }],
    ['collapse={1-2}', { 'data-fold': '1-2' }],
    ['collapse frame="terminal"', { 'data-fold': 'all', class: 'terminal' }],
  ])('%s', (words, attributes) => {
    expect(fenceAttributes(words)).toEqual({ attributes: new Map(Object.entries(attributes)), unknown: [] })
  })

  test.each([
    ['{x}', ['{x}']],
    ['twoslash title="a', ['twoslash', 'title="a']],
    ['wrap="x" /re/ {', ['wrap="x"', '/re/', '{']],
    ['wrapped', ['wrapped']],
  ])('%s is not known', (words, unknown) => {
    expect(fenceAttributes(words).unknown).toEqual(unknown)
  })

  test('they are attributes of the block, before those of a list below it', () => {
    expect(built('```c {1} title="x" wrap\na\n```\n{: data-title="y" .z}\n')).toBe(
      '<div class="language-c wrap z highlighter-rouge" data-mark="1" data-title="y"><div class="highlight"><pre class="highlight"><code><span class="n">a</span>\n</code></pre></div></div>\n',
    )
    expect(built('* b\n\n  ```{1}\n  a\n  ```\n')).toContain('data-mark="1"')
    const commonMark = built('~~~ c title="<x>" wrap\na\n~~~\n', [['markdown', 'CommonMark']])
    expect(commonMark).toContain('<div class="language-c wrap highlighter-rouge" data-title="&lt;x&gt;">')
  })

  test('what is between backticks on one line stays so', () => {
    const text = 'a\n\n``` c {1} ``` b\n'
    expect(built(text)).toBe(off(text))
  })

  test('one that means nothing is told, with its line', async () => {
    site.put({ '_config.yml': 'plugins: [writing]\n', 'a.md': '---\n---\ntext\n\n```c twoslash\na\n```\n' })
    const { code, err } = await runIn(site.root, ['build'])
    expect(code).toBe(0)
    expect(err).toContain(
      "'twoslash' behind the language of a fence means nothing: docs/writing.md says what does. (a.md:5:6)",
    )
  })
})

test('each part is turned off by itself', () => {
  const writing = (part: string): readonly (readonly [string, Value])[] => [
    ['writing', new Map<Value, Value>([[part, false]])],
  ]
  const alert = '> [!NOTE]\n> a\n'
  const fence = '```c {1}\na\n```\n'
  const task = '- [ ] a\n'
  expect(built(alert, writing('alerts'))).toBe(off(alert))
  expect(built(fence, writing('fences'))).toBe(off(fence))
  expect(built(task, writing('tasks'))).toBe(off(task))
  expect(built(fence, writing('alerts'))).toContain('data-mark="1"')
})

test('nobody is warned of what is understood, and everybody of what is not', async () => {
  const text = '---\n---\n> [!NOTE]\n> a\n\n```c {1}\na\n```\n\n::: tip\n'
  site.put({ '_config.yml': 'url: http://x\nplugins: [writing]\nwriting: {fences: false}\n', 'a.md': text })
  for (const command of ['build', 'doctor']) {
    const { err } = await runIn(site.root, [command])
    expect(err).not.toContain('alert as GitHub')
    expect(err).toContain('more than a language behind its fence')
    expect(err).toContain('opens a box as Docusaurus')
  }
})

test('a second build is a clean one', async () => {
  const config = (more: string): string => `plugins: [writing]\n${more}`
  site.put({
    '_config.yml': config(''),
    '_data/phrases/en.yml': 'tip: Hint\n',
    'a.md': '---\n---\n> [!TIP]\n> a\n\n{% callout tip %}b{% endcallout %}\n',
    'b.md': '---\n---\n```c {1}\na\n```\n',
  })
  const page = async (name: string): Promise<string> => {
    const { code, err } = await runIn(site.root, ['build', '-q'])
    expect([code, err]).toEqual([0, ''])
    return fs.readFileSync(path.join(site.root, '_site', name), 'utf8')
  }
  expect((await page('a.html')).match(/Hint/g)?.length).toBe(2)
  site.put({ '_data/phrases/en.yml': 'tip: Advice\n' })
  expect((await page('a.html')).match(/Advice/g)?.length).toBe(2)
  site.put({ '_config.yml': config('lang: de\n') })
  expect((await page('a.html')).match(/Tipp/g)?.length).toBe(2)
  expect(await page('b.html')).toContain('data-mark="1"')
  site.put({ '_config.yml': config('writing: {alerts: false}\n') })
  expect(await page('a.html')).toContain('[!TIP]')
})

test('the script of tabs is small', () => {
  expect(SCRIPT.length).toBeLessThan(2560)
})
