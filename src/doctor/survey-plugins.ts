/** Which plugins a site asks for and which of them there are, for `doctor`: nothing of the site's is run. */
import fs from 'node:fs'
import path from 'node:path'
import { BuildError, type Diagnostic } from '../base/index.ts'
import {
  createModuleRunner,
  hasPackages,
  pluginDirectories,
  readRuby,
  rubyWarning,
  shownPath,
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
  return { present, packages, missing, ruby: config.safe ? [] : rubyFiles(config), plugins }
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

function rubyFiles(config: Config): readonly Diagnostic[] {
  return pluginDirectories(config).flatMap((root) => {
    if (!fs.existsSync(root)) return []
    const names = fs.readdirSync(root, { recursive: true, encoding: 'utf8' })
    const rubies = names.filter((name) => name.endsWith('.rb')).sort()
    return rubies.map((name) => {
      const file = path.join(root, name)
      return rubyWarning(readRuby(shownPath(config.source, file), fs.readFileSync(file, 'utf8')))
    })
  })
}
