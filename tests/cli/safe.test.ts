/** What `--safe` promises to whoever builds a stranger's site, whatever the site says. */
import fs from 'node:fs'
import { describe, expect, test } from 'vitest'
import { makeSite } from '../site-maker.ts'
import { runIn } from './host.ts'

const PLUGINS = 'plugins: [jekyll-sitemap, jekyll-environment-variables]\n'
const OWN = 'whitelist: [jekyll-sitemap, jekyll-environment-variables]\n'

async function built(config: string, words: readonly string[]) {
  const site = makeSite({
    '_config.yml': `url: http://x\n${PLUGINS}${config}`,
    'index.html': '---\n---\n[{{ site.env.HOST_KEY }}{{ site.env.size }}] {{ site.whitelist | join: " " }}\n',
  })
  const { code, out, err } = await runIn(site.root, ['build', ...words], { HOST_KEY: 'marker' })
  const read = (name: string): string | undefined =>
    fs.existsSync(site.at(`_site/${name}`)) ? fs.readFileSync(site.at(`_site/${name}`), 'utf8') : undefined
  return { code, said: out + err, page: read('index.html'), sitemap: read('sitemap.xml') }
}

test('the site’s own whitelist does not count with --safe, which is told', async () => {
  const { code, said, page, sitemap } = await built(OWN, ['--safe'])
  expect([code, page, sitemap]).toEqual([0, '[] \n', undefined])
  expect(said).toContain("The site's own `whitelist` does not count: the command line says what may run.")
  expect(said).toContain(
    'Safe mode: jekyll-sitemap, jekyll-environment-variables are left out. To run what comes with Whirl: ' +
      '--whitelist jekyll-sitemap,jekyll-environment-variables\n',
  )
})

test('--whitelist names what may run; more of the site’s own does not', async () => {
  const { said, page, sitemap } = await built(OWN, ['--safe', '--whitelist', 'jekyll-sitemap'])
  expect(sitemap).toContain('<urlset')
  expect(page).toBe('[] jekyll-sitemap\n')
  expect(said).toMatch(/--whitelist jekyll-environment-variables$/m)
})

test('what is left out is told, and what is allowed that nobody has', async () => {
  const plugins = 'plugins: [jekyll-nosuch, kramdown]\n'
  const { code, said } = await built(plugins, ['--safe', '--whitelist', 'jekyl-feed,rouge,nosuch'])
  expect(code).toBe(0)
  expect(said.match(/ Safe mode: .*/g)).toEqual([
    ' Safe mode: jekyll-nosuch is left out.',
    ' Safe mode: no plugin that comes with Whirl is called jekyl-feed, which --whitelist names. Did you mean jekyll-feed?',
    ' Safe mode: no plugin that comes with Whirl is called nosuch, which --whitelist names.',
  ])
})

test.each([
  [
    '--safe',
    'plugins: [jekyll-remote-theme]\n',
    'safe mode does not run jekyll-remote-theme; --whitelist jekyll-remote-theme allows it',
  ],
  [
    '',
    'safe: true\nplugins: [jekyll-remote-theme]\n',
    'safe mode does not run jekyll-remote-theme; `whitelist: [jekyll-remote-theme]` allows it',
  ],
  ['--safe', 'plugins: []\n', 'it takes effect with jekyll-remote-theme among `plugins`'],
  ['', 'plugins: []\n', 'it takes effect with jekyll-remote-theme among `plugins`'],
])('a theme that is named and not used is told: %s %s', async (words, config, why) => {
  const { code, said } = await built(`${config}remote_theme: some/theme\n`, words.split(' ').filter(Boolean))
  expect(code).toBe(0)
  expect(said).toContain(`Remote Theme: some/theme is not used: ${why}\n`)
})

test('safe mode that the site asks for itself has its own whitelist, as in Jekyll', async () => {
  const { said, sitemap } = await built(`safe: true\n${OWN}`, [])
  expect(sitemap).toContain('<urlset')
  expect(said).not.toContain('does not count')
})

test.each([
  ['--safe --whitelist', '', ['--safe', '--whitelist', 'jekyll-environment-variables']],
  ['`safe: true`', `safe: true\n${OWN}`, []],
])('the environment of the host is published by nothing: %s', async (_, config, words) => {
  expect((await built(config, words)).page).toContain('[0]')
})

test('without safe mode it is, as in Jekyll', async () => {
  expect((await built('', [])).page).toContain('[marker')
})

describe('commands that look at a site run nothing of it unasked', () => {
  const files = {
    '_config.yml': 'url: http://x\n',
    'whirl.config.ts':
      "import fs from 'node:fs'\nfs.writeFileSync(import.meta.dirname + '/marker', '')\nexport default { destination: 'elsewhere' }\n",
    '_plugins/a.ts': "import fs from 'node:fs'\nfs.writeFileSync(import.meta.dirname + '/../marker', '')\n",
    'elsewhere/index.html': '',
  }
  const ran = async (words: readonly string[]) => {
    const site = makeSite(files)
    const { code, out, err } = await runIn(site.root, words)
    return { code, said: out + err, marked: site.has('marker'), kept: site.has('elsewhere/index.html') }
  }

  test('doctor says that there is code, and what it could not look at', async () => {
    const { code, said, marked } = await ran(['doctor'])
    expect([code, marked]).toEqual([0, false])
    expect(said).toContain('whirl.config.ts is code of the site, and was not run.')
    expect(said).toContain('--run-config')
    expect(said).not.toContain('Everything looks fine')
  })

  test('clean says so', async () => {
    const { code, said, marked, kept } = await ran(['clean'])
    expect([code, marked, kept]).toEqual([0, false, true])
    expect(said).toContain('whirl.config.ts is not run: what it sets is not known. --run-config runs it.')
  })

  test('--run-config runs it', async () => {
    const doctor = await ran(['doctor', '--run-config'])
    expect([doctor.marked, doctor.said.includes('was not run')]).toEqual([true, false])
    const clean = await ran(['clean', '--run-config'])
    expect([clean.marked, clean.kept]).toEqual([true, false])
  })

  test('in safe mode a build does not run it either: there is nothing to say', async () => {
    for (const command of ['doctor', 'clean', 'build', 'check']) {
      const { said, marked } = await ran([command, '--safe'])
      expect([marked, said.includes('whirl.config')]).toEqual([false, false])
    }
  })
})
