/** Which plugins a site asks for and which of them there are, for `doctor`: nothing of the site's is run. */
import { BuildError, type Diagnostic } from '../base/index.ts'
import { createModuleRunner, hasPackages, rubyFiles, rubyWarning, siteGate } from '../builder/index.ts'
import { type Plugin, pluginsFor, wantedPlugins } from '../plugins/index.ts'
import { type Config, withSettings } from '../site/index.ts'

interface PluginSurvey {
  /** named in the configuration and part of the program */
  readonly present: readonly string[]
  /** named, and found as npm packages of the site */
  readonly packages: readonly string[]
  /** named, and nowhere: the build stops at them */
  readonly missing: readonly string[]
  /** a warning for each Ruby file of the plugin directories: they are not run */
  readonly ruby: readonly Diagnostic[]
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
  return { present, packages, missing, ruby: config.safe ? [] : rubyWarnings(config), plugins }
}

function rubyWarnings(config: Config): readonly Diagnostic[] {
  const gate = siteGate(config)
  const files = rubyFiles(config, gate)
  return [...gate.passedOver(), ...files.map(rubyWarning)]
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
