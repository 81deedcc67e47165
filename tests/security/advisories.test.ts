/**
 * The classes of mistakes that advisories about tools of this kind tell of, and what holds each of them here: a test below,
 * or one elsewhere, by its title. Nothing here harms a program that has the mistake: files hold marks, and programs leave them.
 */
import fs from 'node:fs'
import path from 'node:path'
import { Parser } from 'htmlparser2'
import { describe, expect, test } from 'vitest'
import { createSiteConverters, MARKDOWN, SassCompilers } from '../../src/render/index.ts'
import { testSite } from '../../src/testing.ts'
import { runIn } from '../cli/host.ts'
import { start } from '../serve/starting.ts'
import { makeSite } from '../site-maker.ts'
import { expectLinear } from '../steps.ts'

const MARK = 'mark-of-what-lies-outside'

/** Tests elsewhere: the advisories, the class, the file below tests/ and a title in it. */
const ELSEWHERE: readonly (readonly [advisories: string, what: string, file: string, title: string])[] = [
  [
    'liquidjs CVE-2026-45617',
    'strip_html of tags that never end',
    'liquid/linear.test.ts',
    'strip_html of open scripts',
  ],
  ['liquidjs CVE-2026-44645', 'loops without end', 'untrusted/untrusted.test.ts', 'whirl build --untrusted'],
  [
    'Hugo CVE-2026-50134',
    'redirections lead inside',
    'themes/reach.test.ts',
    'what a source leads to is judged as itself',
  ],
  ['Hugo GHSA-r46f', 'other spellings of inner addresses', 'themes/reach.test.ts', 'http://0x7f.1/'],
  ['Zola CVE-2023-40274', 'the server leaves the site', 'serve/site-server.test.ts', 'what lies outside'],
  ['esbuild GHSA-g7r4-m6w7-qqqr', 'backslashes lead out', 'serve/site-server.test.ts', '/..\\\\SECRET.txt'],
  ['Vite CVE-2025-24010', 'names that lead here', 'serve/hostile-clients.test.ts', 'rebound.example'],
  [
    'Vite CVE-2025-24010',
    'sockets for pages of others',
    'serve/hostile-clients.test.ts',
    'the socket’s origin',
  ],
  [
    'esbuild GHSA-67mh-4wv8-2f99',
    'answers for pages of others',
    'serve/hostile-clients.test.ts',
    'carry no leave',
  ],
  [
    'WEBrick CVE-2020-25613',
    'two lengths of a request',
    'serve/hostile-clients.test.ts',
    'a length and a coding',
  ],
  ['WEBrick CVE-2025-6442', 'headers that end twice', 'serve/hostile-clients.test.ts', 'ends in a line feed'],
  [
    'mdBook RUSTSEC-2021-0001',
    'a search page runs text',
    'theme/browser.test.ts',
    'is text in the search, not elements',
  ],
  ['Jekyll CVE-2018-17567', 'links that lead out', 'files/outside.test.ts', 'leads out of the'],
  ['Hugo CVE-2026-44301', 'tools reach outside', 'files/outside.test.ts', '_sass'],
  [
    'git configuration',
    'programs of a repository',
    'builder/git-obeys-nobody.test.ts',
    'named in the repository',
  ],
  [
    'commonmarker GHSA-48wp-9qv8-4j64',
    'time that grows as a square',
    'kramdown/growth.test.ts',
    'expectLinear',
  ],
]

test.each(ELSEWHERE)('%s: %s (tests/%s)', (_advisories, _what, file, title) => {
  expect(fs.readFileSync(path.resolve(import.meta.dirname, '..', file), 'utf8')).toContain(title)
})

/** What `--safe` builds of `files`, with `links` from paths of the site to a folder outside; all outputs in one text. */
async function safely(files: Record<string, string>, links: Record<string, string> = {}) {
  const around = makeSite({
    'outside/secret.txt': MARK,
    'outside/secret.html': MARK,
    'outside/_x.scss': `a{b:${MARK}}`,
  })
  const site = makeSite(files)
  for (const [name, target] of Object.entries(links)) {
    fs.mkdirSync(path.dirname(site.at(name)), { recursive: true })
    fs.symlinkSync(around.at(target), site.at(name))
  }
  const { code, out, err } = await runIn(site.root, ['build', '--safe'])
  const outputs = fs.existsSync(site.at('_site'))
    ? fs
        .readdirSync(site.at('_site'), { recursive: true, encoding: 'utf8' })
        .filter((name) => fs.statSync(site.at(`_site/${name}`)).isFile())
        .map((name) => fs.readFileSync(site.at(`_site/${name}`), 'utf8'))
    : []
  return { code, said: out + err, text: outputs.join('\n') }
}

