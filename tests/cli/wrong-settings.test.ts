/** What is wrong under `whirl:` and `check:`: told alike by doctor, builds, checks, and to the browser. */
import { expect, test } from 'vitest'
import { pageNotes } from '../../src/cli/warnings.ts'
import type { Document } from '../../src/site/index.ts'
import { siteForEachTest } from '../site-maker.ts'
import { runIn } from './host.ts'

const at = siteForEachTest()
const INDEX = { 'index.md': '---\nlayout: home\n---\n' }

/** The lines about settings that `command` prints of a site with `settings`. */
async function said(settings: string, command = 'doctor', more: Readonly<Record<string, string>> = INDEX) {
  at.put({ '_config.yml': `url: http://x\ntheme: whirl\n${settings}`, ...more })
  const { code, out, err } = await runIn(at.root, [command])
  const lines = command === 'check' ? out : err
  return {
    code,
    lines: lines
      .split('\n')
      .filter((line) => /reads|is left out/.test(line))
      .map((line) => line.trim().replace(/^Settings: /, '')),
  }
}

const KINDS: readonly (readonly [settings: string, line: string])[] = [
  [
    'whirl: dark',
    '`whirl` is `dark`, and is left out: write keys with values (palette, code, scheme, home_posts, icon, menu, lists, edit, last_change, related, share, newsletter, webmention, offline, comments, analytics). (_config.yml:3:1)',
  ],
  [
    'whirl:\n  schem: dark',
    'Nothing reads `schem` under `whirl` in the configuration: did you mean `scheme`? (_config.yml:4:3)',
  ],
  [
    'whirl:\n  colour: red',
    'Nothing reads `colour` under `whirl` in the configuration: what is read there is palette, code, scheme, home_posts, icon, menu, lists, edit, last_change, related, share, newsletter, webmention, offline, comments, analytics. (_config.yml:4:3)',
  ],
  [
    'whirl: { scheme: night }',
    '`whirl: scheme` is `night`, and is left out: write one of auto, light, dark. (_config.yml:3:10)',
  ],
  [
    'whirl: { home_posts: 0 }',
    '`whirl: home_posts` is `0`, and is left out: write a whole number, 1 or more. (_config.yml:3:10)',
  ],
  [
    'whirl: { related: 1000 }',
    '`whirl: related` is `1000`, and is left out: write a whole number from 0 to 20. (_config.yml:3:10)',
  ],
  [
    'whirl: { edit: github.com/a/:path }',
    '`whirl: edit` is `github.com/a/:path`, and is left out: write a text like https://git.example/edit/main/:path. (_config.yml:3:10)',
  ],
  [
    'whirl: { share: [{ url: "https://a.b/" }] }',
    'An item of `whirl: share` has no `name`, and is left out: write it. (_config.yml:3:10)',
  ],
  [
    'whirl: { share: [{ url: "https://a.b/", name: " " }] }',
    '`whirl: share: name` is ` `, and is left out: write a text like Mine, or a number, or true or false. (_config.yml:3:41)',
  ],
  [
    'whirl: { share: [{ name: A, url: "javascript:a" }] }',
    '`whirl: share: url` is `javascript:a`, and is left out: write a text like https://a.example/?u={url}&t={title}. (_config.yml:3:29)',
  ],
  [
    'whirl: { newsletter: { field: a } }',
    '`whirl: newsletter` has no `action`, and is left out: write it. (_config.yml:3:10)',
  ],
  [
    'whirl: { webmention: 2024-01-02 }',
    '`whirl: webmention` is `2024-01-02`, and is left out: write a text like https://example.org/. (_config.yml:3:10)',
  ],
  ['whirl: { icon: [a.svg] }', '`whirl: icon` is a list, and is left out: write a text. (_config.yml:3:10)'],
  [
    'whirl:\n  menu: { About: /about/ }',
    '`whirl: menu` is keys with values, and is left out: write a list. (_config.yml:4:3)',
  ],
  [
    'whirl:\n  menu: [/about/]',
    '`whirl: menu` is `/about/`, and is left out: write keys with values (title, url, items). (_config.yml:4:3)',
  ],
  [
    'whirl:\n  menu:\n    - titel: About\n      url: /about/\n      title: About',
    'Nothing reads `titel` under `whirl: menu` in the configuration: did you mean `title`? (_config.yml:5:7)',
  ],
  [
    'whirl: { lists: [tags] }',
    '`whirl: lists` is a list, and is left out: write false, or keys with values (archive, tags, categories, series, search, authors). (_config.yml:3:10)',
  ],
  [
    'whirl: { lists: { tag: false } }',
    'Nothing reads `tag` under `whirl: lists` in the configuration: did you mean `tags`? (_config.yml:3:19)',
  ],
  [
    'whirl: { lists: { tags: words } }',
    '`whirl: lists: tags` is `words`, and is left out: write a text like /all/, or true or false. (_config.yml:3:19)',
  ],
  [
    'whirl: { comments: giscus }',
    '`whirl: comments` is `giscus`, and is left out: write keys with values (giscus, utterances). (_config.yml:3:10)',
  ],
  [
    'whirl: { comments: { giscuss: { repo: a/b } } }',
    'Nothing reads `giscuss` under `whirl: comments` in the configuration: did you mean `giscus`? (_config.yml:3:22)',
  ],
  [
    'whirl: { comments: { giscus: { repoid: R_1 } } }',
    'Nothing reads `repoid` under `whirl: comments: giscus` in the configuration: did you mean `repo_id`? (_config.yml:3:32)',
  ],
  [
    'whirl: { analytics: goatcounter }',
    '`whirl: analytics` is `goatcounter`, and is left out: write keys with values (script, attributes). (_config.yml:3:10)',
  ],
  [
    'check: [/old/*]',
    '`check` is a list, and is left out: write keys with values (ignore, rules). (_config.yml:3:1)',
  ],
  [
    'check: { ignores: [/old/*] }',
    'Nothing reads `ignores` under `check` in the configuration: did you mean `ignore`? (_config.yml:3:10)',
  ],
  [
    'check: { rules: { image-size: none } }',
    '`check: rules: image-size` is `none`, and is left out: write one of error, warning, off, false. (_config.yml:3:19)',
  ],
]

