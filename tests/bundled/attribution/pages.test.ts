/** Generated pages and includes: on a bare site, with a site's own layouts, in a theme that knows nothing of them. */
import fs from 'node:fs'
import { describe, expect, test } from 'vitest'
import { utcTime } from '../../../src/base/index.ts'
import { memoryOutput, sourceTree } from '../../../src/builder/index.ts'
import { buildAndFinish } from '../../../src/index.ts'
import { lacking } from '../../needs.ts'
import { siteOnDisk } from '../../plugins/site-on-disk.ts'
import { build, post, print } from './build.ts'

const CONFIG = `
title: Datapaths
url: https://example.org
baseurl: /blog
author: Ada Lovelace
license: CC-BY-4.0
disclaimer: No *partnership* is meant.
employers:
  acme: {name: Acme Networks, url: https://acme.example/, logo: {light: /assets/a.svg, dark: /assets/d.svg, width: 120, height: 40}, blog: https://acme.example/blog/, text: "Makes *switches*.", from: 2019-03, to: 2021-08, role: Engineer}
  "Böta & Co": {from: 2021-09}
`
const FILES = {
  '_posts/2020-01-02-a.md': post('title: First <one>'),
  '_posts/2020-01-03-b.md': post('title: Second'),
  '_data/credits.yml':
    '- {asset: /assets/r.jpg, title: Rack, author: Jo, license: CC-BY-SA-4.0, source: A museum}\n',
  'assets/a.svg': '<svg/>',
  'assets/d.svg': '<svg/>',
}

describe('a bare site', () => {
  const site = build(CONFIG, FILES)

  test('has a page of each employer, of all, and of credits', () => {
    expect(site.result.written.filter((path) => path.endsWith('index.html')).sort()).toEqual([
      'credits/index.html',
      'employers/acme/index.html',
      'employers/bota-co/index.html',
      'employers/index.html',
    ])
  })

  test('the page of an employer tells of it and lists its posts, newest first', () => {
    const page = site.output('employers/acme/index.html') ?? ''
    expect(page).toContain('<title>Acme Networks - Datapaths</title>')
    expect(page).toContain('<p>Makes <em>switches</em>.</p>')
    expect(page).toContain(
      '<time datetime="2019-03">March 2019</time> – <time datetime="2021-08">August 2021</time>: Engineer',
    )
    expect(page).toContain('<a href="https://acme.example/blog/">Official blog</a>')
    expect(page.indexOf('>Second<')).toBeLessThan(page.indexOf('>First &lt;one&gt;<'))
    expect(page).toContain('href="/blog/2020/01/02/a.html"')
  })

  test('the list of employers counts their posts', () => {
    const page = site.output('employers/index.html') ?? ''
    expect(page).toMatch(
      /href="\/blog\/employers\/acme\/"[\s\S]*Acme Networks<\/span> <span class="attribution-count">2</,
    )
    expect(page).toContain('Böta &amp; Co</span> <span class="attribution-count">0</span>')
  })

  test('credits name file, author, licence and source', () => {
    expect(site.output('credits/index.html')).toContain(
      '“Rack” by Jo, A museum, <a rel="license" href="https://creativecommons.org/licenses/by-sa/4.0/">CC BY-SA 4.0</a> <code class="attribution-asset">/assets/r.jpg</code>',
    )
  })
})

test('pages go into the layouts of the site, and its own pages win', () => {
  const site = build(
    `${CONFIG}attribution: {employer_pages: {permalink: /at/:key.html, title: "Work at :name"}}`,
    {
      ...FILES,
      '_layouts/page.html': 'PAGE {{ page.title }} {{ content }}',
      '_layouts/credits.html': 'CREDITS [{{ content }}]',
      'employers/index.html': post('', 'mine'),
    },
  )
  expect(site.output('at/acme.html')).toMatch(/^PAGE Work at Acme Networks/)
  expect(site.output('credits/index.html')).toBe('CREDITS []')
  expect(site.output('employers/index.html')).toBe('mine\n')
})

test('pages can be left out', () => {
  const off = 'attribution: {employer_pages: false, employers_page: false, credits_page: false}'
  const site = build(`${CONFIG}${off}`, FILES)
  expect(site.result.written.filter((path) => path.endsWith('index.html'))).toEqual([])
  const template =
    '{{ site.attribution.employers[0].page_url }}|{{ site.attribution.employers_url }}|{{ site.attribution.credits_url }}'
  expect(print(`${CONFIG}${off}`, template, FILES)).toBe('||')
  expect(print(CONFIG, template, FILES)).toBe('/employers/bota-co/|/employers/|/credits/')
})

test('a site without employers and credits gets no pages', () => {
  expect([...build('title: T', { 'index.html': post('') }).result.written].sort()).toEqual([
    'CITATION.cff',
    'index.html',
  ])
})

