/** Licences and credits: what is known of them, and in how many ways they are written. */
import { describe, expect, test } from 'vitest'
import { expectLinear } from '../../steps.ts'
import { build, post, print } from './build.ts'

const FIELDS =
  '{{ l.id }}|{{ l.name }}|{{ l.short }}|{{ l.url }}|{{ l.derivatives }} {{ l.share_alike }} {{ l.commercial }}'
const license = (written: string): string =>
  print(`license: ${written}`, `{% assign l = site.attribution.license %}${FIELDS}`)

describe('what is known of a licence', () => {
  test.each([
    [
      'CC-BY-4.0',
      'CC-BY-4.0|Creative Commons Attribution 4.0 International|CC BY 4.0|https://creativecommons.org/licenses/by/4.0/|true false true',
    ],
    [
      'cc-by-nc-sa-3.0',
      'CC-BY-NC-SA-3.0|Creative Commons Attribution-NonCommercial-ShareAlike 3.0 Unported|CC BY-NC-SA 3.0|https://creativecommons.org/licenses/by-nc-sa/3.0/|true true false',
    ],
    [
      'CC-BY-ND-4.0',
      'CC-BY-ND-4.0|Creative Commons Attribution-NoDerivatives 4.0 International|CC BY-ND 4.0|https://creativecommons.org/licenses/by-nd/4.0/|false false true',
    ],
    [
      'CC-BY-SA-3.0-DE',
      'CC-BY-SA-3.0-DE|Creative Commons Attribution-ShareAlike 3.0 DE|CC BY-SA 3.0 DE|https://creativecommons.org/licenses/by-sa/3.0/de/|true true true',
    ],
    [
      'CC0-1.0',
      'CC0-1.0|Creative Commons Zero 1.0 Universal|CC0 1.0|https://creativecommons.org/publicdomain/zero/1.0/|true false true',
    ],
    ['MIT', 'MIT|MIT License|MIT|https://opensource.org/license/mit|true false true'],
    [
      'GPL-3.0-or-later',
      'GPL-3.0-or-later|GNU General Public License version 3.0 or later|GPL 3.0 or later|https://www.gnu.org/licenses/gpl-3.0.html|true true true',
    ],
    ['Zed', 'Zed|Zed|Zed|https://spdx.org/licenses/Zed.html|'],
    ['MIT OR Apache-2.0', 'MIT OR Apache-2.0|MIT OR Apache-2.0|MIT OR Apache-2.0||'],
    ['all-rights-reserved', '|All rights reserved|All rights reserved||false  false'],
    ['{name: My terms, url: /terms/}', '|My terms|My terms|/terms/|'],
    [
      '{id: MIT, name: The MIT licence}',
      'MIT|The MIT licence|MIT|https://opensource.org/license/mit|true false true',
    ],
    ['none', '||||'],
    ['false', '||||'],
  ])('%s', (written, expected) => {
    expect(license(written).trimEnd()).toBe(expected)
  })

  test('it has a sentence, whatever it is', () => {
    const sentence = (written: string): string =>
      print(`license: ${written}`, '{{ site.attribution.license.summary }}')
    expect(sentence('CC-BY-NC-ND-4.0')).toBe(
      'You may share this work unchanged for purposes that are not commercial, as long as you name its author and link the licence.',
    )
    expect(sentence('Zed')).toBe('This work is under Zed.')
    expect(sentence('{text: Ask me first.}')).toBe('This work is under the terms below.')
    expect(sentence('{name: X, summary: Be kind.}')).toBe('Be kind.')
  })
})

test('a page has its own licence, or none', () => {
  const files = {
    'a.html': post('license: MIT', '{{ page.attribution.license.id }} {{ page.attribution.rights }}'),
    'b.html': post('license: none', '[{{ page.attribution.license.id }}] {{ page.attribution.rights }}'),
    'c.html': post('date: 2020-01-02', '{{ page.attribution.license.id }} {{ page.attribution.rights }}'),
  }
  const site = build('author: Ada\nlicense: CC-BY-4.0\nattribution: {copyright_holder: Ada Ltd}', files)
  expect(site.output('a.html')).toBe(
    'MIT © Ada Ltd. Licensed under MIT: https://opensource.org/license/mit\n',
  )
  expect(site.output('b.html')).toBe('[] © Ada Ltd.\n')
  expect(site.output('c.html')).toBe(
    'CC-BY-4.0 © 2020 Ada Ltd. Licensed under CC BY 4.0: https://creativecommons.org/licenses/by/4.0/\n',
  )
})

