import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { liveCopy } from '../../src/cli/live-copy.ts'
import { runIn } from '../cli/host.ts'
import { makeSite, type SiteFolder } from '../site-maker.ts'

const SITE = {
  '_config.yml': 'title: T\nurl: https://example.org\n',
  '_layouts/default.html':
    '<!doctype html>\n<link rel=stylesheet href=/nowhere.css>\n{{ content }}<footer>by me</footer>\n',
  '_posts/2024-01-02-hooks.md':
    '---\ntitle: Hooks\nlayout: default\n---\nKernel hooks run programs.\n\n    code\n',
  'about.md': '---\ntitle: About\nlayout: default\n---\nAbout me.\n',
  'img/a.bin': new Uint8Array([1, 0, 2]),
}

/** A site, and in `theirs/` what another generator made of it. */
async function siteAndOutput(): Promise<SiteFolder> {
  const site = makeSite(
    Object.fromEntries(Object.entries(SITE).map(([name, text]) => [`blog/${name}`, text])),
  )
  await runIn(site.at('blog'), ['build', '-q', '-d', '../theirs'])
  return site
}

test('a site that is the same for readers is safe to switch', async () => {
  const site = await siteAndOutput()
  const { code, out, err } = await runIn(site.at('blog'), ['compare', '../theirs', '-q'])
  expect(err).toBe('')
  expect(out).toBe(
    '3 files of ../theirs:\n       3 the same bytes\n\nSafe to switch: for readers the site is the same.\n',
  )
  expect(code).toBe(0)
  expect(site.has('blog/_site')).toBe(false)
})

test('planted differences are found and explained, each with the line that made it', async () => {
  const site = await siteAndOutput()
  const edit = (name: string, from: string, to: string): void =>
    site.put({ [`theirs/${name}`]: site.read(`theirs/${name}`).replace(from, to) })
  edit('2024/01/02/hooks.html', 'Kernel hooks', 'Kernel probes')
  edit('about.html', 'by me', 'by us')
  edit('2024/01/02/hooks.html', 'by me', 'by us')
  site.put({ 'theirs/old.html': 'x', 'theirs/img/a.bin': new Uint8Array([1, 0, 3]) })
  const { code, out } = await runIn(site.at('blog'), [
    'compare',
    '../theirs',
    '-q',
    '--report',
    '../report.html',
  ])
  expect(code).toBe(1)
  expect(out).toBe(`1. 2024/01/02/hooks.html:7:12, and on 1 more: text or markup
   theirs | us
   ours   | me
   comes from
   _layouts/default.html:3:22
     2 | <link rel=stylesheet href=/nowhere.css>
   > 3 | {{ content }}<footer>by me</footer>
       |                      ^^^^^

2. 2024/01/02/hooks.html:3:11: text or markup
   theirs | probes
   ours   | hooks
   comes from
   _posts/2024-01-02-hooks.md:5:8
     4 | ---
   > 5 | Kernel hooks run programs.
       |        ^^^^^

3. img/a.bin: the bytes of a file that is no text
   theirs | 3 bytes
   ours   | 3 bytes

only in ../theirs:
  old.html

4 files of ../theirs:
       0 the same bytes
       3 differ in what a reader can see
       1 not in this build

Look at these before you switch: 3 files that differ, 1 that is missing.
`)
  const page = site.read('report.html')
  expect(page).toContain('<h1>Look at these before you switch</h1>')
  expect(page.match(/<iframe sandbox /g)).toHaveLength(2)
  expect(page).not.toContain('<script')
})

test('as JSON', async () => {
  const site = await siteAndOutput()
  site.put({ 'theirs/about.html': site.read('theirs/about.html').replace('About me', 'About us') })
  const { code, out, err } = await runIn(site.at('blog'), ['compare', '../theirs', '--json'])
  expect([code, err]).toEqual([1, ''])
  expect(JSON.parse(out)).toMatchObject({
    version: 1,
    safe: false,
    builtAs: '4.4.1',
    same: 2,
    look: 1,
    files: [
      {
        path: 'about.html',
        verdict: 'look',
        differences: [{ kind: 'text', theirs: 'us.', ours: 'me.', line: 3 }],
      },
    ],
  })
})

