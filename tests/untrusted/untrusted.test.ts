/**
 * `whirl build --untrusted` over sites that harm whoever builds them without limits. Each ends in its limit with the page
 * named, exit code 1 and the output as it was, and nothing beside the site is read, written or asked for. All are built with
 * `WHIRL_HOSTILE=all`, else a few. Skipped, with a line, where nothing is bundled.
 */
import { execFile, spawn } from 'node:child_process'
import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LIMITS } from '../../src/cli/untrusted/limits.ts'
import { runIn } from '../cli/host.ts'
import { lacking } from '../needs.ts'
import { makeSite, type SiteFolder } from '../site-maker.ts'
import { type HostileSite, SITES } from './hostile-sites.ts'

const cli = path.resolve(import.meta.dirname, '../../dist/cli.js')
const unbundled = lacking('bundle', 'dist/cli.js', fs.existsSync(cli))
const noProc = !fs.existsSync('/proc/self/task')
const chosen = SITES.filter(({ always }) => always === true || process.env.WHIRL_HOSTILE === 'all')

/** What a site must not see: in a file beside it, and in the environment. */
const SECRET = 'marker-of-the-host'
const LOW = ['--memory-limit', '300']
/** Long enough for a machine that does other things to begin with a page, and for what ends by itself. */
const SHORT = ['--page-time-limit', '2']
const LONG = ['--page-time-limit', '30']

interface Ended {
  readonly code: number
  readonly said: string
}

function build(words: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { env: { ...env, NO_COLOR: '1' }, timeout: 60_000, maxBuffer: 1 << 26 }
    execFile(process.execPath, [cli, 'build', ...words], options, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), said: out + err })
    })
  })
}

const untrusted = (site: SiteFolder, words: readonly string[] = []): Promise<Ended> =>
  build(['--untrusted', '-q', ...LOW, ...words, '-s', site.at('site'), '-d', site.at('out')], {
    ...process.env,
    MARKER: SECRET,
    JEKYLL_GITHUB_TOKEN: SECRET,
  })

let asked: string[] = []
const server = http.createServer(({ url = '' }, answer) => {
  asked.push(url)
  answer.end('{}')
})
beforeAll(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)))
afterAll(() => server.close())

/** The site's folder beside an output of an earlier build, and a folder that is nobody's business. */
function folderOf({ files, links = {} }: HostileSite): SiteFolder {
  const folder = makeSite({
    'out/old.html': 'old',
    'outside/secret.html': SECRET,
    'outside/_secret.scss': `a{b:"${SECRET}"}`,
  })
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const filled = (text: string): string =>
    text.replaceAll('OUTSIDE', folder.at('outside')).replaceAll('SERVER', address)
  for (const [name, text] of Object.entries(typeof files === 'function' ? files() : files))
    folder.put({ [`site/${name}`]: filled(text) })
  for (const [name, target] of Object.entries(links)) {
    fs.mkdirSync(path.dirname(folder.at(`site/${name}`)), { recursive: true })
    fs.symlinkSync(filled(target), folder.at(`site/${name}`))
  }
  return folder
}

/** All texts below `name`, by path; links are not followed. */
function textsIn(folder: SiteFolder, name: string): Readonly<Record<string, string>> {
  const entries = fs.readdirSync(folder.at(name), { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => !entry.isDirectory())
  const text = (file: string): string =>
    fs.lstatSync(file).isFile() ? fs.readFileSync(file, 'utf8') : 'no file'
  return Object.fromEntries(
    files
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(folder.root, file), text(file)]),
  )
}

