/** `whirl serve` and `whirl build --watch` as a user runs them, without the process. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import http from 'node:http'
import https from 'node:https'
import path from 'node:path'
import { expect, test } from 'vitest'
import { lacking } from '../needs.ts'
import { makeSite } from '../site-maker.ts'
import { page, start } from './running.ts'

test('serve follows edits, keeps the last good site through a mistake, and comes back', async () => {
  const site = start(['serve', '--port', '0', '--livereload', '--livereload-port', '0'], {
    '_config.yml': 'title: One\n',
    'index.html': page('{{ site.title }}'),
  })
  await site.says('press ctrl-c to stop.')
  const url = /Server address: (\S+)/.exec(site.said())?.[1] ?? ''
  const get = async (): Promise<string> => (await fetch(url)).text()
  expect(await get()).toContain('One')

  site.put({ 'index.html': page('{{ site.title }} again') })
  await site.says('...done in')
  expect(await get()).toContain('One again')

  site.put({ 'index.html': page('{% bogus %}') })
  await site.says("Unknown tag 'bogus'")
  expect(await get()).toContain('Unknown tag &#39;bogus&#39;')
  expect(fs.readFileSync(path.join(site.source, '_site/index.html'), 'utf8')).toContain('One again')

  const from = site.said().length
  site.put({ '_config.yml': 'title: Two\n' })
  site.put({ 'index.html': page('{{ site.title }}') })
  await site.says('...done in', from)
  await expect.poll(get).toContain('Two')
  expect(await site.stop()).toBe(0)
})

test('a baseurl that is edited while serving is where the site is from then on', async () => {
  const site = start(['serve', '--port', '0'], {
    '_config.yml': 'baseurl: /old\n',
    'index.html': page('{{ "/a" | relative_url }}'),
  })
  await site.says('press ctrl-c to stop.')
  const url = /Server address: (\S+)/.exec(site.said())?.[1] ?? ''
  const get = async (where: string): Promise<string> => {
    const answer = await fetch(new URL(where, url))
    return `${answer.status} ${(await answer.text()).trim()}`
  }
  expect(await get('/old/')).toBe('200 /old/a')
  const from = site.said().length
  site.put({ '_config.yml': 'baseurl: new/\n' })
  await site.says(`Server address: ${new URL('/new/', url).href}`, from)
  expect(await get('/new/')).toBe('200 /new/a')
  expect(await get('/old/')).toMatch(/^404/)
  await site.stop()
})

test('drafts that are edited while serving stay, and posts come whose time has come', async () => {
  const site = start(['serve', '--port', '0', '--drafts'], {
    'index.html': page('{% for post in site.posts %}{{ post.slug }} {% endfor %}'),
    '_drafts/old.md': page('as it was'),
    '_config.yml': 'collections: { notes: { output: true } }\n',
  })
  await site.says('press ctrl-c to stop.')
  const output = (name: string): string => path.join(site.source, '_site', name)
  const listed = (): string[] => fs.readFileSync(output('index.html'), 'utf8').trim().split(' ').sort()
  expect(listed()).toEqual(['old'])

  const soon = new Date(Date.now() + 2000)
  const dated = `---\ndate: ${soon.toISOString()}\n---\n`
  site.put({ '_posts/2020-01-01-waiting.md': dated, '_notes/later.md': dated })
  await site.says('...done in')
  const from = site.said().length
  // Dates are compared in whole seconds.
  await expect.poll(() => Date.now() > soon.getTime() + 1000, { timeout: 10_000 }).toBe(true)
  site.put({ '_drafts/old.md': page('edited') })
  await site.says('...done in', from)
  expect(listed()).toEqual(['old', 'waiting'])
  expect(fs.existsSync(output('notes/later.html'))).toBe(true)
  expect(site.said().slice(from)).not.toContain('future date')
  expect(await site.stop()).toBe(0)
}, 30_000)

test('build --watch builds again', async () => {
  const site = start(['build', '--watch'], { 'index.html': page('a') })
  await site.says('Auto-regeneration: enabled for')
  const output = path.join(site.source, '_site/index.html')
  await expect
    .poll(
      () => {
        // Written again until seen: the watcher may still be starting.
        site.put({ 'index.html': page('b') })
        return fs.readFileSync(output, 'utf8')
      },
      { interval: 300 },
    )
    .toBe('b\n')
  expect(await site.stop()).toBe(0)
})

test('a port in use is an error with a way out; half of a certificate too', async () => {
  const first = start(['serve', '--port', '0', '--no-watch'], { 'index.html': page('a') })
  await first.says('press ctrl-c to stop.')
  const port = new URL(/Server address: (\S+)/.exec(first.said())?.[1] ?? '').port
  const second = start(['serve', '--port', port, '--no-watch'], { 'index.html': page('a') })
  expect(await second.stop()).toBe(1)
  expect(second.said()).toContain(`Address already in use - bind(2) for 127.0.0.1:${port}`)
  await first.stop()
  const third = start(['serve', '--ssl-key', 'key.pem'], { 'index.html': page('a') })
  expect(await third.stop()).toBe(1)
  expect(third.said()).toContain('--ssl-cert or --ssl-key missing.')
})

test('an address that others reach gets one line of warning; --allowed-hosts names who else is answered', async () => {
  const files = { 'index.html': page('a'), '_config.yml': 'allowed_hosts: [site.example]\n' }
  const words = ['serve', '--port', '0', '--no-watch', '--allowed-hosts', 'one.example,.two.example']
  const site = start([...words, '--host', '0.0.0.0'], files)
  await site.says('press ctrl-c to stop.')
  const warning = 'Other machines in the network can read the site: the server listens on 0.0.0.0.'
  expect(
    site
      .said()
      .split('\n')
      .filter((line) => line.includes(warning)),
  ).toHaveLength(1)
  const { port } = new URL(/Server address: (\S+)/.exec(site.said())?.[1] ?? '')
  const status = (host: string): Promise<number | undefined> =>
    new Promise((resolve) => {
      http.get({ host: '127.0.0.1', port, headers: { Host: host } }, (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      })
    })
  const hosts = ['one.example', 'a.two.example', 'site.example', '10.0.0.1']
  expect(await Promise.all(hosts.map(status))).toEqual([200, 200, 403, 200])
  await site.stop()
  const own = start(words, files)
  await own.says('press ctrl-c to stop.')
  expect(own.said()).not.toContain('Other machines')
  await own.stop()
})

test('--detach hands the command to a process of its own', async () => {
  const site = start(['serve', '--detach'], {})
  expect(await site.stop()).toBe(0)
  expect(site.said()).toContain("Server detached with pid '7'")
})

test('--open-url shows the site; without it nothing is opened', async () => {
  const site = start(['serve', '--port', '0', '--no-watch', '--open-url'], { 'index.html': page('a') })
  await site.says('press ctrl-c to stop.')
  expect(site.opened()).toEqual([/Server address: (\S+)/.exec(site.said())?.[1]])
  await site.stop()
  const other = start(['serve', '--port', '0', '--no-watch'], { 'index.html': page('a') })
  await other.says('press ctrl-c to stop.')
  expect(other.opened()).toEqual([])
  await other.stop()
})

test('headers of the configuration are sent; what is no header is told before anything is served', async () => {
  const config = 'webrick: {headers: {X-Own: yes, X-Number: 3}}\n'
  const site = start(['serve', '--port', '0', '--no-watch'], {
    '_config.yml': config,
    'index.html': page('a'),
  })
  await site.says('press ctrl-c to stop.')
  const { headers } = await fetch(/Server address: (\S+)/.exec(site.said())?.[1] ?? '')
  expect([headers.get('x-own'), headers.get('x-number')]).toEqual(['true', '3'])
  await site.stop()
  for (const bad of ['"a b": c', 'X-Own: "one\\ntwo"']) {
    const wrong = start(['serve', '--port', '0'], { '_config.yml': `webrick: {headers: {${bad}}}\n` })
    expect(await wrong.stop()).toBe(1)
    expect(wrong.said()).toContain('is no HTTP header')
  }
})

const openssl = spawnSync('openssl', ['version']).error === undefined

test.skipIf(lacking('commands', 'openssl', openssl))(
  'https with one’s own key and certificate, live reload too',
  async () => {
    const keys = makeSite()
    const [key, cert] = [keys.at('key.pem'), keys.at('cert.pem')]
    spawnSync('openssl', [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'],
      ...['-keyout', key, '-out', cert],
    ])
    const words = ['serve', '--port', '0', '--no-watch', '--livereload', '--livereload-port', '0']
    const site = start([...words, '--ssl-key', key, '--ssl-cert', cert], {
      'index.html': page('<head></head>'),
    })
    await site.says('press ctrl-c to stop.')
    const url = /Server address: (https:\S+)/.exec(site.said())?.[1] ?? ''
    const body = await new Promise<string>((resolve, reject) => {
      https
        .get(url, { rejectUnauthorized: false }, (answer) => {
          answer.on('data', (chunk) => resolve(String(chunk)))
        })
        .on('error', reject)
    })
    expect(body).toMatch(/<script src="https:\/\/127\.0\.0\.1:\d+\/livereload\.js/)
    await site.stop()
    const missing = start(['serve', '--ssl-key', 'nope.pem', '--ssl-cert', cert], { 'index.html': page('a') })
    expect(await missing.stop()).toBe(1)
    expect(missing.said()).toContain('The file nope.pem cannot be read.')
  },
)

test('delays that contradict each other are told; --detach gives way to --livereload', async () => {
  const wrong = start(
    ['serve', '--livereload', '--livereload-min-delay', '5', '--livereload-max-delay', '1'],
    {},
  )
  expect(await wrong.stop()).toBe(1)
  expect(wrong.said()).toContain('--livereload-max-delay 1 is less than --livereload-min-delay 5.')
  const site = start(
    ['serve', '--detach', '--livereload', '--livereload-port', '0', '--port', '0', '--no-watch'],
    { 'index.html': page('a') },
  )
  await site.says('press ctrl-c to stop.')
  expect(site.said()).toContain('--detach and --livereload are mutually exclusive. Choosing --livereload')
  expect(await site.stop()).toBe(0)
})
