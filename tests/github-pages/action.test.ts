/**
 * The action's entry script, called as a workflow's runner calls it. Skipped, with this line, where nothing is bundled yet;
 * the copy of a real blog is built where WHIRL_MIRROR names a directory of git repositories.
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { isHash, parseYaml, type Value, zoneFor } from '../../src/base/index.ts'
import { lacking } from '../needs.ts'
import { siteForEachTest } from '../site-maker.ts'

const root = path.resolve(import.meta.dirname, '../..')
const unbundled = lacking('bundle', 'dist/cli.js', fs.existsSync(path.join(root, 'dist/cli.js')))
const mirror = process.env.WHIRL_MIRROR
const blog = mirror === undefined ? undefined : path.join(mirror, 'qmonnet+whirl-offload/repo')

const workspace = siteForEachTest()

/** Runs the action; nothing of this machine's environment but the PATH is passed on. */
function runAction(inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) {
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  return spawnSync(process.execPath, [path.join(root, 'action/main.mjs')], {
    cwd: workspace.root,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      HOME: workspace.root,
      TZ: 'UTC',
      LC_ALL: 'C.UTF-8',
      NO_COLOR: '1',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: workspace.root,
      GITHUB_REPOSITORY: 'someone/site',
      GITHUB_SHA: 'abc123',
      // Nobody answers there: a test asks no network.
      GITHUB_API_URL: 'http://127.0.0.1:9',
      HTTPS_PROXY: 'http://127.0.0.1:9',
      ...Object.fromEntries(given),
      ...env,
    },
  })
}

const CONFIG = 'theme: null\n'
const expression = (name: string): string => `\${{ ${name} }}`

describe.skipIf(unbundled)('action/main.mjs', () => {
  test('builds the source into the destination as GitHub Pages does', () => {
    workspace.put({
      'docs/_config.yml': CONFIG,
      'docs/README.md': '# Hello\n',
      'docs/p.txt':
        '---\n---\n{{ jekyll.version }} {{ jekyll.environment }} {{ site.github.repository_nwo }} {{ site.github.build_revision }}',
      'docs/_posts/2999-01-01-later.md': '---\n---\nlater',
    })
    const done = runAction({ source: './docs', destination: './out', verbose: 'false', future: 'false' })
    expect(done.status, done.stdout + done.stderr).toBe(0)
    expect(workspace.read('out/p.txt')).toBe('3.10.0 production someone/site abc123')
    expect(workspace.read('out/index.html')).toContain('<h1 id="hello">Hello</h1>')
    expect(fs.existsSync(path.join(workspace.root, 'out/2999'))).toBe(false)
  })

  test('without inputs it builds the repository into _site', () => {
    workspace.put({ '_config.yml': CONFIG, 'a.txt': 'a' })
    expect(runAction({}).status).toBe(0)
    expect(workspace.read('_site/a.txt')).toBe('a')
  })

  test('`future` publishes posts of days to come, `verbose` says more, `build_revision` is passed on', () => {
    workspace.put({
      '_config.yml': CONFIG,
      'p.txt': '---\n---\n{{ site.github.build_revision }}',
      '_posts/2999-01-01-later.md': '---\n---\nlater',
    })
    const done = runAction({ future: 'true', verbose: 'true', build_revision: 'fff' })
    expect(done.status, done.stderr).toBe(0)
    expect(workspace.read('_site/2999/01/01/later.html')).toContain('later')
    expect(workspace.read('_site/p.txt')).toBe('fff')
    expect(done.stdout).toContain('Rendering:')
  })

  test('`profile` says what the site is built as', () => {
    workspace.put({
      '_config.yml': 'theme: whirl\nplugins: [json-feed]\n',
      Gemfile: 'gem "jekyll", "4.3.1"\n',
      'p.txt':
        '---\n---\n{{ jekyll.version }} {{ site.url }} {{ site.baseurl }} {{ site.github.repository_nwo }}',
      '_drafts/later.md': '---\ntitle: Later\npermalink: /later.html\n---\nlater',
    })
    const printed = (inputs: Readonly<Record<string, string>>): string => {
      const done = runAction(inputs)
      expect(done.status, done.stdout + done.stderr).toBe(0)
      return workspace.read('_site/p.txt')
    }
    expect(printed({ profile: 'gemfile' })).toBe('4.3.1   ')
    expect(printed({ profile: 'whirl' })).toBe('4.4.1   ')
    expect(workspace.has('_site/later.html')).toBe(false)
    expect(printed({ profile: 'whirl', url: 'https://a.example', baseurl: '/b', drafts: 'true' })).toBe(
      '4.4.1 https://a.example /b ',
    )
    expect(workspace.read('_site/later.html')).toContain('later')
    expect(workspace.read('_site/feed.json')).toContain('"home_page_url": "https://a.example/b/"')
    const pages = runAction({})
    expect(pages.status).toBe(1)
    expect(pages.stdout).toContain('The whirl theme could not be found. It is part of Whirl')
    expect(pages.stdout).toContain('profile: whirl')
    const wrong = runAction({ profile: 'jekyll' })
    expect([wrong.status, wrong.stdout]).toEqual([
      1,
      "::error::The profile 'jekyll' does not exist: write one of github-pages, gemfile, whirl.\n",
    ])
  })

  test('an error is shown beside its line, and the step fails', () => {
    workspace.put({ 'site/_config.yml': CONFIG, 'site/a.md': '---\n---\none\n\n{% nope %}\n' })
    const done = runAction({ source: 'site' })
    expect(done.status).toBe(1)
    expect(done.stdout).toMatch(
      /^::error file=site\/a\.md,line=5,col=1,title=liquid\/unknown-tag::.*Unknown tag 'nope'/m,
    )
    expect(done.stderr).not.toMatch(/^\s+at /m)
  })

  test('a source that is not there', () => {
    const done = runAction({ source: './nowhere' })
    expect([done.status, done.stdout]).toEqual([
      1,
      '::error::The source directory ./nowhere does not exist in the repository.\n',
    ])
  })

  test('a destination that is the source', () => {
    workspace.put({ 'a.txt': 'a' })
    const done = runAction({ destination: './' })
    expect(done.status).toBe(1)
    expect(done.stdout).toContain('::error')
    expect(workspace.read('a.txt')).toBe('a')
  })

  test.skipIf(blog === undefined || !fs.existsSync(blog))('builds a copy of Whirl Offload', () => {
    const packed = spawnSync('git', ['--git-dir', blog ?? '', 'archive', 'HEAD'], { maxBuffer: 1 << 28 })
    spawnSync('tar', ['x', '-C', workspace.root], { input: packed.stdout })
    const done = runAction({})
    expect(done.status, done.stdout + done.stderr).toBe(0)
    expect(done.stdout).not.toContain('::error')
    const pages = workspace.list().filter((name) => /^_site\/.*\.html$/.test(name))
    expect(pages.length).toBeGreaterThan(20)
    expect(workspace.read('_site/index.html')).toContain('Whirl Offload')
  })
})

