// The command in parts: modules that a build may not need are scripts of their own, loaded with the first of what they export.
// The larger modules of Node are loaded likewise.
// Parts take base/, liquid/, site/ and the API of plugins from the main one, so that there is one of each class, and keep what they
// take in constants, so that it costs them nothing.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const SOURCES = path.resolve('src')

/** What parts take from the main part, by the file they import. */
const SHARED = ['base/index.ts', 'liquid/index.ts', 'plugins/index.ts', 'site/index.ts', 'plugin-api.ts']

/** The parts besides the main one, by name: the file that makes them. */
export function partsLater() {
  const plugins = fs
    .readdirSync(path.join(SOURCES, 'bundled'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => [`plugin-${name}`, `bundled/${name}/plugin.ts`])
  const modules = [
    'highlight',
    'kramdown',
    'figures',
    'locale',
    'check',
    'compare',
    'imports',
    'serve',
    'ruby',
  ].map((module) => [module, `${module}/index.ts`])
  return new Map([...modules, ...plugins])
}

/** What each of `files` below src/ exports: texts by name. */
async function exportsOf(files) {
  const { metafile, outputFiles } = await build({
    entryPoints: files.map((file) => path.join(SOURCES, file)),
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    packages: 'external',
    platform: 'node',
    outdir: 'unused',
    outbase: 'src',
    logLevel: 'error',
  })
  const names = Object.values(metafile.outputs).map((output) => output.exports)
  return new Map(files.map((file, i) => [file, { names: names[i], text: outputFiles[i].text }]))
}

/** Resolves imports of `files` below src/ from outside their folder to what `write` makes of each. */
function redirect(name, files, write) {
  const found = exportsOf(files)
  return {
    name,
    setup(setup) {
      setup.onResolve({ filter: /\.ts$/ }, ({ path: wanted, importer, resolveDir, namespace }) => {
        const file = path.relative(SOURCES, path.resolve(resolveDir, wanted)).replaceAll(path.sep, '/')
        if (!files.includes(file) || importer === '' || namespace === 'share') return undefined
        const own = path.dirname(path.join(SOURCES, file)) + path.sep
        const inside = file.endsWith('index.ts') && importer.startsWith(own)
        return inside ? undefined : { path: file, namespace: name }
      })
      setup.onLoad({ filter: /.*/, namespace: name }, async ({ path: file }) => ({
        contents: write(file, (await found).get(file).names),
        resolveDir: SOURCES,
      }))
    },
  }
}

/** In the main part: each of the others is loaded when it is wanted. */
export function loadedLater(parts) {
  const named = new Map([...parts].map(([name, file]) => [file, name]))
  return redirect(
    'later',
    [...named.keys()],
    (file, names) =>
      `module.exports = require('whirl:load').part('${named.get(file)}', ${JSON.stringify(names)})`,
  )
}

/** In a part: what the main part has, kept in constants. */
export function takenFromMain() {
  return redirect('shared', SHARED, (file, names) =>
    [
      `const shared = require('whirl:load').shared('${file}')`,
      ...names.map((name) => `export const ${name} = /* @__PURE__ */ ((of) => of.${name})(shared)`),
    ].join('\n'),
  )
}

/** In the main part: bundled plugins of which only the name is there until something else is asked for. */
export function pluginsByName() {
  return {
    name: 'plugins by name',
    setup(setup) {
      setup.onLoad({ filter: /src[\\/]bundled[\\/]all\.ts$/ }, async ({ path: file }) => {
        const { BUNDLED } = await exportsOfSource('bundled/all.ts')
        const imports = fs.readFileSync(file, 'utf8').match(/^import \{ \w+ \} from '\.\/.*$/gm)
        const plugins = imports.map((line, i) => {
          const { name } = BUNDLED[i]
          const keys = Object.keys(BUNDLED[i]).filter((key) => key !== 'name')
          const [, exported] = /\{ (\w+) \}/.exec(line)
          return `named(${JSON.stringify(name)}, ${JSON.stringify(keys)}, () => ${exported})`
        })
        return {
          contents: [
            ...imports,
            `const named = require('whirl:load').named`,
            `export const BUNDLED = [${plugins.join(',\n')}]`,
          ].join('\n'),
        }
      })
    },
  }
}

/** What `file` below src/ exports, for the bundler to look at. */
export async function exportsOfSource(file) {
  const { text } = (await exportsOf([file])).get(file)
  const scratch = path.resolve('dist', `for-the-bundler-${path.basename(file, '.ts')}.mjs`)
  fs.writeFileSync(scratch, text)
  try {
    return await import(pathToFileURL(scratch).href)
  } finally {
    fs.rmSync(scratch)
  }
}

/**
 * In the highlighter: languages of which only the names are there until one is used. To make the patterns of all of them takes
 * as long as to load the rest of the program.
 */
export function languagesByName() {
  return {
    name: 'languages by name',
    setup(setup) {
      setup.onLoad({ filter: /src[\\/]highlight[\\/]registry-table\.ts$/ }, async ({ path: file }) => {
        const { LANGUAGES } = await exportsOfSource('highlight/registry-table.ts')
        const { ROUGE_VERSIONS } = await exportsOfSource('base/reference.ts')
        const table = fs.readFileSync(file, 'utf8')
        const places = new Map(
          [...table.matchAll(/^import \{ (.*) \} from '(\.\/languages\/.*)'$/gm)].flatMap(([, names, from]) =>
            names.split(', ').map((name) => [name, from]),
          ),
        )
        const listed = [...table.slice(table.indexOf('LANGUAGES')).matchAll(/^ {2}(\w+),$/gm)]
        if (listed.length !== LANGUAGES.length) throw new Error(`${file} is not the table that was expected`)
        const languages = listed.map(([, name], i) => {
          const forms = formsOf(LANGUAGES[i], ROUGE_VERSIONS)
          const load = `() => require('${places.get(name)}').${name}`
          return `byName(${JSON.stringify(LANGUAGES[i].tag)}, ${JSON.stringify(forms)}, ${load})`
        })
        return { contents: `${BY_NAME}\nexport const LANGUAGES = [${languages.join(',\n')}]`, loader: 'js' }
      })
    },
  }
}

/** How `language` is called in which versions: each way once. */
function formsOf(language, versions) {
  const forms = new Map()
  for (const version of versions) {
    const { tag, aliases, filenames } = language.in(version) ?? {}
    if (tag === undefined) continue
    const names = JSON.stringify({ tag, aliases, filenames })
    forms.set(names, [...(forms.get(names) ?? []), version])
  }
  return [...forms].map(([names, versions]) => [versions, JSON.parse(names)])
}

/** A `VersionedLanguage` of its names, the rest of what `load` answers. */
const BY_NAME = `
function byName(tag, forms, load) {
  const made = new Map()
  const make = (version) => {
    const form = forms.find(([versions]) => versions.includes(version))
    if (form === undefined) return undefined
    let language
    const of = () => (language ??= load().in(version))
    return { ...form[1], start: () => of().start(), state: (name) => of().state(name), vars: (options) => of().vars(options) }
  }
  return {
    tag,
    in(version) {
      if (!made.has(version)) made.set(version, make(version))
      return made.get(version)
    },
  }
}`

/** Before the main part runs, it shares what parts take from it. */
export const MAIN = `
import './share'
export * from './src/cli/main.ts'
`
export function sharing() {
  const share = (file) => `share('${file}', () => require('./${file}'))`
  return {
    name: 'sharing',
    setup(setup) {
      setup.onResolve({ filter: /^\.\/share$/ }, () => ({ path: 'share', namespace: 'share' }))
      setup.onLoad({ filter: /.*/, namespace: 'share' }, () => ({
        contents: `const { share } = require('whirl:load')\n${SHARED.map(share).join('\n')}`,
        resolveDir: SOURCES,
      }))
    },
  }
}

/** What few builds call, though many files import it, and what takes milliseconds to load. */
const LATER = new Set([
  'node:child_process',
  'node:crypto',
  'node:dns',
  'node:http',
  'node:https',
  'node:net',
  'node:stream',
  'node:v8',
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
