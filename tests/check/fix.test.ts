/** What `whirl check` says of pictures, formulas and the baseurl, and what `--fix` writes of it. */
import { expect, test } from 'vitest'
import { runIn } from '../cli/host.ts'
import { siteForEachTest } from '../site-maker.ts'
import { findings, page } from './site.ts'

const site = siteForEachTest()

const LAYOUT = '<!doctype html><html lang="en"><title>T</title><body>{{ content }}</body></html>'
const post = (text: string, front = ''): string => `---\nlayout: l\ntitle: T\n${front}---\n${text}`

/** The first bytes of pictures, as texts of Latin 1: 640 by 360 each. */
const PICTURES: readonly (readonly [string, string])[] = [
  ['a.png', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\x68\x08\x06\0\0\0'],
  ['a.gif', 'GIF89a\x80\x02\x68\x01\0\0\0'],
  ['a.jpg', '\xff\xd8\xff\xe0\0\x04ab\xff\xff\xc0\0\x11\x08\x01\x68\x02\x80\x03'],
  ['l.webp', 'RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a\x80\x02\x68\x01'],
  ['x.webp', 'RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0\x7f\x02\0\x67\x01\0'],
  ['a.svg', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="640px" height="360"/>'],
  ['b.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360"/>'],
]

test.each(PICTURES)('the size of %s', async (name, bytes) => {
  const found = await findings({ 'index.html': page(`<img src="/${name}" alt="A">`), [name]: bytes })
  expect(found.find((each) => each.startsWith('image-size'))).toContain('{: width="640" height="360"}')
})

test.each([
  ['elsewhere.png', undefined],
  ['short.png', '\x89PNG\r\n'],
  ['loop.jpg', '\xff\xd8\xff'],
  ['none.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
])('no size is made up: %s', async (name, bytes) => {
  const files = { 'index.html': page(`<img src="/${name}" alt="A">`) }
  const found = await findings(bytes === undefined ? files : { ...files, [name]: bytes })
  expect(found.find((each) => each.startsWith('image-size'))).toContain('{: width="…" height="…"}')
})

test('the picture of the text is pointed at, not the one of the front matter', async () => {
  const found = await findings({
    '_layouts/l.html': LAYOUT,
    'a.md': post('\n![A](/a.png)\n', 'image: /a.png\n'),
    'a.png': PICTURES[0]?.[1] ?? '',
  })
  expect(found.find((each) => each.startsWith('image-size'))).toContain('a.md:7:6 ')
})

test('pictures without words in Markdown; decoration in HTML is meant', async () => {
  const found = await findings({
    '_layouts/l.html': LAYOUT,
    'a.md': post('![](/a.svg)\n\n<img src="/b.svg" alt="">\n'),
    'a.svg': PICTURES[5]?.[1] ?? '',
    'b.svg': PICTURES[5]?.[1] ?? '',
  })
  expect(found.filter((each) => each.startsWith('empty-alt'))).toEqual([
    'empty-alt a.md:5:1 The image \'/a.svg\' is written without words. say what it shows: `![words](address)`; for decoration write `<img alt="" …>`',
  ])
})

test('formulas that are printed as TeX, but not in code, nor where a script typesets them', async () => {
  const files = {
    '_layouts/l.html': LAYOUT,
    'a.md': post('x\n\nSo $$\\frac{1}{N}$$ is.\n'),
    'b.md': post('`\\(x\\)` and\n\n    \\[y\\]\n'),
    'c.md': post('<script src="/katex.min.js"></script>\n\n$$x$$\n'),
    'katex.min.js': '',
  }
  const found = (await findings(files)).filter((each) => each.startsWith('raw-formula'))
  expect(found).toEqual([
    "raw-formula a.md:7:6 The formula '\\(\\frac{1}{N}\\)' is not typeset: readers see TeX. set `kramdown: {math_engine: katex}` in the configuration, or load MathJax in the layout",
  ])
})

test('a link to a file of the site that lacks the baseurl', async () => {
  const files = {
    '_layouts/l.html': LAYOUT,
    'a.md': post('[b](/b.html)\n\n[c](/c.html)\n'),
    'b.md': post('b\n'),
  }
  expect((await findings(files, [['baseurl', '/blog']])).map((each) => each.split(' help')[0])).toEqual([
    "missing-baseurl a.md:5:5 The link '/b.html' lacks the baseurl '/blog': it leads nowhere. write `{{ \"/b.html\" | relative_url }}`",
    expect.stringContaining("outside-baseurl a.md:7:5 The link '/c.html' leads outside the site"),
  ])
})

const BROKEN = {
  '_config.yml': 'baseurl: /blog\n',
  '_layouts/l.html': LAYOUT,
  'a.png': Buffer.from(PICTURES[0]?.[1] ?? '', 'latin1'),
  'B/index.md': post('## The End\n'),
  'a.md': post(
    '![A](/blog/a.png)\n\n[b](/B/) and [c](/blog/b/)\n\n[d](/blog/B/#the-End)\n\n[d](/blog/B/#The-end)\n\n[e](/blog/nothing)\n',
  ),
  'twice.md': post('![A](/blog/a.png)\n\n![A](/blog/a.png)\n'),
  'sized.md': post('![A](/blog/a.png){: width="1" }\n'),
  'code.md': post('`![A](/blog/a.png)` <img src="/blog/a.png" alt="A">\n'),
}

test('--dry-run without --fix is refused', async () => {
  site.put(BROKEN)
  const { out, err, code } = await runIn(site.root, ['check', '--dry-run'])
  expect([out, code]).toEqual(['', 1])
  expect(err).toContain('--dry-run goes with --fix.\nUsage: whirl check --fix --dry-run [options]\n')
})

test('--fix --dry-run shows what it would write, and writes nothing', async () => {
  site.put(BROKEN)
  const { out, code } = await runIn(site.root, ['check', '--fix', '--dry-run', '-q'])
  expect(code).toBe(0)
  expect(out).toBe(`--- a.md
+++ a.md
@@ -5 +5 @@
-![A](/blog/a.png)
+![A](/blog/a.png){: width="640" height="360"}
@@ -7 +7 @@
-[b](/B/) and [c](/blog/b/)
+[b]({{ "/B/" | relative_url }}) and [c](/blog/B/)
@@ -9 +9 @@
-[d](/blog/B/#the-End)
+[d](/blog/B/#the-end)
@@ -11 +11 @@
-[d](/blog/B/#The-end)
+[d](/blog/B/#the-end)

Would fix 5 places in 1 file.
`)
  expect(site.read('a.md')).toBe(BROKEN['a.md'])
})

test('--fix writes it, reports the rest, and finds nothing more to fix', async () => {
  site.put(BROKEN)
  const { out, code } = await runIn(site.root, ['check', '--fix', '-q'])
  expect(code).toBe(1)
  expect(out).toMatch(/^Fixed 5 places in 1 file\.\n/)
  expect(out).toContain("The link '/blog/nothing' leads nowhere.")
  expect(out).not.toContain('lacks the baseurl')
  expect(site.read('a.md')).toContain('![A](/blog/a.png){: width="640" height="360"}\n')
  for (const name of ['twice.md', 'sized.md', 'code.md'] as const) expect(site.read(name)).toBe(BROKEN[name])
  expect((await runIn(site.root, ['check', '--fix', '-q'])).out).toMatch(
    /^Nothing has one answer: no file was changed\.\n/,
  )
})
