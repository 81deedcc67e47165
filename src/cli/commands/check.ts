/**
 * `whirl check`: builds the site in memory and examines it: links, anchors, pictures, headings, feeds, and whose work
 * everything is. Nothing is written to the destination; the network is asked only with `--external`.
 */
import path from 'node:path'
import { BuildError, type Diagnostic, withSlashes } from '../../base/index.ts'
import { reachOf, type Setup } from '../../builder/index.ts'
import {
  type BuiltSite,
  byPlace,
  checkSite,
  type Finding,
  faultOf,
  type SiteCheck,
} from '../../check/index.ts'
import { wrongSettings } from '../../doctor/index.ts'
import { runChecks } from '../../plugins/index.ts'
import { CHECK_RULES, type CheckRule } from '../../schema/index.ts'
import type { Arguments } from '../args.ts'
import { withPlugins } from '../build-once.ts'
import { buildInMemory } from '../built-in-memory.ts'
import { findingsAsGitHub, findingsAsJson, findingsAsText, type Summary } from '../check-report.ts'
import { selected, selectionOf, unknownRule } from '../check-selection.ts'
import { fixedFiles, fixesAsDiff, fixesInWords, writeFixes } from '../fixes.ts'
import { EXIT, type Host } from '../host.ts'
import { refuseMissingSource } from '../missing-source.ts'
import { misuse } from '../misuse.ts'
import { type Asking, askNetwork } from '../network.ts'
import { createReport, type Report } from '../report.ts'
import { hostsToAsk, proxySettings, setUp } from '../set-up.ts'

const USAGE = 'check [DIR] [options]'

/**
 * Prints what it finds; 1 when there is an error, with `--strict` for a warning too. Rejects with a BuildError, which
 * `--json` and `--github` print as findings first.
 */
export async function check(args: Arguments, host: Host, report: Report): Promise<number> {
  if (args.flags.get('dry-run') === true && args.flags.get('fix') !== true)
    return misuse(host, '--dry-run goes with --fix.', 'check --fix --dry-run [options]')
  const { words, flags } = args
  if (words.length > 1 || (words.length === 1 && flags.has('source')))
    return misuse(host, 'One site is checked at a time.', USAGE)
  const [folder] = words
  const given = folder === undefined ? args : { ...args, flags: new Map([...flags, ['source', folder]]) }
  try {
    return await examine(given, host, report)
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    const findings: readonly Finding[] = error.diagnostics
    if (args.flags.get('json') === true)
      host.out(findingsAsJson(findings, { errors: findings.length, warnings: 0, pages: 0, links: 0 }))
    else if (args.flags.get('github') === true) {
      const source = given.flags.get('source')
      const base = typeof source === 'string' ? path.relative(host.cwd, path.resolve(host.cwd, source)) : ''
      host.out(findingsAsGitHub(findings, withSlashes(base, path.sep)))
    }
    throw error
  }
}

async function examine(args: Arguments, host: Host, report: Report): Promise<number> {
  const asData = args.flags.get('json') === true || args.flags.get('github') === true
  const quiet = asData ? createReport({ ...host, out: () => {} }, 'error') : report
  const setup = await withPlugins(await setUp(args, host, quiet), quiet)
  refuseMissingSource(setup)
  const { built, files, diagnostics } = await buildInMemory(setup, host, quiet)
  const checked = checkSite(built)
  const external =
    args.flags.get('external') === true
      ? await externalFindings(checked, setup, quiet, askingOf(args, host))
      : []
  const ofPlugins = runChecks(built.site, setup.plugins ?? [], {
    outputs: textsOf(built),
    readText: (path) => files.readText(path),
  })
  // What a plugin's check says again counts as the check has it.
  const again = new Set(ofPlugins.map(identityOf))
  const found: readonly Finding[] = [
    ...diagnostics.filter((each) => !again.has(identityOf(each))),
    ...settingsFound(setup, built),
    ...ofPlugins,
    ...checked.findings,
    ...external,
  ]
  const selection = selectionOf(args)
  const unknown = unknownRule(selection, setup.plugins ?? [], found)
  if (unknown !== undefined) return misuse(host, unknown, USAGE)
  const wanted = selected(found, selection).toSorted(byPlace)
  const fixes = args.flags.get('fix') === true ? fixedFiles(wanted) : undefined
  const dry = args.flags.get('dry-run') === true
  if (fixes !== undefined && !dry) writeFixes(fixes, setup.config.source)
  // What is put right is no finding any more.
  const done = new Set(dry ? [] : fixes?.flatMap((file) => file.done))
  const findings = wanted.filter(({ edit }) => edit === undefined || !done.has(edit))
  if (fixes !== undefined && !asData) {
    if (dry) {
      host.out(fixesAsDiff(fixes) + fixesInWords(fixes, dry))
      return EXIT.done
    }
    host.out(`${fixesInWords(fixes, dry)}\n`)
  }
  const summary = summaryOf(findings, checked)
  const base = withSlashes(path.relative(host.cwd, setup.config.source), path.sep)
  if (args.flags.get('json') === true) host.out(findingsAsJson(findings, summary))
  else if (args.flags.get('github') === true) host.out(findingsAsGitHub(findings, base))
  else host.out(findingsAsText(findings, summary, host.color))
  const strict = args.flags.get('strict') === true
  return summary.errors > 0 || (strict && summary.warnings > 0) ? EXIT.failed : EXIT.done
}

/** What is wrong in the settings, the rules of checks among them. */
function settingsFound({ config, plugins = [], files }: Setup, { site }: BuiltSite): readonly Finding[] {
  return wrongSettings(
    config,
    plugins.flatMap(({ settings }) => settings ?? []),
    site,
    files,
  )
}

function textsOf({ outputs }: BuiltSite): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const [path, content] of outputs) if (typeof content === 'string') texts.set(path, content)
  return texts
}

/** What is said, and of which place. */
function identityOf({ code, message, source, span }: Diagnostic): string {
  return JSON.stringify([code, message, source?.path, span?.start])
}

/** Every link of the site is asked, in safe mode too, but none that leads inside this machine's network. */
function askingOf(args: Arguments, host: Host): Asking {
  return { network: proxySettings(host), reach: reachOf(hostsToAsk(args), undefined, false) }
}

async function externalFindings(
  { external }: SiteCheck,
  { config }: Setup,
  report: Report,
  asking: Asking,
): Promise<readonly Finding[]> {
  report.info('Links:', `asking for ${external.size} addresses of other sites`)
  const answers = await askNetwork([...external.keys()], config, asking)
  const findings: Finding[] = []
  for (const [url, answer] of answers) {
    const fault = faultOf(url, answer)
    const [first, ...others] = external.get(url) ?? []
    if (fault === undefined || first === undefined) continue
    const severity = CHECK_RULES[fault.code as CheckRule].severity
    findings.push({ ...first, ...fault, severity, ...(others.length === 0 ? {} : { others: others.length }) })
  }
  return findings
}

function summaryOf(findings: readonly Finding[], { pages, links }: SiteCheck): Summary {
  const errors = findings.filter(({ severity }) => severity === 'error').length
  return { errors, warnings: findings.length - errors, pages, links }
}
