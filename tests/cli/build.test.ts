import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { siteForEachTest } from '../site-maker.ts'
import { runIn } from './host.ts'

const site = siteForEachTest()
const { put } = site
const output = (name: string, from = '_site'): string => site.read(`${from}/${name}`)
const page = (text: string): string => `---\n---\n${text}\n`
const steady = (text: string): string =>
  text.replace(/in \d[\d.]* seconds/, 'in N seconds').replaceAll(site.root, 'SITE')

describe('what build prints', () => {
  test('Jekyll’s lines, the missing configuration on stderr', async () => {
    put({ 'index.md': page('hi') })
    const said = await runIn(site.root, ['build'])
    expect({ ...said, out: steady(said.out) }).toEqual({
      code: 0,
      out: `            Source: SITE
       Destination: SITE/_site
 Incremental build: disabled. Enable with --incremental
      Generating... 
                    done in N seconds.
 Auto-regeneration: disabled. Use --watch to enable.
`,
      err: 'Configuration file: none\n',
    })
  })

  test('every configuration file is named', async () => {
    put({ 'index.md': page('{{ site.a }}{{ site.b }}'), 'a.yml': 'a: 1\nb: 1\n', 'b.yml': 'b: 2\n' })
    const said = await runIn(site.root, ['build', '--config', 'a.yml,b.yml', '-I'])
    expect(steady(said.out).split('\n').slice(0, 5)).toEqual([
      'Configuration file: SITE/a.yml',
      'Configuration file: SITE/b.yml',
      '            Source: SITE',
      '       Destination: SITE/_site',
      ' Incremental build: enabled',
    ])
    expect(said.err).toBe('')
    expect(output('index.html')).toBe('<p>12</p>\n')
  })

  test('-q says nothing', async () => {
    put({ 'index.md': '---\nlayout: nope\n---\nhi\n' })
    expect(await runIn(site.root, ['build', '-q'])).toEqual({ code: 0, out: '', err: '' })
  })

  test('-q still shows what stops the build', async () => {
    put({ 'index.md': page('{% nope %}') })
    const said = await runIn(site.root, ['build', '-q'])
    expect([said.code, said.out]).toEqual([1, ''])
    expect(said.err).toContain(
      "  Liquid Exception: Liquid syntax error (line 1): Unknown tag 'nope' in index.md\n",
    )
  })

  test('--verbose names the files', async () => {
    put({ 'index.md': page('hi'), '_posts/2020-01-01-a.md': page('a') })
    const said = await runIn(site.root, ['build', '--verbose'])
    const lines = steady(said.out).split('\n')
    expect(lines[0]).toBe('  Logging at level: debug')
    expect(lines).toContain('         Rendering: _posts/2020-01-01-a.md')
    expect(lines).toContain('         Rendering: index.md')
    expect(lines).toContain('           Writing: SITE/_site/index.html')
  })

  test('--profile adds tables of phases and documents', async () => {
    put({
      'index.md': '---\nlayout: l\n---\n{% include i.html %}{% include i.html %}\n',
      'plain.md': page('no Liquid'),
      '_layouts/l.html': '<{{ content }}>',
      '_includes/i.html': '{{ page.url }}',
    })
    const said = await runIn(site.root, ['build', '--profile'])
    expect(said.out).toMatch(/^Build Process Summary:\s*$/m)
    expect(said.out).toMatch(/^\| RENDER {5}\| \d+\.\d{4} \|$/m)
    const counts = [
      ...said.out.matchAll(/^\| (\S+|TOTAL .*\)) +\| +(\d+) \| +\d+\.\d\dK \| \d+\.\d{3} \|$/gm),
    ]
    expect(counts.map(([, name, count]) => `${name} ${count}`).sort()).toEqual([
      'TOTAL (for 3 files) 4',
      '_includes/i.html 2',
      '_layouts/l.html 1',
      'index.md 1',
    ])
  })

  test('the whole error: Jekyll’s words, the place, what to do', async () => {
    put({ 'index.md': page('one\n\n{% inclde x.html %}') })
    const said = await runIn(site.root, ['build'])
    expect(said.code).toBe(1)
    expect(said.err).toContain('index.md:5')
    expect(said.err).toContain('> 5 | {% inclde x.html %}')
    expect(said.err).toMatch(/code: liquid\/\S+/)
    expect(fs.existsSync(path.join(site.root, '_site'))).toBe(false)
  })
})

