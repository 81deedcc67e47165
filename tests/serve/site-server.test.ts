import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { type ServeOptions, type Serving, serve } from '../../src/serve/index.ts'

const opened: Serving[] = []
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close()
})

const failure = {
  code: 'liquid/unknown-tag',
  severity: 'error',
  message: "Liquid Exception: Unknown tag '<b>'",
  trail: [],
} as const

async function start(
  files: Record<string, string>,
  server: Partial<ServeOptions['server']> = {},
  rest: Partial<ServeOptions> = {},
) {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'whirl-serve-'))
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
    fs.writeFileSync(path.join(root, name), text)
  }
  let address = ''
  let liveReload: string | undefined
  opened.push(
    await serve({
      server: {
        root,
        host: '127.0.0.1',
        port: 0,
        baseurl: '',
        showDirListing: false,
        headers: new Map(),
        ...server,
      },
      build: () => ({ written: [], removed: [], diagnostics: [], failed: false }),
      skipInitialBuild: false,
      onListening: (url, reload) => {
        address = url
        liveReload = reload
      },
      onError: (error) => {
        throw error
      },
      ...rest,
    }),
  )
  const get = (where: string, init: RequestInit = {}) =>
    fetch(new URL(where, address), { redirect: 'manual', ...init })
  return { root, get, address, liveReload }
}

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
  const { get } = await start(
    { 'index.html': 'last good', 'a.css': 'a{}' },
    {},
    { build: () => ({ written: [], removed: [], diagnostics: [failure], failed: true }) },
  )
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

describe('live reload', () => {
  const liveReload = { port: 0, ignore: [], minDelay: 0 }
  const message = (socket: WebSocket): Promise<unknown> =>
    new Promise((resolve) => socket.once('message', (data) => resolve(JSON.parse(String(data)))))

  test('pages carry the script; the socket says what changed', async () => {
    const source = fs.mkdtempSync(path.join(os.tmpdir(), 'whirl-source-'))
    const { get, liveReload: url } = await start(
      { 'index.html': '<html><head><title>x</title></head></html>' },
      { liveReload },
      {
        watch: { paths: [source], ignored: () => false, polling: false },
        build: (changes) => ({
          written: changes.map((each) => path.basename(each.path)),
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
    fs.writeFileSync(path.join(source, 'main.css'), 'a{}')
    expect(await first).toEqual({ css: ['main.css'] })
    const second = message(socket)
    fs.writeFileSync(path.join(source, 'index.html'), 'new')
    expect(await second).toEqual({ reload: true })
    socket.close()
  })

  test('a page of another host gets no socket', async () => {
    const { liveReload: url } = await start({}, { liveReload })
    const socket = new WebSocket(url!.replace('http', 'ws'), { origin: 'http://elsewhere.example' })
    const refused = await new Promise((resolve) => socket.once('error', (error) => resolve(error.message)))
    expect(refused).toContain('401')
  })
})
