/** What a build starts from: the files' settings under the command line's, the site's script, the theme. */
import {
  BuildError,
  cleanPath,
  type Diagnostic,
  type Hash,
  isTruthy,
  joinPath,
  localZone,
  type Value,
  type YamlReader,
  type Zone,
} from '../base/index.ts'
import { type Gate, openGate } from '../files/index.ts'
import type { Plugin } from '../plugins/index.ts'
import { readConfigFiles, type ThemeSource } from '../read/index.ts'
import {
  type BundleWords,
  type ChosenReference,
  type Config,
  chooseReference,
  configFrom,
  overThemeConfig,
  PAGES_THEME,
  withExclude,
  withSettings,
} from '../site/index.ts'
import { bundleWords } from './bundle-words.ts'
import { withCompatPlaces } from './compat-place.ts'
import { checkGuarded } from './output/check-destination.ts'
import { overScript, runSiteScript, type SiteScript, siteScriptName } from './plugins/site-script.ts'
import { findOrFetchTheme } from './theme/fetch-theme.ts'
import type { ThemeFetching } from './theme/fetching.ts'
import { findBundle } from './theme/find-bundle.ts'
import { findTheme } from './theme/find-theme.ts'
import type { Bundle } from './theme/gemfile.ts'
import { themeSettings } from './theme/settings.ts'
import { themeConfig } from './theme/theme-config.ts'
import type { FoundTheme, ThemeSearch } from './theme/types.ts'

export interface SetupRequest extends ThemeSearch {
  /** absolute; relative paths start here */
  readonly cwd: string
  /** what the command line sets, by setting; without a `source` the site is in `cwd` */
  readonly overrides?: Hash | undefined
  /** paths that `--config` names; without it the site's own file, if any */
  readonly files?: readonly string[] | undefined
  /** `JEKYLL_ENV`; without it `development` */
  readonly environment?: string | undefined
  /** all variables of the environment, for plugins */
  readonly variables?: Readonly<Record<string, string | undefined>> | undefined
  /** `TZ`; without it, or when it names no zone, the machine's */
  readonly timezone?: string | undefined
  /** whether the command has no use for the theme: it is not looked for */
  readonly withoutTheme?: boolean
  /** whether the site's `whirl.config.ts` is not run: what it sets is then not in the configuration */
  readonly withoutScript?: boolean
  /** whether the site's Gemfile is left alone (`JEKYLL_NO_BUNDLER_REQUIRE`); it may say that GitHub Pages builds the site */
  readonly ignoreGemfile?: boolean
}

/** A site's configuration with all that it brings in. */
export interface Setup {
  readonly config: Config
  /** the theme that `theme:` names */
  readonly theme: ThemeSource | undefined
  /** to the files of the site; it remembers what has been told of them */
  readonly gate: Gate
  /** absolute paths of the files read, and of those that hold no configuration */
  readonly files: readonly string[]
  readonly invalid: readonly string[]
  /** the theme's own file, when it has one that counts */
  readonly themeFile?: string
  /** the theme that `remote_theme` names: `pages-themes/cayman` */
  readonly remoteTheme?: string
  readonly diagnostics: readonly Diagnostic[]
  /** which Jekyll the site is built as, and who said so */
  readonly reference: ChosenReference
  /** `whirl.config.ts`, whose settings are in `config` and whose plugins `loadPlugins` takes */
  readonly script?: SiteScript
  /** its name where the request is not to run it */
  readonly scriptLeftOut?: string
  /** those `loadPlugins` gave; without them a build runs with the bundled ones that the configuration names */
  readonly plugins?: readonly Plugin[]
  /** files of the site that plugins were loaded from, absolute: when one changes, they are to be loaded again */
  readonly pluginFiles?: readonly string[]
  /** how what is not on this machine is fetched; undefined: not at all */
  readonly fetching?: ThemeFetching
  /** ends what plugins have running besides this process */
  readonly endPlugins?: () => void
  /** digests of the plugins' files and of their packages' as they were loaded, by path */
  readonly pluginState?: ReadonlyMap<string, string>
}

