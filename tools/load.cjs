/**
 * Loads the parts of the command from V8's compiled code. Compiling Whirl and Sass anew takes longer than building a small
 * blog, so the first build leaves compiled code for those after it: beside the parts (code-cache/), or in the user's cache where
 * nothing can be written there. V8 takes only what the same version of it made. A part is read when the first of what it
 * exports is wanted.
 */
'use strict'
const fs = require('node:fs')
const path = require('node:path')
const vm = require('node:vm')

/** Put in by the bundler: a digest of all that is loaded here. */
const BUILD = 'unbundled'

/** Compiled code is of one program, compiled by one V8 for one kind of processor. */
const KEY = `${BUILD}-${process.versions.v8}-${process.arch}`

/** Where compiled code is looked for, and where it is written: in the first of them that can be. */
let folders = foldersOf(KEY)

/** The places of the compiled code that `key` names: beside the parts, and of the user. */
function foldersOf(key) {
  const home = process.env.XDG_CACHE_HOME || (process.env.HOME && path.join(process.env.HOME, '.cache'))
  const beside = path.join(__dirname, 'code-cache', key)
  return home && path.isAbsolute(home) ? [beside, path.join(home, 'whirl/code', key)] : [beside]
}

/** Where the first compiled code was found: that of one start is all from one place. */
let found

/** The scripts that had to be compiled, by name: what `record` writes. */
const fresh = new Map()

/** What parts export, and what they have of each other, by name. */
const loaded = new Map()
const shared = new Map()

/**
 * A part, which is written as a function, compiled or taken from its cache. Compiled code keeps the name it was made under for
 * stack traces, so that is one which holds on every machine: `whirl-blog/dist/whirl.cjs`.
 */
function compile(file, name, filename, encoding) {
  const text = textOf(file, encoding)
  let script = scriptOf(text, filename, kept(`${name}.bin`))
  if (script.cachedDataRejected && lookForOwn()) script = scriptOf(text, filename, kept(`${name}.bin`))
  if (script.cachedDataRejected !== false) fresh.set(name, script)
  return script.runInThisContext()
}

function scriptOf(text, filename, cachedData) {
  const importModuleDynamically = vm.constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER
  return new vm.Script(text, { filename, cachedData, importModuleDynamically })
}

/**
 * Looks for compiled code where it is of this V8 as it was started: it takes none that was made with other options, such as
 * a limit of memory in NODE_OPTIONS. Asked only then, as the answer takes longer than to read it. False where that was done.
 */
function lookForOwn() {
  const own = foldersOf(`${KEY}-${require('node:v8').cachedDataVersionTag()}`)
  if (own[0] === folders[0]) return false
  folders = own
  found = undefined
  return true
}

/** The text of a part; where it is not there, the error that a missing package gives. */
function textOf(file, encoding) {
  try {
    return fs.readFileSync(file, encoding)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
    const name = `whirl-blog/dist/${path.relative(__dirname, file).replaceAll(path.sep, '/')}`
    throw Object.assign(new Error(`Cannot find module '${name}'`), { code: 'MODULE_NOT_FOUND' })
  }
}

/** The compiled code in `name`; undefined where there is none, or it is in a folder that is somebody else's. */
function kept(name) {
  for (const folder of found === undefined ? folders : [found])
    try {
      const code = fs.readFileSync(path.join(folder, name))
      if (found === undefined && folder !== folders[0] && !isOurs(folder)) continue
      found = folder
      return code
    } catch {
      // None was made.
    }
  return undefined
}

/** Whether nobody but this user writes to `folder`: compiled code is run as it is. */
function isOurs(folder) {
  if (process.getuid === undefined) return true
  const { uid, mode } = fs.statSync(folder)
  return uid === process.getuid() && (mode & 0o022) === 0
}

/** What the part `name` exports. Parts are ASCII, which is read fastest as latin1. */
function load(name) {
  const before = loaded.get(name)
  if (before !== undefined) return before.exports
  const file = path.join(__dirname, `${name}.cjs`)
  const own = { exports: {} }
  loaded.set(name, own)
  const run = compile(file, name, `whirl-blog/dist/${name}.cjs`, 'latin1')
  run.call(own.exports, own.exports, requireCompiled, own, file, __dirname)
  return own.exports
}

/** A module that exports `names`, read from what `load` answers when one of them is wanted. */
function later(names, load) {
  let module
  const get = (key) => ({ enumerable: true, get: () => (module ??= load())[key] })
  const exports = Object.fromEntries(names.map((key) => [key, get(key)]))
  return Object.defineProperties({}, { __esModule: { value: true }, ...exports })
}

/** Packages that come with the program, each as one file: what `packages/packages.json` says of them. */
const bundled = path.join(__dirname, 'packages')
let about

