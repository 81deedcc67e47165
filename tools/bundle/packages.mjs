// Packages that come with the program, each as one file: those that only compute. What talks to the network, watches files or
// looks for files of its own is installed beside it. `packages.txt` has the notices of all that is in them.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { build } from 'esbuild'
import { asFunction } from './finish-part.mjs'
import { bundleGrammars } from './grammars.mjs'

/** What of each is wanted: the names that adapters ask for. */
const PACKAGES = [
  'sass',
  'katex',
  'markdown-it',
  'diff',
  'elkjs/lib/elk-worker.min.js',
  'coffeescript',
  'gemoji',
  '@primer/octicons/build/data.json',
  '@shikijs/engine-javascript',
  '@shikijs/vscode-textmate',
]

/**
 * Packages whose compiler of style sheets is a program: `compiler` begins the names of the packages that have it, one for each
 * system, and `worker` is the script that asks it in a thread where our own class cannot.
 */
const COMPILERS = {
  'sass-embedded': {
    compiler: 'sass-embedded-',
    worker: 'sync-child-process/dist/lib/worker.js',
  },
  'sass-embedded-1.78': {
    compiler: 'sass-embedded-1.78-',
    worker: 'sass-embedded-1.78/dist/lib/src/sync-process/worker.js',
  },
}

/** How packages call the class for child processes that are waited for, and by which name they import its module. */
const CHILDREN = { 'sync-child-process': 'SyncChildProcess', '../sync-process': 'SyncProcess' }

/** Where a package knows what to start. */
const COMMAND = 'dist/lib/src/compiler-path.js'

/** Puts our own in the place of that class, which stays for where ours cannot be; what was started is known to the loader. */
function ownChildren() {
  return {
    name: 'own children',
    setup(setup) {
      setup.onResolve({ filter: /^whirl:compiler$/ }, () => ({ path: 'whirl:compiler', external: true }))
      setup.onResolve({ filter: /[\\/]compiler-path$/ }, () => ({ path: 'whirl:compiler', external: true }))
      setup.onResolve({ filter: /^(?:sync-child-process|\.\.\/sync-process)$/ }, (asked) =>
        asked.namespace === 'own-child'
          ? undefined
          : { path: asked.path, namespace: 'own-child', pluginData: asked.resolveDir },
      )
      setup.onLoad({ filter: /.*/, namespace: 'own-child' }, ({ path: name, pluginData: resolveDir }) => ({
        contents: `exports.${CHILDREN[name]} = require('whirl:compiler').insteadOf(() => require('${name}').${CHILDREN[name]})`,
        resolveDir,
      }))
    },
  }
}

/** The script that starts the compiler of the package `name`, without the rest of the package. */
function compilerStarter(name) {
  return {
    stdin: {
      contents: [
        `const { compilerCommand } = require(${JSON.stringify(path.resolve('node_modules', name, COMMAND))})`,
        `const { startAhead } = require(${JSON.stringify(path.resolve('tools/sync-child.cjs'))})`,
        'exports.compilerCommand = compilerCommand',
        'exports.insteadOf = startAhead(compilerCommand)',
      ].join('\n'),
      resolveDir: '.',
    },
  }
}

/** What of the package's own small things the command of its compiler needs: the rest of them need the rest of the package. */
function withoutPackage() {
  return {
    name: 'without the package',
    setup(setup) {
      setup.onResolve({ filter: /^\.\/utils$/ }, ({ importer }) =>
        importer.endsWith('compiler-path.js') ? { path: 'utils', namespace: 'small' } : undefined,
      )
      setup.onLoad({ filter: /.*/, namespace: 'small' }, () => ({
        contents:
          'exports.isErrnoException = (error) => error instanceof Error && ("errno" in error || "code" in error)',
      }))
    },
  }
}

/** Has the package look for its compiler by `prefix`: two versions of it are there, and one has to have another name. */
function compilersNamed(prefix) {
  return {
    name: 'compilers by name',
    setup(setup) {
      setup.onLoad({ filter: /[\\/]compiler-(?:path|module)\.js$/ }, ({ path: file }) => {
        const text = fs.readFileSync(file, 'utf8')
        return { contents: text.replaceAll(/`sass-embedded-(?=\$\{platform)/g, `\`${prefix}`), loader: 'js' }
      })
    },
  }
}