test.each(KINDS)('%s', async (settings, line) => {
  expect((await said(`${settings}\n`)).lines).toEqual([line])
})

test('what is right is not spoken of, nor what a template of the site reads', async () => {
  const settings =
    'whirl:\n  palette: moss\n  home_posts: 3\n  icon: /i.svg\n  menu:\n    - { title: 2024, url: / }\n  lists: { tags: /words/, series: false, archive: true }\n' +
    '  comments: { giscus: { repo: a/b, mapping: title } }\n  analytics: { script: https://x/c.js, attributes: { site: 1 } }\n  motto: Hello\n' +
    'check: { ignore: /old/*, rules: { image-size: off, feed: false } }\n'
  const own = { 'index.md': '---\nlayout: home\n---\n{{ site.whirl.motto }}\n' }
  expect((await said(settings, 'doctor', own)).lines).toEqual([])
  expect((await said('whirl:\n', 'doctor')).lines).toEqual([])
})

test('a template that reads a longer name does not read the misspelt one', async () => {
  const own = { 'index.md': '---\nlayout: home\n---\n{{ site.whirl.scheme }}\n' }
  expect((await said('whirl: { schem: dark }\n', 'doctor', own)).lines).toHaveLength(1)
})

test('under another theme `whirl` is anybody’s', async () => {
  at.put({ '_config.yml': 'url: http://x\nwhirl: fast\n', 'index.md': '---\n---\nx\n' })
  expect((await runIn(at.root, ['doctor'])).err).toBe('')
})

test('doctor, build and check say the same', async () => {
  const settings = 'whirl: { schem: dark, home_posts: many }\n'
  const { lines } = await said(settings)
  expect(lines).toHaveLength(2)
  expect((await said(settings, 'build')).lines).toEqual(lines)
  const checked = await said(settings, 'check')
  for (const line of lines) expect(checked.lines.some((each) => each.includes(line))).toBe(true)
})

test('in the browser every page tells of a setting', () => {
  const renderables = ['a.md', 'b.md'].map(
    (path) => [path, { file: { path }, outputPath: path.replace('md', 'html') } as Document] as const,
  )
  const notes = pageNotes(
    [
      {
        code: 'slips/wrong-setting',
        severity: 'warning',
        message: 'no',
        source: { path: '_config.yml', text: '' },
        trail: [],
      },
    ],
    { renderables: new Map(renderables) } as never,
  )
  expect([...notes]).toEqual([
    ['a.html', ['no']],
    ['b.html', ['no']],
  ])
})
