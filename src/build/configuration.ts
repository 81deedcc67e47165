/** The configuration of a build: the files' under the command line's. */
import {
  cleanPath,
  type Diagnostic,
  type Hash,
  isKnownZone,
  joinPath,
  type Zone,
  zoneFor,
} from '../base/index.ts'
import type { Plugin } from '../plugins/index.ts'
import { readConfig, type ThemeSource } from '../read/index.ts'
import { type Config, configFrom, overThemeSettings } from '../site/index.ts'
import { findTheme } from './find-theme.ts'

export interface ConfigurationRequest {
  /** absolute; relative paths start here */
  readonly cwd: string
  /** what the command line sets, by configuration key */
  readonly overrides: Hash
  /** paths that `--config` names; undefined: the site's own file, if any */
  readonly files: readonly string[] | undefined
  /** `JEKYLL_ENV` */
  readonly environment: string | undefined
  /** `TZ`; undefined or unknown to us: the machine's zone, given as `machineZone` */
  readonly timezone: string | undefined
  readonly machineZone: () => string
  /** what `~/` means */
  readonly home: string | undefined
  /** `GEM_HOME` and `GEM_PATH`: where a theme may be installed */
  readonly gemHome: string | undefined
  readonly gemPath: string | undefined
}

export interface Configuration {
  readonly config: Config
  /** the theme that `theme:` names */
  readonly theme: ThemeSource | undefined
  /** absolute paths of the files read, and of those that hold no configuration */
  readonly files: readonly string[]
  readonly invalid: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
  /** those `loadPlugins` gave; without them a build runs with the bundled ones that the configuration names */
  readonly plugins?: readonly Plugin[]
}

/** Reads the configuration. Throws a `BuildError` for a file that is missing or broken and for values Jekyll refuses. */
export function loadConfiguration(request: ConfigurationRequest): Configuration {
  const { cwd, overrides, environment, home } = request
  const absolute = (path: string): string => cleanPath(path.startsWith('/') ? path : joinPath(cwd, path))
  const given = overrides.get('source')
  const source = absolute(typeof given === 'string' ? given : '.')
  const zone = zoneOf(request)
  const read = readConfig({ source, files: request.files?.map(absolute), zone })
  const own = configFrom(read.data, overrides, { cwd, environment, zone, home })
  const found = findTheme(own.config, request)
  const settings =
    found.theme === undefined || ignoresTheme(own.config)
      ? undefined
      : readConfig({ source: found.theme.root, files: undefined, zone })
  return {
    config: settings === undefined ? own.config : overThemeSettings(own.config, settings.data),
    theme: found.theme,
    files: read.files,
    invalid: read.invalid,
    diagnostics: [...read.diagnostics, ...own.diagnostics, ...found.diagnostics],
  }
}

/** `ignore_theme_config: true` leaves the theme's own configuration out. */
function ignoresTheme(config: Config): boolean {
  return config.data.get('ignore_theme_config') === true
}

/** The zone the process runs in: `TZ` when it names one (empty is UTC), else the machine's. */
function zoneOf({ timezone, machineZone }: ConfigurationRequest): Zone {
  const name = timezone?.replace(/^:/, '')
  // The common case first: asking Intl for any zone costs tens of milliseconds.
  if (name === '' || name === 'UTC') return zoneFor('UTC')
  if (name !== undefined && isKnownZone(name)) return zoneFor(name)
  // Asked only now: it takes JavaScript ten milliseconds to find out.
  const machine = machineZone()
  return zoneFor(isKnownZone(machine) ? machine : 'UTC')
}
