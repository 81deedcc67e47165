/**
 * Runs the modules of a site: plugins and `whirl.config`, TypeScript or JavaScript, ESM or CommonJS, on every Node this
 * program supports. The one file that knows jiti, which is loaded on first use: a site without plugins never pays for it.
 *
 * jiti keeps lines where they are, so that places in errors are those of the file. What `whirl-blog` means in a module
 * is the running program. Modules of the site are run anew by each runner, so that a server sees them edited; packages
 * stay, as in any Node process.
 */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Jiti, JitiOptions } from 'jiti'
import { loadedModules, requirePackage } from '../../base/index.ts'
import * as program from '../../plugin-api.ts'
import { programPlace } from '../program-file.ts'
import { isOwnFile } from './module-fault.ts'

export interface ModuleRunner {
  /** What the module at the absolute path `file` exports. Throws whatever loading or running it throws. */
  run(file: string): Promise<unknown>
  /** The same at once: the module cannot wait for anything at its top level. */
  runNow(file: string): unknown
  /** the main file of a package, seen from the site; undefined when it is not installed */
  packageFile(name: string): string | undefined
  /** the files of the site, packages apart, that were run so far; absolute */
  files(): readonly string[]
}

interface RunnerOptions {
  /** absolute directory of the site */
  readonly source: string
  /** absolute directories of plugins, which may lie elsewhere */
  readonly directories?: readonly string[]
  /** where compiled modules are kept; undefined: nowhere */
  readonly cache: string | undefined
  /** names of packages that may import `whirl-blog`: they are compiled like files of the site */
  readonly packages?: readonly string[]
}

/** A runner that has run nothing yet. */
export function createModuleRunner({
  source,
  directories = [],
  cache,
  packages = [],
}: RunnerOptions): ModuleRunner {
  const { createJiti } = requirePackage<{ createJiti: (id: string, options: JitiOptions) => Jiti }>('jiti')
  const isOwn = (file: string): boolean => isOwnFile([source, ...directories], file)
  // jiti keeps modules where Node keeps its own.
  const loaded = loadedModules()
  for (const file of Object.keys(loaded)) if (isOwn(file)) delete loaded[file]
  // What runs at once requires what it imports, and what Node and CommonJS give has no default of its own there.
  const jitiWith = (interopDefault: boolean): Jiti =>
    createJiti(path.join(source, 'whirl.config.mjs'), {
      fsCache: cache ?? false,
      moduleCache: true,
      interopDefault,
      transformModules: [...packages],
      virtualModules: { 'whirl-blog': program },
      alias: engines(),
    })
  const jiti = jitiWith(false)
  return {
    run: (file) => jiti.import(file),
    runNow: (file) => jitiWith(true)(file),
    packageFile(name) {
      const url = jiti.esmResolve(name, { try: true })
      return url?.startsWith('file:') ? fileURLToPath(url) : undefined
    },
    files: () => Object.keys(loaded).filter(isOwn),
  }
}

/** The engines, which plugins may use on their own, where the bundle has them. */
function engines(): Record<string, string> {
  const found: Record<string, string> = {}
  for (const name of ['liquid', 'kramdown', 'highlight']) {
    const file = programPlace(`${name}.js`)
    if (file !== undefined) found[`whirl-blog/${name}`] = file
  }
  return found
}
