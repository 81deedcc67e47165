/**
 * Calls into plugins. What a plugin throws comes out as a diagnostic that names it, what it was working on and the place
 * in its own file; what it returns is looked at before anyone relies on it.
 */
import {
  ArgumentError,
  BuildError,
  type Diagnostic,
  exhausted,
  hasPackage,
  missingPackage,
} from '../base/index.ts'
import { Abort, LiquidFault } from '../liquid/index.ts'
import type { Config } from '../site/index.ts'
import type { Plugin } from './api.ts'
import { packagesOf } from './options.ts'

/** As much of a plugin as its faults need. */
type Blamed = Pick<Plugin, 'name' | 'origin'>

/** What a plugin did wrong. Rendering adds where the tag or filter at fault stands. */
export class PluginFailure extends BuildError {
  override readonly name = 'PluginFailure'
  /**
   * @param place line of a template's text at which the plugin was called, where that is known to be so
   * @param cause what the plugin threw
   */
  constructor(
    readonly diagnostic: Diagnostic,
    readonly place?: { readonly path: string | undefined; readonly line: number },
    cause?: unknown,
  ) {
    super([diagnostic], cause === undefined ? {} : { cause })
  }

  /** The same, with how the plugin came to be called. */
  within(steps: readonly string[]): PluginFailure {
    const trail = [...this.diagnostic.trail, ...steps]
    return new PluginFailure({ ...this.diagnostic, trail }, undefined, this.cause)
  }
}

/**
 * Runs a plugin's function. What it throws comes out as a PluginFailure; errors of a template or a build that pass
 * through it stay what they are.
 */
export function guarded<T>(plugin: Blamed, at: string, run: () => T): T {
  const { origin } = plugin
  if (origin === undefined) {
    try {
      return run()
    } catch (error) {
      throw failureOf(plugin, at, error)
    }
  }
  origin.started(at)
  try {
    return run()
  } catch (error) {
    throw failureOf(plugin, at, error)
  } finally {
    origin.ended()
  }
}

/** What a plugin threw while working on `at`: a PluginFailure, or the error itself where it is not the plugin's. */
export function failureOf(plugin: Blamed, at: string, error: unknown): Error {
  if (error instanceof Error && isPassing(error)) return error
  const place = error instanceof Error ? plugin.origin?.placeOf(error) : undefined
  // Templates that include each other without end meet plugins' tags on their way, and pages too deep for a bundled plugin
  // are not its fault.
  const lacking =
    place === undefined ? exhausted(error, `the plugin ${plugin.name} at work on ${at}`) : undefined
  if (lacking !== undefined) return lacking
  const missing = plugin.origin === undefined ? missingPackage(error) : undefined
  if (missing !== undefined) return new PluginFailure(notInstalled(plugin, missing), undefined, error)
  const diagnostic: Diagnostic = {
    code: 'plugins/failed',
    severity: 'error',
    message: `The plugin '${plugin.name}' failed: ${messageOf(error)}`,
    ...place,
    help: 'fix it, or take it out to build without it',
    trail: [`working on ${at}`],
  }
  return new PluginFailure(diagnostic, undefined, error)
}

/** An error for each npm package that `plugins` need for a site with `config`, and that is not there. */
export function missingPackages(plugins: readonly Plugin[], config: Config): readonly Diagnostic[] {
  return plugins.flatMap((plugin) =>
    (plugin.needs?.(config) ?? [])
      .filter((name) => !hasPackage(name, packagesOf(config)))
      .map((name) => notInstalled(plugin, name)),
  )
}

function notInstalled({ name }: Blamed, missing: string): Diagnostic {
  return {
    code: 'plugins/missing-package',
    severity: 'error',
    message: `The plugin '${name}' needs the npm package ${missing}, which is not installed.`,
    settings: [{ keys: ['plugins'] }],
    help: `npm install --save-dev ${missing}, in the site; or take ${name} out of \`plugins\``,
    trail: [],
  }
}

/** Errors of templates and of rendering (by name: they are defined above this module) that only pass through a plugin. */
function isPassing(error: Error): boolean {
  return (
    error instanceof BuildError ||
    error instanceof LiquidFault ||
    error instanceof Abort ||
    error instanceof ArgumentError ||
    error.name === 'HostError' ||
    error.name === 'RenderFailure'
  )
}

function messageOf(error: unknown): string {
  if (error instanceof Error) return error.message === '' ? error.name : error.message
  try {
    return String(error)
  } catch {
    return 'something that has no text'
  }
}

/** A plugin gave something else than it should. @param from `its generator` @param wanted `a site` */
export function badResult(
  plugin: Blamed,
  from: string,
  made: unknown,
  wanted: string,
  help: string,
  trail: readonly string[] = [],
): PluginFailure {
  const late = made instanceof Promise
  return new PluginFailure({
    code: 'plugins/bad-result',
    severity: 'error',
    message: `The plugin '${plugin.name}' returned ${nameOf(made)} from ${from}, not ${wanted}.`,
    help: late
      ? `nothing here waits: do what takes time where the plugin is made, \`export default async () => definePlugin({ … })\`, or in \`finish\``
      : help,
    trail: plugin.origin === undefined ? trail : [...trail, `defined in ${plugin.origin.file}`],
  })
}

/** A plugin returned a site with something in it that is not a page. @param fault `a page without its \`file\`` */
export function badPage(plugin: Blamed, from: string, fault: string): PluginFailure {
  return new PluginFailure({
    code: 'plugins/bad-result',
    severity: 'error',
    message: `The plugin '${plugin.name}' returned a site from ${from} that has ${fault}.`,
    help: 'make pages with `makePage` and hashes with `toValue`',
    trail: plugin.origin === undefined ? [] : [`defined in ${plugin.origin.file}`],
  })
}

/** What kind of thing a value is, in words. */
export function nameOf(value: unknown): string {
  if (value === null) return 'null'
  if (value instanceof Promise) return 'a promise'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'an object' : typeof value
}