test('two folders are compared without a build', async () => {
  const site = makeSite({ 'a/x.html': '<p>1</p>', 'b/x.html': '<p>2</p>', 'b/y.html': 'y' })
  const { code, out } = await runIn(site.root, ['compare', 'a', 'b'])
  expect(code).toBe(1)
  expect(out).toContain('1. x.html:1:4: text or markup\n   theirs | 1\n   ours   | 2\n')
  expect(out).toContain('only in this build:\n  y.html\n')
})

test('a file that cannot be read is named, and links that lead back or out are no part of a site', async () => {
  const site = makeSite({ 'a/x.html': '1', 'b/x.html': '1', 'c/z.html': '' })
  fs.symlinkSync(site.at('nowhere'), site.at('a/y.html'))
  fs.symlinkSync('.', site.at('a/loop'))
  fs.symlinkSync(site.at('c'), site.at('a/out'))
  const { code, out } = await runIn(site.root, ['compare', 'a', 'b'])
  expect(code).toBe(1)
  expect(out).toBe(`listed in a, but not to be read there:
  y.html

2 files of a:
       1 the same bytes
       1 could not be read

Look at these before you switch: 1 that could not be read.
`)
})

test('two empty folders are nothing to compare', async () => {
  const site = makeSite({ 'a/.keep/x': '', 'b/.keep/x': '' })
  site.remove('a/.keep')
  site.remove('b/.keep')
  const { code, out } = await runIn(site.root, ['compare', 'a', 'b'])
  expect([code, out]).toEqual([1, '0 files of a:\n       0 the same bytes\n\nThere is nothing to compare.\n'])
})

test('a report is written over an earlier one and over nothing else', async () => {
  const site = makeSite({ 'a/x.html': '1', 'b/x.html': '2', 'own.html': 'mine' })
  for (const time of ['first', 'again'])
    expect((await runIn(site.root, ['compare', 'a', 'b', '--report', 'r.html'])).err, time).toBe('')
  // Nothing that a page names is asked for over the network.
  expect(site.read('r.html')).toContain(`content="default-src 'none'; img-src data:;`)
  const over = await runIn(site.root, ['compare', 'a', 'b', '--report', 'own.html'])
  expect([over.code, site.read('own.html')]).toEqual([1, 'mine'])
  expect(over.err).toContain('own.html is there already.')
  const nowhere = await runIn(site.root, ['compare', 'a', 'b', '--report', 'no/r.html'])
  expect(nowhere.err).toContain('There is no folder')
  expect(site.has('no')).toBe(false)
})

