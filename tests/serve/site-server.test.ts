import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { LiveReload } from '../../src/serve/live-reload.ts'
import { makeSite } from '../site-maker.ts'
import { start } from './starting.ts'

const failure = {
  code: 'liquid/unknown-tag',
  severity: 'error',
  message: "Liquid Exception: Unknown tag '<b>'",
  trail: [],
} as const

describe('paths', () => {
  test('a page answers with and without its extension, a directory by its index', async () => {
    const { get } = await start({ 'index.html': 'home', 'about.html': 'about', 'docs/index.html': 'docs' })
    expect(await (await get('/')).text()).toBe('home')
    expect(await (await get('/about')).text()).toBe('about')
    expect(await (await get('/docs/')).text()).toBe('docs')
    const moved = await get('/docs')
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/docs/'])
  })

  test('a missing page gives 404.html with status 404', async () => {
    const { get } = await start({ '404.html': 'no route' })
    const answer = await get('/nowhere')
    expect([answer.status, await answer.text()]).toEqual([404, 'no route'])
  })

  test('only what is below baseurl is served', async () => {
    const { get, address } = await start({ 'a.html': 'a' }, { baseurl: '/blog' })
    expect(new URL(address).pathname).toBe('/blog/')
    expect(await (await get('/blog/a.html')).text()).toBe('a')
    expect((await get('/a.html')).status).toBe(404)
  })

  test('nothing outside the site can be reached', async () => {
    const { get } = await start({ 'index.html': 'home' })
    for (const where of [
      '/../../etc/hostname',
      '/%2e%2e/%2e%2e/etc/hostname',
      '/..%2f..%2fetc%2fhostname',
      '/%00',
      '/%',
    ])
      expect([400, 404]).toContain((await get(where)).status)
  })

  test('other methods are refused', async () => {
    const { get } = await start({ 'index.html': 'home' })
    expect((await get('/', { method: 'POST' })).status).toBe(405)
  })
})

describe('headers', () => {
  test('text has a character set, nothing is cached, own headers are added', async () => {
    const { get } = await start(
      { 'a.css': 'a{}', 'a.svg': '<svg/>' },
      { headers: new Map([['X-Own', 'yes']]) },
    )
    const css = await get('/a.css')
    expect(css.headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect(css.headers.get('cache-control')).toContain('no-cache')
    expect(css.headers.get('x-own')).toBe('yes')
    expect((await get('/a.svg')).headers.get('content-type')).toContain('image/svg+xml')
  })

  test('a range is served', async () => {
    const { get } = await start({ 'a.bin': '0123456789' })
    const part = await get('/a.bin', { headers: { Range: 'bytes=2-4' } })
    expect([part.status, await part.text()]).toEqual([206, '234'])
  })
})

test('a directory listing names files, escaped', async () => {
  const { get } = await start({ 'x/a&b.txt': '' }, { showDirListing: true })
  expect(await (await get('/x/')).text()).toContain('a&amp;b.txt')
})

test('a failed build is shown in place of pages, escaped; other files stay', async () => {
  const { root: source, put } = makeSite()
  let built = (): void => {}
  const failed = new Promise<void>((resolve) => {
    built = resolve
  })
  const { get } = await start(
    { 'index.html': 'last good', 'a.css': 'a{}' },
    {},
    {
      watch: { paths: [source], ignored: () => false, means: 'files' },
      build: () => {
        setImmediate(built)
        return { written: [], removed: [], diagnostics: [failure], failed: true }
      },
    },
  )
  expect((await get('/')).status).toBe(200)
  put({ 'index.html': '{% b %}' })
  await failed
  const page = await get('/')
  expect(page.status).toBe(500)
  expect(await page.text()).toContain('Unknown tag &#39;&lt;b&gt;&#39;')
  expect((await get('/a.css')).status).toBe(200)
})

test('a port in use is reported, not thrown away', async () => {
  const { address } = await start({})
  await expect(start({}, { port: Number(new URL(address).port) })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  })
})

/** The answer to a path as it is, which `fetch` would tidy up. */
function raw(
  address: string,
  where: string,
  headers: Record<string, string> = {},
): Promise<{ readonly status: number; readonly headers: http.IncomingHttpHeaders; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(address)
    const options = { host: hostname, port, path: where, headers }
    http
      .get(options, (answer) => {
        let body = ''
        answer.on('data', (chunk) => {
          body += chunk
        })
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }))
      })
      .on('error', reject)
  })
}

