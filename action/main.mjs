// The action itself, as a step of a workflow runs it: builds the site of the repository as `profile` says. Inputs come as
// INPUT_*; those of actions/jekyll-build-pages mean what they mean there.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const { env } = process
const workspace = env.GITHUB_WORKSPACE ?? process.cwd()
const input = (name, fallback) => env[`INPUT_${name.toUpperCase()}`]?.trim() || fallback

const source = path.join(workspace, input('source', './'))
const destination = path.join(workspace, input('destination', './_site'))
if (!fs.existsSync(source))
  stop(`The source directory ${input('source', './')} does not exist in the repository.`)

/** What each profile says on the command line. */
const PROFILES = new Map([
  ['github-pages', ['--compat', 'github-pages']],
  // The configuration (`compat`) or the Gemfile says which Jekyll it is.
  ['gemfile', []],
  ['whirl', ['--compat', 'jekyll']],
])
const profile = input('profile', 'github-pages')
if (!PROFILES.has(profile))
  stop(`The profile '${profile}' does not exist: write one of ${[...PROFILES.keys()].join(', ')}.`)

const words = ['build', ...PROFILES.get(profile)]
for (const flag of ['verbose', 'future', 'drafts']) if (input(flag) === 'true') words.push(`--${flag}`)
const baseurl = env.INPUT_BASEURL?.trim()
if (baseurl) words.push('--baseurl', baseurl)
const url = input('url')
if (url !== undefined) words.push('--config', withUrl(url))
words.push('--source', source, '--destination', destination)

const done = spawnSync(process.execPath, [path.join(import.meta.dirname, '../dist/cli.js'), ...words], {
  cwd: workspace,
  stdio: 'inherit',
  env: {
    ...env,
    JEKYLL_ENV: 'production',
    JEKYLL_GITHUB_TOKEN: input('token', env.JEKYLL_GITHUB_TOKEN ?? ''),
    JEKYLL_BUILD_REVISION: input('build_revision', env.GITHUB_SHA ?? ''),
    PAGES_REPO_NWO: env.GITHUB_REPOSITORY ?? '',
    PAGES_API_URL: env.GITHUB_API_URL ?? 'https://api.github.com',
    // A workflow always has GitHub at hand, and a token for it.
    WHIRL_GITHUB_FETCH: env.WHIRL_GITHUB_FETCH ?? '1',
    WHIRL_ANNOTATIONS: path.relative(workspace, source).split(path.sep).join('/') || '.',
  },
})
if (done.error !== undefined) stop(`The program could not be run: ${done.error.message}`)
if (done.status !== 0 && done.status !== 1)
  stop(`The build ended with ${done.status ?? done.signal}; see above.`)
process.exitCode = done.status

/** The site's configuration file and one with `url`, which counts after it. */
function withUrl(url) {
  const file = path.join(fs.mkdtempSync(path.join(env.RUNNER_TEMP ?? os.tmpdir(), 'whirl-')), 'url.yml')
  fs.writeFileSync(file, `${JSON.stringify({ url })}\n`)
  const own = ['_config.yml', '_config.yaml', '_config.toml']
    .map((name) => path.join(source, name))
    .find((each) => fs.existsSync(each))
  return [...(own === undefined ? [] : [own]), file].join(',')
}

function stop(message) {
  console.log(`::error::${message}`)
  process.exit(1)
}
