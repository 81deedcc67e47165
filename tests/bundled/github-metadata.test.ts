/** jekyll-github-metadata where Ruby's plugin needs the network or stops: what an API answers, what is missing. */
import { describe, expect, test } from 'vitest'
import { utcTime, type Value, zoneFor } from '../../src/base/index.ts'
import { type BuildResult, memoryOutput } from '../../src/builder/index.ts'
import { buildSite } from '../../src/index.ts'
import type { JsonAnswers, JsonQuestion } from '../../src/plugins/index.ts'
import { memoryTree } from '../../src/read/index.ts'
import { configFrom } from '../../src/site/index.ts'

const API = 'https://api.github.com'

/** The text of a template on a site with these settings, and what was asked. */
function render(
  template: string,
  settings: Readonly<Record<string, Value>>,
  { variables = {}, answers }: { variables?: Readonly<Record<string, string>>; answers?: JsonAnswers } = {},
): { text: string | undefined; asked: readonly JsonQuestion[]; result: BuildResult } {
  const asked: JsonQuestion[] = []
  const { config } = configFrom(
    new Map<Value, Value>([['plugins', ['jekyll-github-metadata']], ...Object.entries(settings)]),
    new Map<Value, Value>([['source', '/site']]),
    { cwd: '/', zone: zoneFor('UTC'), variables, environment: variables.JEKYLL_ENV },
  )
  const output = memoryOutput()
  const result = buildSite({
    config,
    tree: memoryTree(new Map([['a.txt', `---\n---\n${template}`]]), '/site'),
    time: utcTime(2026, 1, 2),
    output,
    askJson(question) {
      asked.push(question)
      return answers
    },
  })
  return { text: String(output.contents.get('a.txt')), asked, result }
}

const hash = (entries: Readonly<Record<string, Value>>): Map<Value, Value> => new Map(Object.entries(entries))

// Recorded from jekyll-github-metadata 2.15 under Jekyll 3.10.
test.each([
  [{ baseurl: '/' }, '/b'],
  [{ baseurl: '' }, ''],
  [{ baseurl: '//' }, '//'],
  [{}, '/b'],
])('what is published as %o lies under %s', (settings, baseurl) => {
  const variables = { JEKYLL_ENV: 'production', PAGES_ENV: 'dotcom' }
  expect(render('{{ site.baseurl }}', { repository: 'a/b', ...settings }, { variables }).text).toBe(baseurl)
})

test.each([
  ['github/x', 'https://github.github.com/x false'],
  ['GitHub/x', 'http://github.github.io/x false'],
  ['github/github.github.com', 'https://github.github.com true'],
  ['github/github.github.io', 'https://github.github.com/github.github.io false'],
  ['me/x', 'http://me.github.io/x false'],
])('%s lies at %s', (repository, address) => {
  const variables = { JEKYLL_ENV: 'production', PAGES_ENV: 'dotcom' }
  const template = '{{ site.github.url }} {{ site.github.is_user_page }}'
  expect(render(template, { repository }, { variables }).text).toBe(address)
})

