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

/**
 * A CommonJS file as a function, compiled or taken from its cache. Compiled code keeps the name it was made under for
 * stack traces, so that is one which holds on every machine: `whirl-blog/dist/whirl.cjs`.
 */
function compile(file, name, filename) {
  const cache = path.join(caches, `${name}.bin`)
  const cachedData = fs.existsSync(cache) ? fs.readFileSync(cache) : undefined
  const script = new vm.Script(Module.wrap(fs.readFileSync(file, 'utf8')), {
    filename,
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
      const { script, run } = compile(file, 'sass', 'sass/sass.dart.js')
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
  const { script, run } = compile(file, 'whirl', 'whirl-blog/dist/whirl.cjs')
  compiled.set('whirl', script)
  const own = { exports: {} }
  run.call(own.exports, own.exports, requireCompiled, own, file, __dirname)
}

/** `import()` for the command: Node 20 has none for code that comes from a cache. */
exports.importModule = function importModule(name) {
  return import(name)
}

/** Writes the compiled code of `name`, lazily compiled functions and all, for the next start. */
exports.record = function record(name) {
  const script = compiled.get(name)
  if (script === undefined) throw new Error(`${name} was not compiled`)
  fs.mkdirSync(caches, { recursive: true })
  const file = path.join(caches, `${name}.bin`)
  fs.writeFileSync(`${file}.new`, script.createCachedData())
  fs.renameSync(`${file}.new`, file)
}
