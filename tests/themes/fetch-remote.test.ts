/** Remote themes: names, archives from a host on loopback, the lock, and what goes wrong. */
import fs from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { built, kept, newPlace, type Place } from './place.ts'
import { archiveFile, type Registry, startRegistry } from './registry.ts'

const COMMIT = '2f96786aaa4fce7ab3df07bd4a9f271b06584c0f'
const FILES = {
  '_layouts/default.html': 'remote: {{ content }}',
  '_config.yml': 'colour: red\n',
  'assets/x.txt': 'x',
  '_data/d.yml': 'a: 1\n',
  'index.md': 'the demo, no part of the theme',
  'docs/big.bin': 'x'.repeat(10_000),
  'my-theme.gemspec': 's.version = "0.3"\ns.add_runtime_dependency "jekyll-seo-tag", "~> 2"\n',
}

let host: Registry
beforeEach(async () => {
  host = await startRegistry()
})
afterEach(() => host.close())

function site(theme: string, more = ''): Place {
  const place = newPlace(`remote_theme: ${theme}\nplugins: [jekyll-remote-theme]\n${more}`)
  place.write(
    'index.html',
    '---\nlayout: default\n---\n{{ site.theme }} {{ site.colour }} {{ site.data.d.a }}',
  )
  return place
}

test('a theme is fetched once at its ref, and locked at the commit', async () => {
  host.answers.set('/me/my-theme/archive/v1.tar.gz', await archiveFile(COMMIT, FILES))
  const place = site(`${host.url}/me/my-theme@v1`)
  const said: string[] = []
  const found = await place.load({ info: (topic, text) => said.push(`${topic} ${text}`) })
  // The plugin comes too late for the theme's own configuration.
  expect(built(found).get('index.html')).toBe('remote: my-theme  1')
  expect([...built(found).keys()].sort()).toEqual(['assets/x.txt', 'index.html'])
  expect(found.theme?.plugins).toEqual(['jekyll-seo-tag'])
  expect(said).toEqual([`Remote Theme: Fetching ${host.url}/me/my-theme@v1 from ${host.url}`])
  const lock = place.read('whirl.lock')
  expect(lock).toContain(
    `  "${host.url}/me/my-theme@v1":\n    archive: ${host.url}/me/my-theme\n    commit: "${COMMIT}"\n`,
  )
  expect(fs.existsSync(`${found.theme?.root}/docs`)).toBe(false)
  await place.load({}, { offline: true })
  expect(host.asked.length).toBe(1)

  // Elsewhere, the locked commit is asked for, wherever the ref has gone.
  fs.rmSync(place.cache, { recursive: true })
  host.answers.set(
    '/me/my-theme/archive/v1.tar.gz',
    await archiveFile('b'.repeat(40), { ...FILES, 'assets/y': 'y' }),
  )
  host.answers.set(`/me/my-theme/archive/${COMMIT}.tar.gz`, await archiveFile(COMMIT, FILES, 'another-top'))
  await place.load()
  expect(place.read('whirl.lock')).toBe(lock)
})

test('an archive that is not what was locked', async () => {
  host.answers.set('/me/t/archive/HEAD.tar.gz', await archiveFile(COMMIT, FILES))
  const place = site(`${host.url}/me/t`)
  await place.load()
  fs.rmSync(place.cache, { recursive: true })
  host.answers.set(
    `/me/t/archive/${COMMIT}.tar.gz`,
    await archiveFile(COMMIT, { ...FILES, 'assets/x.txt': 'evil' }),
  )
  const fault = await place.fails()
  expect(fault.code).toBe('theme/checksum')
  expect(kept(place)).toEqual([])
})

test('a ref that never was, and one that vanished', async () => {
  const place = site(`${host.url}/me/t@v9`)
  const never = await place.fails()
  expect(never.code).toBe('theme/no-such-ref')
  expect(never.message).toBe(
    `The me/t theme could not be found. ${host.url}/me/t/archive/v9.tar.gz answers 404: there is no such repository, or no ref \`v9\` in it any more.`,
  )
  host.answers.set('/me/t/archive/v9.tar.gz', await archiveFile(COMMIT, FILES))
  await place.load()
  host.answers.clear()
  fs.rmSync(place.cache, { recursive: true })
  const vanished = await place.fails()
  expect(vanished.message).toContain(`no ref \`${COMMIT}\``)
  expect(vanished.help).toContain('delete its entry in whirl.lock')
})

