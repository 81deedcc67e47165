/**
 * What is wrong or doubtful in what a site says of its authors, employers, licences and credits, each with its place.
 *
 * Faults are reported at every build; advice (a post in a gap, in two jobs, a picture without credit) only where somebody
 * asks for a check.
 */
import type { Diagnostic, Renderable, Site, SourceText, Span } from '../../plugin-api.ts'
import { adviceOn } from './advice.ts'
import { creditsFor, decide, todayOf } from './decide.ts'
import { placeOfKey } from './key-place.ts'
import { logoProblems } from './logo-files.ts'
import type { Problem, Report } from './problem.ts'
import { readModel } from './read-model.ts'

/** Text of a file at its absolute path. */
type ReadText = (path: string) => string | undefined

/** Front matter that can be wrong. */
const KEYS = ['author', 'authors', 'employer', 'worked', 'license', 'credits'] as const

/**
 * Everything to be said about the attribution of `site`: faults as errors, advice as warnings. With `readText` each has
 * the line it is about.
 */
export function examineAttribution(site: Site, readText: ReadText = () => undefined): readonly Diagnostic[] {
  const places = createPlaces(site, readText)
  const model = readModel(site)
  const advice: Diagnostic[] = []
  for (const doc of site.renderables.values()) {
    if (doc.kind === 'page' && doc.generatedBy !== undefined) continue
    adviceOn(doc, site, model, ({ at, ...problem }) =>
      advice.push(places.ofDocument(doc, { ...problem, at }, 'warning')),
    )
  }
  return [...faultsOf(site, readText), ...advice]
}

/** Faults alone, as errors. Documents that say nothing of their own are not looked at. */
export function faultsOf(site: Site, readText: ReadText = () => undefined): readonly Diagnostic[] {
  const places = createPlaces(site, readText)
  const inConfig: Diagnostic[] = []
  const inCredits: Diagnostic[] = []
  const found: Diagnostic[] = []
  const ofConfig: Report = (problem) => inConfig.push(places.ofConfig(problem))
  const model = readModel(site, ofConfig, (problem) => inCredits.push(places.ofCredits(problem)))
  for (const problem of logoProblems(site, model, readText)) ofConfig(problem)
  for (const doc of site.renderables.values()) {
    if (!KEYS.some((key) => doc.data.has(key))) continue
    const report: Report = (problem) => found.push(places.ofDocument(doc, problem, 'error'))
    decide(doc, todayOf(site), model, report)
    if (doc.data.has('credits')) creditsFor(doc, site, { ...model, creditsByAsset: new Map() }, report)
  }
  const place = ({ span }: Diagnostic): number => span?.start ?? 0
  const inOrder = (list: readonly Diagnostic[]): Diagnostic[] => [...list].sort((a, b) => place(a) - place(b))
  return [...inOrder(inConfig), ...inOrder(inCredits), ...found]
}

interface Places {
  ofConfig(problem: Problem): Diagnostic
  ofCredits(problem: Problem): Diagnostic
  ofDocument(doc: Renderable, problem: Problem, severity: Diagnostic['severity']): Diagnostic
}

/** Puts problems where they stand. Files are read when there is a problem in them. */
function createPlaces(site: Site, readText: ReadText): Places {
  const { source, dataDir } = site.config
  const texts = new Map<string, SourceText | undefined>()
  const open = (root: string, path: string): SourceText | undefined => {
    const key = `${root}/${path}`
    if (!texts.has(key)) {
      const text = readText(key)
      texts.set(key, text === undefined ? undefined : { path, text })
    }
    return texts.get(key)
  }
  const firstOf = (names: readonly string[]): SourceText | undefined => {
    for (const name of names) {
      const found = open(source, name)
      if (found !== undefined) return found
    }
    return undefined
  }
  const placed = (
    { code, message, help, at }: Problem,
    severity: Diagnostic['severity'],
    file: SourceText | undefined,
    name: string,
    range?: Span,
  ): Diagnostic => {
    const span = file === undefined ? undefined : placeOfKey(file.text, at, range?.start, range?.end)
    return {
      code,
      severity,
      topic: 'Attribution:',
      message: `${message} (${[name, ...at].join(' > ')})`,
      source: file ?? { path: name, text: '' },
      ...(span === undefined ? {} : { span }),
      help,
      trail: [],
    }
  }
  return {
    ofConfig: (problem) =>
      placed(problem, 'error', firstOf(configNames(site)), configNames(site)[0] ?? '_config.yml'),
    ofCredits: (problem) => {
      const file = firstOf(['yml', 'yaml', 'json'].map((ending) => `${dataDir}/credits.${ending}`))
      return placed(problem, 'error', file, file?.path ?? `${dataDir}/credits.yml`)
    },
    ofDocument: (doc, problem, severity) => {
      const file = open(doc.file.root, doc.file.path)
      return placed(problem, severity, file, doc.file.path, frontMatterOf(file, doc))
    },
  }
}

/** Names of configuration files, as Jekyll looks for them. */
function configNames(site: Site): readonly string[] {
  const given = site.config.data.get('config')
  const named = (Array.isArray(given) ? (given as readonly unknown[]) : [given]).filter(
    (name): name is string => typeof name === 'string' && !name.startsWith('/'),
  )
  return [...named, '_config.yml', '_config.yaml', '_config.toml']
}

/** The part of a file before its body. */
function frontMatterOf(file: SourceText | undefined, doc: Renderable): Span | undefined {
  if (file === undefined) return undefined
  let end = 0
  for (let line = 1; line < doc.bodyLine && end !== -1; line++) {
    const newline = file.text.indexOf('\n', end)
    end = newline === -1 ? file.text.length : newline + 1
  }
  return { start: 0, end }
}
