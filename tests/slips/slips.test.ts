/** What Jekyll takes without a word, or with one that does not help: builds, `doctor` and the browser say what to do. */
import { describe, expect, test } from 'vitest'
import { runIn } from '../cli/host.ts'
import { page, start } from '../cli/running.ts'
import { siteForEachTest } from '../site-maker.ts'

const site = siteForEachTest()

/** The messages of `command`, each with its advice. */
async function said(command: string, ...more: readonly string[]): Promise<string> {
  const { code, err } = await runIn(site.root, [command, '--compat', 'jekyll-4.4', ...more])
  expect(code, err).toBe(0)
  return err.replaceAll(site.root, 'SITE').replace(/^ +/gm, '')
}

const CONFIG = 'url: http://x\n'
const WHOLE = '---\nlayout: null\n---\n'

describe('the same words in a build and in `doctor`', () => {
  test.each([
    [
      'alerts of GitHub',
      'text\n\n> [!NOTE]\n> Look.\n',
      'Markdown: p.md:6 has an alert as GitHub shows it (> [!NOTE]), which kramdown prints as text.\nWrite a quote with a class below it (`> text`, then `{: .note }`), or HTML.\n',
    ],
    [
      'boxes of Docusaurus',
      '::: tip\nx\n:::\n',
      'Markdown: p.md:4 opens a box as Docusaurus, VitePress and Pandoc know it (::: tip), which kramdown prints as text.\nWrite a quote with a class below it (`> text`, then `{: .note }`), or HTML.\n',
    ],
    [
      'boxes of MkDocs',
      '!!! note "Title"\n    x\n',
      'Markdown: p.md:4 opens a box as MkDocs knows it (!!! note "Title"), which kramdown prints as text.\nWrite a quote with a class below it (`> text`, then `{: .note }`), or HTML.\n',
    ],
    [
      'fences with attributes',
      '```c {3-4} title="x"\nint a;\n```\n',
      'Markdown: p.md:4 has more than a language behind its fence (```c {3-4} title="x"): to kramdown it is no code block.\nWrite the language alone, and attributes in a line below the block: `{: data-mark="3" }`.\n',
    ],
    [
      'formulas',
      'So $$a+b$$ is.\n',
      'Maths: p.md:4 has a formula, and nothing typesets it: readers see TeX.\nWrite `kramdown: {math_engine: katex}` in the configuration, or load MathJax in the layout.\n',
    ],
  ])('%s', async (_, text, words) => {
    site.put({ '_config.yml': CONFIG, 'p.md': `${WHOLE}${text}` })
    expect(await said('doctor')).toBe(words)
    expect(await said('build')).toBe(words)
    // What is kept of a page is kept with its warnings.
    expect(await said('build')).toBe(words)
  })

  test('front matter that is never closed, links with the baseurl twice', async () => {
    site.put({
      '_config.yml': `${CONFIG}baseurl: /b\n`,
      'p.md': '---\ntitle: Open\n\nx\n',
      'q.md': `${WHOLE}{{ site.baseurl }}{% link r.md %}\n{{ site.baseurl }}/{% link r.md %}\n`,
      'r.md': WHOLE,
    })
    const words = [
      'Front matter: p.md:1 begins with --- and never ends it: all of the file is published as its text.\nWrite --- in a line of its own behind the last setting.\n',
      'Baseurl: q.md:4 writes site.baseurl before link, which has it already in Jekyll 4: the link has it twice. So do 1 more in the file.\nTake it out, or build as the Jekyll that the site was written for: --compat github-pages (Jekyll 3).\n',
    ].join('')
    expect(await said('doctor')).toBe(words)
    expect(await said('build')).toBe(words)
  })
})

test.each([
  ['in code', '```\n> [!NOTE]\n:::\n$$x$$\n```\n\n    $$a$$\n\n`> [!NOTE]` and `$$b$$`\n'],
  ['in Liquid’s raw and highlight', '{% raw %}\n::: x\n$$a$$\n{% endraw %}\n'],
  ['what is none of it', '> [!x] a\n\n!!!\n\na ::: b\n\n```c\nint a;\n```\n\n\\$$5 and $5\n'],
  ['where the page has a script for formulas', '<script src="/mathjax.js"></script>\n\n$$x$$\n'],
])('no word: %s', async (_, text) => {
  site.put({ '_config.yml': CONFIG, 'p.md': `${WHOLE}${text}` })
  expect(await said('doctor')).toBe('')
  expect(await said('build')).toBe('')
})

