/** Gems fetched from a registry on loopback: what is built with them, what is locked, and every way it can fail. */
import fs from 'node:fs'
import http from 'node:http'
import net from 'node:net'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Setup } from '../../src/builder/index.ts'
import { lacking } from '../needs.ts'
import { built, kept, newPlace, type Place } from './place.ts'
import { entry, filesOf, gemFile, type Registry, startRegistry, sum } from './registry.ts'

const LAYOUT = { '_layouts/default.html': 'nice: {{ content }}' }
const MINIMA = '/usr/share/rubygems-integration/all/gems/minima-2.5.1'

let registry: Registry
beforeEach(async () => {
  registry = await startRegistry()
})
afterEach(() => registry.close())

function site(config = 'theme: nice\n', page = '---\nlayout: default\n---\nhi'): Place {
  const place = newPlace(config)
  place.write('index.html', page)
  return place
}

test('a gem that is nowhere is fetched once, checked, kept and locked', async () => {
  const gem = await gemFile('nice', '1.2.0', LAYOUT, { needs: ['jekyll-feed', 'rake'] })
  registry.add('nice', '1.2.0', gem)
  const place = site()
  const said: string[] = []
  const found = await place.load({
    registry: registry.url,
    info: (topic, text) => said.push(`${topic} ${text}`),
  })
  expect(built(found).get('index.html')).toBe('nice: hi')
  expect(found.theme?.plugins).toEqual(['jekyll-feed'])
  expect(found.theme?.from).toBe('fetched')
  expect(said).toEqual([`Theme: Fetching nice 1.2.0 from ${registry.url}`])
  expect(place.read('whirl.lock')).toBe(
    `# The themes and gems this site was built with. Whirl wrote this: commit it, and every build has the same.
# To take a newer one, delete its entry and build.
lock: 1
themes:
  "nice":
    gem: ${registry.url}
    version: "1.2.0"
    sha256: "${sum(gem)}"
`,
  )
  expect(kept(place)).toEqual([`nice-1.2.0-${sum(gem).slice(0, 12)}`])
  const asked = registry.asked.length
  expect(asked).toBe(2)
  await place.load({ registry: registry.url })
  await place.load({}, { offline: true })
  expect(registry.asked.length).toBe(asked)
})

test('the lock is not part of the site', async () => {
  registry.add('nice', '1.0', await gemFile('nice', '1.0', LAYOUT))
  const place = site()
  expect([...built(await place.load({ registry: registry.url })).keys()]).toEqual(['index.html'])
})

test('what the gem says of itself', async () => {
  registry.add('nice', '1.0', await gemFile('nice', '1.0', LAYOUT, { needs: ['jekyll-feed'] }))
  const page =
    '---\n---\n{{ theme.version }}|{{ theme.authors }}|{{ theme.description }}|{{ theme.dependencies }}'
  const found = await site('theme: nice\n', page).load({ registry: registry.url })
  expect(built(found).get('index.html')).toBe('1.0|Ann Author, Ben Builder|A theme.|jekyll-feed (~> 0.1)')
})

test.skipIf(lacking('reference', 'minima 2.5.1', fs.existsSync(MINIMA)))(
  'Debian’s minima, packed as a gem and fetched, builds as the installed one',
  async () => {
    const gem = await gemFile('minima', '2.5.1', filesOf(MINIMA), {
      needs: ['jekyll-feed', 'jekyll-seo-tag'],
    })
    registry.add('minima', '2.5.1', gem)
    const page = '---\nlayout: home\n---\nhi'
    const place = site('theme: minima\ntitle: T\n', page)
    const fetched = await place.load({ registry: registry.url })
    const installed = await place.load({}, {}, [path.join(MINIMA, '../..')])
    expect([fetched.theme?.from, installed.theme?.from]).toEqual(['fetched', 'gem'])
    // A source map names where the sources lie.
    const text = (configuration: Setup) =>
      [...built(configuration)].filter(([name]) => !name.endsWith('.map'))
    expect(text(fetched)).toEqual(text(installed))
    expect([...built(fetched).keys()].sort()).toEqual([
      'assets/main.css',
      'assets/main.css.map',
      'assets/minima-social-icons.svg',
      'feed.xml',
      'index.html',
    ])
  },
)