describe('the network', () => {
  test('is not asked unless the site wants it', () => {
    expect(render('{{ site.github.language }}', { repository: 'a/b' }).asked).toEqual([])
  })

  test('fills in what names cannot tell', () => {
    const answers = new Map<string, unknown>([
      [
        `${API}/repos/a/b`,
        {
          description: 'A tagline',
          language: 'Rust',
          has_issues: true,
          has_wiki: false,
          license: { key: 'mit', name: 'MIT License', spdx_id: 'MIT', url: 'u', node_id: 'x' },
        },
      ],
      [
        `${API}/repos/a/b/pages`,
        { html_url: 'https://docs.example/', source: { branch: 'main', path: '/docs' } },
      ],
      [`${API}/orgs/a`, { login: 'a', name: 'Team A' }],
      [`${API}/repos/a/b/releases/latest`, { tag_name: 'v1' }],
    ])
    const { text, asked } = render(
      '{% assign g = site.github %}{{ g.language }} {{ g.license | jsonify }} {{ g.issues_url }} {{ g.wiki_url }}\n' +
        '{{ g.url }}{{ g.baseurl }} {{ g.zip_url }} {{ g.owner.login }} {{ g.owner_display_name }} {{ g.latest_release.tag_name }}\n' +
        '{{ site.description }} {{ site.url }} {% github_edit_link %}',
      { repository: 'a/b', github: hash({ fetch: true }) },
      { answers, variables: { JEKYLL_ENV: 'production', JEKYLL_GITHUB_TOKEN: 'secret' } },
    )
    expect(text).toBe(
      'Rust {"key":"mit","name":"MIT License","spdx_id":"MIT","url":"u"} https://github.com/a/b/issues \n' +
        'https://docs.example https://github.com/a/b/zipball/main a Team A v1\n' +
        'A tagline https://docs.example https://github.com/a/b/edit/main/docs/a.txt',
    )
    expect(asked[0]?.headers).toEqual({ authorization: 'Bearer secret' })
  })

  test('does not stop the build when it is away', () => {
    const { text, result } = render('{{ site.github.repository_url }}', {
      repository: 'a/b',
      github: hash({ fetch: true }),
    })
    expect(text).toBe('https://github.com/a/b')
    expect(result.diagnostics.map(({ code }) => code)).toEqual(['plugins/github-unreachable'])
  })

  test('is asked where the environment says so, and never where that forbids it', () => {
    const asked = (variables: Readonly<Record<string, string>>): number =>
      render('', { repository: 'a/b' }, { variables, answers: new Map() }).asked.length
    expect(asked({ WHIRL_GITHUB_FETCH: '1' })).toBe(1)
    expect(asked({ WHIRL_GITHUB_FETCH: '1', PAGES_DISABLE_NETWORK: '1' })).toBe(0)
  })
})

test("a site's own values win, one by one", () => {
  const { text } = render('{{ site.github.url }} {{ site.github.extra }} {{ site.github.repository_name }}', {
    repository: 'a/b',
    github: hash({ url: 'http://own/x', extra: 1 }),
  })
  expect(text).toBe('http://own/x 1 b')
})

test('what is not a hash under `github` is left alone', () => {
  expect(render('{{ site.github }} {{ site.title }}', { repository: 'a/b', github: 'me' }).text).toBe('me b')
})

test('GITHUB_REPOSITORY names the repository where nothing else does', () => {
  const { text } = render('{{ site.github.repository_nwo }}', {}, { variables: { GITHUB_REPOSITORY: 'o/n' } })
  expect(text).toBe('o/n')
})

test('a site without a repository is built, with a warning', () => {
  const { text, result } = render('[{{ site.github.url }}]', {}, { variables: { JEKYLL_ENV: 'production' } })
  expect(text).toBe('[]')
  expect(result.diagnostics.map(({ code }) => code)).toEqual(['plugins/github-repository'])
})

test.each([
  [{ safe: false }, {}, 'Bearer secret'],
  [{ safe: true }, {}, undefined],
  [{ safe: true }, { PAGES_REPO_NWO: 'other/x' }, 'Bearer secret'],
  [{ safe: true }, { GITHUB_REPOSITORY: 'ME/x' }, 'Bearer secret'],
  [{ safe: true }, { GITHUB_REPOSITORY: 'me/y' }, undefined],
])('the token with %o and %o: %s', (settings, own, expected) => {
  const whitelist = ['jekyll-github-metadata']
  const { asked, result } = render(
    '{{ site.github.url }}',
    { repository: 'me/x', github: hash({ fetch: true }), whitelist, ...settings },
    { variables: { JEKYLL_GITHUB_TOKEN: 'secret', ...own } },
  )
  expect(asked.map(({ headers }) => headers?.authorization)).toEqual([expected])
  const codes = result.diagnostics.map(({ code }) => code)
  expect(codes.includes('plugins/github-token')).toBe(expected === undefined)
})

test.each(['../user', '../..', 'me/..', 'me/x?y', 'me/x#y', 'a%2e/x', 'me\\x/y'])(
  'a repository called %s asks for nothing',
  (repository) => {
    expect(render('', { repository, github: hash({ fetch: true }) }).asked).toEqual([])
  },
)
