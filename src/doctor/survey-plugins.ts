/** Which plugins a site asks for and which of them there are, for `doctor`: nothing of the site's is run. */
import { BuildError, type Diagnostic } from '../base/index.ts'
import {
  createModuleRunner,
  hasPackages,
  rubyFiles,
  rubyWarning,
  runsRuby,
  scriptFiles,
  siteGate,
  surveyRubyCode,
} from '../builder/index.ts'
import { gemfileGems, type Plugin, pluginsFor, wantedPlugins } from '../plugins/index.ts'
import { type Config, withSettings } from '../site/index.ts'

interface PluginSurvey {
  /** named in the configuration, or by the Gemfile's group of plugins, and part of the program */
  readonly present: readonly string[]
  /** named, and found as npm packages of the site */
  readonly packages: readonly string[]
  /** named, and nowhere: the build stops at them */
  readonly missing: readonly string[]
  /** a warning for each Ruby file of the plugin directories that builds do not run, and for what others run into */
  readonly ruby: readonly Diagnostic[]
  /** the Ruby files and gems that builds run, as far as reading them tells */
  readonly runRuby: readonly string[]
  /** gems that builds run, and that are not on this machine yet */
  readonly absentGems: readonly string[]
  /** whether there is code of the site that builds run and `doctor` does not: it may bring tags and filters */
  readonly unseen: boolean
  /** those of `present`, and of the theme, that can take part in looking over the site */
  readonly plugins: readonly Plugin[]
}

/** Looks for what `config` names; `theme` are the plugins that its theme depends on. */
export function surveyPlugins(
  config: Config,
  bundled: readonly Plugin[],
  theme: readonly string[],
): PluginSurvey {
  const present: string[] = []
  const packages: string[] = []
  const missing: string[] = []
  const plugins: Plugin[] = []
  const wanted = wantedPlugins(config)
  for (const name of wanted) {
    const alone = findAlone(config, name, bundled)
    if (alone !== undefined) {
      present.push(name)
      plugins.push(...alone)
    } else if (isPackage(config, name)) packages.push(name)
    else missing.push(name)
  }
  for (const name of theme)
    if (!present.includes(name)) plugins.push(...(findAlone(config, name, bundled) ?? []))
  const ofGemfile = config.gemfilePlugins.filter((name) => !wanted.includes(name))
  for (const name of ofGemfile) {
    const alone = findAlone(config, name, bundled)
    if (alone === undefined || alone.length === 0) continue
    present.push(name)
    plugins.push(...alone)
  }
  const isOurs = (name: string): boolean => findAlone(config, name, bundled) !== undefined
  const ruby = surveyRuby(config, missing, gemfileGems(config, bundled), isOurs)
  const scripts = config.safe ? [] : scriptFiles(config, siteGate(config))
  const unseen = ruby.unseen || packages.length + missing.length + scripts.length > 0
  return { present, packages, ...ruby, unseen, plugins }
}

/** Of the names that are `missing` otherwise, and those of the Gemfile's group, some may be gems. */
function surveyRuby(
  config: Config,
  missing: readonly string[],
  ofGemfile: readonly string[],
  isOurs: (name: string) => boolean,
): Pick<PluginSurvey, 'ruby' | 'runRuby' | 'absentGems' | 'missing' | 'unseen'> {
  const nothing = { ruby: [], runRuby: [], absentGems: [], missing, unseen: false }
  if (config.safe) return nothing
  const gate = siteGate(config)
  const files = rubyFiles(config, gate)
  if (files.length + missing.length + ofGemfile.length === 0 || !runsRuby(config))
    return { ...nothing, ruby: [...gate.passedOver(), ...files.map(rubyWarning)] }
  const { run, fetched, lacks, none } = surveyRubyCode(
    config,
    gate,
    files,
    [...ofGemfile, ...missing],
    isOurs,
  )
  return {
    ruby: [...gate.passedOver(), ...lacks],
    runRuby: run,
    absentGems: fetched,
    missing: none.filter((name) => !ofGemfile.includes(name)),
    unseen: true,
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
