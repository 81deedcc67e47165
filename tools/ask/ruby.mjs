/**
 * Runs a Ruby program inside a reference. All that is needed of a reference is its `jekyll` command: a plugin of a site
 * made for the purpose starts the program, so it has that Ruby, and its libraries. A program that is `inside` runs in
 * Jekyll's own process after a build, when everything of Jekyll has been loaded as it is for a build; another in a Ruby
 * of its own, where nothing is loaded yet. It reads questions from its input and prints answers.
 */
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const PROGRAM = "File.expand_path('../program.rb', __dir__)"
// A program that makes a Jekyll site of its own would start itself again.
const OWN_PROCESS = `File.delete(__FILE__)\nexec(RbConfig.ruby, '-W0', ${PROGRAM})\n`
const INSIDE = `Jekyll::Hooks.register(:site, :post_write) do |_|
  next if defined?(ASKED)
  ASKED = true
  load ${PROGRAM}
  $stdout.flush
  exit!(0)
end
`

/**
 * Makes the site and answers how to start it; `remove` takes it away. `files` are places of files and folders the
 * program wants beside it, by name. Where it is `inside` the build of one of them, that folder is the site.
 */
function prepared(reference, program, { inside, files = {} } = {}) {
  const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'ask-')))
  for (const folder of ['_plugins', '_site']) fs.mkdirSync(path.join(root, folder))
  fs.writeFileSync(path.join(root, '_plugins/run.rb'), inside === undefined ? OWN_PROCESS : INSIDE)
  fs.copyFileSync(program, path.join(root, 'program.rb'))
  for (const [name, from] of Object.entries(files))
    fs.cpSync(from, path.join(root, name), { recursive: true })
  const [command, ...words] = reference.command
  return {
    root,
    command,
    args: [
      ...[...words, 'build', '--quiet', '--disable-disk-cache'],
      ...[
        '-p',
        path.join(root, '_plugins'),
        '-s',
        path.join(root, inside ?? '_site'),
        '-d',
        path.join(root, '_built'),
      ],
    ],
    options: { cwd: root, env: reference.env },
    remove: () => fs.rmSync(root, { recursive: true, force: true }),
  }
}

/** What the program prints for `input`; `collect` is called with the folder it ran in, before that is removed. */
export function runRuby(reference, program, input, { collect, ...given } = {}) {
  const { root, command, args, options, remove } = prepared(reference, program, given)
  try {
    const done = spawnSync(command, args, { ...options, input, encoding: 'utf8', maxBuffer: 1 << 30 })
    if (done.error !== undefined) throw done.error
    if (done.status !== 0)
      throw new Error(`${reference.name} failed:\n${done.stderr}${done.stdout.slice(-500)}`)
    process.stderr.write(done.stderr)
    collect?.(root)
    return done.stdout
  } finally {
    remove()
  }
}

/** The answers to `questions`, values or lines of JSON, in their order. */
export function askRuby(reference, program, questions, given) {
  if (questions.length === 0) return []
  const lines = questions.map((each) => (typeof each === 'string' ? each : JSON.stringify(each)))
  const answers = runRuby(reference, program, `${lines.join('\n')}\n`, given)
    .split('\n')
    .filter((line) => line !== '')
  if (answers.length !== questions.length)
    throw new Error(`${reference.name} answered ${answers.length} of ${questions.length}`)
  return answers.map((line) => JSON.parse(line))
}

/** A program that goes on answering: `ask` one question after the other, `end` when there are no more. */
export function openRuby(reference, program) {
  const { command, args, options, remove } = prepared(reference, program)
  const child = spawn(command, args, { ...options, stdio: ['pipe', 'pipe', 'inherit'] })
  const waiting = []
  let rest = ''
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (data) => {
    const lines = (rest + data).split('\n')
    rest = lines.pop()
    for (const line of lines) waiting.shift()(JSON.parse(line))
  })
  child.on('close', remove)
  return {
    ask: (question) =>
      new Promise((resolve) => {
        waiting.push(resolve)
        child.stdin.write(`${JSON.stringify(question)}\n`)
      }),
    end: () => child.stdin.end(),
  }
}
