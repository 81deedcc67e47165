/** `whirl-blog/testing`: a site in memory for the tests of plugins. */
import { expect, test } from 'vitest'
import { definePlugin } from 'whirl-blog'
import { testSite } from 'whirl-blog/testing'

test('a site is one text, or texts and bytes by path', async () => {
  const text = await testSite(`
-- _config.yml --
title: Written
plugins: [jekyll-sitemap]
-- index.html --
---
---
{{ site.title }} {{ site.time | date: '%F' }} {{ jekyll.environment }}
`)
  expect(text.output('index.html')).toBe('Written 2026-01-02 development\n')
  expect([...text.outputs.keys()].sort()).toEqual(['index.html', 'robots.txt', 'sitemap.xml'])

  const files = await testSite({ 'a.png': new Uint8Array([1, 2]), 'b.txt': 'b' })
  expect(files.outputs.get('a.png')).toEqual(new Uint8Array([1, 2]))
  expect([files.output('b.txt'), files.output('c.txt')]).toEqual(['b', undefined])
})

test('settings, the clock and the environment can be given', async () => {
  const page =
    "---\n---\n{{ site.title }} {{ site.own.a }} {{ site.time | date: '%F' }} {{ jekyll.environment }}"
  const { output } = await testSite(
    { '_config.yml': 'title: Written', 'i.html': page },
    { config: { title: 'Given', own: { a: 1 } }, time: '2024-05-06', environment: 'production' },
  )
  expect(output('i.html')).toBe('Given 1 2024-05-06 production')
})

test('settings that a generator changes hold from then on, for the program too', async () => {
  const moving = definePlugin({
    name: 'moving',
    generate({ config, ...site }) {
      const data = new Map([...config.data, ['url', 'https://b.example'], ['baseurl', '/b']])
      return { ...site, config: { ...config, data } }
    },
  })
  const page = "---\n---\n{{ site.url }} {{ '/c' | absolute_url }}"
  const { output } = await testSite({ 'i.html': page }, { plugins: [moving] })
  expect(output('i.html')).toBe('https://b.example https://b.example/b/c')
})

test('what plugins say and warn of is there', async () => {
  const telling = definePlugin({
    name: 'telling',
    generate(site, ctx) {
      ctx.info('Telling:', 'a line')
      ctx.warn({ code: 'telling/odd', severity: 'warning', message: 'odd', trail: [] })
      return site
    },
  })
  const { log, diagnostics, site } = await testSite(
    { 'i.html': '---\n---\n' },
    { plugins: [Promise.resolve(telling)] },
  )
  expect(log).toEqual(['Telling: a line'])
  expect(diagnostics.map(({ message }) => message)).toEqual(['odd'])
  expect(site.pages.map((page) => page.url)).toEqual(['/i.html'])
})

test('a build that fails rejects with the first error; what the plugin threw is its cause', async () => {
  const thrown = new Error('no')
  const failing = definePlugin({
    name: 'failing',
    tags: [
      {
        name: 't',
        parse: () => 0,
        render: () => {
          throw thrown
        },
      },
    ],
  })
  const building = testSite({ 'i.html': '---\n---\n{% t %}' }, { plugins: [failing] })
  await expect(building).rejects.toThrow("The plugin 'failing' failed: no")
  await expect(building).rejects.toMatchObject({ cause: thrown })
})

test('slips of the pen are told as they are for plugins of a site', async () => {
  const wrong = { name: 'wrong', generator: () => undefined }
  await expect(testSite({}, { plugins: [wrong as never] })).rejects.toThrow(
    "The plugin 'wrong' has a part 'generator', which plugins do not have.",
  )
  await expect(testSite({ '_config.yml': 'a: [' })).rejects.toThrow('_config.yml: ')
  await expect(
    testSite({}, { plugins: [definePlugin({ name: 'a' }), definePlugin({ name: 'a' })] }),
  ).rejects.toThrow("Two plugins are called 'a'")
})

test('what the check of a plugin finds', async () => {
  const sizes = definePlugin({
    name: 'sizes',
    check: (site, { outputs, readText }) => [
      {
        code: 'sizes/size',
        severity: 'warning',
        message: `${outputs.get('index.html')}|${readText(`${site.config.source}/index.html`)}`,
        trail: [],
      },
    ],
  })
  const site = await testSite({ 'index.html': '---\n---\n{{ 1 }}' }, { plugins: [sizes] })
  expect(site.check().map(({ message }) => message)).toEqual(['1|---\n---\n{{ 1 }}'])
})