describe.skipIf(unbundled)('whirl build --untrusted', () => {
  test.each(chosen.map((site) => [`${site.category}: ${site.name}`, site] as const))(
    '%s',
    async (_, site) => {
      const folder = folderOf(site)
      const outside = textsIn(folder, 'outside')
      asked = []
      const { code, said } = await untrusted(folder, [
        ...(site.category === 'endless' ? SHORT : LONG),
        ...(site.limits ?? []),
      ])
      expect(said).not.toContain(SECRET)
      expect(said).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m)
      expect(textsIn(folder, 'outside')).toEqual(outside)
      expect(asked).toEqual([])
      const output = textsIn(folder, 'out')
      expect(JSON.stringify(output)).not.toContain(SECRET)
      if (site.ends === 'built') {
        expect(code, said).toBe(0)
        return
      }
      expect(code, said).toBe(1)
      expect(said).toMatch(site.ends)
      expect(said).toContain(site.names ?? '')
      expect(output).toEqual({ 'out/old.html': 'old' })
      expect(fs.readdirSync(folder.root).sort()).toEqual(['out', 'outside', 'site'])
    },
    60_000,
  )

  test('an ordinary site is built as without', async () => {
    const folder = makeSite({
      'site/_config.yml': 'plugins: [jekyll-feed, jekyll-environment-variables]\n',
      'site/index.md':
        '---\ntitle: A\n---\n# {{ page.title }} {{ jekyll.environment }} [{{ site.env.MARKER }}]\n',
      'site/_posts/2020-01-02-a.md': '---\n---\n*a*\n',
      'site/style.scss': '---\n---\na { b { c: d } }\n',
    })
    const plain = await build(['--safe', '-q', '-s', folder.at('site'), '-d', folder.at('plain')])
    expect(plain).toEqual({ code: 0, said: '' })
    expect(await untrusted(folder)).toEqual({ code: 0, said: '' })
    const files = (name: string): unknown =>
      Object.entries(textsIn(folder, name))
        .filter(([file]) => !file.endsWith('.xml'))
        .map(([file, text]) => [file.slice(name.length), text])
    expect(files('out')).toEqual(files('plain'))
  })

  test('a mistake of the site is told as ever', async () => {
    const folder = makeSite({ 'site/page.html': '---\n---\n{% nothing %}' })
    const { code, said } = await untrusted(folder)
    expect(code).toBe(1)
    expect(said).toContain(
      "Liquid Exception: Liquid syntax error (line 1): Unknown tag 'nothing' in page.html",
    )
  })

  test('many pages that take their time reach the limit of the whole build', async () => {
    const body = '---\n---\n{% for i in (1..300) %}{% for j in (1..1000) %}{{ j }}{% endfor %}{% endfor %}'
    const pages = Array.from({ length: 300 }, (_, i) => [`site/page${i}.html`, body] as const)
    const folder = makeSite({ ...Object.fromEntries(pages), 'out/old.html': 'old' })
    const { code, said } = await untrusted(folder, [...LONG, '--time-limit', '3', '--output-limit', '100000'])
    expect(code, said).toBe(1)
    expect(said).toMatch(/Limit: the build has run for 3 s, and is not done: .*page\d+\.html/)
    expect(textsIn(folder, 'out')).toEqual({ 'out/old.html': 'old' })
  })

  test('what is said beyond a limit is left out, and the site is built', async () => {
    const folder = makeSite({
      'site/style.scss': '---\n---\n@for $i from 1 through 200 { @warn "number #{$i} is large"; }',
    })
    const { code, said } = await build([
      ...['--untrusted', '--log-limit', '0.002', '-s', folder.at('site'), '-d', folder.at('out')],
    ])
    expect(code, said).toBe(0)
    expect(said).toContain('number 1 is large')
    expect(said).not.toContain('number 200 is large')
    expect(said).toContain('the rest of what there is to say is left out (--log-limit)')
    expect(said.length).toBeLessThan(3000)
  })

  test('what stops the build is said though there was no room left for it', async () => {
    const folder = makeSite({
      'site/style.scss': '---\n---\n@for $i from 1 through 200 { @warn "number #{$i} is large"; }',
      'site/wrong.html': '---\n---\n{% nothing %}',
    })
    const { code, said } = await build([
      ...['--untrusted', '--log-limit', '0.001', '-s', folder.at('site'), '-d', folder.at('out')],
    ])
    expect(code, said).toBe(1)
    expect(said).not.toContain('number 200 is large')
    expect(said).toMatch(
      /left out \(--log-limit\)\n.*Unknown tag 'nothing' in wrong\.html[\s\S]*code: liquid\/unknown-tag\n$/,
    )
    expect(said.length).toBeLessThan(3000)
  })

  test('SIGTERM ends the build, too', async () => {
    const folder = folderOf(SITES[0]!)
    const watching = spawn(
      process.execPath,
      [cli, 'build', '--untrusted', '-s', folder.at('site'), '-d', folder.at('out')],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    )
    const code = new Promise((resolve) => watching.on('close', resolve))
    await new Promise((resolve) => watching.stdout.once('data', resolve))
    watching.kill('SIGTERM')
    expect(await code).toBe(1)
    expect(textsIn(folder, 'out')).toEqual({ 'out/old.html': 'old' })
  })

  test.skipIf(noProc)('a build that breaks down is told with its page', async () => {
    const folder = folderOf(SITES[0]!)
    const watching = spawn(
      process.execPath,
      [cli, 'build', '--untrusted', '-s', folder.at('site'), '-d', folder.at('out')],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    )
    let said = ''
    watching.stderr.on('data', (piece) => {
      said += piece
    })
    const code = new Promise((resolve) => watching.on('close', resolve))
    await expect.poll(() => childrenOf(watching.pid)).not.toEqual([])
    const [builder = ''] = childrenOf(watching.pid)
    await expect.poll(() => busyFor(builder), { timeout: 30_000 }).toBeGreaterThan(1)
    process.kill(Number(builder), 'SIGSEGV')
    expect(await code).toBe(1)
    expect(said).toContain('Liquid in page.html ended the build (SIGSEGV)')
    expect(said).toContain('code: limit/crash')
    expect(textsIn(folder, 'out')).toEqual({ 'out/old.html': 'old' })
  })

  test.skipIf(noProc)('what builds does not outlive who watches it', async () => {
    const folder = folderOf(SITES[0]!)
    const watching = spawn(
      process.execPath,
      [cli, 'build', '--untrusted', '-s', folder.at('site'), '-d', folder.at('out')],
      {
        stdio: 'ignore',
      },
    )
    await expect.poll(() => childrenOf(watching.pid)).not.toEqual([])
    const [builder = ''] = childrenOf(watching.pid)
    await expect.poll(() => fs.readFileSync(`/proc/${builder}/cmdline`, 'utf8')).toContain('cli.js')
    watching.kill('SIGKILL')
    await expect.poll(() => isRunning(builder), { timeout: 10_000 }).toBe(false)
  })
})

