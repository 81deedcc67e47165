/**
 * Loads the parts of the command from V8's compiled code. Compiling Whirl and Sass anew takes longer than building a small
 * blog, so the bundler leaves compiled code beside the parts (code-cache/). V8 takes it when it was made by the same
 * version; any other Node compiles as always. A part is read when the first of what it exports is wanted.
 */
'use strict'
const fs = require('node:fs')
const Module = require('node:module')
const path = require('node:path')
const vm = require('node:vm')

const caches = path.join(__dirname, 'code-cache')

/** The scripts compiled so far, by name: what `record` writes. */
const compiled = new Map()

/** What parts export, and what they have of each other, by name. */
const loaded = new Map()
const shared = new Map()

/**
 * A CommonJS file as a function, compiled or taken from its cache. Compiled code keeps the name it was made under for
 * stack traces, so that is one which holds on every machine: `whirl-blog/dist/whirl.cjs`.
 */
function compile(file, name, filename, encoding) {
  let cachedData
  try {
    cachedData = fs.readFileSync(path.join(caches, `${name}.bin`))
  } catch {
    // None was made.
  }
  const script = new vm.Script(Module.wrap(fs.readFileSync(file, encoding)), {
    filename,
    cachedData,
    importModuleDynamically: vm.constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  })
  compiled.set(name, script)
  return script.runInThisContext()
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

/** Packages that have compiled code here. */
const PACKAGES = new Map([
  ['sass', plainPackage],
  ['sass-embedded', bundledPackage],
  ['sass-embedded-1.78', bundledPackage],
])

/** `require` that finds large packages already there. */
function requireCompiled(name) {
  const find = PACKAGES.get(name)
  if (find === undefined || compiled.has(name)) return loaded.get(name)?.exports ?? require(name)
  return find(name) ?? require(name)
}

/** Sass in JavaScript is one large script, which its package finds in Node's cache then. */
function plainPackage(name) {
  const file = path.join(path.dirname(require.resolve(name)), 'sass.dart.js')
  if (!fs.existsSync(file)) return undefined
  const run = compile(file, name, 'sass/sass.dart.js', 'utf8')
  const own = new Module(file, module)
  own.filename = file
  own.paths = module.paths
  require.cache[file] = own
  run.call(own.exports, own.exports, Module.createRequire(file), own, file, path.dirname(file))
  own.loaded = true
  return undefined
}

/**
 * A package that the bundler made one file of, as long as that very version is installed: it runs in the place of the
 * package's file which looks for others beside it. The first line of the bundle names both.
 */
function bundledPackage(name) {
  const file = path.join(__dirname, `${name}.cjs`)
  if (!fs.existsSync(file)) return undefined
  const entry = require.resolve(name)
  const { version, place } = require('./packages.json')[name]
  const root = entry.slice(0, entry.lastIndexOf(`${path.sep}dist${path.sep}`))
  if (JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')).version !== version)
    return undefined
  const find = Module.createRequire(entry)
  const stands = place.startsWith('.') ? path.join(root, place) : find.resolve(place)
  const own = { exports: {} }
  // Node warns of old ways of the packages only where they are not below node_modules.
  const run = compile(file, name, `/node_modules/${name}/bundle.cjs`, 'latin1')
  run.call(own.exports, own.exports, find, own, stands, path.dirname(stands))
  loaded.set(name, own)
  return own.exports
}

/** Runs the command with this process's arguments. */
exports.start = () => void load('start')

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

/** Writes the compiled code of all that was loaded, lazily compiled functions and all, for the next start. */
exports.record = function record() {
  fs.mkdirSync(caches, { recursive: true })
  for (const [name, script] of compiled) {
    const file = path.join(caches, `${name}.bin`)
    if (fs.existsSync(file)) continue
    fs.writeFileSync(`${file}.new`, script.createCachedData())
    fs.renameSync(`${file}.new`, file)
  }
}