describe('flags', () => {
  test('source, destination, base URL, drafts, future, unpublished, limit', async () => {
    put({
      'src/index.md': page('{{ site.baseurl }} {{ site.posts | map: "title" | join: "," }}'),
      'src/_posts/2020-01-01-a.md': page('a'),
      'src/_posts/2020-01-02-b.md': '---\npublished: false\n---\nb\n',
      'src/_posts/2999-01-01-c.md': page('c'),
      'src/_drafts/d.md': '---\ndate: 2019-01-01\n---\nd\n',
    })
    const shown = async (...flags: string[]): Promise<string> => {
      const said = await runIn(site.root, ['build', '-s', 'src', '-d', 'out', ...flags])
      expect(said.code, said.err).toBe(0)
      return output('index.html', 'out')
        .replace(/<\/?p>|\n/g, '')
        .trim()
    }
    expect(await shown()).toBe('A')
    expect(await shown('--drafts')).toBe('A,D')
    expect(await shown('-D', '--future', '--unpublished')).toBe('C,B,A,D')
    expect(await shown('-b', '/base')).toBe('/base A')
    expect(await shown('--future', '--limit_posts', '1')).toBe('C')
  })

  test('JEKYLL_ENV, TZ and SOURCE_DATE_EPOCH are heeded', async () => {
    put({ 'index.md': page('{{ jekyll.environment }} {{ site.time | date: "%F %T %z" }}') })
    await runIn(site.root, ['build'], {
      JEKYLL_ENV: 'production',
      SOURCE_DATE_EPOCH: '1000000000',
      TZ: 'Asia/Tokyo',
    })
    expect(output('index.html')).toBe('<p>production 2001-09-09 10:46:40 +0900</p>\n')
  })

  test('the second build writes nothing and removes what is gone', async () => {
    put({ 'index.md': page('hi'), 'b.md': page('b'), 's.txt': 's' })
    await runIn(site.root, ['build'])
    const file = path.join(site.root, '_site/index.html')
    fs.utimesSync(file, 1, 1)
    fs.rmSync(path.join(site.root, 'b.md'))
    await runIn(site.root, ['build'])
    expect(fs.statSync(file).mtimeMs).toBe(1000)
    expect(fs.readdirSync(path.join(site.root, '_site')).sort()).toEqual(['index.html', 's.txt'])
  })
})

describe('what stops a build leaves everything as it was', () => {
  test('an unreadable file', async () => {
    put({ 'index.md': page('hi'), '_site/old.html': 'old' })
    fs.mkdirSync(path.join(site.root, '_posts'))
    fs.symlinkSync('/nonexistent/x', path.join(site.root, '_includes'))
    fs.symlinkSync('/nonexistent/y', path.join(site.root, 'dead.txt'))
    const said = await runIn(site.root, ['build'])
    // Jekyll stops at a dead link among the static files; so do we, and the old page stays.
    expect(said.code).toBe(1)
    expect(said.err).toMatch(/No such file or directory @ \w+ - .*dead\.txt/)
    expect(output('old.html')).toBe('old')
  })

  test.skipIf(process.getuid?.() === 0)('a destination one may not write to', async () => {
    put({ 'index.md': page('hi'), '_site/old.html': 'old' })
    fs.chmodSync(path.join(site.root, '_site'), 0o500)
    const said = await runIn(site.root, ['build'])
    fs.chmodSync(path.join(site.root, '_site'), 0o700)
    expect(said.code).toBe(1)
    expect(said.err).toContain('Permission denied')
    expect(output('old.html')).toBe('old')
  })

  test('a destination that cannot be made', async () => {
    put({ 'index.md': page('hi') })
    const said = await runIn(site.root, ['build', '-d', '/proc/whirl/x'])
    expect(said.code).toBe(1)
    expect(said.err).toMatch(/(?:No such file or directory|Permission denied) @/)
    expect(said.err).not.toMatch(/^\s+at /m)
  })
})

