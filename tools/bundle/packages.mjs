// Packages of hundreds of small files that a build may load, each as one file, with the notices of all that is in it.
import fs from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

/** The file in whose place the bundle runs: the one that looks for a worker beside it. */
const PLACES = {
  'sass-embedded': 'sync-child-process',
  'sass-embedded-1.78': './dist/lib/src/sync-process/index.js',
}

/** How packages call the class for child processes that are waited for, and by which name they import its module. */
const CHILDREN = { 'sync-child-process': 'SyncChildProcess', '../sync-process': 'SyncProcess' }

/** Puts our own in the place of that class, which stays for where ours cannot be. */
function ownChildren() {
  return {
    name: 'own children',
    setup(setup) {
      setup.onResolve({ filter: /^(?:sync-child-process|\.\.\/sync-process)$/ }, (asked) =>
        asked.namespace === 'own-child'
          ? undefined
          : { path: asked.path, namespace: 'own-child', pluginData: asked.resolveDir },
      )
      setup.onLoad({ filter: /.*/, namespace: 'own-child' }, ({ path: name, pluginData: resolveDir }) => ({
        contents: [
          `const { insteadOf } = require(${JSON.stringify(path.resolve('tools/sync-child.cjs'))})`,
          `exports.${CHILDREN[name]} = insteadOf(require('${name}').${CHILDREN[name]})`,
        ].join('\n'),
        resolveDir,
      }))
    },
  }
}

/** Writes a script for each package, `packages.json` about them and `packages.txt` with the notices. */
export async function bundlePackages(folder) {
  const about = {}
  const notices = new Map()
  for (const [name, place] of Object.entries(PLACES)) {
    const root = path.join('node_modules', name)
    const { metafile } = await build({
      entryPoints: { [name]: path.join(root, 'dist/lib/index.js') },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      outdir: folder,
      outExtension: { '.js': '.cjs' },
      minifySyntax: true,
      minifyWhitespace: true,
      legalComments: 'none',
      metafile: true,
      logLevel: 'error',
      plugins: [ownChildren()],
    })
    const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'))
    about[name] = { version, place }
    const script = path.join(folder, `${name}.cjs`)
    const text = fs.readFileSync(script, 'utf8')
    fs.writeFileSync(
      script,
      text.replace(/[^\0-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`),
    )
    for (const input of Object.keys(metafile.inputs))
      if (input.includes('node_modules/') && !input.startsWith('own-child:'))
        notices.set(packageOf(input), undefined)
  }
  fs.writeFileSync(path.join(folder, 'packages.json'), JSON.stringify(about))
  fs.writeFileSync(path.join(folder, 'packages.txt'), [...notices.keys()].sort().map(notice).join('\n'))
}

/** The folder of the package that `file` is from. */
function packageOf(file) {
  const at = file.lastIndexOf('node_modules/') + 'node_modules/'.length
  const [first, second] = file.slice(at).split('/')
  return file.slice(0, at) + (first.startsWith('@') ? `${first}/${second}` : first)
}

function notice(root) {
  const { name, version, license } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'))
  const files = fs.readdirSync(root).filter((file) => /^(?:licen[cs]e|notice|copying)/i.test(file))
  const texts = files.map((file) => fs.readFileSync(path.join(root, file), 'utf8').trim())
  return `${'='.repeat(80)}\n${name} ${version} (${license ?? 'see below'})\n\n${texts.join('\n\n')}\n`
}
