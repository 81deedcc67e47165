// Modules are walls: holds the tables of check-imports/rules.mjs for src/, and that the program uses what it exports.
// Part of `npm run check`.   node tools/check-imports.mjs [root of the repository]
import fs from 'node:fs'
import path from 'node:path'
import { exportProblems } from './check-imports/exports.mjs'
import { readModule } from './check-imports/read-module.mjs'
import { USERS } from './check-imports/rules.mjs'
import { cycleProblems, wallProblems } from './check-imports/walls.mjs'

const root = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, '..'))
const read = (file) => fs.readFileSync(path.join(root, file), 'utf8')

/** The facts of every script below the folder `name`, by path from the root. */
function modulesIn(name) {
  const folder = path.join(root, name)
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder, { recursive: true })
    .map((file) => `${name}/${String(file).split(path.sep).join('/')}`)
    .filter((file) => /\.(?:m?ts|[cm]js)$/.test(file) && !file.includes('/node_modules/'))
    .map((file) => [file, readModule(file, read(file))])
}

/** The files of src/ that package.json gives to others. */
function publicEntries() {
  const { exports = {} } = JSON.parse(read('package.json'))
  return Object.values(exports)
    .filter(({ types }) => types !== undefined)
    .map(({ types }) => types.replace(/^\.\/dist\/types\//, 'src/').replace(/\.d\.ts$/, '.ts'))
}

const isTest = (file) => file.startsWith('tests/') || /\.test\.[a-z]+$/.test(file)
const all = [...USERS, 'tests'].flatMap(modulesIn)
const users = new Map(all.filter(([file]) => !isTest(file)))
const tests = new Map(all.filter(([file]) => isTest(file)))
const program = new Map()
for (const [file, facts] of users)
  if (file.startsWith('src/')) program.set(file.slice(4), { ...facts, file: file.slice(4) })

const problems = [
  ...[...program.values()].flatMap(wallProblems),
  ...cycleProblems(program),
  ...exportProblems({ users, tests, entries: publicEntries().filter((file) => users.has(file)) }),
]
if (problems.length > 0) {
  for (const { file, line, what, help } of problems)
    console.error(`src/${file}:${line}: ${what}\n    ${help}`)
  console.error(`imports: ${problems.length} problems in ${program.size} files`)
  process.exit(1)
}
console.log(`imports: ${program.size} files, no problem`)
const largest = [...program.keys()]
  .map((file) => [read(`src/${file}`).split('\n').length - 1, file])
  .sort((a, b) => b[0] - a[0])
  .slice(0, 10)
console.log(`largest: ${largest.map(([lines, file]) => `${file} ${lines}`).join(', ')}`)