/** The processes that a process of Linux started. */
function childrenOf(id: number | undefined): readonly string[] {
  const text = fs.readFileSync(`/proc/${id}/task/${id}/children`, 'utf8')
  return text.split(' ').filter(Boolean)
}

/** Seconds that a process of Linux has computed. */
function busyFor(id: string): number {
  const fields = fs.readFileSync(`/proc/${id}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** Whether a process is there and no zombie. */
function isRunning(id: string): boolean {
  try {
    return !/^State:\s+Z/m.test(fs.readFileSync(`/proc/${id}/status`, 'utf8'))
  } catch {
    return false
  }
}

describe('the command line', () => {
  test.each([
    [['--time-limit', '5'], '--time-limit is a limit of --untrusted.'],
    [['--untrusted', '--watch'], '--untrusted goes without --watch.'],
    [
      ['--untrusted', '--depth-limit', '0'],
      'invalid argument: --depth-limit 0 (--depth-limit takes a number above 0)',
    ],
    [['--untrusted', '--memory-limit', 'much'], '--memory-limit takes a number above 0'],
  ])('%s', async (words, message) => {
    const { root } = makeSite()
    const said = await runIn(root, ['build', ...words])
    expect([said.code, said.out]).toEqual([1, ''])
    expect(said.err).toContain(message)
  })
})

test('there are sixty hostile sites, some of each kind', () => {
  expect(SITES.length).toBeGreaterThanOrEqual(60)
  expect([...new Set(SITES.map(({ category }) => category))]).toEqual([
    ...['endless', 'huge', 'deep', 'linked', 'fetching'],
  ])
})

test('the page for hosts has the limits and their defaults', () => {
  const text = fs.readFileSync(path.resolve(import.meta.dirname, '../../docs/untrusted.md'), 'utf8')
  const rows = text.split('\n').filter((line) => line.startsWith('| `--'))
  expect(rows.map((row) => row.split('|').map((cell) => cell.trim()))).toEqual(
    LIMITS.map(({ long, value, most, about }) => ['', `\`--${long} ${value}\``, String(most), about, '']),
  )
})