describe('files outside of the site', () => {
  test.each<[string, Record<string, string>, Record<string, string>]>([
    [
      'Jekyll CVE-2018-17567: a link that `include` names',
      { '_config.yml': 'include: [secret.txt, .hidden]\n' },
      { 'secret.txt': 'outside/secret.txt', '.hidden': 'outside/secret.txt' },
    ],
    [
      'liquidjs CVE-2026-35525: a link among includes',
      { 'a.html': '---\n---\n{% include secret.html %}\n' },
      { '_includes/secret.html': 'outside/secret.html' },
    ],
    [
      'liquidjs CVE-2026-35525: includes that are a link',
      { 'a.html': '---\n---\n{% include secret.html %}\n' },
      { _includes: 'outside' },
    ],
    [
      'liquidjs CVE-2026-35525: a link among layouts',
      { 'a.html': '---\nlayout: secret\n---\n' },
      { '_layouts/secret.html': 'outside/secret.html' },
    ],
    [
      'Hugo CVE-2026-50135: a link among data',
      { 'a.html': '---\n---\n{{ site.data | jsonify }}\n' },
      { '_data/secret.csv': 'outside/secret.txt' },
    ],
    [
      'Hugo GHSA-c3wq: a link beside the page',
      { 'a.html': '---\n---\n{% include_relative secret.txt %}\n' },
      { 'secret.txt': 'outside/secret.txt' },
    ],
    [
      'Hugo CVE-2026-44301: a link for the Sass compiler',
      { 'a.scss': '---\n---\n@import "x";\n' },
      { '_sass/_x.scss': 'outside/_x.scss' },
    ],
  ])('%s', async (_title, files, links) => {
    const { code, text } = await safely({ 'index.html': '', ...files }, links)
    expect(code).not.toBe(70)
    expect(text).not.toContain(MARK)
  })

  test('kramdown CVE-2020-14001: a template that a document or a setting names', async () => {
    const around = makeSite({ 'secret.erb': MARK })
    const site = {
      '_config.yml': `kramdown: { template: "${around.at('secret.erb')}" }\n`,
      'a.md': `---\n---\n{::options template="${around.at('secret.erb')}" /}\n\ntext\n`,
    }
    const { code, text } = await safely(site)
    expect(code).toBe(0)
    expect(text).not.toMatch(new RegExp(MARK, 'i'))
    expect(text).toContain('<p>text</p>')
  })

  test('kramdown CVE-2021-28834: a class that a document names for colouring', async () => {
    const site = await testSite(`
-- a.md --
---
---
{::options syntax_highlighter_opts="{formatter: Kernel, default_lang: ruby}" /}

    puts 1

~~~ ruby
puts 2
~~~
`)
    expect(site.output('a.html')).toContain('highlight')
  })

  test.each([
    '/../../outside.html',
    '/..\\..\\outside.html',
    '/a/../../../outside.html',
    '/%2e%2e/%2e%2e/outside.html',
    '//../outside.html',
  ])('Hono CVE-2026-39408: a page at %s stays in the output', async (permalink) => {
    const site = makeSite({ 'deep/site/a.html': `---\npermalink: '${permalink}'\n---\n${MARK}\n` })
    await runIn(site.at('deep/site'), ['build'])
    const found = fs
      .readdirSync(site.root, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('outside.html'))
    expect(found.filter((name) => !name.startsWith('deep/site/_site/'))).toEqual([])
  })
})

describe('the server', () => {
  test.each([
    // Vite CVE-2025-30208: what follows the path must not change what may be had.
    ...[
      '/../SECRET.txt?raw',
      '/../SECRET.txt?import&raw??',
      '/../SECRET.txt?raw&url',
      '/%2e%2e/SECRET.txt?inline',
    ],
    // Vite GHSA-356w-63v5-8wf4: a hash in the request.
    ...['/#/../../SECRET.txt', '/x#/../SECRET.txt', '/..#/SECRET.txt', '/@fs/SECRET.txt'],
    // Vite CVE-2026-53571: other names that one system has for a file.
    ...[
      '/SECRET.txt::$DATA',
      '/../SECRET.txt::$DATA',
      '/../SECRET~1.TXT',
      '/..%5cSECRET.txt',
      '/../SECRET.txt.',
      '/../SECRET.txt%20',
    ],
  ])('%s is not there', async (where) => {
    const around = makeSite({ 'SECRET.txt': MARK, 'site/index.html': 'home' })
    const { address } = await start({}, { root: around.at('site') })
    const { hostname, port } = new URL(address)
    const { request } = await import('node:http')
    const body = await new Promise<string>((resolve, reject) => {
      request({ host: hostname, port, path: where }, (answer) => {
        let heard = ''
        answer.on('data', (part) => {
          heard += String(part)
        })
        answer.on('end', () => resolve(heard))
      })
        .on('error', reject)
        .end()
    })
    expect(body).not.toContain(MARK)
  })
})