test('the Jekyll that there is builds the other side; one that fails is told in its own words', async () => {
  const site = makeSite(
    Object.fromEntries(Object.entries(SITE).map(([name, text]) => [`blog/${name}`, text])),
  )
  await runIn(site.at('blog'), ['build', '-q', '-d', '../made'])
  const jekyll = (body: string): string => {
    site.put({ 'bin/jekyll': `#!/bin/sh\n${body}\n` })
    fs.chmodSync(site.at('bin/jekyll'), 0o755)
    return site.at('bin/jekyll')
  }
  const env = { PATH: `${site.at('bin')}:/usr/bin:/bin` }
  jekyll(
    `test "$1 $2 $4" = "build --source --destination" && mkdir -p "$5" && cp -r ${site.at('made')}/. "$5"`,
  )
  const same = await runIn(site.at('blog'), ['compare', '-q'], env)
  expect([same.code, same.err]).toEqual([0, ''])
  expect(same.out).toContain('3 files of Jekyll:\n')

  jekyll('echo "Liquid Exception: no such thing" >&2; exit 1')
  const failed = await runIn(site.at('blog'), ['compare', '-q'], env)
  expect(failed.code).toBe(1)
  expect(failed.err).toContain('jekyll could not build this site:\n')
  expect(failed.err).toContain('Liquid Exception: no such thing')

  fs.chmodSync(site.at('bin/jekyll'), 0o644)
  const closed = await runIn(site.at('blog'), ['compare', '-q', '--jekyll', site.at('bin/jekyll')], env)
  expect([closed.code, closed.err]).toEqual([
    1,
    expect.stringMatching(/could not build this site:\n.*EACCES/),
  ])

  // As Jekyll 4.3.1 says it, among other things.
  jekyll(
    `for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do echo "warning: $i" >&2; done
printf '\\033[31m%s\\033[0m\\n' '  Liquid Exception: no such thing in a.md' '   ------------------------------------------------' \\
  '      Jekyll 4.3.1   Please append \`--trace\` to the \`build\` command ' \\
  '                     for any additional information or backtrace. ' >&2
echo "/jekyll/tags/include.rb:219:in \\\`locate': no such thing (IOError)" >&2
echo "	from /jekyll/tags/include.rb:201:in \\\`render'" >&2; exit 1`,
  )
  const long = (await runIn(site.at('blog'), ['compare', '-q'], env)).err
  expect(long).toContain('Liquid Exception: no such thing in a.md\n')
  expect(long).toContain("include.rb:219:in `locate': no such thing (IOError)")
  for (const words of ['\u001b', 'Please append', '------', 'from ', 'warning: 5\n', 'while:'])
    expect(long).not.toContain(words)

  // As Jekyll 4.3.1 and Bundler 2.3 say it.
  for (const [said, what, help] of [
    ['The whirl theme could not be found.', "the theme whirl is Whirl's own", 'whirl compare --live'],
    ['The tale theme could not be found.', 'it does not have the theme tale', 'gem install tale'],
    [
      "Dependency Error: Yikes! It looks like you don't have jekyll-scholar or one of its dependencies installed.",
      'it does not have the gem jekyll-scholar',
      'bundle install',
    ],
    ["Could not find gem 'jekyll-scholar' in locally installed gems.", 'the gem jekyll-scholar', 'bundle'],
  ] as const) {
    jekyll(`echo "${said}" >&2; exit 1`)
    const lacking = await runIn(site.at('blog'), ['compare', '-q'], env)
    expect(lacking.code).toBe(1)
    expect(lacking.err).toMatch(/jekyll could not build this site: .*:$/m)
    for (const words of [what, help, said]) expect(lacking.err).toContain(words)
  }

  const none = await runIn(site.at('blog'), ['compare', '-q', '--jekyll', 'no-such-jekyll'])
  expect(none.code).toBe(1)
  expect(none.err).toContain('There is no no-such-jekyll here to compare with.')
  expect(none.err).toContain('whirl compare --live')
})