/** What all of them are bundled with. */
const SHARED = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minify: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'error',
}

/** Writes a script for each package, `packages.json` about them and `packages.txt` with the notices, below `folder`. */
export async function bundlePackages(folder) {
  const about = {}
  const inputs = new Set()
  const write = async (name, options, wrap = asFunction) => {
    const file = name.replaceAll('/', '+')
    const outfile = path.join(folder, `${file}.cjs`)
    const { metafile } = await build({ ...SHARED, ...options, outfile })
    const text = fs.readFileSync(outfile, 'utf8')
    fs.writeFileSync(outfile, wrap(asAscii(text)))
    for (const input of Object.keys(metafile.inputs)) inputs.add(input)
    return file
  }
  fs.rmSync(folder, { recursive: true, force: true })
  for (const name of PACKAGES) {
    const stdin = { contents: `module.exports = require('${name}')`, resolveDir: '.' }
    about[name] = { file: await write(name, { stdin }) }
  }
  for (const [name, { compiler, worker }] of Object.entries(COMPILERS)) {
    const entryPoints = [path.join('node_modules', name, 'dist/lib/index.js')]
    const file = await write(name, { entryPoints, plugins: [ownChildren()] })
    const plugins = [withoutPackage(), compilersNamed(compiler)]
    await write(`${name}-compiler`, { ...compilerStarter(name), plugins })
    // Node loads it by itself.
    await write(`${name}/worker`, { entryPoints: [path.join('node_modules', worker)] }, (text) => text)
    fs.mkdirSync(path.join(folder, name))
    // Where the package looks for it: beside its own file.
    fs.renameSync(path.join(folder, `${name}+worker.cjs`), path.join(folder, name, 'worker.js'))
    about[name] = { file, version: versionOf(path.join('node_modules', name)) }
  }
  for (const file of await bundleGrammars(path.join(folder, 'grammars'))) inputs.add(path.relative('.', file))
  copyStyleOfFormulas(path.join(folder, 'katex'))
  const roots = [...inputs].filter((input) => /^(?:\.\.\/)*[^:]*node_modules\//.test(input)).map(packageOf)
  fs.writeFileSync(path.join(folder, 'packages.json'), JSON.stringify(about))
  fs.writeFileSync(path.join(folder, 'packages.txt'), [...new Set(roots)].sort().map(notice).join('\n'))
}

/** `text` of a script in ASCII, which is read fastest: only regular expressions and texts have others, where this means the same. */
function asAscii(text) {
  return text.replace(/[^\0-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** KaTeX's style sheet and the typefaces it names in the one form that every browser of today reads, for sites to copy. */
function copyStyleOfFormulas(folder) {
  const dist = path.dirname(createRequire(path.resolve('package.json')).resolve('katex/dist/katex.min.css'))
  fs.mkdirSync(path.join(folder, 'fonts'), { recursive: true })
  fs.copyFileSync(path.join(dist, 'katex.min.css'), path.join(folder, 'katex.min.css'))
  for (const font of fs.readdirSync(path.join(dist, 'fonts')).filter((name) => name.endsWith('.woff2')))
    fs.copyFileSync(path.join(dist, 'fonts', font), path.join(folder, 'fonts', font))
}

/** The folder of the package that `file` is from. */
function packageOf(file) {
  const at = file.lastIndexOf('node_modules/') + 'node_modules/'.length
  const [first, second] = file.slice(at).split('/')
  return (
    file.slice(file.indexOf('node_modules/'), at) + (first.startsWith('@') ? `${first}/${second}` : first)
  )
}

function versionOf(root) {
  return JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')).version
}

function notice(root) {
  const { name, version, license } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'))
  const files = fs.readdirSync(root).filter((file) => /^(?:licen[cs]e|notice|copying)/i.test(file))
  const texts = files.map((file) => fs.readFileSync(path.join(root, file), 'utf8').trim())
  return `${'='.repeat(80)}\n${name} ${version} (${license ?? 'see below'})\n\n${texts.join('\n\n')}\n`
}