describe('what a URL stands for, as Jekyll’s server has it', () => {
  const files = {
    'index.html': 'home',
    'about.html': 'about',
    'page.xhtml': 'xml',
    'both.html': 'page',
    'both/index.html': 'index',
    'bare.html': 'page',
    'bare/a.txt': 'a',
    'old/index.htm': 'old',
    'sp ace/é ü.html': 'odd',
    'list/a b.txt': 'a',
    'f.css': 'a{}',
  }
  test.each([
    ['/about', 200, 'about'],
    ['/about/', 200, 'about'],
    ['/about.html/', 200, 'about'],
    ['/about?x=1', 200, 'about'],
    ['/page', 200, 'xml'],
    ['/both', 301, '/both/'],
    ['/both/', 200, 'index'],
    ['/both?x=%20y', 301, '/both/?x=%20y'],
    ['/bare/', 200, 'page'],
    ['/old/', 200, 'old'],
    ['/sp%20ace/%C3%A9%20%C3%BC', 200, 'odd'],
    ['/both%2Findex.html', 200, 'index'],
    ['/f.css/', 200, 'a{}'],
    ['//about', 200, 'about'],
    ['//both', 301, '/both/'],
    ['/ABOUT', 404, ''],
    ['/about.html/x', 404, ''],
    ['/nothing', 404, ''],
  ])('%s', async (where, status, what) => {
    const { address } = await start(files)
    const said = await raw(address, where)
    expect([said.status, said.status === 301 ? said.headers.location : said.body]).toEqual([
      status,
      status === 404 ? expect.stringContaining('Not Found') : what,
    ])
  })

  test('a directory without an index is listed, names escaped once', async () => {
    const { address } = await start({ ...files, 'list/50%.txt': '', 'list/q?#.txt': 'q' })
    const { body } = await raw(address, '/list/')
    expect(body).toContain('<li><a href="/list/50%25.txt">50%.txt</a></li>')
    expect(body).toContain('<li><a href="/list/q%3F%23.txt">q?#.txt</a></li>')
    expect((await raw(address, '/list/q%3F%23.txt')).body).toBe('q')
  })
})

describe('what lies outside', () => {
  test.each([
    '/../SECRET.txt',
    '/%2e%2e/SECRET.txt',
    '/..%2fSECRET.txt',
    '/%2e%2e%2fSECRET.txt',
    '/x/../../SECRET.txt',
    '/../site-beside/SECRET.txt',
    '/%2e%2e/site-beside/SECRET.txt',
    '/..\\SECRET.txt',
    '/%00/../SECRET.txt',
    '/%c0%ae%c0%ae/SECRET.txt',
    '/link.txt',
    '/out/SECRET.txt',
    '/out/',
  ])('%s is not there', async (where) => {
    const secrets = ['SECRET.txt', 'site-beside/SECRET.txt', 'elsewhere/SECRET.txt']
    const parent = makeSite(Object.fromEntries(secrets.map((name) => [name, 'secret'])))
    const root = parent.at('site')
    fs.mkdirSync(root)
    fs.symlinkSync('../SECRET.txt', path.join(root, 'link.txt'))
    fs.symlinkSync('../elsewhere', path.join(root, 'out'))
    const { address } = await start({}, { root })
    const said = await raw(address, where)
    expect([said.status, said.body.toLowerCase().includes('secret')]).toEqual([404, false])
  })

  test('a link within the site is followed', async () => {
    const { root, address } = await start({ 'a.txt': 'a' })
    fs.symlinkSync('a.txt', path.join(root, 'b.txt'))
    expect((await raw(address, '/b.txt')).body).toBe('a')
  })
})

describe('parts and conditions', () => {
  test.each([
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=-3', 206, '789', 'bytes 7-9/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
    ['bytes=99-', 416, '', 'bytes */10'],
    ['bytes=5-2', 416, '', 'bytes */10'],
    ['nonsense', 200, '0123456789', undefined],
  ])('%s', async (range, status, body, told) => {
    const { address } = await start({ 'a.bin': '0123456789' })
    const said = await raw(address, '/a.bin', { Range: range })
    expect([said.status, said.body, said.headers['content-range']]).toEqual([status, body, told])
  })

  test('what the browser has is not sent again', async () => {
    const { address } = await start({ 'a.css': 'a{}' })
    const { etag = '' } = (await raw(address, '/a.css')).headers
    expect((await raw(address, '/a.css', { 'If-None-Match': etag })).status).toBe(304)
  })
})

test.each([
  ['a.html', 'text/html; charset=utf-8'],
  ['a.xhtml', 'application/xhtml+xml'],
  ['a.js', 'application/javascript; charset=utf-8'],
  ['a.json', 'application/json; charset=utf-8'],
  ['a.xml', 'application/xml'],
  ['a.svg', 'image/svg+xml'],
  ['a.txt', 'text/plain; charset=utf-8'],
  ['a.gz', 'application/gzip'],
  ['a.woff2', 'font/woff2'],
  ['a.avif', 'image/avif'],
  ['a.mp4', 'video/mp4'],
  ['a.wasm', 'application/wasm'],
  ['a.pdf', 'application/pdf'],
  ['a.webmanifest', 'application/manifest+json; charset=utf-8'],
  ['noext', 'application/octet-stream'],
])('%s is %s', async (name, type) => {
  const { address } = await start({ [name]: 'x' })
  const { headers } = await raw(address, `/${name}`)
  expect([headers['content-type'], headers['content-encoding']]).toEqual([type, undefined])
})

