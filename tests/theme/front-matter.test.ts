/** Front matter of other kinds than the theme shows: told with its place, and shown as words or left out. */
import { expect, test } from 'vitest'
import { runIn } from '../cli/host.ts'
import { siteForEachTest } from '../site-maker.ts'

const at = siteForEachTest()

async function build(
  files: Readonly<Record<string, string>>,
  config = '',
): Promise<{ readonly code: number; readonly err: string }> {
  at.put({
    '_config.yml': `title: Notes\nurl: https://notes.example\ntimezone: UTC\ntheme: whirl\npermalink: /:title/\nauthor: Ada Quell\n${config}`,
    'index.md': '---\nlayout: home\n---\n',
    ...files,
  })
  return runIn(at.root, ['build'], { SOURCE_DATE_EPOCH: '1750000000' })
}
const post = (...lines: readonly string[]): string =>
  `---\nlayout: post\n${lines.join('\n')}\n---\nSome text.\n`
/** Every file that says something of the posts. */
const pages = (): string =>
  at
    .list()
    .filter((name) => /^_site\/.*\.(?:html|xml|json)$/.test(name))
    .map((name) => at.read(name))
    .join('\n')

test('a time of the last change that is none is told with its place and left out', async () => {
  const built = await build({
    '_posts/2024-01-02-a.md': post('title: A', 'last_modified_at: soon'),
    '_posts/2024-01-03-b.md': post('title: B', 'last_modified_at: [2024-02-03]'),
    '_posts/2024-01-04-c.md': post('title: C', 'last_modified_at: "2024-02-03"'),
    '_posts/2024-01-05-d.md': post('title: D', 'last_modified_at: false'),
    'e.md': '---\nlayout: page\ntitle: E\nlast_modified_at: {a: b}\n---\n',
  })
  expect(built.code).toBe(0)
  expect(built.err).toContain(
    "Theme: Invalid date 'soon': `last_modified_at` is left out (_posts/2024-01-02-a.md:4:1)\n",
  )
  expect(built.err).toContain('`last_modified_at` is left out (_posts/2024-01-03-b.md:4:1)\n')
  expect(built.err).toContain('`last_modified_at` is left out (e.md:4:1)\n')
  expect(built.err.match(/Theme:/g)).toHaveLength(3)
  expect(at.read('_site/a/index.html')).not.toMatch(/soon|dt-updated/)
  expect(at.read('_site/c/index.html')).toContain(
    '<time class="dt-updated" datetime="2024-02-03T00:00:00+00:00">',
  )
  expect(at.read('_site/feed.xml')).toContain('<updated>2024-01-02T00:00:00+00:00</updated>')
  expect(at.read('_site/feed.xml')).toContain('<updated>2024-02-03T00:00:00+00:00</updated>')
})

test('lists where a text is expected are shown with commas, hashes are left out, and both are told', async () => {
  const built = await build({
    '_posts/2024-01-02-some-thing.md': post('title: [Quick, [brown]]', 'description: [swift, fox]'),
    '_posts/2024-01-03-of-mine.md': post('title: {quick: brown}', 'description: {swift: fox}'),
    'b.md': '---\nlayout: page\ntitle: {a: b}\ndescription: []\n---\n',
  })
  expect(built.code).toBe(0)
  for (const said of [
    "Theme: `title` is a list, not a text: pages show 'Quick, brown' (_posts/2024-01-02-some-thing.md:3:1)\n",
    "Theme: `description` is a list, not a text: pages show 'swift, fox' (_posts/2024-01-02-some-thing.md:4:1)\n",
    'Theme: `title` is a hash, not a text: it is left out (_posts/2024-01-03-of-mine.md:3:1)\n',
    'Theme: `description` is a hash, not a text: it is left out (_posts/2024-01-03-of-mine.md:4:1)\n',
    'Theme: `title` is a hash, not a text: it is left out (b.md:3:1)\n',
    'Theme: `description` is a list, not a text: it is left out (b.md:4:1)\n',
  ])
    expect(built.err).toContain(said)
  const html = at.read('_site/some-thing/index.html')
  expect(html).toContain('>Quick, brown</h1>')
  expect(html).toContain('<meta name="description" content="swift, fox">')
  expect(at.read('_site/of-mine/index.html')).toContain('>Of Mine</h1>')
  expect(pages()).not.toMatch(/\[(?:"|&quot;|\\")|=(?:>|&gt;)/)
})

test.each([
  ['5', '5'],
  ['[en, de]', '["en", "de"]'],
  ['xx-YY-zz_1', 'xx-YY-zz_1'],
])('%s is no language, which is told with its place', async (lang, said) => {
  const built = await build(
    {
      '_posts/2024-01-02-a.md': post('title: A', `lang: ${lang}`),
      '_posts/2024-01-03-b.md': post('title: B', 'lang: en'),
    },
    `lang: ${lang}\n`,
  )
  expect(built.code).toBe(0)
  const told = `Theme: \`lang\` is ${said}, which is no tag of a language, and is left out.`
  expect(built.err).toContain(`${told} (_config.yml:7:1)\n`)
  expect(built.err).toContain(`${told} (_posts/2024-01-02-a.md:4:1)\n`)
  expect(built.err.match(/Theme:/g)).toHaveLength(2)
  expect(at.read('_site/a/index.html')).toContain('<html lang="en"')
})

test('words of the site that are none are told with their place', async () => {
  const built = await build({}, 'description: {swift: fox}\ntagline: [swift, fox]\n')
  expect(built.code).toBe(0)
  expect(built.err).toContain(
    'Theme: `description` of the site is a hash, not a text: pages show it as Ruby does (_config.yml:7:1)\n',
  )
  expect(built.err).toContain(
    '`tagline` of the site is a list, not a text: pages show it as Ruby does (_config.yml:8:1)\n',
  )
})