test('formulas are typeset where KaTeX or a layout does it, not by a layout of other pages', async () => {
  const text = '$$x$$\n'
  site.put({ '_config.yml': `${CONFIG}kramdown: {math_engine: katex}\n`, 'p.md': WHOLE + text })
  expect(await said('build')).toBe('')
  expect(await said('doctor')).toBe('')
  site.put({
    '_config.yml': CONFIG,
    '_layouts/maths.html': '<script src="https://cdn.example/MathJax.js"></script>{{ content }}',
    '_layouts/plain.html': '{{ content }}',
    'p.md': `---\nlayout: maths\n---\n${text}`,
    'q.md': `---\nlayout: plain\n---\n${text}`,
  })
  for (const command of ['build', 'doctor'])
    expect((await said(command)).match(/\w\.md/g), command).toEqual(['q.md'])
})

test('a plugin that makes what was meant is not complained of', async () => {
  site.put({
    '_config.yml': CONFIG,
    '_plugins/alerts.ts':
      "import { definePlugin } from 'whirl-blog'\nexport default definePlugin({ name: 'alerts', hooks: { 'documents:post_convert': (doc, html) => html.replace('[!NOTE]', ''), 'pages:post_convert': (doc, html) => html.replace('[!NOTE]', '') } })\n",
    'p.md': `${WHOLE}> [!NOTE]\n> Look.\n`,
  })
  const { err, code } = await runIn(site.root, ['build'])
  expect([code, err]).toEqual([0, ''])
})

test('a build names some files of a kind, and says how many there are', async () => {
  const pages = Array.from({ length: 8 }, (_, i) => [`p${i}.md`, `${WHOLE}$$x$$\n`] as const)
  site.put({ '_config.yml': CONFIG, ...Object.fromEntries(pages) })
  const words = await said('build')
  expect(words.match(/has a formula/g)).toHaveLength(5)
  expect(words).toContain('So it is in 3 more; `whirl doctor` names them all.\n')
  expect((await said('doctor')).match(/has a formula/g)).toHaveLength(8)
})

test('titles that YAML cannot read and layouts that are nowhere: what to do is said with Jekyll’s words', async () => {
  site.put({
    '_config.yml': CONFIG,
    '_layouts/post.html': '{{ content }}',
    '_posts/2024-01-02-b.md': '---\nlayout: post\ntitle: Counting: packets\n---\nx\n',
    'a.md': '---\nlayout: psot\n---\nx\n',
    'c.md': '---\nlayout: psot\n---\nx\n',
  })
  expect(await said('build')).toBe(
    `Error: YAML Exception reading SITE/_posts/2024-01-02-b.md: (<unknown>): mapping values are not allowed in this context at line 3 column 16
A value with a colon needs quotes: title: "Counting: packets".
Build Warning: Layout 'psot' requested in a.md does not exist.
Did you mean 'post'?
Build Warning: Layout 'psot' requested in c.md does not exist.
`,
  )
})

test('in the browser, on the page that came out wrong, until it is right', async () => {
  const serving = start(['serve', '--port', '0'], {
    '_config.yml': '{}\n',
    'index.html': page('<html><body>home</body></html>'),
    'p.md': '---\nlayout: psot\n---\n> [!NOTE]\n> <b>\n',
  })
  await serving.says('press ctrl-c to stop.')
  const url = /Server address: (\S+)/.exec(serving.said())?.[1] ?? ''
  const get = async (where: string): Promise<string> => (await fetch(new URL(where, url))).text()
  const wrong = await get('/p.html')
  expect(wrong).toContain('Layout &#39;psot&#39; requested in p.md does not exist.')
  expect(wrong).toContain(
    'p.md:4 has an alert as GitHub shows it (&gt; [!NOTE]), which kramdown prints as text.',
  )
  expect(await get('/')).not.toContain('<aside')
  const from = serving.said().length
  serving.put({ 'p.md': '---\n---\n> Look.\n' })
  await serving.says('...done in', from)
  await expect.poll(() => get('/p.html')).not.toContain('<aside')
  await serving.stop()
})
