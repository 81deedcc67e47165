/**
 * `whirl doctor`: what a build would do with this site, before anyone trusts it. Jekyll's checks come with Jekyll's words
 * and its exit code; what is ours tells of plugins, of what will not show, and of Markdown that means something else.
 */
import { BuildError, type Diagnostic, zoneFor } from '../../base/index.ts'
import { buildTime, type Setup, settleOutput, withSettingPlace } from '../../builder/index.ts'
import { BUNDLED } from '../../bundled/index.ts'
import { examineSite, surveyPlugins } from '../../doctor/index.ts'
import { missingPackages } from '../../plugins/index.ts'
import type { Config } from '../../site/index.ts'
import type { Arguments } from '../args.ts'
import { EXIT, type Host } from '../host.ts'
import { refuseMissingSource } from '../missing-source.ts'
import type { Report } from '../report.ts'
import { setUp, setUpWithoutTheme } from '../set-up.ts'
import { oldSettings, wantsRelativePermalinks } from '../settings/deprecated.ts'
import { sentence, tellSlips } from '../warnings.ts'

/** Prints what there is to say; 1 when a build would fail or lose files, or where Jekyll's doctor answers 1. */
export async function doctor(args: Arguments, host: Host, report: Report): Promise<number> {
  const { setup, themeless } = await setUpForLook(args, host, report)
  const { config } = setup
  refuseMissingSource(setup, 'whirl doctor --source DIR')
  settleOutput(config.destination)
  const survey = surveyPlugins(config, BUNDLED, setup.theme?.plugins ?? [])
  const found = examineSite(
    setup,
    survey.plugins,
    BUNDLED.flatMap(({ settings }) => settings ?? []),
    buildTime(host.env.SOURCE_DATE_EPOCH, zoneFor(config.timezone)),
  )
  const sick = [
    tellPlugins(survey, report),
    tellAll(missingPackages(survey.plugins, config), (each) =>
      report.diagnostic(withSettingPlace(each, config.source, setup.files)),
    ),
    themeless,
    tellAll(found.unreadable, (each) => report.diagnostic(each)),
    tellAll(
      // What a plugin brings that was not run is not known here.
      found.templates.filter(({ code }) => !survey.unseen || code !== 'liquid/unknown-tag'),
      (each) => report.diagnostic(each),
    ),
    tellPermalinks(config, report),
    tellAll(found.conflicts, (conflict) => report.diagnostic(conflict)),
    tellAll(found.caseClashes, (paths) =>
      report.warn(
        'Warning:',
        `The following URLs only differ by case. On a case-insensitive file system one of the URLs will be overwritten by the other: ${paths.join(', ')}`,
      ),
    ),
    tellUrl(config, report),
  ].some(Boolean)
  const notes = [
    tellAll(oldSettings(config), ({ setting, advice }) =>
      report.warn('Deprecation:', `\`${setting}\` is of an older Jekyll: ${advice}.`),
    ),
    // Posts that a build skips are named below, with the reason.
    tellAll(
      found.diagnostics.filter(({ topic }) => topic !== 'Skipping:'),
      (each) => {
        report.diagnostic(each)
        if (each.help !== undefined && report.level !== 'debug') report.warn('', sentence(each.help))
      },
    ),
    tellHome(setup, report),
    tellAllSlips(
      // Without its theme a site has neither its layouts nor what they load.
      found.slips.filter(({ code }) => !themeless || !OF_LAYOUTS.has(code)),
      report,
    ),
    tellAll(survey.ruby, (each) => report.diagnostic(each)),
    tellScript(setup, report),
    tellHidden(found.hidden, report),
    tellAll(found.strayTables, ({ path, line, text }) =>
      report.warn('Table:', `${path}:${line} becomes a table, because of its pipe: ${text}`),
    ),
    // Told with the configuration.
    setup.diagnostics.some(({ code }) => code === 'site/lsi'),
  ].some(Boolean)
  if (found.strayTables.length > 0) report.warn('', 'Where that is not meant, write `\\|` or `&#124;`.')
  if (!sick && !notes) report.line('  Your test results are in. Everything looks fine.')
  return sick ? EXIT.failed : EXIT.done
}

const OF_LAYOUTS: ReadonlySet<string> = new Set(['slips/layout-missing', 'slips/raw-formula'])

