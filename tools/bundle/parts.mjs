// The command in parts: modules that a build may not need are scripts of their own, loaded with the first of what they export.
// The larger modules of Node are loaded likewise.
// Parts take what they need of base/ from the part that came before them, so that there is one of each class, and
// keep it in constants, so that it costs them nothing.
import { createRequire } from 'node:module'
import path from 'node:path'
import { build } from 'esbuild'

const indexOf = (module) => path.resolve('src', module, 'index.ts')

/** The names that the module exports. */
async function namesOf(module) {
  const { metafile } = await build({
    entryPoints: [indexOf(module)],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    packages: 'external',
    platform: 'node',
    outdir: 'unused',
    logLevel: 'error',
  })
  return Object.values(metafile.outputs)[0].exports
}

/** Resolves imports of another module's index.ts, from outside that module, to `namespace`. */
function redirect(name, modules, namespace, load) {
  return {
    name,
    setup(setup) {
      setup.onResolve({ filter: /index\.ts$/ }, ({ path: wanted, importer, resolveDir, namespace: from }) => {
        const file = path.resolve(resolveDir, wanted)
        const module = modules.find((each) => file === indexOf(each))
        if (module === undefined || importer === '' || from === namespace) return undefined
        if (importer.startsWith(path.dirname(file) + path.sep)) return undefined
        return { path: module, namespace }
      })
      setup.onLoad({ filter: /.*/, namespace }, async ({ path: module }) => ({
        contents: await load(module),
        resolveDir: path.resolve('src'),
      }))
    },
  }
}

/** In the main part: each of `modules` is loaded when it is wanted. */
export function loadedLater(modules) {
  return redirect('loaded later', modules, 'later', async (module) => {
    const names = JSON.stringify(await namesOf(module))
    return `module.exports = require('whirl:load').part('${module}', ${names})`
  })
}

/** In a part: base/ is what the main part shares. */
export function takenFromMain() {
  return redirect('taken from main', ['base'], 'shared', async (module) => {
    const names = await namesOf(module)
    return [
      `const shared = require('whirl:load').shared('${module}')`,
      ...names.map((name) => `export const ${name} = /* @__PURE__ */ ((of) => of.${name})(shared)`),
    ].join('\n')
  })
}

/** Before the main part runs, it shares base/. */
export const MAIN = `
import './share-base'
export * from './src/cli/main.ts'
`
export function sharing() {
  return {
    name: 'sharing',
    setup(setup) {
      setup.onResolve({ filter: /^\.\/share-base$/ }, () => ({ path: 'base', namespace: 'share' }))
      setup.onLoad({ filter: /.*/, namespace: 'share' }, () => ({
        contents: `import * as base from './base/index.ts'\nrequire('whirl:load').share('base', base)`,
        resolveDir: path.resolve('src'),
      }))
    },
  }
}

/** What few builds call, though many files import it, and what takes milliseconds to load. */
const LATER = new Set([
  'node:child_process',
  'node:crypto',
  'node:http',
  'node:https',
  'node:stream',
  'node:worker_threads',
  'node:zlib',
  'smol-toml',
])

/** Modules of Node, each one module in the script: esbuild would copy all that they export for every import. */
export function packages() {
  const load = createRequire(path.resolve('package.json'))
  const names = (name) => Object.keys(load(name)).filter((key) => /^[A-Za-z_$][\w$]*$/.test(key))
  return {
    name: 'packages',
    setup(setup) {
      setup.onResolve({ filter: /^[^./]/ }, ({ path: name, kind, namespace }) => {
        if (kind !== 'import-statement' || namespace === 'package') return undefined
        return name.startsWith('node:') || LATER.has(name) ? { path: name, namespace: 'package' } : undefined
      })
      setup.onLoad({ filter: /.*/, namespace: 'package' }, ({ path: name }) => {
        if (LATER.has(name))
          return {
            contents: `module.exports = require('whirl:load').package('${name}', ${JSON.stringify(names(name))})`,
          }
        const own = names(name).filter((key) => key !== 'default')
        return {
          contents: [
            `const of = require('${name}')`,
            'export default of',
            ...own.map((key) => `export const ${key} = /* @__PURE__ */ ((it) => it.${key})(of)`),
          ].join('\n'),
        }
      })
    },
  }
}

/** The first part hands everything else to the main part. */
export function restIsMain() {
  return {
    name: 'rest is main',
    setup(setup) {
      setup.onResolve({ filter: /^\.\/main\.ts$/ }, () => ({ path: 'main', namespace: 'rest' }))
      setup.onLoad({ filter: /.*/, namespace: 'rest' }, () => ({
        contents: "module.exports = require('whirl:load').load('whirl')",
      }))
      // Nothing here does anything by being imported.
      setup.onResolve({ filter: /\.ts$/ }, ({ path: wanted, resolveDir, kind }) =>
        kind === 'entry-point' ? undefined : { path: path.resolve(resolveDir, wanted), sideEffects: false },
      )
    },
  }
}
