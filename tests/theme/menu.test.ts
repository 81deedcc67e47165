/** The menu of the theme as a site writes it: what leads nowhere or says nothing is told, and not printed. */
import { describe, expect, test } from 'vitest'
import { runIn } from '../cli/host.ts'
import { siteForEachTest } from '../site-maker.ts'

const at = siteForEachTest()
const FILES = {
  'index.md': '---\nlayout: home\n---\n',
  'about.md': '---\nlayout: page\ntitle: About me\npermalink: /about/\n---\nx\n',
  'bare.md': '---\nlayout: page\npermalink: /bare/\n---\nx\n',
  '_posts/2024-01-02-a.md': '---\nlayout: post\ntitle: A post\n---\nx\n',
}

async function build(settings: string): Promise<readonly string[]> {
  const config = `title: Notes\nurl: https://n.example\ntimezone: UTC\ntheme: whirl\nbaseurl: /blog\npermalink: /:title/\n${settings}`
  at.put({ ...FILES, '_config.yml': config })
  const built = await runIn(at.root, ['build'], { SOURCE_DATE_EPOCH: '1750000000' })
  return built.err.split('\n').flatMap((line) => line.trim().replace(/^(?:Theme|Settings): */, '') || [])
}
/** Of each entry the address and the words; of a menu in \`whirl: menu\` its words. */
const links = (page = 'index.html'): readonly string[] => {
  const menu = /<nav class="menu"[\s\S]*?<\/nav>/.exec(at.read(`_site/${page}`))?.[0] ?? ''
  return [...menu.matchAll(/<a href="([^"]*)"[^>]*>(.*?)<\/a>|<summary[^>]*>(.*?)<\/summary>/g)].map(
    ([, href, text, summary]) => summary ?? `${href} ${text}`,
  )
}

describe('an entry', () => {
  test.each([
    [
      'without an address',
      '{ title: X }',
      `X in \`whirl: menu\` leads nowhere, and is left out: give it a \`url\`, or \`items\` that have one.`,
    ],
    [
      'with nothing below it',
      '{ title: A, items: [] }',
      `A in \`whirl: menu\` leads nowhere, and is left out: give it a \`url\`, or \`items\` that have one.`,
    ],
    [
      'without words, at a page without a title',
      '{ url: /bare/ }',
      `/bare/ in \`whirl: menu\` says nothing, and is left out: give it a \`title\`.`,
    ],
    [
      'without words',
      '{ url: "https://x.example" }',
      `https://x.example in \`whirl: menu\` says nothing, and is left out: give it a \`title\`.`,
    ],
    [
      'with blank words',
      '{ title: " ", items: [{ title: Me, url: /about/ }] }',
      `An entry in \`whirl: menu\` says nothing, and is left out: give it a \`title\`.`,
    ],
    [
      'that is a program',
      '{ title: P, url: "javascript:alert(1)" }',
      `P in \`whirl: menu\` has an address that is a program, and is left out: write that of a page.`,
    ],
    [
      'that is a program behind a blank',
      '{ title: P, url: " JavaScript :alert(1)" }',
      `P in \`whirl: menu\` has an address that is a program, and is left out: write that of a page.`,
    ],
  ])('%s is told and left out', async (_, entry, said) => {
    const settings = `whirl:\n  menu: [${entry}, { title: Me, url: /about/ }]\n`
    expect(await build(settings)).toEqual([`${said} (_config.yml:8:3)`])
    expect(links()).toEqual(['/blog/about/ Me'])
  })

  test('that is no hash, or has an address that is none, is not printed', async () => {
    const said = await build('whirl:\n  menu: [Foo, { title: 3, url: 4 }, { title: Me, url: /about/ }]\n')
    expect(said.join('\n')).toContain('`whirl: menu` is `Foo`, and is left out')
    expect(said.join('\n')).toContain('`whirl: menu: url` is `4`, and is left out')
    expect(said.join('\n')).toContain('3 in `whirl: menu` leads nowhere')
    expect(links()).toEqual(['/blog/about/ Me'])
  })

  test('below another is told as well', async () => {
    const items =
      '{ title: More, items: [{ title: X }, { url: /about/ }] }, { title: None, items: [{ title: Y }] }'
    const said = await build(`whirl:\n  menu: [${items}]\n`)
    expect(said.map((line) => line.split(',')[0])).toEqual([
      'X in `whirl: menu` leads nowhere',
      'Y in `whirl: menu` leads nowhere',
      'None in `whirl: menu` leads nowhere',
    ])
    expect(links()).toEqual(['More', '/blog/about/ About me'])
  })

  test('has the title of the page that it leads to; addresses of other sites stay', async () => {
    const urls = ['/about/', 'about', '/about/#jobs', '/a/', '/archive/'].map((url) => `{ url: "${url}" }`)
    const others = '{ title: O, url: //x.example/y }, { title: { en: E, de: D }, url: "mailto:a@b.example" }'
    expect(await build(`whirl:\n  menu: [${urls}, ${others}]\n`)).toEqual([])
    expect(links()).toEqual([
      '/blog/about/ About me',
      '/blog/about About me',
      '/blog/about/#jobs About me',
      '/blog/a/ A post',
      '/blog/archive/ Archive',
      'https://x.example/y O',
      'mailto:a@b.example E',
    ])
  })
})

test('the menu of a language is held to the same', async () => {
  const menu =
    '[Foo, { title: X }, { title: Y, url: 4 }, { url: /about/ }, { title: { de: Ich }, url: /about/ }]'
  const said = await build(`languages:\n  en: {}\n  de:\n    menu: ${menu}\n`)
  expect(said).toEqual([
    "'Foo' in `languages: de: menu` is left out: write { title: …, url: … }. (_config.yml:10:5)",
    'X in `languages: de: menu` leads nowhere, and is left out: give it a `url`, or `items` that have one. (_config.yml:10:5)',
    'Y in `languages: de: menu` leads nowhere, and is left out: give it a `url`, or `items` that have one. (_config.yml:10:5)',
  ])
  expect(links('de/index.html')).toEqual(['/blog/about/ About me', '/blog/about/ Ich'])
})

test('check says it, too', async () => {
  at.put({
    ...FILES,
    '_config.yml': 'title: N\nurl: https://n.example\ntheme: whirl\nwhirl: { menu: [{ title: X }] }\n',
  })
  const { code, out } = await runIn(at.root, ['check', '--strict'])
  expect(code).toBe(1)
  expect(out).toContain('X in `whirl: menu` leads nowhere')
})