test('a gem that `gem build` made', async () => {
  const gem = fs.readFileSync(new URL('whirl-demo-theme-0.3.1.gem', import.meta.url))
  registry.add('whirl-demo-theme', '0.3.1', gem)
  const place = site(
    'theme: whirl-demo-theme\n',
    '---\nlayout: default\ntitle: T\n---\n{{ theme.dependencies | join: "; " }}|{{ theme.authors }}|{{ theme.description }}\n',
  )
  const found = await place.load({ registry: registry.url })
  expect(found.theme?.plugins).toEqual(['jekyll-seo-tag'])
  expect(built(found).get('index.html')).toBe(
    '<!doctype html><title>T</title>jekyll (>= 3.5, < 5.0); jekyll-seo-tag (~> 2.1)|Ann Author, Ben Builder|' +
      'It has a layout, an include and a style sheet.\nTwo lines: and "quotes".\n<footer>0.3.1</footer>\n\n',
  )
  expect(built(found).get('assets/css/style.css')).toContain('color: red')
})

test('the version that the Gemfile asks for, and the newest that is no pre-release', async () => {
  for (const version of ['1.0.0', '1.9.0', '1.10.0', '2.0.0', '3.0.0.rc1'])
    registry.add('nice', version, await gemFile('nice', version, LAYOUT))
  const newest = site()
  expect((await newest.load({ registry: registry.url })).theme?.details?.version).toBe('2.0.0')
  const asked = site()
  asked.write('Gemfile', `source "${registry.url}"\ngem "jekyll"\ngem "nice", "~> 1.0", ">= 1.2"\n`)
  expect((await asked.load()).theme?.details?.version).toBe('1.10.0')
  const locked = site()
  locked.write('Gemfile', 'source "https://rubygems.org"\ngem "nice"\n')
  locked.write('Gemfile.lock', `GEM\n  remote: ${registry.url}/\n  specs:\n    nice (1.9.0)\n      jekyll\n`)
  expect((await locked.load({ registry: registry.url })).theme?.details?.version).toBe('1.9.0')
  expect(locked.read('whirl.lock')).toContain('version: "1.9.0"')
  // The Gemfile.lock moves on, and the lock with it.
  locked.write('Gemfile.lock', `GEM\n  remote: ${registry.url}/\n  specs:\n    nice (1.10.0)\n`)
  expect((await locked.load({ registry: registry.url })).theme?.details?.version).toBe('1.10.0')
  expect(locked.read('whirl.lock')).toContain('version: "1.10.0"')
})

test('what is locked stays, whatever has been published since', async () => {
  registry.add('nice', '1.0', await gemFile('nice', '1.0', LAYOUT))
  const place = site()
  await place.load({ registry: registry.url })
  registry.add('nice', '2.0', await gemFile('nice', '2.0', LAYOUT))
  fs.rmSync(place.cache, { recursive: true })
  expect((await place.load({ registry: registry.url })).theme?.details?.version).toBe('1.0')
})

test('a registry without the compact index', async () => {
  const gem = await gemFile('nice', '1.0', LAYOUT)
  registry.answers.set('/gems/nice-1.0.gem', gem)
  registry.answers.set(
    '/api/v1/versions/nice.json',
    JSON.stringify([
      { number: '2.0', platform: 'java', sha: 'x' },
      { number: '1.0', platform: 'ruby', sha: sum(gem) },
    ]),
  )
  expect((await site().load({ registry: registry.url })).theme?.details?.version).toBe('1.0')
})

test('a gem that the registry does not have', async () => {
  const fault = await site().fails({ registry: registry.url })
  expect(fault.code).toBe('theme/not-in-registry')
  expect(fault.message).toBe(
    `The nice theme could not be found. It is not installed, and ${registry.url} has no gem nice.`,
  )
  expect(fault.help).toContain('vendor/nice')
})

test('a version that the registry does not have', async () => {
  registry.add('nice', '1.0', await gemFile('nice', '1.0', LAYOUT))
  const place = site()
  place.write('Gemfile', 'gem "nice", "~> 7.0"\n')
  const fault = await place.fails({ registry: registry.url })
  expect(fault.message).toContain(`${registry.url} has no nice ~> 7.0`)
})

test('offline, what is missing is said, and how to get it', async () => {
  registry.add('nice', '1.0', await gemFile('nice', '1.0', LAYOUT))
  const place = site()
  const fault = await place.fails({ registry: registry.url }, { offline: true })
  expect(fault.code).toBe('theme/offline')
  expect(fault.message).toContain('nice is not on this machine, and `offline` forbids fetching it')
  expect(fault.help).toContain('build once without --offline')
  expect(registry.asked).toEqual([])
  await place.load({ registry: registry.url })
  // Without the lock, offline, what an earlier build kept will do.
  fs.rmSync(path.join(place.source, 'whirl.lock'))
  expect((await place.load({}, { offline: true })).theme?.name).toBe('nice')
})

