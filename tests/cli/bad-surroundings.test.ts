/** Surroundings that lack what is usual: a home, a folder that may be written to, Unix's ends of lines. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { parseSync } from 'oxc-parser'
import { expect, test } from 'vitest'
import { lacking } from '../needs.ts'
import { siteForEachTest } from '../site-maker.ts'
import { runIn } from './host.ts'

const at = siteForEachTest()
const root = path.resolve(import.meta.dirname, '../..')
const SITE = {
  '_config.yml': 'url: http://x\n',
  'a.md': '---\n---\n# A\n',
  'c.scss': '---\n---\na { b: c }\n',
}

test('a cache that cannot be written is told once, and the site is built', async () => {
  at.put({ ...SITE, '.jekyll-cache': 'no folder' })
  const { code, err } = await runIn(at.root, ['build'])
  expect([code, err.replaceAll(at.root, 'SITE')]).toEqual([
    0,
    '             Cache: SITE/.jekyll-cache cannot be written (ENOTDIR): each build renders everything anew.\n' +
      '                    Name another place in `cache_dir`, or say `disable_disk_cache: true`.\n',
  ])
  expect(at.read('_site/a.html')).toBe('<h1 id="a">A</h1>\n')
  expect((await runIn(at.root, ['build', '--disable-disk-cache'])).err).toBe('')
  at.put({ '_config.yml': 'url: http://x\ncache_dir: elsewhere\n' })
  expect((await runIn(at.root, ['build'])).err).toBe('')
})

const cli = path.join(root, 'dist/cli.js')

test.skipIf(lacking('bundle', 'dist/cli.js', fs.existsSync(cli)))(
  'without a home, or with one that is not there, everything is as usual',
  () => {
    at.put(SITE)
    for (const env of [{}, { HOME: '' }, { HOME: at.at('nobody') }, { HOME: 'relative' }])
      for (const command of [['build', '-q'], ['check', '-q'], ['doctor'], ['--version']]) {
        const done = spawnSync(process.execPath, [cli, ...command], {
          cwd: at.root,
          encoding: 'utf8',
          env: { PATH: process.env.PATH, ...env },
        })
        expect([command[0], done.status, done.stderr]).toEqual([command[0], 0, ''])
      }
    expect(at.has('nobody') || at.has('relative')).toBe(false)
  },
)

// Root may write anywhere.
const isRoot = process.getuid?.() === 0
const hasSetpriv = spawnSync('setpriv', ['--version']).status === 0

test.skipIf(
  lacking('commands', 'setpriv', !isRoot || hasSetpriv) ||
    lacking('bundle', 'dist/cli.js', fs.existsSync(cli)),
)('a checkout that may only be read is built elsewhere', () => {
  at.put(SITE)
  fs.mkdirSync(at.at('out'))
  fs.chmodSync(at.at('out'), 0o777)
  fs.chmodSync(at.root, 0o555)
  const nobody = isRoot ? ['setpriv', '--reuid', '65534', '--regid', '65534', '--clear-groups'] : []
  const [program = '', ...words] = [...nobody, process.execPath, cli, 'build', '-d', at.at('out/site')]
  const done = spawnSync(program, words, {
    cwd: at.root,
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  })
  fs.chmodSync(at.root, 0o755)
  expect([done.status, done.stderr]).toEqual([
    0,
    expect.stringContaining('.jekyll-cache cannot be written (EACCES): each build renders everything anew.'),
  ])
  expect(at.read('out/site/a.html')).toBe('<h1 id="a">A</h1>\n')
})

test.each(['tools/launcher.cjs', 'packages/create-whirl/create.mjs'])(
  '%s has no syntax that a Node too old cannot read',
  (file) => {
    const text = fs.readFileSync(path.join(root, file), 'utf8')
    const { program, errors } = parseSync(file, text)
    expect(errors).toEqual([])
    // Optional chains and `??` came with Node 14; a name that a module of Node lacks stops it before its first line.
    expect(/"type":"ChainExpression"|"operator":"\?\?=?"/.exec(JSON.stringify(program))).toBe(null)
    expect(text).not.toMatch(/^import \{[^}]*\} from 'node:util'/m)
  },
)