describe('text that becomes part of a page', () => {
  const BREAK = '" data-broken="1'
  /** The names of all attributes of all elements. */
  const attributesOf = (html: string): readonly string[] => {
    const names: string[] = []
    const parser = new Parser({ onattribute: (name) => void names.push(name) })
    parser.end(html)
    return names
  }

  test.each([
    // Hugo GHSA-q76j: the language of a fence; CVE-2024-32875: titles; CVE-2026-35166: addresses. goldmark CVE-2026-5160.
    ['the language of a fence', `~~~ ${BREAK}\nx\n~~~\n`],
    ['the title of a link', `[a](/x '${BREAK}')\n`],
    ['the address of a link', `[a](</x${BREAK}>)\n`],
    ['the title of a picture', `![a](/x '${BREAK}')\n`],
    ['the text instead of a picture', `![${BREAK}](/x)\n`],
    ['an address by reference', `[a][b]\n\n[b]: </x${BREAK}> '${BREAK}'\n`],
    ['an address by itself', '<http://x.example/"data-broken="1>\n'],
    ['an attribute', `text\n{: title='${BREAK}'}\n`],
    ['the name of a footnote', `a[^x${BREAK}]\n\n[^x${BREAK}]: text\n`],
    ['a heading', `# ${BREAK}\n\n* toc\n{:toc}\n`],
  ])('%s does not end its attribute', async (_title, markdown) => {
    for (const settings of [{}, { markdown: 'CommonMark' }]) {
      const site = await testSite({ 'a.md': `---\n---\n${markdown}` }, { config: settings })
      const html = site.output('a.html') ?? ''
      expect(html).not.toBe('')
      expect(attributesOf(html)).not.toContain('data-broken')
    }
  })
})

test('Hugo GHSA-q76j: a quote or a bracket in the language of a fence is text', async () => {
  for (const config of [{}, { markdown: 'CommonMark' }, { markdown: 'CommonMarkGhPages' }]) {
    const html = (await testSite({ 'a.md': '---\n---\n~~~ a"b<c>\nx\n~~~\n' }, { config })).output('a.html')
    expect(html).toMatch(/language-a&quot;b&lt;c(?:&gt;|>)/)
    expect(html).not.toMatch(/[a"]b<c/)
  }
})

describe('what is small and asks for much', () => {
  const build = async (files: Record<string, string>) => {
    const site = makeSite(files)
    const { code, out, err } = await runIn(site.root, ['build'])
    return { site, code, said: out + err }
  }

  test('liquidjs CVE-2026-41311: layouts in a circle are left where they meet again', async () => {
    const { code, site } = await build({
      '_layouts/a.html': '---\nlayout: b\n---\na{{ content }}',
      '_layouts/b.html': '---\nlayout: a\n---\nb{{ content }}',
      'a.html': '---\nlayout: a\n---\n',
    })
    expect([code, site.read('_site/a.html').trim().length < 10]).toEqual([0, true])
  })

  test('liquidjs CVE-2026-41311: includes in a circle', async () => {
    const { code, said } = await build({
      '_includes/a.html': '{% include a.html %}',
      'a.html': '---\n---\n{% include a.html %}',
    })
    expect([code, said.includes('a.html')]).toEqual([1, true])
  })

  test('liquidjs CVE-2026-45357: a date wider than Ruby has room for', async () => {
    const { code, said } = await build({ 'a.html': "---\n---\n{{ '2020-01-02' | date: '%5000000d' }}" })
    expect([code, said.includes('a.html:3')]).toEqual([1, true])
  })

  const CONVERTED: Readonly<Record<string, (size: number) => string>> = {
    'marked #1463: fences that never end': (n) => '~~~\n'.repeat(n / 4),
    'marked #1463: a fence in a line': (n) => '~'.repeat(n),
    'commonmarker CVE-2023-37463: quotes in quotes': (n) => '> '.repeat(n / 2),
    'commonmarker GHSA-636f: underscores': (n) => '_'.repeat(n),
    'commonmarker GHSA-48wp: references': (n) => '[a]: u\n'.repeat(n / 7),
    'commonmarker GHSA-4qw4: brackets': (n) => '['.repeat(n),
    'commonmarker CVE-2024-22051: columns of tables': (n) => `${'|a'.repeat(n / 4)}\n${'|-'.repeat(n / 4)}\n`,
    'pymdown CVE-2026-67422: carets and tildes': (n) => '^~'.repeat(n / 2),
    'markdown-it CVE-2026-2327: stars behind an address': (n) => `http://x.example/${'*'.repeat(n)}a`,
  }
  describe.each(['kramdown', 'CommonMark'])('%s', (markdown) => {
    test.each(Object.entries(CONVERTED))('%s', async (_title, make) => {
      const { site } = await testSite('-- a.txt --\n', {
        config: { markdown, commonmark: { extensions: ['autolink', 'table', 'strikethrough'] } },
      })
      const files = { readText: () => undefined }
      // New ones each time: they remember what they converted.
      expectLinear(make, (text) =>
        createSiteConverters(site, { files, compilers: new SassCompilers() }).piece(MARKDOWN, text),
      )
    })
  })
})