describe('what earlier builds kept', () => {
  const rendered = (out: string): readonly string[] =>
    out
      .split('\n')
      .flatMap((line) => (line.includes('Rendered: ') ? [line.trim().slice('Rendered: '.length)] : []))

  test('--explain says why pages are rendered, and how many are not', async () => {
    put({ 'a.md': page('a'), 'b.md': page('{{ site.pages | size }}'), '_config.yml': 'title: x\n' })
    const first = await runIn(site.root, ['build', '--explain'])
    expect(rendered(first.out)).toEqual([
      'a.md, nothing was kept of it',
      'b.md, nothing was kept of it',
      '2 of 2; the other 0 are as they were.',
    ])
    put({ 'a.md': page('A'), 'c.md': page('c') })
    const second = await runIn(site.root, ['build', '--explain'])
    expect(rendered(second.out)).toEqual([
      'a.md, it changed itself',
      'b.md, pages came, went or moved',
      'c.md, nothing was kept of it',
      '3 of 3; the other 0 are as they were.',
    ])
    expect(rendered((await runIn(site.root, ['build', '--explain'])).out)).toEqual([
      '0 of 3; the other 3 are as they were.',
    ])
  })

  test('--explain says which pages were only placed in their layouts', async () => {
    put({ '_layouts/l.html': page('{{ content }}'), 'a.md': '---\nlayout: l\n---\na\n', 'b.md': page('b') })
    await runIn(site.root, ['build'])
    put({ '_layouts/l.html': page('<b>{{ content }}</b>') })
    expect(rendered((await runIn(site.root, ['build', '--explain'])).out)).toEqual([
      'a.md, layout l changed; its text was converted before',
      '1 of 2, 1 of them only placed in their layouts; the other 1 are as they were.',
    ])
  })

  test('--incremental leaves the file that Jekyll leaves', async () => {
    put({ 'a.md': page('a') })
    await runIn(site.root, ['build'])
    expect(site.has('.jekyll-metadata')).toBe(false)
    await runIn(site.root, ['build', '-I'])
    expect(site.read('.jekyll-metadata')).toBe('{}\n')
  })

  test('--no-cache takes nothing of it', async () => {
    put({ 'a.md': page('a') })
    await runIn(site.root, ['build'])
    const afresh = await runIn(site.root, ['build', '--no-cache', '--explain'])
    expect(rendered(afresh.out)).toEqual([
      'a.md, nothing was kept of it',
      '1 of 1; the other 0 are as they were.',
    ])
    expect(rendered((await runIn(site.root, ['build', '--explain'])).out)).toEqual([
      '0 of 1; the other 1 are as they were.',
    ])
  })

  test('--no-cache takes nothing of what cannot be removed either', async () => {
    put({ 'a.md': page('a') })
    await runIn(site.root, ['build'])
    const refusing = <Call extends (place: fs.PathLike, ...rest: never[]) => void>(call: Call): Call =>
      ((place, ...rest) => {
        if (!String(place).endsWith('Jekyll--Cache/whirl')) return call(place, ...rest)
        throw Object.assign(new Error('EROFS: read-only file system'), { code: 'EROFS' })
      }) as Call
    vi.spyOn(fs, 'renameSync').mockImplementation(refusing(fs.renameSync))
    vi.spyOn(fs, 'rmSync').mockImplementation(refusing(fs.rmSync))
    const afresh = await runIn(site.root, ['build', '--no-cache', '--explain'])
    vi.restoreAllMocks()
    expect(afresh).toMatchObject({ code: 0, err: 'Configuration file: none\n' })
    expect(rendered(afresh.out)).toEqual(['1 of 1; the other 0 are as they were.'])
  })

  test('--no-cache removes it while other builds write there', async () => {
    put({ 'a.md': page('a') })
    const kept = site.at('.jekyll-cache/Jekyll/Cache/Jekyll--Cache/whirl')
    const others = spawn(process.execPath, ['-e', WRITING, kept], { stdio: ['pipe', 'pipe', 'inherit'] })
    try {
      await once(others.stdout, 'data')
      for (let round = 0; round < 40; round++)
        expect((await runIn(site.root, ['build', '--no-cache'])).code).toBe(0)
    } finally {
      others.kill()
      await once(others, 'exit')
    }
    await runIn(site.root, ['build', '--no-cache'])
    expect(fs.readdirSync(path.dirname(kept))).toEqual(['whirl'])
  })
})

