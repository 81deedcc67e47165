/** What `--safe` promises to whoever builds a stranger's site, whatever the site says. */
import fs from 'node:fs'
import { expect, test } from 'vitest'
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
  expect(said).toContain(
    "The site's own `whitelist` does not count. What it names may run with " +
      '--whitelist jekyll-sitemap,jekyll-environment-variables',
  )
})

test('--whitelist names what may run; more of the site’s own does not', async () => {
  const { said, page, sitemap } = await built(OWN, ['--safe', '--whitelist', 'jekyll-sitemap'])
  expect(sitemap).toContain('<urlset')
  expect(page).toBe('[] jekyll-sitemap\n')
  expect(said).toMatch(/--whitelist jekyll-environment-variables$/m)
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