/** What to look over; a theme that cannot be had is said, and the site is looked over without it. */
async function setUpForLook(
  args: Arguments,
  host: Host,
  report: Report,
): Promise<{ readonly setup: Setup; readonly themeless: boolean }> {
  try {
    return { setup: await setUp(args, host, report), themeless: false }
  } catch (error) {
    if (!(error instanceof BuildError) || !error.diagnostics.every(({ code }) => code.startsWith('theme/')))
      throw error
    const setup = setUpWithoutTheme(args, host, report)
    for (const each of error.diagnostics) report.diagnostic(each)
    report.warn('', 'A build stops there. What follows is said without the theme.')
    return { setup, themeless: true }
  }
}

/** GitHub builds the sites of its own hosts with Jekyll 3.10, unless a workflow does. */
function tellHome({ config, gate, reference }: Setup, report: Report): boolean {
  const { url = '' } = config.address
  if (reference.from !== 'default' || !/^https?:\/\/[\w-]+\.github\.io\/?$/i.test(url)) return false
  if (gate.list(`${config.source}/.github/workflows`).length > 0) return false
  report.warn(
    'GitHub Pages:',
    `The site is on ${url.replace(/^https?:\/\//, '')}, and nothing says which Jekyll builds it: if GitHub does, that is Jekyll 3.10.`,
  )
  report.warn(
    '',
    '`compat: github-pages` in the configuration builds it as GitHub does (docs/github-pages.md).',
  )
  return true
}

function tellAllSlips(slips: readonly Diagnostic[], report: Report): boolean {
  tellSlips(slips, report, Number.POSITIVE_INFINITY)
  return slips.length > 0
}

/** Says each of `all`; whether there were any. */
function tellAll<T>(all: readonly T[], tell: (each: T) => void): boolean {
  for (const each of all) tell(each)
  return all.length > 0
}

/** What a build leaves out; many for one reason are a list. */
function tellHidden(hidden: ReturnType<typeof examineSite>['hidden'], report: Report): boolean {
  const reasons = new Map<string, string[]>()
  for (const { path, why } of hidden) reasons.set(why, [...(reasons.get(why) ?? []), path])
  for (const [why, paths] of reasons) {
    if (paths.length <= 2) for (const path of paths) report.warn('Hidden:', `${path} will not show: ${why}.`)
    else {
      report.warn('Hidden:', `${paths.length} files will not show: ${why}.`)
      for (const path of paths) report.warn('', path)
    }
  }
  return hidden.length > 0
}

function tellPlugins(
  { present, packages, missing, runRuby, absentGems }: ReturnType<typeof surveyPlugins>,
  report: Report,
): boolean {
  if (present.length > 0) report.info('Plugins:', `part of Whirl: ${present.join(', ')}`)
  if (runRuby.length > 0)
    report.info(
      'Plugins:',
      `written in Ruby, and run by builds (docs/ruby-plugins.md): ${runRuby.join(', ')}`,
    )
  if (absentGems.length > 0)
    report.info('Plugins:', `gems that are not on this machine, which builds fetch: ${absentGems.join(', ')}`)
  if (packages.length > 0) report.info('Plugins:', `npm packages of the site: ${packages.join(', ')}`)
  return tellAll(missing, (name) => {
    report.error(
      'Plugins:',
      `'${name}' is not part of Whirl and no npm package of the site: a build stops there.`,
    )
    report.error(
      '',
      'Take it out of `plugins`, name it in the Gemfile if it is a gem, or write it in TypeScript in `_plugins`.',
    )
  })
}

/** What could not be looked at because it takes running the site's code. */
function tellScript({ scriptLeftOut }: Setup, report: Report): boolean {
  if (scriptLeftOut === undefined) return false
  report.warn('Plugins:', `${scriptLeftOut} is code of the site, and was not run.`)
  report.warn('', 'Its settings and plugins are not looked at; --run-config runs it for them.')
  return true
}

function tellPermalinks(config: Config, report: Report): boolean {
  const old = wantsRelativePermalinks(config)
  if (old)
    report.warn(
      'Deprecation:',
      'Your site still uses relative permalinks, which was removed in Jekyll v3.0.0.',
    )
  return old
}

function tellUrl({ address: { url } }: Config, report: Report): boolean {
  if (url === undefined)
    report.warn(
      'Warning:',
      "You didn't set an URL in the config file, you may encounter problems with some plugins.",
    )
  const absolute = url !== undefined && /^[a-z][a-z\d+.-]*:/i.test(url)
  if (!absolute)
    report.warn(
      'Warning:',
      'Your site URL does not seem to be absolute, check the value of `url` in your config file.',
    )
  return !absolute
}