test('a file that is not what the registry announced', async () => {
  registry.add('nice', '1.0', await gemFile('nice', '1.0', LAYOUT), 'a'.repeat(64))
  const place = site()
  const fault = await place.fails({ registry: registry.url })
  expect(fault.code).toBe('theme/checksum')
  expect(fault.message).toContain(`not ${'a'.repeat(64)} as the registry says`)
  expect([kept(place), place.has('whirl.lock')]).toEqual([[], false])
})

test('a file that is not what was locked', async () => {
  registry.add('nice', '1.0', await gemFile('nice', '1.0', LAYOUT))
  const place = site()
  await place.load({ registry: registry.url })
  fs.rmSync(place.cache, { recursive: true })
  registry.add('nice', '1.0', await gemFile('nice', '1.0', { '_layouts/default.html': 'changed' }))
  const fault = await place.fails({ registry: registry.url })
  expect(fault.code).toBe('theme/checksum')
  expect(fault.message).toContain('but whirl.lock has')
  expect(fault.help).toContain('delete its entry')
  expect(kept(place)).toEqual([])
})

test.each([
  ['text', 'lock: 1\nthemes: [', 'did not find expected node content'],
  ['list', '- a\n', 'it holds no `themes:`'],
  ['version', 'lock: 2\n', 'it is of version 2'],
  [
    'sum',
    'lock: 1\nthemes:\n  nice:\n    gem: https://x\n    version: "1"\n    sha256: "12"\n',
    'nice has no `sha256`',
  ],
  ['kind', `lock: 1\nthemes:\n  nice:\n    sha256: "${'a'.repeat(64)}"\n`, 'neither `gem` with `version`'],
  [
    'path',
    `lock: 1\nthemes:\n  nice:\n    gem: x\n    version: ../../x\n    sha256: "${'a'.repeat(64)}"\n`,
    'neither `gem`',
  ],
])('a broken lock: %s', async (_, text, why) => {
  const place = site()
  place.write('whirl.lock', text)
  const fault = await place.fails({ registry: registry.url })
  expect(fault.code).toBe('theme/lock-broken')
  expect(fault.message).toContain('whirl.lock cannot be read: ')
  expect(fault.message).toContain(why)
  expect(registry.asked).toEqual([])
})

const link = (name: string, linkname: string) =>
  ({ header: { name, size: 0, type: 'symlink', linkname } }) as const

test.each([
  ['a path upwards', [entry('../evil', Buffer.from('x'))], '"../evil", a path that leads out of it'],
  ['a path upwards inside', [entry('a/../../evil', Buffer.from('x'))], 'a path that leads out of it'],
  ['an absolute path', [entry('/etc/evil', Buffer.from('x'))], '"/etc/evil", a path that leads out of it'],
  ['a backslash', [entry('..\\evil', Buffer.from('x'))], 'a path that leads out of it'],
  ['a link upwards', [link('a/out', '../../x')], '"a/out", a link that leads out of it'],
  ['an absolute link', [link('out', '/etc/passwd')], '"out", a link that leads out of it'],
  ['a file below a link', [link('d', 'assets'), entry('d/x', Buffer.from('x'))], 'which is not a directory'],
  [
    'a device',
    [{ header: { name: 'dev', size: 0, type: 'character-device' } } as const],
    '"dev", a character-device',
  ],
  [
    'a hard link',
    [{ header: { name: 'h', size: 0, type: 'link', linkname: '/etc/passwd' } } as const],
    '"h", a link',
  ],
])('a gem with %s is refused whole', async (_, odd, why) => {
  registry.add('nice', '1.0', await gemFile('nice', '1.0', LAYOUT, { odd }))
  const place = site()
  const fault = await place.fails({ registry: registry.url })
  expect(fault.code).toBe('theme/unsafe')
  expect(fault.message).toContain('The nice theme could not be found. It holds ')
  expect(fault.message).toContain(why)
  expect([kept(place), place.has('whirl.lock'), fs.readdirSync(place.root).sort()]).toEqual([
    [],
    false,
    ['site'],
  ])
})

test('a link that stays inside is kept', async () => {
  const odd = [link('_includes/a.html', 'b.html')]
  const files = { ...LAYOUT, '_includes/b.html': 'B' }
  registry.add('nice', '1.0', await gemFile('nice', '1.0', files, { odd }))
  const found = await site('theme: nice', '---\n---\n{% include a.html %}').load({ registry: registry.url })
  expect(built(found).get('index.html')).toBe('B')
})

