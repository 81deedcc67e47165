/**
 * The one door to third-party packages that are loaded while running: on first use, so that a site which needs none of
 * them pays for none. Each package has one adapter, which says here what it takes of it; tools/check-imports.mjs reads
 * the names, so they are written out.
 */
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { cleanPath, joinPath } from './path.ts'

/** In what is bundled, the script beside it whose `require` has the packages that come with the program; elsewhere there is none. */
declare const WHIRL_LOADER: string | undefined

// Marked as pure, so that bundles of engines that load nothing leave it out.
const own = /* @__PURE__ */ createRequire(import.meta.url)

/** Undefined where each package is installed. */
function bundled(): NodeJS.Require | undefined {
  return typeof WHIRL_LOADER === 'string'
    ? (own(WHIRL_LOADER) as { readonly require: NodeJS.Require }).require
    : undefined
}

/** What the package or the file of a package `name` exports. Node keeps it: asking again costs a look-up. */
export function requirePackage<Exports>(name: string): Exports {
  return (bundled() ?? own)(name) as Exports
}

/** The same, asked from inside the package `beside`, from where Node 20 loads ES modules without a warning. */
export function requireBeside<Exports>(name: string, beside: string): Exports {
  return (bundled() ?? createRequire(own.resolve(beside)))(name) as Exports
}

/**
 * The absolute path of a file of a package, by both their names: `katex/dist/katex.css`; with `from`, the package that the code in
 * that file (absolute; it need not be there) would get. Throws where it is not there.
 */
export function packageFile(name: string, from?: string): string {
  return (from === undefined ? own : createRequire(from)).resolve(name)
}

/** A package that a site may bring: the absolute path of what importing it loads, and its version. */
interface FoundPackage {
  readonly file: string
  readonly version: string
}

/**
 * The package `name` as code in the directory `site` would get it, else as the program would; undefined where neither has it.
 * Without a `site`, as in safe mode, its packages are not looked for: loading one runs it.
 */
export function installedPackage(name: string, site: string | undefined): FoundPackage | undefined {
  return (
    (site === undefined ? undefined : packageFrom(createRequire(`${site}/index.js`), name)) ??
    packageFrom(own, name)
  )
}

function packageFrom(from: NodeJS.Require, name: string): FoundPackage | undefined {
  for (const place of from.resolve.paths(name) ?? []) {
    const manifest = manifestIn(`${place}/${name}`)
    if (manifest === undefined) continue
    const { version = '', main = 'index.js', exports } = manifest
    const whole = typeof exports === 'object' ? exports['.'] : exports
    const entry = typeof whole === 'object' ? (whole.import ?? whole.default) : whole
    return { file: joinPath(place, name, cleanPath(typeof entry === 'string' ? entry : main)), version }
  }
  return undefined
}

type Entry = string | { readonly import?: unknown; readonly default?: unknown }

interface Manifest {
  readonly version?: string
  readonly main?: string
  readonly exports?: string | Readonly<Record<string, Entry>>
}

/** What the package.json of a package says; undefined where there is none. */
function manifestIn(folder: string): Manifest | undefined {
  try {
    return own(`${folder}/package.json`) as Manifest
  } catch {
    return undefined
  }
}

/**
 * What the package `name` exports, from beside the `site` or the program as `installedPackage` finds it.
 * Rejects as Node does for a package that is not there.
 */
export async function importPackage<Exports>(name: string, site: string | undefined): Promise<Exports> {
  const found = installedPackage(name, site)
  if (found === undefined)
    throw Object.assign(new Error(`Cannot find package '${name}'`), { code: 'ERR_MODULE_NOT_FOUND' })
  const address = pathToFileURL(found.file).href
  const load =
    typeof WHIRL_LOADER === 'string'
      ? (own(WHIRL_LOADER) as { readonly importModule: (name: string) => Promise<unknown> }).importModule
      : (name: string): Promise<unknown> => import(name)
  const loaded = (await load(address)) as Exports & { readonly default?: Exports }
  return loaded.default ?? loaded
}

/** Whether a package is there, by any name. */
export function hasPackage(name: string, site: string | undefined): boolean {
  return installedPackage(name, site) !== undefined
}

/** The CommonJS modules that Node has loaded, by file: deleting one lets it be loaded anew. */
export function loadedModules(): Record<string, unknown> {
  return own.cache
}

/** The package that was asked for, where `error` says that it is not installed. */
export function missingPackage(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (!(error instanceof Error) || (code !== 'MODULE_NOT_FOUND' && code !== 'ERR_MODULE_NOT_FOUND'))
    return undefined
  return /(?:module|package) '([^'./][^']*)'/.exec(error.message)?.[1]
}
