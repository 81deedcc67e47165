// Builds the eight projects of actions/jekyll-build-pages with the action of this repository, as a workflow's runner
// would call it, and compares with what that action's own tests expect: every file, every byte.
//
//     node tests/parity/github-pages.mjs --mirror DIR [--work DIR] [--only NAME]
//
// DIR holds git directories OWNER+NAME/repo of actions/jekyll-build-pages and of the themes it needs. GitHub's API is
// played by a server on loopback that says of the repository what GitHub said when the expected files were made.
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'

const root = path.resolve(import.meta.dirname, '../..')
const PROJECTS = 'actions/jekyll-build-pages'
const COMMIT = '44a6e6beabd48582f863aeeb6cb2151cc1716697'
/** Theme, the version that GitHub Pages has of it, its repository. */
const THEMES = [
  ['jekyll-theme-primer', '0.6.0', 'pages-themes/primer'],
  ['jekyll-theme-minimal', '0.2.0', 'pages-themes/minimal'],
]
const REPOSITORY = {
  name: 'jekyll-build-pages',
  full_name: PROJECTS,
  description: 'A simple GitHub Action for producing Jekyll build artifacts compatible with GitHub Pages.',
  private: false,
  archived: false,
  disabled: false,
  language: 'Ruby',
  has_downloads: false,
  has_issues: true,
  has_wiki: false,
  license: { key: 'mit', name: 'MIT License', spdx_id: 'MIT', url: 'https://api.github.com/licenses/mit' },
}

const { values } = parseArgs({
  options: { mirror: { type: 'string' }, work: { type: 'string' }, only: { type: 'string' } },
})
if (values.mirror === undefined) fail('say where the repositories are: --mirror DIR')
const work = values.work ?? fs.mkdtempSync(path.join(os.tmpdir(), 'whirl-pages-'))
const gems = path.join(work, 'gems')

unpack(PROJECTS, COMMIT, work, ['test_projects'])
for (const [name, version, repository] of THEMES)
  unpack(repository, `v${version}`, path.join(gems, 'gems', `${name}-${version}`))

const api = http.createServer((request, response) => {
  const known = request.url === `/repos/${PROJECTS}`
  response.writeHead(known ? 200 : 404, { 'content-type': 'application/json' })
  response.end(JSON.stringify(known ? REPOSITORY : { message: 'Not Found' }))
})
await new Promise((resolve) => api.listen(0, '127.0.0.1', resolve))

let equal = 0
let files = 0
let projects = 0
const names = fs.readdirSync(path.join(work, 'test_projects')).sort()
const chosen = names.filter((name) => values.only === undefined || name === values.only)
for (const name of chosen) {
  const { problems, compared, log } = await build(name)
  files += compared
  equal += compared - problems.length
  if (problems.length === 0) projects++
  console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${name}: ${compared} files`)
  for (const problem of problems) console.log(`       ${problem}`)
  if (problems.length > 0) console.log(log.replace(/^/gm, '       | '))
}
api.close()
if (values.work === undefined) fs.rmSync(work, { recursive: true, force: true })
console.log(`github-pages: ${projects} of ${chosen.length} projects, ${equal} of ${files} files equal`)
process.exitCode = projects === chosen.length && projects > 0 ? 0 : 1

/** Runs the action on a project; what differs from its `_expected`, and what was said. */
async function build(name) {
  const project = path.join(work, 'test_projects', name)
  const built = path.join(project, '_site')
  fs.rmSync(built, { recursive: true, force: true })
  const log = await runAction(name)
  const expected = filesBelow(path.join(project, '_expected'))
  const actual = filesBelow(built)
  const problems = []
  for (const file of expected) {
    if (!actual.includes(file)) problems.push(`missing: ${file}`)
    else {
      const wanted = fs.readFileSync(path.join(project, '_expected', file))
      if (!wanted.equals(fs.readFileSync(path.join(built, file)))) problems.push(`differs: ${file}`)
    }
  }
  for (const file of actual) if (!expected.includes(file)) problems.push(`unexpected: ${file}`)
  return { problems, compared: new Set([...expected, ...actual]).size, log }
}

function runAction(name) {
  const { port } = api.address()
  const child = spawn(process.execPath, [path.join(root, 'action/main.mjs')], {
    cwd: work,
    env: {
      PATH: process.env.PATH,
      HOME: work,
      TZ: 'UTC',
      LC_ALL: 'C.UTF-8',
      NO_COLOR: '1',
      GEM_HOME: gems,
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: work,
      GITHUB_REPOSITORY: PROJECTS,
      GITHUB_API_URL: `http://127.0.0.1:${port}`,
      INPUT_SOURCE: `./test_projects/${name}`,
      INPUT_DESTINATION: `./test_projects/${name}/_site`,
      INPUT_BUILD_REVISION: 'JEKYLL_BUILD_REVISION',
      INPUT_FUTURE: 'false',
      INPUT_VERBOSE: 'false',
      INPUT_TOKEN: 'token',
    },
  })
  let log = ''
  child.stdout.on('data', (text) => {
    log += text
  })
  child.stderr.on('data', (text) => {
    log += text
  })
  return new Promise((resolve) => child.on('close', () => resolve(log)))
}

/** As the action's own comparison sees them: no files whose names begin with a dot. */
function filesBelow(folder) {
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => fs.statSync(path.join(folder, name)).isFile())
    .filter((name) => !name.split(path.sep).some((part) => part.startsWith('.')))
    .sort()
}

function unpack(repository, revision, folder, paths = []) {
  const directory = path.join(values.mirror, repository.replace('/', '+'), 'repo')
  if (!fs.existsSync(directory)) fail(`${repository} is not in ${values.mirror}`)
  fs.mkdirSync(folder, { recursive: true })
  const made = spawnSync('git', ['--git-dir', directory, 'archive', revision, ...paths], {
    maxBuffer: 1 << 28,
  })
  if (made.status !== 0) fail(`${repository} has no ${revision}: ${made.stderr}`)
  spawnSync('tar', ['x', '-C', folder], { input: made.stdout })
}

function fail(message) {
  console.error(message)
  process.exit(2)
}