test('OPTIONS says what may be asked', async () => {
  const { get } = await start({})
  const said = await get('/', { method: 'OPTIONS' })
  expect([said.status, said.headers.get('allow')]).toEqual([200, 'GET, HEAD, OPTIONS'])
})

test('HEAD has the headers of GET and no body', async () => {
  const { get } = await start({ 'a.html': 'page' })
  const said = await get('/a', { method: 'HEAD' })
  expect([said.status, said.headers.get('content-length'), await said.text()]).toEqual([200, '4', ''])
})

describe('live reload', () => {
  const liveReload = { port: 0, ignore: [], minDelay: 0 }
  const listenAt = { host: '127.0.0.1', allowedHosts: [] }
  const message = (socket: WebSocket): Promise<unknown> =>
    new Promise((resolve) => socket.once('message', (data) => resolve(JSON.parse(String(data)))))

  test('pages carry the script; the socket says what changed', async () => {
    const { root: source, put } = makeSite()
    const { get, liveReload: url } = await start(
      { 'index.html': '<html><head><title>x</title></head></html>' },
      { liveReload },
      {
        watch: { paths: [source], ignored: () => false, means: 'directories' },
        build: (changed) => ({
          written: changed.map((file) => path.basename(file)),
          removed: [],
          diagnostics: [],
          failed: false,
        }),
      },
    )
    expect(await (await get('/')).text()).toContain(
      `<head><script src="${url}/livereload.js?0"></script><title>`,
    )
    const socket = new WebSocket(`${url!.replace('http', 'ws')}/?0`, { origin: 'http://127.0.0.1:4000' })
    await new Promise((resolve) => socket.once('open', resolve))
    const first = message(socket)
    put({ 'main.css': 'a{}' })
    expect(await first).toEqual({ css: ['main.css'] })
    const second = message(socket)
    put({ 'index.html': 'new' })
    expect(await second).toEqual({ reload: true })
    socket.close()
  })

  test('changes that go on are told after the greatest delay, and none before the least', async () => {
    const reload = new LiveReload({ port: 0, ignore: ['skipped/*'], minDelay: 0.2, maxDelay: 0.5 }, listenAt)
    const port = await reload.listen()
    const socket = new WebSocket(`ws://127.0.0.1:${port}/?0`, { origin: 'http://127.0.0.1:4000' })
    await new Promise((resolve) => socket.once('open', resolve))
    const told: unknown[] = []
    socket.on('message', (data) => told.push(JSON.parse(String(data))))
    /** What was told so far: the answer to a ping comes behind it. */
    const heard = async (): Promise<number> => {
      socket.ping()
      await new Promise((resolve) => socket.once('pong', resolve))
      return told.length
    }
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    try {
      for (let passed = 0; passed < 450; passed += 50) {
        reload.changed(['a.css'])
        vi.advanceTimersByTime(50)
      }
      expect(await heard()).toBe(0)
      reload.changed(['a.css'])
      vi.advanceTimersByTime(50)
      expect(await heard()).toBe(1)
      expect(told).toEqual([{ css: expect.arrayContaining(['a.css']) }])
      reload.changed(['b.html'])
      vi.advanceTimersByTime(150)
      expect(await heard()).toBe(1)
      vi.advanceTimersByTime(50)
      expect(await heard()).toBe(2)
      reload.changed(['skipped/a.html'])
      vi.advanceTimersByTime(1000)
      expect(await heard()).toBe(2)
    } finally {
      vi.useRealTimers()
    }
    await reload.close()
  })

  test.each([
    ['a style sheet and its map are swapped in place', ['a.css', 'a.css.map'], { css: ['a.css'] }],
    ['a map alone reloads', ['a.css.map'], { reload: true }],
    ['a page beside a style sheet reloads', ['a.css', 'a.css.map', 'index.html'], { reload: true }],
    ['a script’s map is no style sheet’s', ['a.css', 'a.js.map'], { reload: true }],
  ])('%s', async (_, paths, expected) => {
    const reload = new LiveReload(liveReload, listenAt)
    const port = await reload.listen()
    const socket = new WebSocket(`ws://127.0.0.1:${port}/?0`, { origin: 'http://127.0.0.1:4000' })
    await new Promise((resolve) => socket.once('open', resolve))
    const said = message(socket)
    reload.changed(paths)
    expect(await said).toEqual(expected)
    await reload.close()
  })

  test('a page of another host gets no socket', async () => {
    const { liveReload: url } = await start({}, { liveReload })
    const socket = new WebSocket(url!.replace('http', 'ws'), { origin: 'http://elsewhere.example' })
    const refused = await new Promise((resolve) => socket.once('error', (error) => resolve(error.message)))
    expect(refused).toContain('403')
  })
})
