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
import { readConfig } from '../read/index.ts'
import { type Config, configFrom } from '../site/index.ts'

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
}

export interface Configuration {
  readonly config: Config
  /** absolute paths of the files read, and of those that hold no configuration */
  readonly files: readonly string[]
  readonly invalid: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads the configuration. Throws a `BuildError` for a file that is missing or broken and for values Jekyll refuses. */
export function loadConfiguration(request: ConfigurationRequest): Configuration {
  const { cwd, overrides, environment, home } = request
  const absolute = (path: string): string => cleanPath(path.startsWith('/') ? path : joinPath(cwd, path))
  const given = overrides.get('source')
  const source = absolute(typeof given === 'string' ? given : '.')
  const zone = zoneOf(request)
  const read = readConfig({ source, files: request.files?.map(absolute), zone })
  const { config, diagnostics } = configFrom(read.data, overrides, { cwd, environment, zone, home })
  return {
    config,
    files: read.files,
    invalid: read.invalid,
    diagnostics: [...read.diagnostics, ...diagnostics],
  }
}

/** The zone the process runs in: `TZ` when it names one (empty is UTC), else the machine's. */
function zoneOf({ timezone, machineZone }: ConfigurationRequest): Zone {
  const name = timezone?.replace(/^:/, '')
  if (name === '') return zoneFor('UTC')
  if (name !== undefined && isKnownZone(name)) return zoneFor(name)
  // Asked only now: it takes JavaScript ten milliseconds to find out.
  const machine = machineZone()
  return zoneFor(isKnownZone(machine) ? machine : 'UTC')
}