/** Writes files into a directory that may go at any moment, as builds do. */
const WRITING = `
const fs = require('node:fs')
for (let number = 0; ; number++)
  try {
    fs.mkdirSync(process.argv[1], { recursive: true })
    fs.writeFileSync(process.argv[1] + '/' + (number % 1000), '')
    if (number === 100) fs.writeSync(1, 'begun')
  } catch {}
`

describe('clean', () => {
  test('removes the output and the caches, and says so', async () => {
    put({ 'index.md': page('hi'), '_config.yml': 'title: x\n', '.jekyll-cache/x': '' })
    await runIn(site.root, ['build'])
    const first = await runIn(site.root, ['clean'])
    expect({ ...first, out: steady(first.out) }).toEqual({
      code: 0,
      out: `Configuration file: SITE/_config.yml
           Cleaner: Removing SITE/_site...
           Cleaner: Nothing to do for SITE/.jekyll-metadata.
           Cleaner: Removing SITE/.jekyll-cache...
           Cleaner: Nothing to do for .sass-cache.
`,
      err: '',
    })
    expect(fs.readdirSync(site.root).sort()).toEqual(['_config.yml', 'index.md'])
    expect((await runIn(site.root, ['clean'])).out).toContain('Nothing to do for')
  })

  test('never the source', async () => {
    put({ 'index.md': page('hi'), '_config.yml': 'cache_dir: .\n' })
    expect((await runIn(site.root, ['clean', '-d', '..'])).code).toBe(1)
    expect((await runIn(site.root, ['clean', '-d', '.'])).code).toBe(1)
    expect((await runIn(site.root, ['clean'])).code).toBe(0)
    expect(fs.readdirSync(site.root).sort()).toEqual(['_config.yml', 'index.md'])
  })
})

test('a file behind a comma and a blank is named, and what is not read', async () => {
  site.put({
    'a.yml': 'a: 1',
    'b.yml': 'b: 2',
    'index.txt': '---\n---\n{{ site.a }}{{ site.b }}',
  })
  const words = await runIn(site.root, ['build', '--config', 'a.yml,', 'b.yml'])
  expect([words.code, words.err]).toEqual([
    0,
    "     Configuration: 'b.yml' is not read.\n" +
      '                    The files of --config stand in one word: --config a.yml,b.yml\n',
  ])
  expect(site.read('_site/index.txt')).toBe('1')
  const blank = await runIn(site.root, ['build', '--config', 'a.yml, b.yml'])
  expect([blank.code, blank.err]).toEqual([
    1,
    expect.stringContaining(
      `The configuration file '${site.root}/ b.yml' could not be found.\n  help: a file of`,
    ),
  ])
})

test('a file as source is refused in Jekyll’s words, and nothing is to be cleaned there', async () => {
  site.put({ 'a.md': page('hi') })
  for (const command of ['build', 'serve']) {
    const said = await runIn(site.root, [command, '-s', 'a.md', '-d', 'out'])
    expect([said.code, steady(said.out)]).toEqual([1, ''])
    expect(steady(said.err)).toContain(
      'File exists @ dir_s_mkdir - SITE/a.md\n  help: the source is a folder',
    )
  }
  const cleaned = await runIn(site.root, ['clean', '-s', 'a.md'])
  expect(cleaned.code).toBe(0)
  expect(cleaned.out).toContain('Nothing to do for ')
  expect(site.list()).toEqual(['a.md'])
})

test('what style sheets say is said under -q, too, as their compiler says it beside Jekyll', async () => {
  site.put({
    '_config.yml': '',
    'a.scss': '---\n---\n@warn "careful";\n@debug "dbg";\na { b: c; }\n',
    '_drafts/x.md': '',
  })
  const said = await runIn(site.root, ['build', '-q', '--compat', 'jekyll-4.3'])
  expect([said.code, said.out]).toEqual([0, ''])
  expect(said.err).toBe('Sass warning: careful (a.scss:3:1)\nSass debug: dbg (a.scss:4:1)\n')
})
