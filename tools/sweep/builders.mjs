/** The two that are compared, a reference and Whirl: processes that are kept, as a small site builds faster than they start. */
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import readline from 'node:readline'
import { build } from 'esbuild'
import { compatOf, ENVIRONMENT, referenceAt } from '../ask/references.mjs'

const ROOT = path.resolve(import.meta.dirname, '../..')
/** What a site's files say of their age. */
const MTIME = 1704067200
/** The site that the reference builds before it answers, with something of what sites have. */
const WARM_UP = {
  'a.md':
    '---\n---\n# A\n\n{% highlight ruby %}x = 1{% endhighlight %}\n\n```js\nx\n```\n\n{{ site.time | date: "%Y" }}\n',
  'b.scss': '---\n---\na { b: c }\n',
  'c.txt': 'c',
}
/** ms; a build that takes longer is a hang */
const LIMIT = 60_000

/**
 * @typedef {object} Built
 * @property {number} status exit code; -1: it did not end
 * @property {string} said all it printed
 * @property {string} [warned] what of it are Whirl's errors and warnings
 * @property {ReadonlyMap<string, Buffer>} files by path
 */
/**
 * @typedef {object} SweepSite
 * @property {Readonly<Record<string, string>>} files path -> text
 * @property {readonly string[]} args flags of `build`
 */

/** Both builders in a folder of their own; `close` ends them and removes it. */
export async function openBuilders(referenceName) {
  const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'sweep-')))
  const source = path.join(root, 'site')
  const [reference, whirl] = await Promise.all([openReference(referenceAt(referenceName), root), openWhirl()])
  const compat = compatOf(referenceName)
  return {
    /** Builds `site` with both. @param {SweepSite} site @returns {Promise<{ reference: Built, whirl: Built }>} */
    async both(site) {
      writeSite(source, site.files)
      const to = (name) => {
        const out = path.join(root, name)
        fs.rmSync(out, { recursive: true, force: true })
        return out
      }
      const [one, other] = [to('reference'), to('whirl')]
      const args = ['build', '--disable-disk-cache', '-s', source, ...site.args]
      const [theirs, ours] = await Promise.all([
        reference.build(source, [...args, '-d', one]),
        // what it warns of counts
        whirl.build(source, [
          ...args.filter((arg) => arg !== '-q' && arg !== '--quiet'),
          '--compat',
          compat,
          '-d',
          other,
        ]),
      ])
      return {
        reference: { ...theirs, files: filesIn(one) },
        whirl: { ...ours, files: filesIn(other) },
      }
    },
    close() {
      reference.close()
      whirl.close()
      fs.rmSync(root, { recursive: true, force: true })
    },
  }
}

async function openReference({ command, env }, root) {
  const home = path.join(root, 'server')
  fs.mkdirSync(path.join(home, '_plugins'), { recursive: true })
  fs.copyFileSync(
    path.join(import.meta.dirname, 'reference-server.rb'),
    path.join(home, '_plugins/server.rb'),
  )
  for (const [name, text] of Object.entries(WARM_UP)) fs.writeFileSync(path.join(home, name), text)
  const out = path.join(home, '_site')
  const words = [...command, 'build', '-q', '--disable-disk-cache', '-s', home, '-d', out]
  const server = openServer(words, { cwd: home, env })
  await server.ready
  const log = path.join(root, 'reference.log')
  return {
    async build(source, args) {
      const status = Number(await server.ask({ source, args, log }))
      return { status, said: fs.readFileSync(log, 'utf8') }
    },
    close: server.close,
  }
}

async function openWhirl() {
  const { version } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'))
  // Among the program's files, beside which it looks for others; two sweeps at once each have their own.
  const outdir = path.join(ROOT, `dist/sweep-${process.pid}`)
  await build({
    entryPoints: ['answer', 'run'].map((name) => path.join(ROOT, `src/cli/${name}.ts`)),
    outdir,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outExtension: { '.js': '.mjs' },
    define: { WHIRL_VERSION: JSON.stringify(version) },
    logLevel: 'warning',
  })
  const words = [process.execPath, path.join(import.meta.dirname, 'whirl-server.mjs'), outdir]
  let server = openServer(words, { cwd: ROOT, env: process.env })
  return {
    async build(cwd, args) {
      const late = setTimeout(() => server.kill(), LIMIT)
      try {
        return JSON.parse(await server.ask({ cwd, args, env: ENVIRONMENT }))
      } catch {
        server = openServer(words, { cwd: ROOT, env: process.env })
        return { status: -1, said: '' }
      } finally {
        clearTimeout(late)
      }
    },
    close() {
      server.close()
      fs.rmSync(outdir, { recursive: true, force: true })
    },
  }
}

/** A process that answers a line with a line; `ready` is its first, where it has one of its own. */
function openServer([file, ...words], options) {
  const child = spawn(file, words, { ...options, stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = readline.createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const line = async () => {
    const { value, done } = await lines.next()
    if (done) throw new Error(`${file} ended`)
    return value
  }
  return {
    get ready() {
      return line()
    },
    ask(question) {
      child.stdin.write(`${JSON.stringify(question)}\n`)
      return line()
    },
    kill: () => child.kill('SIGKILL'),
    close: () => child.stdin.end(),
  }
}

function writeSite(source, files) {
  fs.rmSync(source, { recursive: true, force: true })
  fs.mkdirSync(source)
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(source, name)
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, text)
    fs.utimesSync(file, MTIME, MTIME)
  }
}

function filesIn(folder) {
  const names = fs.existsSync(folder)
    ? fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
    : []
  return new Map(
    names
      .filter((name) => fs.statSync(path.join(folder, name)).isFile())
      .map((name) => [name, fs.readFileSync(path.join(folder, name))]),
  )
}
