/**
 * Starts the command from V8's compiled code. Compiling Whirl and Dart Sass anew takes longer than building a small
 * blog, so the bundler leaves compiled code beside them (code-cache/). V8 takes it when it was made by the same
 * version; any other Node compiles as always.
 */
'use strict'
const fs = require('node:fs')
const Module = require('node:module')
const path = require('node:path')
const vm = require('node:vm')

const caches = path.join(__dirname, 'code-cache')

/** A CommonJS file as a function, compiled or taken from its cache. */
function compile(file, name) {
  const cache = path.join(caches, `${name}.bin`)
  const cachedData = fs.existsSync(cache) ? fs.readFileSync(cache) : undefined
  const script = new vm.Script(Module.wrap(fs.readFileSync(file, 'utf8')), {
    filename: file,
    cachedData,
    importModuleDynamically: vm.constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  })
  return { script, run: script.runInThisContext() }
}

/** The scripts compiled so far, by name: what `record` writes. */
const compiled = new Map()

/** `require` that finds Sass's large script already there. */
function requireCompiled(name) {
  if (name === 'sass' && !compiled.has('sass')) {
    const file = path.join(path.dirname(require.resolve('sass')), 'sass.dart.js')
    if (fs.existsSync(file)) {
      const { script, run } = compile(file, 'sass')
      compiled.set('sass', script)
      const loaded = new Module(file, module)
      loaded.filename = file
      loaded.paths = module.paths
      require.cache[file] = loaded
      run.call(loaded.exports, loaded.exports, Module.createRequire(file), loaded, file, path.dirname(file))
      loaded.loaded = true
    }
  }
  return require(name)
}

/** Runs the command with this process's arguments. */
exports.start = function start() {
  const file = path.join(__dirname, 'whirl.cjs')
  const { script, run } = compile(file, 'whirl')
  compiled.set('whirl', script)
  const own = { exports: {} }
  run.call(own.exports, own.exports, requireCompiled, own, file, __dirname)
}

/** `import()` for the command: Node 20 has none for code that comes from a cache. */
exports.importModule = function importModule(name) {
  return import(name)
}

/** Writes the code compiled so far, lazily compiled functions and all, for the next start. */
exports.record = function record() {
  fs.mkdirSync(caches, { recursive: true })
  for (const [name, script] of compiled) {
    const file = path.join(caches, `${name}.bin`)
    fs.writeFileSync(`${file}.new`, script.createCachedData())
    fs.renameSync(`${file}.new`, file)
  }
}