describe('includes', () => {
  const on = (template: string, files: Readonly<Record<string, string>> = {}): string =>
    print(CONFIG, template, { ...FILES, ...files })

  test('badge: logo for light and dark, and name', () => {
    expect(on('{% assign p = site.posts[0] %}{% include attribution/badge.html post=p %}')).toContain(
      '<span class="attribution-badge"><a class="attribution-badge-link" href="/blog/employers/acme/"><picture class="attribution-logo">' +
        '<source media="(prefers-color-scheme: dark)" srcset="/blog/assets/d.svg"><img src="/blog/assets/a.svg" alt="" width="120" height="40" loading="lazy" decoding="async"></picture>' +
        '<span class="attribution-badge-name">Acme Networks</span></a></span>',
    )
  })

  test('footer and disclaimer', () => {
    const files = {
      'a.html': post(
        'employer: [acme, "Böta & Co"]',
        '{% include attribution/footer.html %}{% include attribution/footer.html text="Made at" %}{% include attribution/disclaimer.html %}',
      ),
      'b.html': post(
        'disclaimer: false',
        '[{% include attribution/footer.html %}{% include attribution/disclaimer.html %}]',
      ),
      'c.html': post('disclaimer: My _own_', '{% include attribution/disclaimer.html %}'),
    }
    const site = build(CONFIG, { ...FILES, ...files })
    expect(site.output('a.html')).toContain(
      '<p class="attribution-footer">Work done at <a class="attribution-footer-employer" href="https://acme.example/">Acme Networks</a> and <span class="attribution-footer-employer">Böta &amp; Co</span>.</p>',
    )
    expect(site.output('a.html')).toContain('>Made at <a')
    expect(site.output('a.html')).toContain('<p>No <em>partnership</em> is meant.</p>')
    expect(site.output('b.html')).toBe('[]\n')
    expect(site.output('c.html')).toContain('<p>My <em>own</em></p>')
  })

  test('reuse: licence in a sentence, what it leaves out, lines to copy', () => {
    const files = {
      'a.html': post('title: T\ndate: 2020-05-01', 'x /assets/r.jpg {% include attribution/reuse.html %}'),
    }
    const page = build(CONFIG, { ...FILES, ...files }).output('a.html') ?? ''
    expect(page).toContain(
      'You may share and change this work for any purpose, even commercially, as long as you name its author',
    )
    expect(page).toContain('Not covered: the logo of Acme Networks; “Rack” by Jo, A museum, CC BY-SA 4.0.')
    for (const form of ['text', 'html', 'markdown']) {
      expect(page).toContain(`<label for="attribution:credit-${form}">`)
      expect(page).toMatch(new RegExp(`<textarea id="attribution:credit-${form}"[^>]* readonly`))
      expect(page).toContain(`data-copy="attribution:credit-${form}" hidden>`)
    }
    expect(page).not.toMatch(/ style=| onclick=|<script/)
  })

  test('figure: the credit stands under the picture, in Markdown too', () => {
    const figure =
      '{% include attribution/figure.html src="/assets/r.jpg" alt="A rack" caption="The *rack*" width="600" height="400" %}'
    const page = build(CONFIG, { ...FILES, 'a.md': post('title: T', `Text\n\n${figure}\n\nmore`) }).output(
      'a.html',
    )
    expect(page).toContain(
      '<figure class="attribution-figure"><img src="/blog/assets/r.jpg" alt="A rack" width="600" height="400" loading="lazy" decoding="async" />' +
        '<figcaption class="attribution-caption"><span class="attribution-caption-text">The <em>rack</em></span> <small class="attribution-credit">“Rack” by Jo',
    )
    expect(page).toContain('</figure>\n\n<p>more</p>')
  })

  test('timeline', () => {
    const list = on('{% include attribution/timeline.html %}')
    expect(list.indexOf('Böta')).toBeLessThan(list.indexOf('Acme'))
    expect(list).toContain('– today</span>')
    expect(list).toContain('Engineer, <a href="/blog/employers/acme/">Acme Networks</a>')
  })

  test('a file of the site goes before one of ours', () => {
    expect(
      on('{% include attribution/timeline.html %}', { '_includes/attribution/timeline.html': 'mine' }),
    ).toBe('mine')
  })
})

const MINIMA = '/usr/share/rubygems-integration/all/gems/minima-2.5.1'

test.skipIf(lacking('reference', 'minima 2.5.1', fs.existsSync(MINIMA)))(
  'in minima: pages, includes and feed stand in its layouts',
  async () => {
    const place = siteOnDisk({
      ...FILES,
      '_config.yml': `${CONFIG}theme: minima\nplugins: [jekyll-feed, jekyll-seo-tag, attribution]\n`,
      'about.md': post('layout: page\ntitle: About', '{% include attribution/timeline.html %}'),
      '_posts/2020-02-02-c.md': post(
        'layout: post\ntitle: Third',
        '{% include attribution/badge.html %}\n\n{% include attribution/reuse.html %}',
      ),
    })
    const { config, theme } = place.configuration()
    const { plugins } = await place.load()
    const output = memoryOutput()
    const { diagnostics } = await buildAndFinish({
      config,
      tree: sourceTree(config),
      time: utcTime(2026, 1, 2),
      output,
      plugins,
      ...(theme === undefined ? {} : { theme }),
    })
    const text = (path: string): string => String(output.contents.get(path))
    expect(diagnostics.filter((each) => each.code.startsWith('attribution/'))).toEqual([])
    expect(text('employers/acme/index.html')).toContain('<h1 class="post-title">Acme Networks</h1>')
    expect(text('about/index.html') + text('about.html')).toContain('<ol class="attribution-timeline">')
    expect(text('2020/02/02/c.html')).toContain('class="attribution-badge-name">Acme Networks<')
    expect(text('2020/02/02/c.bib')).toContain('title        = {{Third}}')
    expect(text('feed.xml')).toContain('<rights>© 2020 Ada Lovelace. Licensed under CC BY 4.0')
  },
)
