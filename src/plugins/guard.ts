/** What a plugin throws, as a diagnostic that names it. */
import { BuildError } from '../base/index.ts'

/**
 * Runs a plugin's function. What it throws comes out as a BuildError that names the plugin and what it was working on;
 * a BuildError of its own passes through.
 */
export function guarded<T>(plugin: string, at: string, run: () => T): T {
  try {
    return run()
  } catch (error) {
    throw failureOf(plugin, at, error)
  }
}

/** What a plugin threw while working on `at`, as a BuildError. */
export function failureOf(plugin: string, at: string, error: unknown): BuildError {
  if (error instanceof BuildError) return error
  return new BuildError([
    {
      code: 'plugins/failed',
      severity: 'error',
      message: `The plugin '${plugin}' failed: ${error instanceof Error ? error.message : String(error)}`,
      help: 'mend it, or take it out of `plugins` to build without it',
      trail: [`working on ${at}`],
    },
  ])
}
