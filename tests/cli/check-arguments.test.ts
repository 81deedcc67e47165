/** What `whirl check` is given: a folder, and rules by name. */
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { attribution } from '../../src/bundled/attribution/plugin.ts'
import { siteForEachTest } from '../site-maker.ts'
import { runIn } from './host.ts'

const at = siteForEachTest()
const SITE = {
  'blog/_config.yml': 'url: http://x\n',
  'blog/a.md': '---\ntitle: A\nlang: en\n---\n[b](/b/)\n',
}

test('a folder may be named, with or without --source', async () => {
  at.put(SITE)
  for (const words of [['blog'], ['--source', 'blog']]) {
    const { code, out } = await runIn(at.root, ['check', '--only', 'broken-link', ...words])
    expect([code, out]).toEqual([1, expect.stringContaining("The link '/b/' leads nowhere.")])
  }
  for (const words of [
    ['blog', 'blog'],
    ['blog', '-s', 'blog'],
  ]) {
    const { code, err } = await runIn(at.root, ['check', ...words])
    expect([code, err]).toEqual([1, expect.stringContaining('One site is checked at a time.')])
  }
})

test.each([['check'], ['doctor'], ['compare', '_site']])(
  '%s of a folder that is not there fails, and so of a file',
  async (...argv) => {
    at.put(SITE)
    fs.mkdirSync(at.at('_site'))
    const missing = await runIn(at.root, [...argv, '-s', 'missing'])
    expect([missing.code, missing.err]).toEqual([
      1,
      expect.stringContaining(`The source directory ${at.at('missing')} does not exist.`),
    ])
    expect((await runIn(at.root, [...argv, '-s', 'blog/a.md'])).code).toBe(1)
  },
)

test.each([
  ['--only', 'broken-lnik', "No rule is called 'broken-lnik'. Did you mean 'broken-link'?"],
  ['--ignore', 'check/feeds', "No rule is called 'check/feeds'. Did you mean 'check/feed'?"],
  ['--ignore', 'feed,nothing', "No rule is called 'nothing'. There are broken-link, broken-anchor, "],
])('%s %s', async (flag, names, message) => {
  at.put(SITE)
  const { code, out, err } = await runIn(at.root, ['check', 'blog', flag, names])
  expect([code, out.includes('pages')]).toEqual([1, false])
  expect(err).toContain(message)
  expect(err).toContain('Usage: whirl check [DIR] [options]')
})

test('names that are known: short, whole, of a kind, of a build, of a plugin', async () => {
  at.put({ ...SITE, 'blog/_config.yml': 'url: http://x\nplugins: [attribution]\n' })
  for (const name of ['broken-link', 'check/feed', 'check', 'read/front-matter', 'attribution', 'gap'])
    expect((await runIn(at.root, ['check', 'blog', '--ignore', name])).err).toBe('')
})

test('the rules of the plugin are the codes it has', () => {
  const folder = path.resolve('src/bundled/attribution')
  const text = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && file !== 'rules.ts')
    .map((file) => fs.readFileSync(path.join(folder, file), 'utf8'))
    .join('\n')
  const codes = [...text.matchAll(/'(attribution\/[a-z-]+)'/g)].map(([, code]) => code!)
  expect([...new Set(codes)].sort()).toEqual(attribution.rules)
})

test('a rule in the configuration that is none', async () => {
  at.put({
    ...SITE,
    'blog/_config.yml': 'url: http://x\ncheck: { rules: { image-sise: off, check/feed: off } }\n',
  })
  const { out } = await runIn(at.root, ['check', 'blog'])
  expect(out).toContain(
    'Nothing reads `image-sise` under `check: rules` in the configuration: did you mean `image-size`?',
  )
  expect(out).not.toContain('check/feed`')
})