/**
 * Reads the configuration and finds the theme on this machine. Throws a `BuildError` for a file that is missing or broken,
 * for values Jekyll refuses and for a theme that is not there.
 */
export function loadSetup(request: SetupRequest): Setup {
  const own = readOwn(request)
  if (request.withoutTheme === true) return withTheme(own, NO_THEME)
  try {
    return withTheme(own, findTheme(own.config, { ...request, bundle: own.bundle, gate: own.gate }))
  } catch (error) {
    return withTheme(own, withoutPagesTheme(own, error))
  }
}

/** As `loadSetup`, but a theme that is not on this machine is fetched. Rejects as that throws. */
export async function fetchSetup(request: SetupRequest, fetching: ThemeFetching): Promise<Setup> {
  const own = readOwn(request)
  try {
    const search = { ...request, bundle: own.bundle, gate: own.gate }
    return { ...withTheme(own, await findOrFetchTheme(own.config, search, fetching)), fetching }
  } catch (error) {
    return { ...withTheme(own, withoutPagesTheme(own, error)), fetching }
  }
}

const NO_OVERRIDES: Hash = new Map()
const NO_THEME: FoundTheme = { theme: undefined, diagnostics: [] }

/** What the site itself and the command line say. */
interface OwnSetup extends Omit<Setup, 'theme' | 'plugins'> {
  readonly zone: Zone
  readonly namesTheme: boolean
  readonly bundle: Bundle
}

function readOwn(request: SetupRequest): OwnSetup {
  const { cwd, environment, variables, home } = request
  let overrides = request.overrides ?? NO_OVERRIDES
  const absolute = (path: string): string => cleanPath(path.startsWith('/') ? path : joinPath(cwd, path))
  const given = overrides.get('source')
  const source = absolute(typeof given === 'string' ? given : '.')
  const zone = localZone(request.timezone)
  let gate = openGate(source, { fenced: isTruthy(overrides.get('safe')) })
  const bundleIn = (safe: boolean): Bundle =>
    findBundle({ source, cwd, home, variables: variables ?? {}, safe, gate })
  const wordsOf = (files: Bundle): BundleWords | undefined =>
    request.ignoreGemfile === true ? undefined : bundleWords(files, source)
  const named = request.files?.map(absolute)
  const chosenBy = (setting: Value, words: BundleWords | undefined): ReturnType<typeof chooseReference> =>
    chooseReference({ flag: overrides.get('compat'), setting, bundle: words })
  const isSafe = (chosen: ChosenReference, files: Hash): boolean =>
    chosen.githubPages || isTruthy(overrides.has('safe') ? overrides.get('safe') : files.get('safe'))
  const first = chosenBy(undefined, wordsOf(bundleIn(isTruthy(overrides.get('safe')))))
  if (isSafe(first, NO_OVERRIDES)) gate = openGate(source, { fenced: true })
  const configured = (yaml: YamlReader): ReturnType<typeof readConfigFiles> =>
    readConfigFiles(source, named, zone, yaml, gate)
  let read = configured(first.reference.yaml)
  let bundleFiles = bundleIn(isSafe(first, read.data))
  let bundle = wordsOf(bundleFiles)
  const chosen = chosenBy(read.data.get('compat'), bundle)
  if (isSafe(chosen, read.data) && !isSafe(first, NO_OVERRIDES)) {
    // It is the site that asks for safe mode, in a file that itself may lie elsewhere.
    gate = openGate(source, { fenced: true })
    read = configured(chosen.reference.yaml)
    bundleFiles = bundleIn(true)
    bundle = wordsOf(bundleFiles)
    if (!isSafe(chosenBy(read.data.get('compat'), bundle), read.data))
      overrides = new Map<Value, Value>([...overrides, ['safe', true]])
  } else if (chosen.reference.yaml !== first.reference.yaml)
    // What `compat` asks for may read the file in which it stands otherwise.
    read = configured(chosen.reference.yaml)
  const surroundings = { cwd, environment, variables, zone, home, bundle }
  const written = configFrom(read.data, overrides, surroundings)
  checkPlaces(written.config, gate)
  const name = siteScriptName(written.config.source, gate)
  const runs = name !== undefined && !written.config.safe
  const script = runs && request.withoutScript !== true ? runSiteScript(written.config, name) : undefined
  const files = script === undefined ? read.data : overScript(read.data, script)
  const own = script === undefined ? written : configFrom(files, overrides, surroundings)
  return {
    // Jekyll's own file is left out of the site, too.
    config: name === undefined ? own.config : withExclude(own.config, name),
    files: script === undefined ? read.files : [...read.files, script.file],
    ...(script === undefined ? {} : { script }),
    ...(runs && script === undefined ? { scriptLeftOut: name } : {}),
    invalid: read.invalid,
    diagnostics: [...read.diagnostics, ...withCompatPlaces(own.diagnostics, own.chosen, read.files, source)],
    reference: own.chosen,
    zone,
    bundle: bundleFiles,
    gate,
    namesTheme: ['theme', 'theme_dir', 'remote_theme'].some((key) => files.has(key) || overrides.has(key)),
  }
}