/** `require` that finds the packages which come with the program in it. */
function requireCompiled(name) {
  if (name.startsWith('node:')) return require(name)
  if (name.startsWith(GRAMMARS)) return grammars(name.slice(GRAMMARS.length))
  about ??= readJson('packages.json') ?? {}
  if (!Object.hasOwn(about, name)) return require(name)
  const { file, version } = about[name]
  const before = loaded.get(`packages/${file}`)
  if (before !== undefined) return before.exports
  return version === undefined
    ? runPackage(name, file, file, require)
    : runPackage(name, file, file, requireOfCompiler(name, file, version))
}

/** Runs `script` of the package `name`, and answers what it exports. It finds other packages with `find`. */
function runPackage(name, file, script, find) {
  const own = { exports: {} }
  // Node warns of old ways of packages only where they are not below node_modules.
  const run = compile(
    path.join(bundled, `${script}.cjs`),
    script,
    `/node_modules/${name}/bundle.cjs`,
    'latin1',
  )
  // It looks for its worker beside itself.
  const stands = path.join(bundled, file, 'index.js')
  run.call(own.exports, own.exports, find, own, stands, path.dirname(stands))
  loaded.set(`packages/${script}`, own)
  return own.exports
}

/** What the file `name` of the bundled packages holds; undefined where there is none. */
function readJson(name) {
  try {
    return JSON.parse(fs.readFileSync(path.join(bundled, name), 'utf8'))
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
    return undefined
  }
}

/**
 * The `require` of a package whose compiler is a package for each system: another version of it prints other CSS. The compiler
 * is started here, before the package is loaded.
 */
function requireOfCompiler(name, file, version) {
  const resolve = (name) => {
    const file = require.resolve(name)
    const at = file.lastIndexOf(`node_modules${path.sep}`)
    const [folder] = file.slice(at + 'node_modules/'.length).split(path.sep)
    const there = JSON.parse(
      fs.readFileSync(path.join(file.slice(0, at), 'node_modules', folder, 'package.json'), 'utf8'),
    )
    if (there.version === version) return file
    throw Object.assign(new Error(`${folder} is ${there.version}, not ${version}`), {
      code: 'MODULE_NOT_FOUND',
    })
  }
  const find = Object.assign((wanted) => (wanted === 'whirl:compiler' ? compiler : require(wanted)), {
    resolve,
  })
  const compiler = runPackage(name, file, `${file}-compiler`, find)
  return find
}

const GRAMMARS = '@shikijs/langs/'
let places

/** The module of a grammar, in the form that its package has. Throws for one that is not there, as `require` does. */
function grammars(name) {
  places ??= readJson('grammars/index.json') ?? {}
  if (!Object.hasOwn(places, name)) return require(`${GRAMMARS}${name}`)
  return { default: places[name].map((file) => readJson(`grammars/${file}`)) }
}

/** What goes through nearly all of the program, so that what it compiles is what the next one needs. */
const BUILDS = new Set(['build', 'b', 'serve', 'server', 's'])

/** Runs the command with this process's arguments. */
exports.start = function start() {
  if (BUILDS.has(process.argv[2]))
    process.once('exit', (code) => {
      if (code === 0 && fresh.size > 0) record()
    })
  load('start')
}

exports.load = load
exports.part = (name, names) => later(names, () => load(name))
exports.require = requireCompiled

/** A module that exports `names` of a package or a module of Node, loaded with the first of them. */
exports.package = (name, names) => later(names, () => require(name))

/** An object of which `name` is there at once, the values of `keys` with what `load` answers. */
exports.named = (name, keys, load) =>
  Object.defineProperty(later(keys, load), 'name', { enumerable: true, value: name })

/** What `load` answers, for parts that are loaded later to take from. */
exports.share = (name, load) => void shared.set(name, load)
exports.shared = (name) => shared.get(name)()

/** `import()` for the command: Node 20 has none for code that comes from a cache. */
exports.importModule = (name) => import(name)

/** Where this program's compiled code is looked for. */
exports.codeFolders = folders

/** Writes the compiled code of what had none, lazily compiled functions and all, for the next start. */
function record() {
  for (const folder of found === undefined ? folders : [found])
    try {
      fs.mkdirSync(folder, { recursive: true, mode: 0o755 })
      if (folder !== folders[0] && !isOurs(folder)) continue
      for (const [name, script] of fresh) {
        const file = path.join(folder, `${name}.bin`)
        const own = `${file}.${process.pid}`
        fs.writeFileSync(own, script.createCachedData())
        fs.renameSync(own, file)
      }
      return
    } catch {
      // Not here, then. Without it the next start takes as long as this one.
    }
}
exports.record = record
