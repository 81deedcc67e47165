/**
 * Tries of a site to have files outside of it written or removed, under a command line that asks for safe mode. A folder
 * outside holds a marker, which must be all that is in it afterwards; what the command line names itself is its own.
 */
import fs from 'node:fs'
import { describe, expect, test } from 'vitest'
import { runIn } from '../cli/host.ts'
import { makeSite, type SiteFolder } from '../site-maker.ts'

const MARKER = 'stays as it is\n'

interface Try {
  readonly title: string
  /** the site, in which `^` is the folder outside */
  readonly files?: Readonly<Record<string, string>>
  readonly links?: Readonly<Record<string, string>>
  readonly flags?: readonly string[]
}

const TRIES: readonly Try[] = [
  { title: 'an absolute destination', files: { '_config.yml': 'destination: ^\n' } },
  { title: 'a destination in a folder outside', files: { '_config.yml': 'destination: ^/below\n' } },
  { title: 'a destination beside the site', files: { '_config.yml': 'destination: ../outside\n' } },
  { title: 'the destination as a link', links: { _site: '^' } },
  { title: 'the destination as a link to nothing yet', links: { _site: '^/none' } },
  {
    title: 'a destination below a link',
    files: { '_config.yml': 'destination: out/site\n' },
    links: { out: '^' },
  },
  { title: 'the destination through two links', links: { _site: 'way', way: '^' } },
  {
    title: 'a destination of the command line as a link of the site',
    links: { out: '^' },
    flags: ['--destination', 'out'],
  },
  { title: 'links in the destination', links: { '_site/assets': '^', '_site/a.html': '^/marker.txt' } },
  {
    title: 'links in the destination that are kept',
    files: { '_config.yml': 'keep_files: [assets]\n' },
    links: { '_site/assets': '^' },
  },
  {
    title: 'the metadata as a link',
    links: { '.jekyll-metadata': '^/marker.txt' },
    flags: ['--incremental'],
  },
  {
    title: 'the metadata as a link to nothing yet',
    links: { '.jekyll-metadata': '^/new' },
    flags: ['--incremental'],
  },
  { title: 'the cache as a link', links: { '.jekyll-cache': '^' } },
  {
    title: 'the cache below a link',
    files: { '_config.yml': 'cache_dir: out/below\n' },
    links: { out: '^' },
  },
  { title: 'a folder of the cache as a link', links: { '.jekyll-cache/Jekyll/Cache/Jekyll--Cache': '^' } },
  { title: 'the old cache of Sass as a link', links: { '.sass-cache': '^' } },
  { title: 'a profile', files: { '_config.yml': 'profile: ^/profile.html\n' } },
  { title: 'another source', files: { '_config.yml': 'source: ^\n' } },
  { title: 'a source below a link', files: { '_config.yml': 'source: out\n' }, links: { out: '^' } },
]

function made({ files = {}, links = {} }: Try): { site: SiteFolder; outside: SiteFolder } {
  const outside = makeSite({ 'marker.txt': MARKER, 'below/marker.txt': MARKER })
  const named = (text: string): string => text.replaceAll('^', outside.root)
  const site = makeSite({ 'a.md': '---\n---\na\n', 'assets/a.css': 'a\n', 'index.md': '---\n---\n' })
  for (const [name, text] of Object.entries(files)) site.put({ [name]: named(text) })
  for (const [name, target] of Object.entries(links)) {
    site.put({ [`${name}.dir/x`]: '' })
    site.remove(`${name}.dir`)
    fs.symlinkSync(named(target), site.at(name))
  }
  return { site, outside }
}

function expectUntouched(outside: SiteFolder): void {
  expect(outside.list()).toEqual(['below/marker.txt', 'marker.txt'])
  expect([outside.read('marker.txt'), outside.read('below/marker.txt')]).toEqual([MARKER, MARKER])
}

describe.each(['build', 'clean', 'doctor', 'check'])('%s --safe', (command) => {
  test.each(TRIES.map((one) => [one.title, one] as const))('%s', async (_title, one) => {
    const { site, outside } = made(one)
    const flags = command === 'build' || command === 'clean' ? (one.flags ?? []) : []
    const own = command === 'clean' ? flags.filter((flag) => flag !== '--incremental') : flags
    const { code, err } = await runIn(site.root, [command, '--safe', ...own], { WHIRL_OFFLINE: '1' })
    expectUntouched(outside)
    expect([0, 1], err).toContain(code)
  })
})