test('a repository without a theme; a page in place of an archive; an evil archive', async () => {
  const at = '/me/t/archive/HEAD.tar.gz'
  host.answers.set(at, await archiveFile(COMMIT, { 'README.md': 'x', 'lib/x.rb': 'x' }))
  expect((await site(`${host.url}/me/t`).fails()).code).toBe('theme/no-theme')
  host.answers.set(at, (response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<html>')
  })
  expect((await site(`${host.url}/me/t`).fails()).code).toBe('theme/bad-answer')
  host.answers.set(at, await archiveFile(COMMIT, { '../../assets/evil': 'x' }))
  expect((await site(`${host.url}/me/t`).fails()).code).toBe('theme/unsafe')
  host.answers.set(at, (await archiveFile(COMMIT, FILES)).subarray(0, 200))
  expect((await site(`${host.url}/me/t`).fails()).code).toBe('theme/broken-archive')
})

test('the newest release', async () => {
  host.answers.set('/api/v1/repos/me/t/releases/latest', '{"tag_name": "v3"}')
  host.answers.set('/me/t/archive/v3.tar.gz', await archiveFile(COMMIT, FILES))
  expect((await site(`${host.url}/me/t@latest`).load()).theme?.name).toBe('me/t')
  host.answers.clear()
  host.answers.set('/me/t/archive/HEAD.tar.gz', await archiveFile(COMMIT, FILES))
  expect((await site(`${host.url}/me/t@latest`).load()).theme?.name).toBe('me/t')
})

test('offline, with the way out', async () => {
  const fault = await site('pages-themes/cayman@v0.2.0').fails({}, { offline: true })
  expect(fault.message).toContain('The pages-themes/cayman theme could not be found. ')
  expect(fault.help).toBe(
    "build once without --offline, or put the theme's folders in vendor/pages-themes/cayman, or name their place in `theme_dir`",
  )
})

test('a copy in vendor/ is taken, and is not part of the site', async () => {
  for (const folder of ['vendor/pages-themes/cayman', 'vendor/cayman']) {
    const place = site('pages-themes/cayman@v0.2.0')
    place.write(`${folder}/_layouts/default.html`, 'vendored: {{ content }}')
    place.write(`${folder}/assets/a.txt`, 'a')
    place.write(`${folder}/index.html`, '---\n---\n')
    const found = await place.load({}, { offline: true })
    expect(found.theme?.from).toBe('vendor')
    expect([...built(found)]).toEqual([
      ['index.html', 'vendored: cayman  '],
      ['assets/a.txt', 'assets/a.txt'],
    ])
  }
})

test('a folder of this machine, as the plugin allows; in safe mode only in the site', async () => {
  const withFolder = (more = ''): Place => {
    const place = site('../mine', more)
    fs.mkdirSync(`${place.root}/mine/_layouts`, { recursive: true })
    fs.writeFileSync(`${place.root}/mine/_layouts/default.html`, 'mine: {{ content }}')
    return place
  }
  expect(built(await withFolder().load()).get('index.html')).toBe('mine: mine  ')
  const fault = await withFolder('safe: true\nwhitelist: [jekyll-remote-theme]\n').fails()
  expect(fault.code).toBe('theme/folder')
  expect(fault.message).toContain('it lies outside the site, which safe mode forbids')
})

test('without the plugin, `remote_theme` means nothing; a name that is none is refused', async () => {
  const place = newPlace('remote_theme: owner/name\n')
  expect((await place.load()).theme).toBeUndefined()
  const fault = await site('just-a-name').fails()
  expect(fault.message).toBe('"just-a-name" is not a valid remote theme')
  for (const name of ['../../x/..', 'a/b@../c', 'a/b/c', 'a b/c', 'ftp://x/a/b'])
    await expect(site(JSON.stringify(name)).load()).rejects.toThrow(
      /is not a valid remote theme|could not be found/,
    )
})
