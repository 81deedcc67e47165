/**
 * What jekyll-compose prints and writes, step by step. Steps whose outcome depends on the day are not here; nor are those
 * where Whirl means to differ (see compose.test.ts).
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { withFiles } from '../build.mjs'
import { referenceAt } from '../references.mjs'

const files = {
  '_config.yml': `plugins: [jekyll-compose]
source: src
title: x
collections_dir: coll
jekyll_compose:
  default_front_matter:
    drafts: {description: null, tags: [a, b], layout: special}
    posts: {description: "", n: 1, f: 1.5, t: true, category: [], h: {a: {b: c}}, l: [{a: 1, b: [2]}, [3, 4]]}
    things: {z: 1}
`,
  'src/coll/_drafts/three.md': '---\ntitle: T\n---\nbody\n',
  'src/coll/_drafts/four.md': '---\ntitle: T\ntags:\n- x\n- z\n---\nbody\n---\nrest\n',
  'src/coll/_drafts/dated.md': '---\ndate: 2001-02-03 04:05\ntitle: T\n---\n',
  'src/coll/_drafts/plain.md': 'no front matter\n',
  'src/coll/_posts/sub/2021-01-01-five.md': '---\ntitle: T\ndate: 2021-01-01 05:06\nx: 1\n---\nbody\n',
  'src/coll/_posts/2021-01-01-six.md': '---\ntitle: T\ndate: 2021-01-01 05:06\nx: 1\n---\nbody\n',
}
const steps = [
  ['draft', 'D'],
  ['draft', 'D'],
  ['draft', 'D', '-f'],
  ['draft'],
  ['draft', 'two', 'words'],
  ...[
    "Hello: World's é Ünder & C++",
    'yes',
    '"q" x',
    '1.5',
    "it's # ok",
    'y',
    '[x]',
    '2020-01-01',
    '😀 a',
  ].map((name) => ['draft', name]),
  ...['é', 'C#', 'null', '0x1f', 'a: b', 'x:', '12:30', '1e3', '- dash'].map((name) => ['page', '--', name]),
  ['post', '-d', '2024-07-01', 'Q'],
  ['post', 'R', '-d', 'July 4 2024'],
  ['post', 'S', '-d', 'nope'],
  ['post', 'S', '--timestamp-format', '%Y/%m', '-d', '2024-01-02', '-x', 'html', '-l', 'wide'],
  ['compose', 'T', '-c', 'things', '-d', '2022-02-02'],
  ['compose', 'T2', '-c', 'posts', '-d', '2022-02-02'],
  ['compose', 'T3', '-c', 'drafts', '-d', '2022-02-02'],
  ['compose', 'T4', '-d', '2022-02-02'],
  ['compose', 'T5', '--draft', '-d', '2022-02-02'],
  ['page', 'Pa'],
  ['page', '-l', 'none', '-x', 'html', 'Pb/c'],
  ['publish'],
  ['publish', '_drafts/three.md', '-d', '2020-02-02'],
  ['publish', '_drafts/three.md'],
  ['publish', '_drafts/four.md', '-d', '2020-02-03'],
  ['publish', '_drafts/dated.md', '-d', '2020-02-04'],
  ['publish', '_drafts/plain.md', '-d', '2020-02-05'],
  ['unpublish'],
  ['unpublish', '_posts/sub/2021-01-01-five.md'],
  ['unpublish', '_posts/nope.md'],
  ['unpublish', '_posts/2021-01-01-six.md'],
  ['rename'],
  ['rename', 'x'],
  ['rename', 'nope.md', 'X'],
  ['rename', '_drafts/six.md', 'Six: six', '-d', '2030-01-01'],
  ['rename', '_drafts/five.md', 'Six: six'],
  ['rename', '_posts/2020-02-02-three.md', 'Three again'],
  ['rename', '_posts/2020-02-03-four.md', 'Four', '-d', '2019-09-09'],
]

export const compose = {
  files: /^tests\/cli\/compose\.json$/,
  record({ file }) {
    const answer = withFiles(files, (site) => ({
      files,
      steps: steps.map((argv) => stepOf(site, argv)),
      after: Object.fromEntries(textsBelow(site)),
    }))
    fs.writeFileSync(file, `${JSON.stringify(answer, null, 1)}\n`)
    return steps.length
  },
}

function stepOf(site, argv) {
  const { command, env } = referenceAt('bookworm')
  const { status, stdout, stderr } = spawnSync(command[0], argv, { cwd: site, env, encoding: 'utf8' })
  const clean = (text) => text.replaceAll(site, 'SITE').replace(/\u001b\[\d+m/g, '')
  // Ruby's trace and the program's name and version are its own.
  const err = clean(stderr)
    .split('\n')
    .filter((line) => !/^\s+from |^\/usr\//.test(line))
  return {
    argv,
    code: status,
    out: clean(stdout).replace(/^jekyll \S+ \| /gm, ''),
    err: err.join('\n').replace(/^jekyll \S+ \| /gm, ''),
  }
}

const textsBelow = (site) =>
  fs
    .readdirSync(site, { recursive: true })
    .sort()
    .filter((name) => fs.statSync(path.join(site, name)).isFile())
    .map((name) => [name, fs.readFileSync(path.join(site, name), 'utf8')])
