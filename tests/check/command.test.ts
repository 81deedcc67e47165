import { expect, test } from 'vitest'
import { run } from '../cli/run.ts'
import { makeSite } from '../site-maker.ts'

const SITE = {
  '_config.yml': 'title: T\n',
  'index.html':
    '---\ntitle: A\n---\n<!doctype html><html lang="en"><title>A</title>\n<a href="/no,pe">x</a>\n<img src="/p.svg" alt="">\n</html>\n',
  'p.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
}

async function check(files: Readonly<Record<string, string>>, ...flags: readonly string[]) {
  const { root: cwd, put, has } = makeSite()
  put(Object.fromEntries(Object.entries(files).map(([name, text]) => [`docs/${name}`, text])))
  let out = ''
  let err = ''
  const code = await run(['check', '-s', 'docs', ...flags], {
    cwd,
    env: { TZ: 'UTC' },
    terminal: false,
    argv: [],
    color: false,
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
    untilStopped: async () => {},
    openInBrowser: () => {},
    detach: () => 0,
  })
  const made = has('docs/_site') || has('_site')
  return { code, out, err, made }
}

test('tells each finding with its line and what to do, and writes no site', async () => {
  const { code, out, made } = await check(SITE)
  expect(code).toBe(1)
  expect(made).toBe(false)
  expect(out).toContain(`error: The link '/no,pe' leads nowhere. [check/broken-link]
  index.html:5:10
    4 | <!doctype html><html lang="en"><title>A</title>
  > 5 | <a href="/no,pe">x</a>
      |          ^^^^^^
  help: fix the address, or take the link out
  seen in index.html
`)
  expect(out).toMatch(/1 page, 2 links: 1 error, 1 warning\n$/)
})

test('as JSON', async () => {
  const { code, out, err } = await check(SITE, '--json')
  expect(code).toBe(1)
  expect(err).toBe('')
  const data = JSON.parse(out) as { findings: Record<string, unknown>[] }
  expect(data).toMatchObject({ version: 1, errors: 1, warnings: 1, pages: 1, links: 2 })
  expect(data.findings[0]).toEqual({
    code: 'check/broken-link',
    severity: 'error',
    message: "The link '/no,pe' leads nowhere.",
    file: 'index.html',
    line: 5,
    column: 10,
    help: 'fix the address, or take the link out',
    page: 'index.html',
  })
})

test('as annotations, files seen from the repository', async () => {
  const { out } = await check(SITE, '--github')
  expect(out.split('\n')[0]).toBe(
    "::error file=docs/index.html,line=5,col=10,title=check/broken-link::The link '/no,pe' leads nowhere.%0Afix the address, or take the link out",
  )
})

test('some rules, and warnings as failures', async () => {
  expect((await check(SITE, '--ignore', 'broken-link')).code).toBe(0)
  expect((await check(SITE, '--ignore', 'check/broken-link', '--strict')).code).toBe(1)
  const only = await check(SITE, '--only', 'image-size', '--json')
  expect((JSON.parse(only.out) as { findings: unknown[] }).findings).toHaveLength(1)
})

test('a clean site', async () => {
  const { code, out } = await check({ ...SITE, 'index.html': '---\n---\n<p>part</p>' })
  expect([code, out]).toEqual([0, expect.stringMatching(/1 page, 0 links: nothing to fix\n$/)])
})

test('a site that cannot be built says why', async () => {
  const { code, err } = await check({ 'index.html': '---\n---\n{% nope %}' })
  expect(code).toBe(1)
  expect(err).toContain("Unknown tag 'nope'")
})

test('a site that cannot be built is told to programs too', async () => {
  const { code, out } = await check({ 'index.html': '---\n---\n{% nope %}\n' }, '--json')
  expect(code).toBe(1)
  expect(JSON.parse(out)).toMatchObject({ errors: 1, findings: [{ file: 'index.html', line: 3 }] })
  const annotated = await check({ 'index.html': '---\n---\n{% nope %}\n' }, '--github')
  expect(annotated.out).toContain('::error file=docs/index.html,line=3')
})
