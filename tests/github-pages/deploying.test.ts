/**
 * The recipes of docs/deploying.md: their files are read, and what they run is run, in a blog as `new` makes it, with
 * `npx whirl-blog` led to this program and every program that would reach a network replaced.
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { isHash, parseYaml, type Value, zoneFor } from '../../src/base/index.ts'
import { parseToml } from '../../src/read/toml.ts'
import { runIn } from '../cli/host.ts'
import { lacking } from '../needs.ts'
import { siteForEachTest } from '../site-maker.ts'

const root = path.resolve(import.meta.dirname, '../..')
const unbundled = lacking('bundle', 'dist/cli.js', fs.existsSync(path.join(root, 'dist/cli.js')))
const blog = siteForEachTest()

const page = fs.readFileSync(path.join(root, 'docs/deploying.md'), 'utf8')
/** The recipes by language and, where the first line names one, file. */
const recipes = new Map(
  [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', text = '']) => [
    /^# (\S+)\n/.exec(text)?.[1] ?? language,
    text,
  ]),
)

function recipe(name: string): string {
  const text = recipes.get(name)
  if (text === undefined) throw new Error(`docs/deploying.md has no recipe ${name}`)
  return text
}

function yaml(text: string): Value {
  const read = parseYaml(text, zoneFor('UTC'))
  if (!('value' in read)) throw new Error('not YAML')
  return read.value
}

function at(value: Value, ...keys: readonly (string | number)[]): Value {
  return keys.reduce<Value>((each, key) => {
    if (isHash(each)) return each.get(key) ?? null
    return Array.isArray(each) ? ((each as readonly Value[])[Number(key)] ?? null) : null
  }, value)
}

const list = (value: Value): readonly Value[] => (Array.isArray(value) ? (value as readonly Value[]) : [])
const textOf = (value: Value): string => (typeof value === 'string' ? value : '')

/** A blog with a draft and a hidden file, and an `npx` that is this program. */
beforeEach(async () => {
  await runIn(blog.root, ['new', '.'])
  blog.put({
    '.well-known/security.txt': 'Contact: mailto:you@example.com\n',
    '_drafts/later.md': '---\ntitle: Later\n---\nA draft\n',
    'bin/npx':
      `#!/bin/sh\nwhile [ "$1" != whirl-blog ] && [ $# -gt 0 ]; do shift; done\nshift\n` +
      `exec "${process.execPath}" "${root}/dist/cli.js" "$@"\n`,
    '_config.yml': `${blog.read('_config.yml')}\ninclude: [.well-known]\nexclude: [bin]\n`,
  })
  fs.chmodSync(blog.at('bin/npx'), 0o755)
})

/** What a shell makes of `command` in the blog. */
function shell(command: string, env: Readonly<Record<string, string>> = {}): void {
  const done = spawnSync('sh', ['-e', '-c', command], {
    cwd: blog.root,
    encoding: 'utf8',
    env: { PATH: `${blog.at('bin')}:${process.env.PATH}`, HOME: blog.root, TZ: 'UTC', NO_COLOR: '1', ...env },
  })
  expect(done.status, `${command}\n${done.stdout}${done.stderr}`).toBe(0)
}

/** Whether the folder `to` has the site, its hidden files and, where they are wanted, the drafts; then it is removed. */
function expectSite(to: string, { drafts }: { readonly drafts: boolean }): void {
  const files = fs.readdirSync(blog.at(to), { recursive: true, encoding: 'utf8' })
  expect(files).toContain('.well-known/security.txt')
  expect(files).toContain('feed.xml')
  expect(files.some((name) => name.endsWith('later/index.html'))).toBe(drafts)
  fs.rmSync(blog.at(to), { recursive: true })
}

/** What the steps of a workflow's job use, with its inputs. */
function steps(
  workflow: Value,
  job: string,
): readonly { uses: string; run: string; when: string; with: Value }[] {
  return list(at(workflow, 'jobs', job, 'steps')).map((step) => ({
    uses: textOf(at(step, 'uses')),
    run: textOf(at(step, 'run')),
    when: textOf(at(step, 'if')),
    with: at(step, 'with'),
  }))
}