describe('action.yml', () => {
  const text = fs.readFileSync(path.join(root, 'action.yml'), 'utf8')
  const read = parseYaml(text, zoneFor('UTC'))
  const at = (...keys: readonly string[]): Value =>
    keys.reduce<Value>(
      (value, key) => (isHash(value) ? (value.get(key) ?? null) : null),
      'value' in read ? read.value : null,
    )

  test('has the inputs of actions/jekyll-build-pages with their defaults, and no output', () => {
    const inputs = at('inputs')
    expect(isHash(inputs) && [...inputs.keys()]).toEqual([
      'profile',
      'url',
      'baseurl',
      'drafts',
      'source',
      'destination',
      'future',
      'build_revision',
      'verbose',
      'token',
    ])
    expect(
      ['source', 'destination', 'future', 'build_revision', 'verbose', 'token'].map((name) =>
        at('inputs', name, 'default'),
      ),
    ).toEqual(['./', './_site', 'false', expression('github.sha'), 'true', expression('github.token')])
    expect(at('outputs')).toBe(null)
  })

  test('passes every input on, and runs scripts that are there', () => {
    const inputs = at('inputs')
    for (const name of isHash(inputs) ? [...inputs.keys()].map(String) : [])
      expect(text).toContain(`INPUT_${name.toUpperCase()}: \${{ inputs.${name} }}`)
    for (const [, script = ''] of text.matchAll(/github\.action_path \}\}\/(action\/[\w.-]+)/g))
      expect(fs.existsSync(path.join(root, script)), script).toBe(true)
  })
})

test('the cache of the built program is named by what it is built of', () => {
  const output = path.join(workspace.root, 'output')
  const key = (): string => {
    const env = { ...process.env, GITHUB_OUTPUT: output }
    fs.writeFileSync(output, '')
    const done = spawnSync(process.execPath, [path.join(root, 'action/install.mjs'), 'key'], {
      env,
      encoding: 'utf8',
    })
    expect(done.status, done.stderr).toBe(0)
    return fs.readFileSync(output, 'utf8')
  }
  expect(key()).toMatch(/^key=whirl-[a-z0-9]+-[a-z0-9]+-node\d+-[0-9a-f]{20}\n$/)
})