describe('what the command line names is its own', () => {
  test('a destination elsewhere, and below a link elsewhere', async () => {
    const { site, outside } = made({ title: '', links: {} })
    const link = makeSite()
    fs.symlinkSync(outside.root, link.at('out'))
    for (const place of [outside.at('site'), link.at('out/site')]) {
      const { code } = await runIn(site.root, ['build', '--safe', '--destination', place])
      expect(code).toBe(0)
      expect(outside.read('site/a.html')).toBe('<p>a</p>\n')
      expect((await runIn(site.root, ['clean', '--safe', '--destination', place])).code).toBe(0)
      expectUntouched(outside)
    }
  })

  test('the default beside a source', async () => {
    const { site } = made({ title: '' })
    const here = makeSite()
    expect((await runIn(here.root, ['build', '--safe', '--source', site.root])).code).toBe(0)
    expect(here.list()).toEqual(['_site/a.html', '_site/assets/a.css', '_site/index.html'])
  })

  test('a profile', async () => {
    const { site, outside } = made({ title: '' })
    const { code } = await runIn(site.root, ['build', '--safe', `--profile=${outside.at('profile.html')}`])
    expect([code, outside.has('profile.html')]).toEqual([0, true])
  })
})

test.each([
  ['in safe mode of its own', 'safe: true\n', []],
  ['as GitHub Pages builds it', '', ['--compat', 'github-pages']],
])(
  'a site says where it is written while the command line does not ask for safe mode: %s',
  async (_, config, flags) => {
    const { site, outside } = made({ title: '', files: { '_config.yml': `destination: ^/site\n${config}` } })
    expect((await runIn(site.root, ['build', ...flags])).code).toBe(0)
    expect(outside.has('site/a.html')).toBe(true)
  },
)

test('a file that has another name outside is replaced, never written into', async () => {
  const { site, outside } = made({ title: '', files: { 'some/b.html': '---\n---\nb\n', 'c.txt': 'c' } })
  const names = ['a.html', 'index.html', 'some/b.html', 'assets/a.css', 'c.txt']
  site.put(Object.fromEntries(names.map((name) => [`_site/${name}.old`, ''])))
  for (const name of names) fs.linkSync(outside.at('marker.txt'), site.at(`_site/${name}`))
  fs.linkSync(outside.at('below/marker.txt'), site.at('_site/.nojekyll'))
  for (const text of ['one', 'two']) {
    site.put({ 'a.md': `---\n---\n${text}\n` })
    expect((await runIn(site.root, ['build', '--safe'])).code).toBe(0)
    expect(site.read('_site/a.html')).toBe(`<p>${text}</p>\n`)
    expectUntouched(outside)
  }
  expect((await runIn(site.root, ['clean', '--safe'])).code).toBe(0)
  expectUntouched(outside)
})

test('what is said of them', async () => {
  const say = async (one: Omit<Try, 'title'>, command = 'build'): Promise<string> => {
    const { site, outside } = made({ title: '', ...one })
    const { out, err } = await runIn(site.root, [command, '--safe'])
    return (out + err).replaceAll(site.root, 'SITE').replaceAll(outside.root, 'OUTSIDE')
  }
  expect(await say({ files: { '_config.yml': 'destination: ^\n' } })).toContain(
    'Destination directory OUTSIDE lies outside of the site, which safe mode forbids.',
  )
  expect(await say({ links: { _site: '^' } }, 'clean')).toContain(
    'it is a link or lies behind one: name another with --destination',
  )
  expect(await say({ files: { '_config.yml': 'source: ^\n' } })).toContain(
    'Source directory OUTSIDE lies outside of the site, which safe mode forbids.',
  )
  expect(
    await say({ files: { '_config.yml': 'cache_dir: out/below\n' }, links: { out: '^' } }, 'clean'),
  ).toContain('out/below lies outside of the site, which safe mode leaves alone.')
})