/** Runs the action with the inputs of a step, as a runner would with these values for its expressions. */
function runAction(inputs: Value, values: Readonly<Record<string, string>>): void {
  const given = (isHash(inputs) ? [...inputs] : []).map(([name, value]) => {
    const text = String(value).replace(
      /\$\{\{ (\S+) \}\}/g,
      (_, expression: string) => values[expression] ?? '',
    )
    return [`INPUT_${String(name).toUpperCase()}`, text] as const
  })
  const done = spawnSync(process.execPath, [path.join(root, 'action/main.mjs')], {
    cwd: blog.root,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      HOME: blog.root,
      TZ: 'UTC',
      GITHUB_WORKSPACE: blog.root,
      GITHUB_API_URL: 'http://127.0.0.1:9',
      HTTPS_PROXY: 'http://127.0.0.1:9',
      ...Object.fromEntries(given),
    },
  })
  expect(done.status, done.stdout + done.stderr).toBe(0)
}

describe.skipIf(unbundled)('recipes', () => {
  test('GitHub Pages: posts for later come with the first run after their date, which a job starts', () => {
    const workflow = yaml(recipe('.github/workflows/later.yml'))
    expect(recipe('.github/workflows/pages.yml')).toContain('  workflow_dispatch:\n')
    expect(recipe('.github/workflows/later.yml')).toMatch(/ {2}schedule:\n {4}- cron: "\d+ \d+ \* \* \*"/)
    expect(at(workflow, 'permissions', 'actions')).toBe('write')
    blog.put({
      'bin/gh': '#!/bin/sh\necho "$@" > asked.txt\n',
      '_posts/2030-01-02-later-on.md': '---\ntitle: Later on\n---\nx\n',
    })
    fs.chmodSync(blog.at('bin/gh'), 0o755)
    for (const { run } of steps(workflow, 'publish')) shell(run, { GITHUB_REPOSITORY: 'you/blog' })
    expect(blog.read('asked.txt')).toBe('workflow run pages.yml --repo you/blog\n')
    blog.remove('asked.txt')
    const shown = (): boolean =>
      fs
        .readdirSync(blog.at('_site'), { recursive: true, encoding: 'utf8' })
        .some((name) => name.includes('later-on'))
    shell('npx whirl-blog build', { SOURCE_DATE_EPOCH: '1893542399' })
    expect(shown()).toBe(false)
    shell('npx whirl-blog build', { SOURCE_DATE_EPOCH: '1893542400' })
    expect(shown()).toBe(true)
  })

  test('GitHub Pages: the blog that `new` makes, under the address that GitHub gives it', () => {
    const workflow = yaml(recipe('.github/workflows/pages.yml'))
    const action = steps(workflow, 'build').find(({ uses }) => uses.startsWith('OWNER/whirl@'))
    runAction(action?.with ?? null, {
      'steps.pages.outputs.origin': 'https://you.github.io',
      'steps.pages.outputs.base_path': '/blog',
    })
    expect(blog.read('_site/feed.xml')).toContain('<id>https://you.github.io/blog/feed.xml</id>')
    expect(blog.read('_site/index.html')).toContain('href="/blog/')
    expectSite('_site', { drafts: false })
  })

  test('GitHub Pages: what is uploaded has hidden files, in every workflow of the documentation', () => {
    const workflows = ['pages.yml', 'preview.yml', 'cloudflare.yml'].map((name) =>
      recipe(`.github/workflows/${name}`),
    )
    const pages = fs.readFileSync(path.join(root, 'docs/workflows/pages.yml'), 'utf8')
    let uploads = 0
    for (const workflow of [...workflows, pages].map(yaml)) {
      const jobs = at(workflow, 'jobs')
      for (const job of isHash(jobs) ? jobs.keys() : [])
        for (const { uses, with: inputs } of steps(workflow, String(job))) {
          if (!/\/upload-(?:pages-)?artifact@/.test(uses)) continue
          uploads++
          expect(at(inputs, 'include-hidden-files')).toBe(true)
        }
    }
    expect(uploads).toBe(3)
  })

  test('a preview with drafts', () => {
    const workflow = yaml(recipe('.github/workflows/preview.yml'))
    const action = steps(workflow, 'preview').find(({ uses }) => uses.startsWith('OWNER/whirl@'))
    runAction(action?.with ?? null, {})
    expectSite('_site', { drafts: true })
  })

  test('GitLab', () => {
    const pipeline = yaml(recipe('.gitlab-ci.yml'))
    const variables = {
      CI_PAGES_URL: 'https://you.gitlab.io/notes',
      CI_PROJECT_NAME: 'notes',
      CI_JOB_ID: '7',
    }
    for (const [job, drafts, base] of [
      ['pages', false, '/notes/'],
      ['preview', true, '/-/notes/-/jobs/7/artifacts/public/'],
    ] as const) {
      shell(
        list(at(pipeline, job, 'script'))
          .map(textOf)
          .join('\n'),
        variables,
      )
      const folder = textOf(at(pipeline, job, 'artifacts', 'paths', 0))
      expect(blog.read(`${folder}/index.html`)).toContain(`href="${base}`)
      expectSite(folder, { drafts })
    }
  })

  test('Netlify', () => {
    const settings = parseToml(recipe('netlify.toml'), zoneFor('UTC'))
    const folder = textOf(at(settings, 'build', 'publish'))
    shell(textOf(at(settings, 'build', 'command')))
    expectSite(folder, { drafts: false })
    shell(textOf(at(settings, 'context', 'deploy-preview', 'command')))
    expectSite(folder, { drafts: true })
    expect(at(settings, 'plugins', 0, 'inputs', 'paths')).toEqual(['.jekyll-cache'])
    expect(blog.has('.jekyll-cache')).toBe(true)
  })

  test('Cloudflare', () => {
    const workflow = yaml(recipe('.github/workflows/cloudflare.yml'))
    const runs = steps(workflow, 'publish').filter(({ run }) => run !== '')
    expect(runs.map(({ when }) => when)).toEqual([
      "github.event_name == 'push'",
      "github.event_name == 'pull_request'",
    ])
    for (const [step, drafts] of [
      [runs[0], false],
      [runs[1], true],
    ] as const) {
      shell(step?.run ?? '')
      expectSite('_site', { drafts })
    }
    const deploys = steps(workflow, 'publish').find(({ uses }) => uses.startsWith('cloudflare/'))
    expect(textOf(at(deploys?.with ?? null, 'command'))).toContain('pages deploy _site ')
  })

  test('Vercel', () => {
    const settings = JSON.parse(recipe('json')) as {
      readonly buildCommand: string
      readonly outputDirectory: string
    }
    for (const [place, drafts] of [
      ['production', false],
      ['preview', true],
    ] as const) {
      shell(settings.buildCommand, { VERCEL_ENV: place })
      expectSite(settings.outputDirectory, { drafts })
    }
  })

  test('a server of one’s own', () => {
    blog.put({ 'bin/rsync': '#!/bin/sh\nfor word; do echo "$word"; done > sent\n' })
    fs.chmodSync(blog.at('bin/rsync'), 0o755)
    shell(recipe('sh'))
    expect(blog.read('sent').split('\n')).toContain('_site/')
    expectSite('_site', { drafts: false })
  })

  test('a container', () => {
    const lines = recipe('Containerfile').split('\n')
    const run = lines.find((line) => line.startsWith('RUN '))?.replace(/^RUN (?:--mount=\S+ )*/, '') ?? ''
    const out = /^COPY --from=build (\S+)/m.exec(recipe('Containerfile'))?.[1] ?? ''
    expect(out).toBe('/out')
    shell(run.replace(` ${out}`, ' out'))
    expectSite('out', { drafts: false })
  })
})

test('every file that a recipe names is one that the host reads, and each says what it builds', () => {
  expect([...recipes.keys()].sort()).toEqual([
    '.github/workflows/cloudflare.yml',
    '.github/workflows/later.yml',
    '.github/workflows/pages.yml',
    '.github/workflows/preview.yml',
    '.gitlab-ci.yml',
    'Containerfile',
    'json',
    'netlify.toml',
    'sh',
  ])
})
