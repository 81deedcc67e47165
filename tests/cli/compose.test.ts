/**
 * The writing commands do what jekyll-compose does: compose.json is recorded from it by `npm run ask`.
 *
 * Whirl means to differ where jekyll-compose loses something: comments, quotes and blank lines of front matter, the time
 * of day of `--date`, the extension of a renamed file; and a name without letters makes no file.
 */
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { siteForEachTest } from '../site-maker.ts'
import recorded from './compose.json' with { type: 'json' }
import { runIn } from './host.ts'

const at = siteForEachTest()

test('draft, post, page, compose, publish, unpublish and rename', async () => {
  at.put(recorded.files)
  for (const { argv, code, out, err } of recorded.steps) {
    const said = await runIn(at.root, argv)
    const shown = (text: string): string =>
      text
        .replaceAll(at.root, 'SITE')
        .replace(/^whirl \S+ \| /gm, '')
        .replace(/^Usage: .*\n/gm, '')
    // Where Ruby's Logger writes usage errors to stdout, ours go to stderr with the others.
    const usage = out.split('\n').filter((line) => line.startsWith('Error:'))
    const rest = out.split('\n').filter((line) => !line.startsWith('Error:'))
    expect({ argv, code: said.code, out: shown(said.out), err: shown(said.err) }).toEqual({
      argv,
      code,
      out: rest.join('\n'),
      err: usage.length === 0 ? err : `${usage.join('\n')}\n`,
    })
  }
  const after = Object.fromEntries(at.list().map((name) => [name, at.read(name)]))
  expect(after).toEqual(recorded.after)
})

test('what surrounds the date and the title stays', async () => {
  const text =
    '---\n# why\ntitle:   "Quoted"   # here\nlong: >\n  folded\n  text\ndate: 2001-01-01\n---\n\n\nBody\n'
  at.put({ '_posts/2001-01-01-a.md': text, 'page.html': '---\r\na: b\r\n---\r\n' })
  await runIn(at.root, ['unpublish', '_posts/2001-01-01-a.md'])
  expect(at.read('_drafts/a.md')).toBe(text.replace('date: 2001-01-01\n', ''))
  await runIn(at.root, ['rename', '_drafts/a.md', 'New: name'])
  expect(at.read('_drafts/new-name.md')).toBe(
    text.replace('date: 2001-01-01\n', '').replace('title:   "Quoted"   # here', "title: 'New: name'"),
  )
  await runIn(at.root, ['rename', 'page.html', 'Other'])
  expect(at.list()).toContain('other.html')
})

test('a day and time are those of the site’s zone', async () => {
  at.put({ '_config.yml': 'timezone: America/New_York\n' })
  await runIn(at.root, ['post', 'Late', '--date', '2024-07-01 23:30'])
  expect(at.read('_posts/2024-07-01-late.md')).toContain('date: 2024-07-01 23:30 -0400\n')
  const now = { SOURCE_DATE_EPOCH: '1720000000' }
  await runIn(at.root, ['post', 'Now'], now)
  expect(at.read('_posts/2024-07-03-now.md')).toContain('date: 2024-07-03 05:46 -0400\n')
})

test('a name without letters or digits makes no file, and a directory that cannot be made is said', async () => {
  const said = await runIn(at.root, ['post', '???'])
  expect([said.code, at.list()]).toEqual([1, []])
  expect(said.err).toContain("The name '???' has no letter or digit to name a file by.")
  at.put({ _posts: 'a file' })
  const refused = await runIn(at.root, ['post', 'x', '-d', '2024-01-01'])
  expect(refused.code).toBe(1)
  expect(refused.err).toMatch(/Error: The system refused: /)
})

test('what is no text keeps its bytes, and line ends stay', async () => {
  const bytes = Uint8Array.from([0x89, 0x50, 0xff, 0xfe, 0x0d, 0x0a, 0xc3])
  at.put({ 'pic.png': bytes, 'dos.md': '---\r\ntitle: Old\r\n---\r\nBody\r\n' })
  await runIn(at.root, ['rename', 'pic.png', 'Nice pic'])
  expect(Uint8Array.from(fs.readFileSync(path.join(at.root, 'nice-pic.png')))).toEqual(bytes)
  await runIn(at.root, ['rename', 'dos.md', 'New'])
  expect(at.read('new.md')).toBe('---\r\ntitle: New\r\n---\r\nBody\r\n')
})

test('a file outside of the site is not moved', async () => {
  at.put({ 'site/_config.yml': '', 'site/_drafts/a.md': 'in', 'theirs/passwd': 'root\n' })
  const site = path.join(at.root, 'site')
  const theirs = path.join(at.root, 'theirs/passwd')
  fs.symlinkSync('../theirs', path.join(site, 'link'))
  for (const argv of [
    ['publish', theirs],
    ['publish', '../theirs/passwd'],
    ['unpublish', 'link/passwd'],
    ['rename', theirs, 'Mine'],
  ]) {
    const said = await runIn(site, argv)
    expect([argv, said.code]).toEqual([argv, 1])
    expect(said.err).toMatch(
      /passwd' lies outside of the site, and is left there\.\n {2}help: copy it into the site first/,
    )
  }
  expect(at.read('theirs/passwd')).toBe('root\n')
  await runIn(site, ['publish', '_drafts/a.md', '-d', '2020-01-01'])
  expect(at.list()).toContain('site/_posts/2020-01-01-a.md')
})

test('what is no post, draft or page stays where it is', async () => {
  const files = {
    '_config.yml': 'title: T\n',
    '_layouts/own.html': 'l',
    '_plugins/p.rb': 'p',
    'about.md': '---\n---\n',
    '_drafts/a.md': 'a',
    '_posts/2020-01-01-b.md': 'b',
  }
  at.put(files)
  for (const [argv, message] of [
    [
      ['unpublish', '_config.yml'],
      "'_config.yml' is no post: it does not lie in _posts, and is left where it is.",
    ],
    [
      ['unpublish', '_drafts/a.md'],
      "'_drafts/a.md' is no post: it does not lie in _posts, and is left where it is.",
    ],
    [['publish', 'about.md'], "'about.md' is no draft: it does not lie in _drafts, and is left where it is."],
    ...['_config.yml', '_layouts/own.html', '_plugins/p.rb'].map(
      (name) =>
        [['rename', name, 'X'], `'${name}' is no post, draft or page, and is left where it is.`] as const,
    ),
  ] as const) {
    const said = await runIn(at.root, argv)
    expect([argv, said.code]).toEqual([argv, 1])
    expect(said.err).toContain(message)
  }
  expect(at.list()).toEqual(Object.keys(files).toSorted())
})