test('a gem that ends too soon, and one that is none', async () => {
  const gem = await gemFile('nice', '1.0', LAYOUT)
  for (const bytes of [gem.subarray(0, 700), Buffer.from('not a gem'), await tarOf('other')]) {
    registry.answers.clear()
    registry.add('nice', '1.0', bytes)
    const place = site()
    const fault = await place.fails({ registry: registry.url })
    expect(fault.code).toBe('theme/broken-archive')
    expect(kept(place)).toEqual([])
  }
})

async function tarOf(name: string): Promise<Uint8Array> {
  const { packTar } = await import('modern-tar')
  return packTar([entry(name, Buffer.from('x'))])
}

test('a connection that breaks in the middle', async () => {
  registry.add('nice', '1.0', await gemFile('nice', '1.0', LAYOUT))
  registry.answers.set('/gems/nice-1.0.gem', (response) => {
    response.writeHead(200, { 'content-length': '5000' })
    response.write('abc', () => response.destroy())
  })
  const fault = await site().fails({ registry: registry.url })
  expect(fault.code).toBe('theme/unreachable')
  expect(fault.message).toContain('cannot be reached')
})

test('more than a theme needs: a download, a bomb, a crowd of files', async () => {
  const limits = { archive: 20_000, unpacked: 50_000, files: 20 }
  const bomb = await gemFile('nice', '1.0', { ...LAYOUT, 'assets/zeros': Buffer.alloc(5_000_000) })
  const crowd = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`assets/${i}.txt`, 'x']))
  const noise = Buffer.from(Array.from({ length: 30_000 }, (_, i) => (i * i * 31 + (i >> 3)) % 251))
  for (const [gem, why] of [
    [bomb, 'when unpacked'],
    [await gemFile('nice', '1.0', crowd), 'more than 20 files'],
    [noise, 'gives more than 20000 bytes'],
  ] as const) {
    registry.answers.clear()
    registry.add('nice', '1.0', gem)
    const place = site()
    const fault = await place.fails({ registry: registry.url, limits })
    expect(fault.code).toBe('theme/too-large')
    expect(fault.message).toContain(why)
    expect(kept(place)).toEqual([])
  }
})

test('a registry that answers with a page of HTML', async () => {
  const page = (response: http.ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<!doctype html><p>Log in')
  }
  registry.answers.set('/info/nice', page)
  registry.answers.set('/api/v1/versions/nice.json', page)
  const index = await site().fails({ registry: registry.url })
  expect(index.code).toBe('theme/bad-answer')
  expect(index.message).toContain('answers 200, with a page of HTML')
  registry.answers.clear()
  registry.add('nice', '1.0', await gemFile('nice', '1.0', LAYOUT))
  registry.answers.set('/gems/nice-1.0.gem', page)
  expect((await site().fails({ registry: registry.url })).message).toContain('with a page of HTML')
})

test('a server that fails once is asked again; one that wants a user is named', async () => {
  const gem = await gemFile('nice', '1.0', LAYOUT)
  registry.add('nice', '1.0', gem)
  let times = 0
  registry.answers.set('/gems/nice-1.0.gem', (response) => {
    response.writeHead(++times === 1 ? 503 : 200).end(times === 1 ? '' : gem)
  })
  expect((await site().load({ registry: registry.url })).theme?.name).toBe('nice')
  registry.answers.set('/gems/nice-1.0.gem', (response) => {
    response.writeHead(401).end()
  })
  const fault = await site().fails({ registry: registry.url })
  expect(fault.message).toContain('answers 401')
  expect(fault.help).toContain('wants a user')
})

test('a user in the address is sent, and never shown or locked', async () => {
  const gem = await gemFile('nice', '1.0', LAYOUT)
  registry.add('nice', '1.0', gem)
  let sent: string | undefined
  registry.answers.set('/gems/nice-1.0.gem', (response, request) => {
    sent = request.headers.authorization
    response.writeHead(200).end(gem)
  })
  const place = site()
  const said: string[] = []
  const address = registry.url.replace('//', '//ann:secret@')
  await place.load({ registry: address, info: (_, text) => said.push(text) })
  expect(Buffer.from((sent ?? '').replace('Basic ', ''), 'base64').toString()).toBe('ann:secret')
  expect(place.read('whirl.lock') + said.join()).not.toContain('secret')
})