/**
 * The configuration over the theme's own, which a gem's or folder's `_config.yml` gives: jekyll-remote-theme comes too
 * late to read one.
 */
function withTheme({ zone, namesTheme, bundle: _, ...setup }: OwnSetup, found: FoundTheme): Setup {
  const { theme, siteTheme } = found
  // A theme's gem may bring pagination, and one that is not here could.
  const paginates = found === NO_THEME ? namesTheme : theme?.plugins.includes('jekyll-paginate') === true
  const said = paginates ? setup.diagnostics.filter(({ code }) => code !== NO_PAGINATION) : setup.diagnostics
  const own =
    siteTheme === undefined ? setup.config : withSettings(setup.config, new Map([['theme', siteTheme]]))
  const over =
    theme === undefined || siteTheme !== undefined || ignoresTheme(own) ? undefined : themeConfig(theme, zone)
  return {
    ...setup,
    config: over === undefined ? own : overThemeConfig(own, over.data),
    theme,
    ...(over === undefined ? {} : { themeFile: over.file }),
    ...(siteTheme === undefined || theme === undefined ? {} : { remoteTheme: theme.name }),
    diagnostics: [...said, ...found.diagnostics, ...setup.gate.passedOver()],
  }
}

const NO_PAGINATION = 'site/pagination-without-plugin'

/** Throws a `BuildError` where the site itself says, in safe mode, that it is to be read or written elsewhere. */
function checkPlaces(config: Config, gate: Gate): void {
  checkGuarded(config)
  if (!config.safe || gate.kindOf(config.source) !== 'outside') return
  throw new BuildError([
    {
      code: 'build/source-outside',
      severity: 'error',
      message: `Source directory ${config.source} lies outside of the site, which safe mode forbids.`,
      help: 'name it with --source: in safe mode a configuration does not say where the site is',
      trail: [],
    },
  ])
}

/** The theme that only GitHub Pages' defaults name may be missing: most sites that say nothing need none. */
function withoutPagesTheme({ config, namesTheme, gate }: OwnSetup, error: unknown): FoundTheme {
  if (!(error instanceof BuildError)) throw error
  if (namesTheme || !config.githubPages)
    throw new BuildError([...gate.passedOver(), ...error.diagnostics], { cause: error.cause })
  const diagnostic: Diagnostic = {
    code: 'build/pages-theme-missing',
    severity: 'warning',
    topic: 'GitHub Pages:',
    message: `${PAGES_THEME}, the theme of sites that name none, could not be found: the site is built without it. (${error.message})`,
    help: `install the gem, put the theme's folders in vendor/${PAGES_THEME}, or write \`theme: null\``,
    trail: [],
  }
  return { theme: undefined, diagnostics: [diagnostic] }
}

/** Whether the theme's own configuration is left out; Jekyll 3 has no such thing. */
function ignoresTheme(config: Config): boolean {
  return !config.rules.themeConfig || themeSettings(config).ignoresConfig
}
