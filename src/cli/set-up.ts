/** What a command starts from, with what there is to say of it in Jekyll's lines. */
import {
  fetchSetup,
  loadSetup,
  namedCache,
  type ProxySettings,
  type Setup,
  type SetupRequest,
} from '../builder/index.ts'
import { describeReference } from '../site/index.ts'
import type { Arguments } from './args.ts'
import type { Host } from './host.ts'
import { overridesOf } from './overrides.ts'
import { createReport, type Report } from './report.ts'
import { VERSION } from './version.ts'

/** The configuration and the theme, which is fetched when it is not on this machine. Rejects with a `BuildError`. */
export async function setUp(args: Arguments, host: Host, report: Report): Promise<Setup> {
  const loaded = await fetchSetup(requestOf(args, host, report), {
    ...proxySettings(host),
    registry: host.env.RUBYGEMS_HOST,
    hosts: hostsToAsk(args),
    info: report.info,
  })
  return told(loaded, args, report, describedFor(args, loaded))
}

/** As which Jekyll the site is built, where that need be said; `doctor` says it always. */
function describedFor({ command }: Arguments, { reference }: Setup): string | undefined {
  return describeReference(reference, command?.name === 'doctor')
}

export function proxySettings({ env }: Host): ProxySettings {
  return {
    httpProxy: env.http_proxy ?? env.HTTP_PROXY,
    httpsProxy: env.https_proxy ?? env.HTTPS_PROXY,
    noProxy: env.no_proxy ?? env.NO_PROXY,
  }
}

/** What `--fetch-from` names. */
export function hostsToAsk({ flags }: Arguments): readonly string[] {
  const given = flags.get('fetch-from')
  return Array.isArray(given) ? given : []
}

/** The configuration for a command that has no use for the theme. Throws a `BuildError`. */
export function setUpWithoutTheme(args: Arguments, host: Host, report: Report): Setup {
  const loaded = loadSetup({ ...requestOf(args, host, report), withoutTheme: true })
  const looks = args.command?.name === 'doctor'
  return told(loaded, args, report, looks ? describedFor(args, loaded) : undefined)
}

/** The same with the theme where it is on this machine, and nothing told. Throws a `BuildError` where it is not. */
export function setUpWithLocalTheme(args: Arguments, host: Host): Setup {
  return loadSetup(requestOf(args, host, createReport(host, 'error')))
}

function requestOf(args: Arguments, host: Host, report: Report): SetupRequest {
  const files = args.flags.get('config')
  report.debug('Logging at level:', 'debug')
  report.debug('Whirl Version:', VERSION)
  const { env } = host
  return {
    cwd: host.cwd,
    overrides: env.WHIRL_OFFLINE ? new Map([...overridesOf(args), ['offline', true]]) : overridesOf(args),
    files: Array.isArray(files) ? (files as readonly string[]) : undefined,
    environment: env.JEKYLL_ENV,
    // No variable is for a site of strangers to see.
    variables: host.untrusted === undefined ? env : {},
    timezone: env.TZ,
    home: env.HOME,
    gemHome: env.GEM_HOME,
    gemPath: env.GEM_PATH,
    bundlePath: env.BUNDLE_PATH,
    themeCache: namedCache(env),
    withoutScript: LOOKING.has(args.command?.name ?? '') && args.flags.get('run-config') !== true,
    // Set to nothing is set, to Ruby.
    ignoreGemfile: env.JEKYLL_NO_BUNDLER_REQUIRE !== undefined,
  }
}

/** Commands that a site is given to before it is trusted: they run nothing of it unasked. */
const LOOKING = new Set(['clean', 'doctor'])

/** Commands to which words say nothing. */
const WORDLESS = new Set(['build', 'serve', 'clean', 'doctor', 'check'])

/** Says which files it came from, in Jekyll's lines, and which Jekyll it is `builtAs`, if that need be said. */
function told(loaded: Setup, { command, flags, words }: Arguments, report: Report, builtAs?: string): Setup {
  for (const file of loaded.files) report.line(`Configuration file: ${file}`)
  if (builtAs !== undefined) report.info('Built as:', builtAs)
  for (const diagnostic of loaded.diagnostics) report.diagnostic(diagnostic)
  for (const file of loaded.invalid) report.plainWarning(`Configuration file: (INVALID) ${file}`)
  if (loaded.files.length + loaded.invalid.length === 0 && !flags.has('config'))
    report.plainWarning('Configuration file: none')
  if (loaded.themeFile !== undefined) report.info('Theme Config file:', loaded.themeFile)
  if (loaded.remoteTheme !== undefined) report.info('Remote Theme:', `Using theme ${loaded.remoteTheme}`)
  if (flags.has('config') && words.length > 0 && WORDLESS.has(command?.name ?? '')) {
    report.warn('Configuration:', `${words.map((word) => `'${word}'`).join(', ')} is not read.`)
    report.warn('', 'The files of --config stand in one word: --config a.yml,b.yml')
  }
  return loaded
}
