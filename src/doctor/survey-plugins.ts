/** Which plugins a site asks for and which of them there are, for `doctor`: nothing of the site's is run. */
import { BuildError, type Diagnostic } from '../base/index.ts'
import {
  createModuleRunner,
  hasPackages,
  rubyFiles,
  rubyWarning,
  runsRuby,
  siteGate,
} from '../builder/index.ts'
import { type Plugin, pluginsFor, wantedPlugins } from '../plugins/index.ts'
import { type Config, withSettings } from '../site/index.ts'

interface PluginSurvey {
  /** named in the configuration and part of the program */
  readonly present: readonly string[]
  /** named, and found as npm packages of the site */
  readonly packages: readonly string[]
  /** named, and nowhere: the build stops at them */
  readonly missing: readonly string[]
  /** a warning for each Ruby file of the plugin directories that builds do not run */
  readonly ruby: readonly Diagnostic[]
  /** the Ruby files that builds run */
  readonly runRuby: readonly string[]
  /** those of `present` that can take part in looking over the site */
  readonly plugins: readonly Plugin[]
}

/** Looks for what `config` names. */
export function surveyPlugins(config: Config, bundled: readonly Plugin[]): PluginSurvey {
  const present: string[] = []
  const packages: string[] = []
  const missing: string[] = []
  const plugins: Plugin[] = []
  for (const name of wantedPlugins(config)) {
    const alone = findAlone(config, name, bundled)
    if (alone !== undefined) {
      present.push(name)
      plugins.push(...alone)
    } else if (isPackage(config, name)) packages.push(name)
    else missing.push(name)
  }
  return { present, packages, missing, ...surveyRuby(config), plugins }
}

function surveyRuby(config: Config): Pick<PluginSurvey, 'ruby' | 'runRuby'> {
  if (config.safe) return { ruby: [], runRuby: [] }
  const gate = siteGate(config)
  const files = rubyFiles(config, gate)
  const runs = runsRuby(config)
  return {
    ruby: [...gate.passedOver(), ...(runs ? [] : files.map(rubyWarning))],
    runRuby: runs ? files.map(({ source }) => source.path) : [],
  }
}

function findAlone(config: Config, name: string, bundled: readonly Plugin[]): readonly Plugin[] | undefined {
  try {
    return pluginsFor(withSettings(config, new Map([['plugins', [name]]])), { bundled })
  } catch (error) {
    if (error instanceof BuildError) return undefined
    throw error
  }
}

function isPackage({ source, safe }: Config, name: string): boolean {
  if (safe || !hasPackages(source)) return false
  return createModuleRunner({ source, cache: undefined }).packageFile(name) !== undefined
}
