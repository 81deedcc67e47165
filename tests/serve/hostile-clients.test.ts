/** What pages of other sites and broken clients may do to the server: nothing that the next request would notice. */
import net from 'node:net'
import { describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { start } from './starting.ts'

const liveReload = { port: 0, ignore: [], minDelay: 0 }
const FILES = { 'index.html': 'home' }

/** All that the server sends for `bytes` until it hangs up; `then` is sent once it has answered. */
function exchange(address: string, bytes: string | Buffer, then?: Buffer): Promise<string> {
  const { hostname, port } = new URL(address)
  return new Promise((resolve) => {
    let heard = ''
    const socket = net.connect({ host: hostname, port: Number(port) }, () => socket.write(bytes))
    socket.setTimeout(5000, () => socket.destroy())
    socket.on('error', () => {})
    socket.on('data', (data) => {
      if (heard === '' && then !== undefined) socket.write(then)
      heard += data.toString('latin1')
    })
    socket.on('end', () => socket.end())
    socket.on('close', () => resolve(heard))
  })
}

const asked = (address: string, lines: readonly string[]): Promise<string> =>
  exchange(address, `${['GET / HTTP/1.1', 'Connection: close', ...lines].join('\r\n')}\r\n\r\n`)

/** The status an answer begins with. */
const status = (answer: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0)

describe('Host', () => {
  test.each([
    ['localhost', {}, 200],
    ['LOCALHOST:4000', {}, 200],
    ['localhost.', {}, 200],
    ['blog.localhost:4000', {}, 200],
    ['127.0.0.1', {}, 200],
    ['127.8.9.1:80', {}, 200],
    ['[::1]:4000', {}, 200],
    ['rebound.example', {}, 403],
    ['localhost.rebound.example', {}, 403],
    ['notlocalhost', {}, 403],
    ['127.0.0.1.rebound.example', {}, 403],
    ['127.rebound.example', {}, 403],
    ['192.168.0.7', {}, 403],
    ['[fe80::1]', {}, 403],
    ['rebound.example@localhost', {}, 403],
    ['localhost/rebound.example', {}, 403],
    ['localhost:4000:5000', {}, 403],
    ['[::1', {}, 403],
    ['192.168.0.7', { host: '0.0.0.0' }, 200],
    ['rebound.example', { host: '0.0.0.0' }, 403],
    ['mine.example:4000', { allowedHosts: ['mine.example'] }, 200],
    ['a.mine.example', { allowedHosts: ['mine.example'] }, 403],
    ['a.Mine.example', { allowedHosts: ['.mine.example'] }, 200],
    ['mine.example', { allowedHosts: ['.mine.example'] }, 200],
    ['notmine.example', { allowedHosts: ['.mine.example'] }, 403],
    ['any.example', { allowedHosts: ['*'] }, 200],
  ])('%s with %j: %i', async (host, options, expected) => {
    const { address } = await start(FILES, { liveReload, ...options })
    const at = new URL(address)
    at.hostname = '127.0.0.1'
    const said = await asked(at.href, [`Host: ${host}`])
    expect(status(said)).toBe(expected)
    expect(said.includes('home')).toBe(expected === 200)
  })

  test('none, or an empty one, is refused', async () => {
    const { address } = await start(FILES)
    expect(status(await asked(address, []))).toBe(400)
    expect(status(await asked(address, ['Host: ']))).toBe(403)
    expect(status(await exchange(address, 'GET / HTTP/1.0\r\n\r\n'))).toBe(403)
  })

  test('the refusal names the flag, on one line, whatever the name holds', async () => {
    const { address } = await start(FILES)
    const said = await asked(address, ['Host: <b>"x'])
    expect(said).toContain('text/plain')
    expect(said).toContain('does not answer to "<b>\\"x". To have it do so, start it with --allowed-hosts')
  })

  test('the reload script is for the same names', async () => {
    const { liveReload: url = '' } = await start(FILES, { liveReload })
    const ask = async (host: string): Promise<number> =>
      status(
        await exchange(url, `GET /livereload.js?0 HTTP/1.1\r\nConnection: close\r\nHost: ${host}\r\n\r\n`),
      )
    expect([await ask('localhost'), await ask('rebound.example')]).toEqual([200, 403])
  })

  test('whether other machines reach it is known', async () => {
    expect((await start(FILES, { host: 'localhost' })).open).toBe(false)
    expect((await start(FILES, { host: '0.0.0.0' })).open).toBe(true)
  })
})

describe('the socket’s origin', () => {
  test.each([
    ['localhost', 'http://localhost:4000', true],
    ['LocalHost:1', 'http://localhost:4000', true],
    ['127.0.0.1', 'http://127.0.0.1:4000', true],
    ['[::1]:1', 'http://[::1]:4000', true],
    ['rebound.example', 'http://rebound.example', false],
    ['localhost', 'http://rebound.example', false],
    ['localhost', 'http://127.0.0.1', false],
    ['localhost', 'null', false],
    ['localhost', 'file://', false],
    ['localhost', 'http://localhost.rebound.example', false],
    ['localhost', 'http://localhost@rebound.example', false],
    ['localhost', '', false],
  ])('Host %s, Origin %s: %s', async (host, origin, expected) => {
    const { liveReload: url = '' } = await start(FILES, { liveReload })
    const socket = new WebSocket(`${url.replace('http', 'ws')}/?0`, { headers: { Host: host }, origin })
    const opened = await new Promise((resolve) => {
      socket.once('open', () => resolve(true))
      socket.once('error', () => resolve(false))
    })
    expect(opened).toBe(expected)
    socket.terminate()
  })
})

const UPGRADE = [
  'GET /?0 HTTP/1.1',
  'Host: localhost',
  'Origin: http://localhost',
  'Upgrade: websocket',
  'Connection: Upgrade',
  'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
  'Sec-WebSocket-Version: 13',
]
const upgrade = (lines: readonly string[]): string => `${lines.join('\r\n')}\r\n\r\n`
/** The upgrade with the header that `line` names replaced by it. */
const instead = (line: string): string =>
  upgrade(UPGRADE.map((each) => (each.split(':')[0] === line.split(':')[0] ? line : each)))

describe('a malformed upgrade is refused', () => {
  const kinds: readonly (readonly [string, string])[] = [
    ['a host that is none', instead('Host: %%%')],
    ['a host with a broken port', instead('Host: localhost:x')],
    ['a host in open brackets', instead('Host: [')],
    ['an empty host', instead('Host: ')],
    ['no host', upgrade(UPGRADE.filter((line) => !line.startsWith('Host')))],
    ['an origin that is none', instead('Origin: ::::')],
    ['no origin', upgrade(UPGRADE.filter((line) => !line.startsWith('Origin')))],
    ['another method', upgrade(['POST /?0 HTTP/1.1', ...UPGRADE.slice(1)])],
    ['another protocol', instead('Upgrade: h2c')],
    ['a short key', instead('Sec-WebSocket-Key: short')],
    ['no key', upgrade(UPGRADE.filter((line) => !line.startsWith('Sec-WebSocket-Key')))],
    ['a version of none', instead('Sec-WebSocket-Version: x')],
    ['a broken list of protocols', upgrade([...UPGRADE, 'Sec-WebSocket-Protocol: ,,a,,'])],
    ['a header of 20,000 characters', upgrade([...UPGRADE, `X-Long: ${'a'.repeat(20_000)}`])],
  ]
  test.each(kinds)('%s', async (_, request) => {
    const { liveReload: url = '', get } = await start(FILES, { liveReload })
    const said = status(await exchange(url, request))
    expect(said).toBeGreaterThanOrEqual(400)
    expect(said).toBeLessThan(500)
    expect((await get('/')).status).toBe(200)
    expect(
      status(await exchange(url, 'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')),
    ).toBe(404)
  })
})

describe('what is no message closes its own socket only', () => {
  const masked = (first: number, length: readonly number[], body: readonly number[] = []): Buffer =>
    Buffer.from([first, ...length, 0, 0, 0, 0, ...body])
  test.each([
    ['a frame that is not masked', Buffer.from([0x81, 1, 0x41])],
    ['reserved bits', masked(0xf1, [0x81], [0x41])],
    ['an operation there is not', masked(0x83, [0x81], [0x41])],
    ['a continuation of nothing', masked(0x80, [0x81], [0x41])],
    ['a ping in parts', masked(0x09, [0x81], [0x41])],
    ['a ping of 200 bytes', masked(0x89, [0xfe, 0, 200])],
    ['text that is no UTF-8', masked(0x81, [0x81], [0xff])],
    ['a close with a code there is not', masked(0x88, [0x82], [0, 1])],
    ['a length of 2^63', masked(0x81, [0xff, 0xff, 0, 0, 0, 0, 0, 0, 0])],
    ['a message over the limit', masked(0x81, [0xfe, 0x10, 0], Array<number>(4096).fill(0x41))],
  ])('%s', async (_, frame) => {
    const { liveReload: url = '', get } = await start(FILES, { liveReload })
    const other = new WebSocket(`${url.replace('http', 'ws')}/?0`, { origin: 'http://127.0.0.1' })
    await new Promise((resolve) => other.once('open', resolve))
    expect(status(await exchange(url, upgrade(UPGRADE), frame))).toBe(101)
    expect((await get('/')).status).toBe(200)
    const pong = new Promise((resolve) => other.once('pong', resolve))
    other.ping()
    await pong
    other.terminate()
  })

  test('a connection that is reset', async () => {
    const { liveReload: url = '', get } = await start(FILES, { liveReload })
    const { hostname, port } = new URL(url)
    await new Promise((resolve) => {
      const socket = net.connect({ host: hostname, port: Number(port) }, () => {
        socket.write(upgrade(UPGRADE), () => socket.resetAndDestroy())
      })
      socket.on('error', () => {})
      socket.on('close', resolve)
    })
    expect((await get('/')).status).toBe(200)
  })
})

describe('requests that other servers took for two, or for another', () => {
  const hostLine = 'Host: localhost'
  test.each([
    // CVE-2020-25613: how long a body is must not be read in two ways
    ['a coding with a control character', ['Transfer-Encoding: \x0bchunked', hostLine], [400]],
    ['a length and a coding', ['Content-Length: 4', 'Transfer-Encoding: chunked', hostLine], [400]],
    ['two lengths', ['Content-Length: 4', 'Content-Length: 5', hostLine], [400]],
    // CVE-2025-6442: a line feed alone must not end a header
    ['a header that ends in a line feed', [`X-A: 1\nX-B: 2`, hostLine], [400]],
    ['a header without a name', [': x', hostLine], [400]],
    ['more headers than fit', [...Array(3).fill(`X: ${'a'.repeat(8000)}`), hostLine], [431]],
  ])('%s', async (_, lines, expected) => {
    const { address, get } = await start(FILES)
    expect(expected).toContain(status(await asked(address, lines as string[])))
    expect((await get('/')).status).toBe(200)
  })

  test('an address of another site in the request line is not there', async () => {
    const { address } = await start(FILES)
    const request = 'GET http://rebound.example/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'
    expect(status(await exchange(address, request))).toBe(404)
  })

  test('answers carry no leave for other sites to read them', async () => {
    const { get } = await start(FILES)
    const { headers } = await get('/', { headers: { Origin: 'http://rebound.example' } })
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})

test('more connections than the limit are not taken, and those before are served', async () => {
  const { address, get } = await start(FILES)
  const { hostname, port } = new URL(address)
  const sockets: net.Socket[] = []
  for (let i = 0; i < 600; i++)
    sockets.push(net.connect({ host: hostname, port: Number(port) }).on('error', () => {}))
  const first = sockets[0]!
  const heard = new Promise<string>((resolve) => first.once('data', (data) => resolve(String(data))))
  await expect.poll(() => sockets.filter((each) => each.closed).length).toBe(600 - 512)
  first.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
  expect(status(await heard)).toBe(200)
  for (const each of sockets) each.destroy()
  await expect.poll(async () => (await get('/').catch(() => undefined))?.status).toBe(200)
})
