/** The bundled command: what users start. Skipped, with this line, where nothing is bundled yet. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { RougeVersion } from '../../src/base/index.ts'
import { highlight, languages } from '../../src/highlight/index.ts'
import { lacking } from '../needs.ts'
import { makeSite } from '../site-maker.ts'

const root = path.resolve(import.meta.dirname, '../..')
const cli = path.join(root, 'dist/cli.js')
const PARTS = ['cli.js', 'load.cjs', 'start.cjs', 'whirl.cjs', 'kramdown.cjs', 'highlight.cjs']
const unbundled = lacking('bundle', 'dist/cli.js', fs.existsSync(cli))

function start(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}) {
  return spawnSync(process.execPath, [cli, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', ...env },
  })
}

/** Where the bundle in `folder` has its compiled code. */
function codeFolders(folder: string): readonly string[] {
  const loader = createRequire(import.meta.url)(path.join(folder, 'load.cjs')) as {
    readonly codeFolders: readonly string[]
  }
  return loader.codeFolders
}

describe.skipIf(unbundled)('dist/cli.js', () => {
  test('prints its version', () => {
    const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      version: string
    }
    expect(start(['--version'], root).stdout).toBe(`whirl ${version}\n`)
  })

  test('a Node that is too old is told so in one line, with the version that package.json asks for', () => {
    const { engines } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      engines: { node: string }
    }
    const site = makeSite({
      'old.cjs': `Object.defineProperty(process.versions, 'node', { value: process.env.AS })
        Object.defineProperty(process, 'version', { value: 'v' + process.env.AS })`,
    })
    const wanted = engines.node.replace('>=', '')
    const startAs = (version: string) =>
      spawnSync(process.execPath, ['--require', site.at('old.cjs'), cli, '--version'], {
        encoding: 'utf8',
        env: { ...process.env, AS: version },
      })
    for (const version of ['20.18.3', '18.20.1', '6.17.0']) {
      const { status, stdout, stderr } = startAs(version)
      expect([status, stdout, stderr.split('\n')[0]]).toEqual([
        1,
        '',
        `whirl needs Node ${wanted} or later, and this is v${version}.`,
      ])
    }
    for (const version of [`${wanted}.0`, '22.1.0', '100.0.0']) expect(startAs(version).status).toBe(0)
  })

  test('colours are for terminals, and for those who ask for them', () => {
    const site = makeSite({ 'index.html': '---\n---\n{% nope %}' })
    const plain = { NO_COLOR: '', FORCE_COLOR: '' }
    for (const words of [['build'], ['build', '--untrusted']]) {
      expect(start(words, site.root, plain).stderr).not.toContain('\u001b')
      expect(start(words, site.root, { ...plain, FORCE_COLOR: '1' }).stderr).toContain('\u001b[31m')
      expect(start(words, site.root, { FORCE_COLOR: '1' }).stderr).not.toContain('\u001b')
    }
  })

  test('builds the whole site when nobody reads what it prints any more', () => {
    const site = makeSite({ 'index.html': '---\n---\nhi' })
    const line = '(sleep 0.2; "$0" "$1" build --profile; echo $? > code) | true'
    spawnSync('bash', ['-c', line, process.execPath, cli], { cwd: site.root, encoding: 'utf8' })
    expect(site.read('code')).toBe('0\n')
    expect(site.read('_site/index.html')).toBe('hi')
  })

  test('builds a site with a style sheet, and ends with 1 for one that is broken', () => {
    const site = makeSite({
      'index.md': '---\n---\n# Hi\n\n```ruby\nputs 1\n```\n',
      'main.scss': '---\n---\na { b { color: red } }\n',
    })
    const done = start(['build'], site.root)
    expect([done.status, done.stderr]).toEqual([0, 'Configuration file: none\n'])
    expect(site.read('_site/index.html')).toContain('<span class="nb">puts</span>')
    expect(site.read('_site/main.css')).toContain('color: red')
    site.put({ 'index.md': '---\n---\n{% nope %}\n' })
    const failed = start(['build'], site.root)
    expect(failed.status).toBe(1)
    expect(failed.stderr).toContain("Unknown tag 'nope' in index.md")
    expect(failed.stderr).not.toMatch(/^\s+at /m)
  })

  test.each(['jekyll-4.3', 'jekyll-4.4'])(
    'asks the compiler of %s for sheets of any size without a thread',
    (compat) => {
      const names = Array.from({ length: 40 }, (_, number) => `part${number}`)
      const files = names.map((name) => [`_sass/_${name}.scss`, `.${name} { color: red }\n`.repeat(400)])
      const rows = 20_000
      const site = makeSite({
        '_config.yml': 'sass: { sourcemap: never, style: compressed }\n',
        'main.scss': `---\n---\n${names.map((name) => `@import "${name}";`).join('\n')}\n${'.é{b:c}\n'.repeat(rows)}`,
        'count.cjs': `
        const threads = require('node:worker_threads')
        const { Worker } = threads
        threads.Worker = class extends Worker {
          constructor(...args) { super(...args); require('node:fs').writeFileSync('started', '') }
        }`,
        ...Object.fromEntries(files),
      })
      const done = start(['build', '-q', '--compat', compat], site.root, {
        NODE_OPTIONS: `--require ${site.at('count.cjs')}`,
      })
      expect([done.status, done.stderr]).toEqual([0, ''])
      const css = site.read('_site/main.css')
      const counted = [css.split('color:red').length - 1, css.split('b:c').length - 1]
      expect([...counted, site.list().includes('started')]).toEqual([40 * 400, rows, false])
      site.put({ 'main.scss': '---\n---\n@function f($a) { @return f($a) + 1; }\na { b: f(1) }\n' })
      const failed = start(['build', '-q', '--compat', compat], site.root)
      expect([failed.status, failed.stderr.includes('stack level too deep')]).toEqual([1, true])
    },
  )

  test('has compiled code of Sass too, and names no folder of the machine that made it', () => {
    const [folder = ''] = codeFolders(path.join(root, 'dist'))
    const parts = ['highlight', 'kramdown', 'plugin-seo-tag', 'start', 'whirl']
    const made = ['sass', 'sass-embedded', 'sass-embedded-1.78', ...parts].map((name) => `${name}.bin`)
    expect(fs.readdirSync(folder)).toEqual(expect.arrayContaining(made))
    const copy = makeSite({ 'package.json': '{"type":"commonjs"}', 'site/a.md': '---\n---\n{% nope %}\n' })
    const cache = path.relative(path.join(root, 'dist'), folder)
    fs.mkdirSync(copy.at(cache), { recursive: true })
    for (const name of [...PARTS, `${cache}/start.bin`, `${cache}/whirl.bin`])
      fs.copyFileSync(path.join(root, 'dist', name), copy.at(name))
    const args = [copy.at('cli.js'), 'build', '--trace', '-s', copy.at('site'), '-d', copy.at('out')]
    const { stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    expect(stderr).toContain('whirl-blog/dist/whirl.cjs:')
    expect(stderr).not.toContain(root)
  })

  test('says in one line that its folder is gone', () => {
    const site = makeSite({ 'x/a': '' })
    const line = 'cd x && rm -r ../x && "$0" "$1" build'
    const { status, stderr } = spawnSync('sh', ['-c', line, process.execPath, cli], {
      cwd: site.root,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    })
    expect([status, stderr]).toEqual([
      1,
      '             Fatal: No such file or directory - getcwd\n' +
        '  help: the folder that you are in is gone: change to another one\n  code: cli/no-folder\n',
    ])
  })

  /** A copy of `files` of the bundle in a folder of its own, run with `args`. */
  const startWith = (files: readonly string[], args: readonly string[]) => {
    const copy = makeSite({
      'package.json': '{"type":"commonjs"}',
      'site/a.html': '---\n---\n{{ 1 | plus: 1 }}',
    })
    for (const name of files) fs.copyFileSync(path.join(root, 'dist', name), copy.at(name))
    const words = args.map((arg) => arg.replace('COPY', copy.root))
    const done = spawnSync(process.execPath, [copy.at('cli.js'), ...words], {
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    })
    return { ...done, copy }
  }

  test.each([
    ['--version', 0],
    ['--help', 0],
    ['build --help', 0],
    ['help serve', 0],
    ['bild', 1],
    ['build --nope', 1],
  ])('%s loads nothing but the first part', (line, status) => {
    const args = line.split(' ')
    const done = startWith(['cli.js', 'load.cjs', 'start.cjs'], args)
    expect(done.status).toBe(status)
    expect([done.stdout, done.stderr]).toEqual([start(args, root).stdout, start(args, root).stderr])
  })

  test('of plugins those are loaded that the site names, and a site that names one needs its part', () => {
    const loads = (name: string): string => {
      const { copy } = startWith([...PARTS, `plugin-${name}.cjs`], ['--version'])
      copy.put({ 'site/_config.yml': `plugins: [jekyll-${name}]\n` })
      spawnSync(process.execPath, [copy.at('cli.js'), 'build', '-s', copy.at('site'), '-d', copy.at('out')])
      return copy
        .list()
        .filter((file) => file.startsWith('out/'))
        .join()
    }
    expect(loads('feed')).toBe('out/a.html,out/feed.xml')
    expect(loads('sitemap')).toBe('out/a.html,out/robots.txt,out/sitemap.xml')
  })

  test('a site without code loads nothing that colours', () => {
    const parts = PARTS.filter((name) => name !== 'highlight.cjs')
    const { status, copy } = startWith(parts, ['build', '-s', 'COPY/site', '-d', 'COPY/out', '-q'])
    expect([status, copy.read('out/a.html')]).toEqual([0, '2'])
  })

  test('of the modules of Node a small site loads none that it has no use for', () => {
    const site = makeSite({
      'index.html': 'hi',
      'note.cjs': `process.on('exit', () =>
        require('node:fs').writeFileSync('loaded', process.moduleLoadList.join('\\n')))`,
    })
    // What prints loads node:net where it prints to a pipe.
    const later = ['child_process', 'dns', 'http', 'https', 'v8', 'worker_threads', 'zlib']
    const loaded = (...words: string[]): readonly string[] => {
      start(['build', '-q', ...words], site.root, { NODE_OPTIONS: `--require ${site.at('note.cjs')}` })
      const all = site.read('loaded').split('\n')
      return later.filter((name) => all.includes(`NativeModule ${name}`))
    }
    expect(loaded()).toEqual([])
    expect(site.read('_site/index.html')).toBe('hi')
    site.put({ 'a.scss': '---\n---\np { q: r }' })
    expect(loaded('--compat', 'jekyll-4.3')).toEqual(['child_process'])
  })

  test('makes the patterns beyond ASCII, which take longest, of languages that are used alone, and colours all as the sources do', () => {
    const text = 'x = "a" + 1 # b\n<p class="c">{ d: [1, 2] } /* e */ // f\n-- g\n'
    const versions: readonly RougeVersion[] = ['3.30', '5.1']
    const script = `
      const { load } = require(${JSON.stringify(path.join(root, 'dist/load.cjs'))})
      load('whirl')
      let made = 0
      globalThis.RegExp = new Proxy(RegExp, {
        construct: (RegExp, args) => {
          if (args[1] === 'u') made++
          return new RegExp(...args)
        },
      })
      const { highlight, languages } = load('highlight')
      languages()
      const atFirst = made
      const coloured = ${JSON.stringify(versions)}.flatMap((rouge) =>
        languages({ rouge }).map((tag) => [rouge, tag, highlight(${JSON.stringify(text)}, tag, { rouge })]))
      console.log(JSON.stringify({ atFirst, coloured }))`
    const { stdout } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8', maxBuffer: 1 << 26 })
    const coloured = versions.flatMap((rouge) =>
      languages({ rouge }).map((tag) => [rouge, tag, highlight(text, tag, { rouge })]),
    )
    expect(JSON.parse(stdout)).toEqual({ atFirst: 0, coloured })
  })

  test('runs without the compiled code, and with one that is damaged', () => {
    const copy = makeSite({ 'package.json': '{"type":"commonjs"}' })
    for (const name of PARTS) fs.copyFileSync(path.join(root, 'dist', name), copy.at(name))
    const version = (): string =>
      spawnSync(process.execPath, [copy.at('cli.js'), '--version'], { encoding: 'utf8' }).stdout
    const plain = version()
    expect(plain).toMatch(/^whirl /)
    const [folder = ''] = codeFolders(copy.root)
    copy.put({ [`${path.relative(copy.root, folder)}/start.bin`]: 'not compiled code' })
    expect(version()).toBe(plain)
  })

  test('has compiled code for a Node with other options, too, and makes what is damaged anew', () => {
    const copy = makeSite({
      'package.json': '{"type":"commonjs"}',
      'site/a.md': 'a\n',
      'count.cjs': `const vm = require('node:vm'), { Script } = vm, found = {}
        vm.Script = class extends Script {
          constructor(text, options) {
            super(text, options)
            found[options.filename] = this.cachedDataRejected === false
          }
        }
        process.once('exit', () => process.stderr.write(Object.values(found).join()))`,
    })
    for (const name of PARTS) fs.copyFileSync(path.join(root, 'dist', name), copy.at(name))
    const args = [copy.at('cli.js'), 'build', '-q', '-s', copy.at('site'), '-d', copy.at('out')]
    const compiled = (options = '') => {
      const NODE_OPTIONS = `--require ${copy.at('count.cjs')} ${options}`
      const env = { ...process.env, NODE_OPTIONS }
      const said = spawnSync(process.execPath, args, { encoding: 'utf8', env }).stderr.split(',')
      return { all: said.every((each) => each === 'true'), none: said.every((each) => each === 'false') }
    }
    expect(compiled()).toEqual({ all: false, none: true })
    expect(compiled()).toEqual({ all: true, none: false })
    const small = '--max-old-space-size=900'
    expect(compiled(small)).toEqual({ all: false, none: true })
    expect([compiled(small).all, compiled().all]).toEqual([true, true])
    const [folder = ''] = codeFolders(copy.root)
    copy.put({ [`${path.relative(copy.root, folder)}/whirl.bin`]: 'not compiled code' })
    compiled()
    expect(compiled().all).toBe(true)
  })
})
