// The action itself, as a step of a workflow runs it: builds the site of the repository in GitHub Pages mode. Inputs
// come as INPUT_*; they, and what they mean, are those of actions/jekyll-build-pages.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const { env } = process
const workspace = env.GITHUB_WORKSPACE ?? process.cwd()
const input = (name, fallback) => env[`INPUT_${name.toUpperCase()}`]?.trim() || fallback

const source = path.join(workspace, input('source', './'))
const destination = path.join(workspace, input('destination', './_site'))
if (!fs.existsSync(source))
  stop(`The source directory ${input('source', './')} does not exist in the repository.`)

const words = ['build', '--compat', 'github-pages']
if (input('verbose') === 'true') words.push('--verbose')
if (input('future') === 'true') words.push('--future')
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

function stop(message) {
  console.log(`::error::${message}`)
  process.exit(1)
}
