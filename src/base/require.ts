/**
 * The one door to third-party packages that are loaded while running: on first use, so that a site which needs none of
 * them pays for none. Each package has one adapter, which says here what it takes of it; tools/check-imports.mjs reads
 * the names, so they are written out.
 */
import { createRequire } from 'node:module'

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