test('redirections are followed, not for ever', async () => {
  const gem = await gemFile('nice', '1.0', LAYOUT)
  registry.add('nice', '1.0', gem)
  const to = (place: string) => (response: http.ServerResponse) => {
    response.writeHead(302, { location: place }).end()
  }
  registry.answers.set('/gems/nice-1.0.gem', to('/elsewhere'))
  registry.answers.set('/elsewhere', gem)
  expect((await site().load({ registry: registry.url })).theme?.name).toBe('nice')
  registry.answers.set('/elsewhere', to('/gems/nice-1.0.gem'))
  const fault = await site().fails({ registry: registry.url })
  expect(fault.code).toBe('theme/redirected')
  expect(fault.message).toContain('leads on more than 5 times')
})

test('no network: nobody answers, no such host, no answer in time', async () => {
  const port = await new Promise<number>((resolve) => {
    const server = net.createServer()
    server.listen(0, '127.0.0.1', () => {
      const { port: free } = server.address() as net.AddressInfo
      server.close(() => resolve(free))
    })
  })
  const refused = await site().fails({ registry: `http://127.0.0.1:${port}` })
  expect(refused.message).toContain(
    `http://127.0.0.1:${port}/info/nice cannot be reached: nobody answers there.`,
  )
  expect(refused.help).toContain('set HTTPS_PROXY')
  const nowhere = await site().fails({ registry: 'http://registry.invalid' })
  expect(nowhere.message).toMatch(/cannot be reached: there is no (such host, or no )?network/)
  registry.answers.set('/info/nice', () => {})
  const late = await site().fails({ registry: registry.url, patience: 300 })
  expect(late.code).toBe('theme/timeout')
  expect(late.message).toContain('no answer came in 0.3 seconds')
  const odd = await site().fails({ registry: 'rubygems' })
  expect(odd.message).toContain('"rubygems" is not an address of a registry')
})

test('the proxy of the environment is used, unless the host is excepted', async () => {
  registry.add('nice', '1.0', await gemFile('nice', '1.0', LAYOUT))
  const { host, port, hostname } = new URL(registry.url)
  const through: string[] = []
  const proxy = http.createServer((request, response) => {
    through.push(request.url ?? '')
    http.get(request.url ?? '', (answer) => answer.pipe(response.writeHead(answer.statusCode ?? 500)))
  })
  proxy.on('connect', (request, socket) => {
    through.push(request.url ?? '')
    const on = net.connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      on.pipe(socket)
      socket.pipe(on)
    })
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const httpProxy = `http://user:secret@127.0.0.1:${(proxy.address() as net.AddressInfo).port}`
  await site().load({ registry: registry.url, httpProxy })
  expect(through.some((each) => each.includes(host))).toBe(true)
  through.length = 0
  await site().load({ registry: registry.url, httpProxy, noProxy: '127.0.0.1' })
  expect(through).toEqual([])
  proxy.closeAllConnections()
  await new Promise((resolve) => proxy.close(resolve))
  const fault = await site().fails({ registry: registry.url, httpProxy })
  expect(fault.message).toMatch(/through the proxy http:\/\/127\.0\.0\.1:\d+\/?: /)
  expect(fault.message).not.toContain('secret')
  expect(fault.help).toContain('NO_PROXY')
})

test('builds at the same time come to the same theme', async () => {
  registry.add('nice', '1.0', await gemFile('nice', '1.0', LAYOUT))
  const place = site()
  const all = await Promise.all(Array.from({ length: 6 }, () => place.load({ registry: registry.url })))
  expect(new Set(all.map(({ theme }) => theme?.root)).size).toBe(1)
  expect(kept(place).length).toBe(1)
  expect(fs.readdirSync(place.source).sort()).toEqual(['_config.yml', 'index.html', 'whirl.lock'])
})

test('a cache that cannot be written', async () => {
  registry.add('nice', '1.0', await gemFile('nice', '1.0', LAYOUT))
  const place = site()
  fs.writeFileSync(place.cache, 'a file')
  const fault = await place.fails({ registry: registry.url })
  expect(fault.code).toBe('theme/cache')
  expect(fault.message).toContain('cannot be kept in')
})

test('a cached theme that is broken is fetched again; nothing half-made stays', async () => {
  registry.add('nice', '1.0', await gemFile('nice', '1.0', LAYOUT))
  const place = site()
  await place.load({ registry: registry.url })
  const [name = ''] = kept(place)
  fs.writeFileSync(path.join(place.cache, name, 'receipt.json'), '{"locked"')
  expect((await place.load({ registry: registry.url })).theme?.name).toBe('nice')
  expect(kept(place)).toEqual([name])
})
