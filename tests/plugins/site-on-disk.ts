/** A site in a directory of its own, for what is loaded from files: plugins, `whirl.config.ts`. */
import { BuildError, type Diagnostic, formatDiagnostic, utcTime, type Value } from '../../src/base/index.ts'
import {
  type LoadedPlugins,
  loadSetup,
  memoryOutput,
  type Setup,
  sourceTree,
} from '../../src/builder/index.ts'
import { buildAndFinish, loadPlugins } from '../../src/index.ts'
import { makeSite } from '../site-maker.ts'

export interface DiskSite {
  readonly source: string
  write(file: string, text: string): void
  configuration(...overrides: readonly (readonly [string, Value])[]): Setup
  load(...overrides: readonly (readonly [string, Value])[]): Promise<LoadedPlugins>
  /** the text of the output at `path`, with all plugins of the site */
  build(
    path: string,
  ): Promise<{ readonly output: string | undefined; readonly diagnostics: readonly Diagnostic[] }>
}

/** Writes `files` into a new directory. */
export function siteOnDisk(files: Readonly<Record<string, string>>): DiskSite {
  const { root: source, put } = makeSite(files)
  const configuration: DiskSite['configuration'] = (...overrides) =>
    loadSetup({
      cwd: source,
      overrides: new Map<Value, Value>(overrides),
      timezone: 'UTC',
    })
  const load: DiskSite['load'] = async (...overrides) => {
    const { config, script } = configuration(...overrides)
    return await loadPlugins(config, { ruby: false, ...(script === undefined ? {} : { script }) })
  }
  return {
    source,
    write: (file, text) => put({ [file]: text }),
    configuration,
    load,
    async build(file) {
      const { config } = configuration()
      const { plugins } = await load()
      const output = memoryOutput()
      const { diagnostics } = await buildAndFinish({
        config,
        tree: sourceTree(config),
        time: utcTime(2026, 1, 2),
        output,
        plugins,
      })
      const text = output.contents.get(file)
      return { output: typeof text === 'string' ? text : undefined, diagnostics }
    },
  }
}

/** What a site says that cannot be loaded or built, as the command line prints it. */
export async function complaint(run: () => unknown): Promise<string> {
  try {
    await run()
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    return error.diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(formatDiagnostic)
      .join('\n')
  }
  return 'nothing was refused'
}