test('the published site is read by its sitemap', async () => {
  const site = await siteAndOutput()
  const asked: string[] = []
  const server = http.createServer((request, response) => {
    asked.push(request.url!)
    const home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const pages: Readonly<Record<string, string>> = {
      '/sitemap.xml': `<sitemapindex><sitemap><loc>${home}/pages.xml</loc></sitemap></sitemapindex>`,
      '/pages.xml': `<urlset><url><loc>${home}/about</loc></url><url><loc>${home}/2024/01/02/hooks.html</loc></url>
        <url><loc>${home}/gone/</loc></url><url><loc>${home}/broken.html</loc></url><url><loc>https://elsewhere.example/</loc></url></urlset>`,
      '/about': site.read('theirs/about.html').replace('About me', 'About us'),
      '/2024/01/02/hooks.html': site.read('theirs/2024/01/02/hooks.html'),
      '/gone/': 'x',
    }
    const text = pages[request.url!]
    response.writeHead(text === undefined ? 404 : 200).end(text)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const flags = ['compare', `--live=http://127.0.0.1:${port}`, '--fetch-from', `127.0.0.1:${port}`, '-q']
  const { code, out, err } = await runIn(site.at('blog'), flags)
  expect(err).toBe('')
  expect(asked).toEqual([
    '/sitemap.xml',
    '/pages.xml',
    '/about',
    '/2024/01/02/hooks.html',
    '/gone/',
    '/broken.html',
  ])
  expect(code).toBe(1)
  expect(out).toContain('1. about.html:3:10: text or markup\n   theirs | us.\n   ours   | me.\n')
  expect(out).toContain(`only in http://127.0.0.1:${port}:\n  gone/index.html\n`)
  expect(out).toContain(`listed in http://127.0.0.1:${port}, but not to be read there:\n  broken.html\n`)
  expect(out).not.toContain('img/a.bin')
})

test('a page that comes byte by byte is given up in time, and named as one that cannot be read', async () => {
  const server = http.createServer((request, response) => {
    const home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    if (request.url === '/sitemap.xml')
      return response.end(
        `<urlset><url><loc>${home}/slow.html</loc></url><url><loc>${home}/b.html</loc></url></urlset>`,
      )
    if (request.url !== '/slow.html') return response.end('b')
    const drip = setInterval(() => response.write('x'), 20)
    response.on('close', () => clearInterval(drip))
    return response
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void server.close())
  const home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const reach = { named: [home.slice('http://'.length)], safe: false }
  const copy = await liveCopy(home, [], { network: { whole: 3000 }, reach }, () => {})
  expect(copy.paths.map((path) => [path, copy.bytes(path)?.length])).toEqual([
    ['slow.html', undefined],
    ['b.html', 1],
  ])
})

test('a sitemap of another address is told, with that address', async () => {
  const server = http.createServer((_, response) => {
    response.end('<urlset><url><loc>https://www.example.org/a</loc></url></urlset>')
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const flags = ['compare', `--live=http://127.0.0.1:${port}`, '--fetch-from', `127.0.0.1:${port}`, '-q']
  const { code, err } = await runIn(makeSite({ 'index.html': '---\n---\n' }).root, flags)
  expect(code).toBe(1)
  expect(err).toContain('lists no page of it.')
  expect(err).toContain('whirl compare --live=https://www.example.org')
})

test.each([
  ['a folder that is not there', ['compare', 'nowhere'], 'There is no folder nowhere.'],
  ['three folders', ['compare', 'a', 'b', 'c'], 'Two folders are compared at most.'],
  ['no address', ['compare', '--live'], 'The configuration has no `url`.'],
  ['a wrong address', ['compare', '--live=ftp://example.org'], 'ftp://example.org is no address of a site.'],
])('%s', async (_, argv, message) => {
  const { code, err, out } = await runIn(makeSite({ 'index.html': '---\n---\n' }).root, argv)
  expect(code).toBe(1)
  expect(err + out).toContain(message)
})

test('a difference in an address is traced to the include that made it, whatever the template puts around it', async () => {
  const site = makeSite({
    'blog/_config.yml': 'url: https://example.org\nbaseurl: /blog\n',
    'blog/_layouts/d.html': '{% include head.html %}{{ content }}',
    'blog/_includes/head.html':
      '<link rel="stylesheet" href="{{ "/assets/main.css" | relative_url }}?v={{ page.v }}">\n',
    'blog/a.md': '---\nlayout: d\nv: 1\n---\nText\n',
  })
  await runIn(site.at('blog'), ['build', '-q', '-d', '../theirs'])
  site.put({ 'theirs/a.html': site.read('theirs/a.html').replace('main.css?v=1', 'main.css?v=2') })
  const { out } = await runIn(site.at('blog'), ['compare', '../theirs', '-q'])
  expect(out).toContain('_includes/head.html:1:34\n')
})

test('what Jekyll keeps beside its output is not compared', async () => {
  const site = await siteAndOutput()
  site.put({ 'theirs/.jekyll-cache/x': 'x', 'theirs/.jekyll-metadata': 'x', 'theirs/.git/HEAD': 'x' })
  const { code, out } = await runIn(site.at('blog'), ['compare', '../theirs', '-q'])
  expect([code, out.split('\n')[0]]).toEqual([0, '3 files of ../theirs:'])
})

test('pages in a report have their pictures in them, but not the large ones', async () => {
  const page = (text: string): string =>
    `<p>${text}</p><picture><source srcset="/i/b.webp"><img srcset="/i/a.png 2x" src="../i/a%20b.png" alt="A"></picture><img src="/blog/i/large.png"><img src="/i/a.constructor">`
  const site = makeSite({
    'a/x/p.html': page('one'),
    'b/x/p.html': page('two'),
    'a/i/a b.png': new Uint8Array([1, 2, 3]),
    'b/i/a b.png': new Uint8Array([1, 2, 3]),
    'a/i/a.constructor': 'x',
    'b/i/a.constructor': 'x',
    'a/i/large.png': new Uint8Array(600 * 1024),
    'b/i/large.png': new Uint8Array(600 * 1024),
  })
  await runIn(site.root, ['compare', 'a', 'b', '--report', 'r.html'])
  const report = site.read('r.html')
  expect(report.match(/ src=&quot;data:image\/png;base64,AQID&quot;/g)).toHaveLength(2)
  expect(report.match(/large\.png&quot;/g)).toHaveLength(2)
  expect(report.match(/a\.constructor&quot;/g)).toHaveLength(2)
  expect(report).not.toMatch(/iframe [^>]*srcset/)
})
