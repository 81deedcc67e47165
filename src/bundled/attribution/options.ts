/** `attribution:` in the configuration. */
import { type Hash, isHash, listOf, rubyToS, type Value } from '../../plugin-api.ts'
import { booleanAt, hashAt, lineAt, wrongType } from './fields.ts'
import type { AttributionOptions, PageOption } from './model.ts'
import { below, type Report } from './problem.ts'

/** Endings of the files that a post may have beside it. */
export const DOWNLOAD_KINDS: readonly string[] = ['bib', 'csl.json', 'cff']
const DOWNLOADS: readonly string[] = ['bib', 'csl.json']

export const DEFAULTS = {
  requireCredits: false,
  employerPages: { permalink: '/employers/:key/', layout: 'employer', title: ':name' },
  employersPage: { permalink: '/employers/', layout: 'employers', title: null },
  creditsPage: { permalink: '/credits/', layout: 'credits', title: null },
  downloads: DOWNLOADS,
  citationFile: '/CITATION.cff',
  copyrightHolder: 'author',
  publishEmail: false,
  openGraph: null,
} satisfies AttributionOptions

export function optionsOf(config: Hash, report: Report): AttributionOptions {
  const hash = hashAt(config, 'attribution', report)
  const inside = below(report, 'attribution')
  const page = (key: string, fallback: PageOption): PageOption =>
    pageOption(hash.get(key), fallback, key, inside)
  const downloads = hash.get('downloads')
  const cff = hash.get('citation_file')
  return {
    requireCredits: booleanAt(hash, 'require_credits') ?? DEFAULTS.requireCredits,
    employerPages: page('employer_pages', DEFAULTS.employerPages),
    employersPage: page('employers_page', DEFAULTS.employersPage),
    creditsPage: page('credits_page', DEFAULTS.creditsPage),
    downloads:
      downloads === false
        ? []
        : downloads === undefined || downloads === null || downloads === true
          ? DOWNLOADS
          : downloadsOf(downloads, inside),
    citationFile:
      cff === false ? null : typeof cff === 'string' ? `/${cff.replace(/^\/+/, '')}` : DEFAULTS.citationFile,
    copyrightHolder: holderOf(hash, inside),
    publishEmail: booleanAt(hash, 'publish_email') ?? DEFAULTS.publishEmail,
    openGraph: booleanAt(hash, 'open_graph') ?? DEFAULTS.openGraph,
  }
}

/** A path, a hash with `permalink`, `layout` and `title`, or false. */
function pageOption(value: Value, fallback: PageOption, key: string, report: Report): PageOption {
  if (value === null || value === undefined || value === true) return fallback
  if (value === false) return { ...fallback, permalink: null }
  if (typeof value === 'string') return { ...fallback, permalink: sitePath(value) }
  if (!isHash(value)) {
    report(wrongType(key, 'a path, or a hash with `permalink` and `layout`', value))
    return fallback
  }
  const inside = below(report, key)
  const permalink = lineAt(value, 'permalink', inside)
  return {
    permalink:
      value.get('permalink') === false ? null : permalink === null ? fallback.permalink : sitePath(permalink),
    layout: lineAt(value, 'layout', inside) ?? fallback.layout,
    title: lineAt(value, 'title', inside) ?? fallback.title,
  }
}

/** A path from the root of the site that stays in it. */
function sitePath(text: string): string {
  const steps = text
    .trim()
    .split('/')
    .filter((step) => step !== '' && step !== '.' && step !== '..')
  const path = `/${steps.join('/')}`
  return text.trim().endsWith('/') && path !== '/' ? `${path}/` : path
}

function downloadsOf(value: Value, report: Report): readonly string[] {
  return listOf(value).flatMap((item) => {
    const name = rubyToS(item)
      .replace(/^\./, '')
      .replace(/^(?:csl|json)$/, 'csl.json')
      .replace(/^bibtex$/, 'bib')
    if (DOWNLOAD_KINDS.includes(name)) return [name]
    report({
      code: 'attribution/unknown-download',
      message: `'${name}' is not a kind of download.`,
      help: `the kinds are ${DOWNLOAD_KINDS.join(', ')}`,
      at: ['downloads'],
    })
    return []
  })
}

function holderOf(hash: Hash, report: Report): AttributionOptions['copyrightHolder'] {
  const text = lineAt(hash, 'copyright_holder', report)
  if (text === null) return DEFAULTS.copyrightHolder
  return text === 'author' || text === 'employer' ? text : { name: text }
}