test('the employer may hold the rights', () => {
  const config =
    'author: Ada\nemployers: {acme: {name: Acme, from: 2020, to: 2020}}\nattribution: {copyright_holder: employer}'
  const files = { '_posts/2020-01-02-a.md': post(''), '_posts/2021-01-02-b.md': post('') }
  expect(print(config, '{% for p in site.posts %}{{ p.attribution.rights }};{% endfor %}', files)).toBe(
    '© 2021 Ada.;© 2020 Acme.;',
  )
})

describe('credits', () => {
  const data = `
/assets/a.png: {author: Jo, license: CC-BY-4.0}
/assets/b.woff2: {title: Fira, author: Mozilla, license: OFL-1.1}
`
  const list = '{% for c in page.attribution.credits %}{{ c.kind }} {{ c.text }};{% endfor %}'

  test('of a page are those it writes, and those whose files it names', () => {
    const files = {
      '_data/credits.yml': data,
      'a.html': post('title: A', `<img src="/assets/a.png?v=2"> ${list}`),
      'b.html': post('image: assets/a.png', list),
      'c.html': post('credits: [{asset: /assets/a.png, title: Own, author: Me}]', `/assets/a.png ${list}`),
      'd.html': post('title: D', `/assets/a.pngx xassets/a.png ${list}`),
      'e.html': post(
        'title: E',
        `{{ "/assets/b.woff2" | relative_url }} ![x](/base/assets/a.png "t") ${list}`,
      ),
    }
    const site = build('baseurl: /base', files)
    const of = (name: string): string => /(?:\w+ [^;>]*;)+$/.exec((site.output(name) ?? '').trim())?.[0] ?? ''
    expect(of('a.html')).toContain('image Image a.png by Jo, CC BY 4.0;')
    expect(of('b.html')).toBe('image Image a.png by Jo, CC BY 4.0;')
    expect(site.output('c.html')).toContain('image “Own” by Me;')
    expect(site.output('c.html')).not.toContain('Jo')
    expect(site.output('d.html')).not.toContain('Jo')
    expect(site.output('e.html')).toContain(
      'font “Fira” by Mozilla, OFL 1.1;image Image a.png by Jo, CC BY 4.0;',
    )
  })

  test('of the site are all of them, each file once', () => {
    const files = {
      '_data/credits.yml': data,
      'a.html': post(
        'credits: [{asset: /assets/a.png, author: Me}, {title: A song, author: You, kind: audio}]',
      ),
    }
    const template =
      '{% for c in site.attribution.credits %}{{ c.asset }} {{ c.author }};{% endfor %}{{ site.attribution.credit_for["/assets/b.woff2"].title }}'
    expect(print('title: T', template, files)).toBe('/assets/a.png Jo;/assets/b.woff2 Mozilla; You;Fira')
  })

  test('looking for paths takes no longer than reading the text', () => {
    for (const piece of ['/assets/a.png', '.png', '/assets/', 'a/b.'])
      expectLinear(
        (size) => piece.repeat(size),
        (text) =>
          build('title: T', { '_data/credits.yml': data, 'a.html': post('title: A', `${text}${list}`) }),
      )
  })
})

test('profiles from names and addresses', () => {
  const config = `
author:
  name: Ada
  twitter: ada_tw
  profiles:
    github: ada
    mastodon: "@ada@social.example"
    pixelfed: https://pix.example/@ada
    linkedin: in/ada
    bluesky: ada.example
    my site: {url: https://x.example/y/, label: My site}
`
  const template =
    '{% for p in site.attribution.author.profiles %}{{ p.name }}|{{ p.label }}|{{ p.url }}|{{ p.handle }}\n{% endfor %}'
  expect(print(config, template).trim().split('\n')).toEqual([
    'github|GitHub|https://github.com/ada|ada',
    'mastodon|Mastodon|https://social.example/@ada|@ada@social.example',
    'pixelfed|Pixelfed|https://pix.example/@ada|@ada@pix.example',
    'linkedin|LinkedIn|https://www.linkedin.com/in/ada|ada',
    'bluesky|Bluesky|https://bsky.app/profile/ada.example|ada.example',
    'my site|My site|https://x.example/y/|y',
    'twitter|Twitter|https://twitter.com/ada_tw|ada_tw',
  ])
})
