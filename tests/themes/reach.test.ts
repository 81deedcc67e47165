/** Who is asked for what a site names: nobody inside the network, and in safe mode nobody but the known. */
import type dns from 'node:dns'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkReach, lookupWithin, reachOf } from '../../src/builder/theme/reach.ts'
import { runIn } from '../cli/host.ts'
import { makeSite } from '../site-maker.ts'
import { newPlace } from './place.ts'

/** A server that counts what it is asked, and leads to where it is told. */
interface Counting {
  readonly port: number
  readonly asked: string[]
  leadTo: string | undefined
  close(): void
}

let inner: Counting
beforeEach(async () => {
  inner = await counting()
})
afterEach(() => inner.close())

async function counting(): Promise<Counting> {
  const asked: string[] = []
  const server = http.createServer((request, response) => {
    asked.push(request.url ?? '')
    if (made.leadTo === undefined) response.end('inner')
    else response.writeHead(302, { Location: made.leadTo }).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const made: Counting = {
    port: (server.address() as AddressInfo).port,
    asked,
    leadTo: undefined,
    close: () => void server.close(),
  }
  return made
}

const refused = (address: string, hosts: readonly string[] = [], safe = false): string => {
  try {
    checkReach(new URL(address), reachOf(hosts, undefined, safe))
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

describe('an address by itself', () => {
  test.each([
    ...['http://127.0.0.1/', 'http://127.1/', 'http://2130706433/', 'http://0x7f.1/', 'http://0177.0.0.1/'],
    ...['http://0x7f000001/', 'http://%31%32%37.0.0.1/', 'http://１２７。０。０。１/', 'http://127.0.0.1./'],
    ...['http://0/', 'http://10.0.0.1:8080/', 'http://169.254.169.254/latest/', 'http://user@192.168.0.1/'],
    ...['http://[::1]/', 'http://[::]/', 'http://[::ffff:127.0.0.1]/', 'http://[::ffff:a9fe:a9fe]/'],
    ...['http://[64:ff9b::7f00:1]/', 'http://[fe80::1]/', 'http://[fd00:ec2::254]/'],
    ...['http://localhost/', 'http://LOCALHOST:80/', 'http://localhost./', 'http://a.localhost/'],
  ])('%s is inner', (address) => expect(refused(address)).toContain('is inside this machine or its network'))

  test.each([
    'https://gems.example/',
    'http://8.8.8.8/',
    'http://[2606:4700::1111]/',
    'http://localhost.example/',
  ])('%s is not', (address) => expect(refused(address)).toBe(''))

  test.each([
    ['http://127.0.0.1:8080/', ['127.0.0.1'], ''],
    ['http://127.0.0.1:8080/', ['127.0.0.1:8080'], ''],
    ['http://localhost/', ['LocalHost:80'], ''],
    ['https://localhost/', ['localhost:443'], ''],
    ['http://[::1]/', ['[::1]'], ''],
    ['http://127.0.0.1:22/', ['127.0.0.1:8080'], 'names another port'],
    ['http://gems.example:22/', ['gems.example:8080'], 'names another port'],
    ['http://10.0.0.1/', ['127.0.0.1'], 'is inside'],
  ])('%s with --fetch-from %j: %j', (address, hosts, said) => {
    if (said === '') expect(refused(address, hosts)).toBe('')
    else expect(refused(address, hosts)).toContain(said)
  })

  test.each([
    ['https://rubygems.org/info/x', ''],
    ['https://index.rubygems.org/info/x', ''],
    ['https://codeload.github.com/a/b', ''],
    ['https://api.github.com/repos/a/b', ''],
    ['http://rubygems.org/', 'in safe mode'],
    ['https://rubygems.org:8443/', 'in safe mode'],
    ['https://gems.example/', 'in safe mode'],
    ['https://rubygems.org.gems.example/', 'in safe mode'],
    ['https://gist.github.com/', 'in safe mode'],
    ['https://gitlab.com/a/b', 'in safe mode'],
    ['http://8.8.8.8/', 'in safe mode'],
  ])('in safe mode %s: %j', (address, said) => {
    if (said === '') expect(refused(address, [], true)).toBe('')
    else expect(refused(address, [], true)).toContain(said)
    expect(refused(address, [new URL(address).host], true)).toBe('')
  })
})

describe('a name is judged by where the connection would go', () => {
  const found = (hosts: readonly string[], options: dns.LookupOptions): Promise<unknown> =>
    new Promise((resolve) =>
      lookupWithin(reachOf(hosts, undefined, false))('localhost', options, (error, address) =>
        resolve(error === null ? address : error.message),
      ),
    )
  test('inner', async () => {
    expect(await found([], {})).toMatch(/^http:\/\/localhost\/ is not fetched: localhost \(.*\) is inside/)
    expect(await found([], { all: true })).toMatch(/is inside/)
  })
  test('named', async () => expect(await found(['localhost:80'], { family: 4 })).toBe('127.0.0.1'))
})

describe('themes', () => {
  const GEM = 'theme: nice\n'
  test.each<[string, (url: string) => Record<string, string>]>([
    ['gem_source', (url: string) => ({ config: `${GEM}gem_source: ${url}\n` })],
    ['the Gemfile', (url: string) => ({ config: GEM, Gemfile: `source "${url}"\ngem "nice"\n` })],
    [
      'whirl.lock',
      (url: string) => ({
        config: GEM,
        'whirl.lock': `lock: 1\nthemes:\n  nice:\n    gem: ${url}\n    version: "1.0"\n    sha256: ${'a'.repeat(64)}\n`,
      }),
    ],
    [
      'remote_theme',
      (url: string) => ({ config: `plugins: [jekyll-remote-theme]\nremote_theme: ${url}/a/b\n` }),
    ],
  ])('an inner address in %s is not asked, and the way out is told', async (_, filesFor) => {
    const { config = '', ...files } = filesFor(`http://127.0.0.1:${inner.port}`)
    for (const safe of [false, true]) {
      const place = newPlace(config + (safe ? 'whitelist: [jekyll-remote-theme]\n' : ''))
      for (const [name, text] of Object.entries(files)) place.write(name, text)
      const { code, message, help } = await place.fails({ hosts: [] }, { safe })
      expect([code, inner.asked]).toEqual(['theme/source', []])
      expect(message).toContain(safe ? 'in safe mode only rubygems.org and GitHub' : '127.0.0.1 is inside')
      expect(help).toContain(`--fetch-from 127.0.0.1:${inner.port}`)
    }
  })

  test('a name that leads inside is not asked', async () => {
    const place = newPlace(`${GEM}gem_source: http://localhost:${inner.port}\n`)
    expect((await place.fails({ hosts: [] })).code).toBe('theme/source')
    expect(inner.asked).toEqual([])
  })

  test('what a source leads to is judged as itself', async () => {
    const outer = await counting()
    outer.leadTo = `http://127.0.0.1:${inner.port}/secret`
    const place = newPlace(`${GEM}gem_source: http://127.0.0.1:${outer.port}\n`)
    const { code } = await place.fails({ hosts: [`127.0.0.1:${outer.port}`] })
    expect([code, outer.asked.length, inner.asked]).toEqual(['theme/source', 1, []])
    outer.close()
  })

  test('RUBYGEMS_HOST is the host’s word: it may be asked, and in safe mode goes over `gem_source`', async () => {
    const registry = `http://127.0.0.1:${inner.port}`
    const place = newPlace(`${GEM}gem_source: https://gems.example\n`)
    const { code } = await place.fails({ hosts: [], registry }, { safe: true })
    expect([code, inner.asked[0]]).toEqual(['theme/bad-answer', '/info/nice'])
  })
})

test('check --external asks no inner address that the command line does not name', async () => {
  const site = makeSite({ 'index.html': `---\n---\n<a href="http://127.0.0.1:${inner.port}/x">x</a>\n` })
  const first = await runIn(site.root, ['check', '--external'])
  expect(first.out).toContain('127.0.0.1 is inside this machine or its network')
  expect([first.code, inner.asked]).toEqual([1, []])
  const second = await runIn(site.root, ['check', '--external', '--fetch-from', '127.0.0.1'])
  expect([second.out.includes('inside'), inner.asked]).toEqual([false, ['/x']])
})
