/**
 * Examines a built site, each page once: its links and anchors, pictures, headings and ids, its feeds. Linear in the
 * site; what several pages share, a layout or an include, is reported once.
 */
import { type Dimensions, imageDimensions, lineCol, positionsIn } from '../base/index.ts'
import { CHECK_RULES, type CheckRule } from '../schema/index.ts'
import type { Renderable } from '../site/index.ts'
import { isProseAt } from '../slips/index.ts'
import { addressOf, homeOf } from './addresses.ts'
import { checkFeed } from './check-feed.ts'
import { imageFault } from './check-image.ts'
import { checkLinks, type Fix, nearestIds, type PageFault } from './check-links.ts'
import { checkPage } from './check-page.ts'
import { pageFacts } from './page-facts.ts'
import { type CheckSettings, checkSettings } from './settings.ts'
import { siteMap } from './site-map.ts'
import { type Tracer, tracer } from './trace.ts'
import type { BuiltSite, Edit, Finding, PageFacts } from './types.ts'

export interface SiteCheck {
  readonly findings: readonly Finding[]
  readonly pages: number
  readonly links: number
  /** links to other sites, each with the places that hold it */
  readonly external: ReadonlyMap<string, readonly Finding[]>
}

/** Everything that can be said without the network. */
export function checkSite(built: BuiltSite): SiteCheck {
  const settings = checkSettings(built.site.config)
  const bySource = new Map<string, Renderable>()
  for (const doc of built.site.renderables.values()) if (doc.write) bySource.set(doc.outputPath, doc)
  const facts = allFacts(built)
  const trace = tracer(built)
  const gather = gatherer()
  const external = new Map<string, Finding[]>()
  const context = {
    home: homeOf(built.site.config),
    map: siteMap(built.outputs.keys()),
    settings,
    facts: (path: string) => facts.get(path),
    nearestId: nearestIds(),
    external: (url: string, page: PageFacts, reference: { at: number; url: string; element: string }) => {
      if (!/^(?:a|area|link|img|script|iframe|video|audio|source)$/.test(reference.element)) return
      const known = external.get(url)
      const finding = findingOf(
        { code: 'check/external-link', message: '', help: '', at: reference.at, texts: [reference.url] },
        page,
        bySource.get(page.path),
        trace,
        settings,
      )
      if (finding === undefined) return
      if (known === undefined) external.set(url, [finding])
      else known.push(finding)
    },
  }
  const sizes = new Map<string, Dimensions | undefined>()
  const sizeOf = (url: string, page: PageFacts): Dimensions | undefined => {
    const address = addressOf(url, page.path, context.home, page.base)
    const target = address.kind === 'site' ? context.map.find(address.path) : undefined
    if (target?.kind !== 'file') return undefined
    if (!sizes.has(target.path)) {
      const bytes = bytesIn(built, target.path)
      sizes.set(target.path, bytes === undefined ? undefined : imageDimensions(bytes))
    }
    return sizes.get(target.path)
  }
  let links = 0
  for (const page of facts.values()) {
    links += page.references.length
    for (const fault of [...checkLinks(page, context), ...checkPage(page, sizeOf)])
      gather.add(findingOf(fault, page, bySource.get(page.path), trace, settings))
  }
  for (const [path, content] of built.outputs) {
    const doc = bySource.get(path)
    if (typeof content === 'string' && /\.(?:xml|json|atom|rss)$/.test(path)) {
      const output = outputOf(path, content)
      for (const fault of checkFeed(path, content, context.home.origin !== undefined))
        gather.add(findingOf(fault, output, doc, trace, settings))
    }
    const broken = pictureFault(path, built)
    if (broken !== undefined) gather.add(findingOf(broken, outputOf(path, ''), doc, trace, settings))
  }
  if (context.home.origin === undefined) gather.add(noUrl(built, settings))
  return { findings: gather.all(), pages: facts.size, links, external }
}

function allFacts({ outputs, bytesOf }: BuiltSite): ReadonlyMap<string, PageFacts> {
  const facts = new Map<string, PageFacts>()
  for (const [path, content] of outputs) {
    if (!/\.(?:html|htm|xhtml)$/.test(path)) continue
    const text =
      typeof content === 'string'
        ? content
        : decoded(content instanceof Uint8Array ? content : bytesOf(content))
    if (text !== undefined) facts.set(path, pageFacts(path, text))
  }
  return facts
}

function decoded(bytes: Uint8Array | undefined): string | undefined {
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes)
}

/** The bytes of the output at `path`. */
function bytesIn({ outputs, bytesOf }: BuiltSite, path: string): Uint8Array | undefined {
  const content = outputs.get(path)
  if (content === undefined) return undefined
  if (typeof content === 'string') return new TextEncoder().encode(content)
  return content instanceof Uint8Array ? content : bytesOf(content)
}

function pictureFault(path: string, built: BuiltSite): PageFault | undefined {
  if (!/\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(path)) return undefined
  const bytes = bytesIn(built, path)
  const fault = bytes === undefined ? undefined : imageFault(path, bytes)
  if (fault === undefined) return undefined
  return {
    code: 'check/broken-image',
    message: `The image file ${path} ${fault}.`,
    help: 'save it anew',
    at: 0,
    texts: [],
  }
}

/** Without `url` each feed, sitemap and card would say the same: it is reported once, and only where one of them is. */
function noUrl({ outputs }: BuiltSite, settings: CheckSettings): Finding | undefined {
  const needs = [...outputs.keys()].find((path) => /^(?:feed|sitemap|atom|rss)\.(?:xml|json)$/.test(path))
  const severity = severityOf('check/no-url', settings)
  if (needs === undefined || severity === 'off') return undefined
  return {
    code: 'check/no-url',
    severity,
    message: `The site has no \`url\`, so that ${needs} has no absolute addresses.`,
    help: 'set `url` in the configuration: scheme and host of the published site',
    file: '_config.yml',
    trail: [`seen in ${needs}`],
  }
}

function severityOf(code: CheckRule, { severities }: CheckSettings): 'error' | 'warning' | 'off' {
  return severities.get(code) ?? severities.get(code.slice('check/'.length)) ?? CHECK_RULES[code].severity
}

type Output = Pick<PageFacts, 'path' | 'html' | 'positionOf'>

/** An output as text; without any, places in it are not told. */
function outputOf(path: string, html: string): Output {
  return { path, html, positionOf: positionsIn(html) }
}

/** `fault` as a finding, at its source where that is known; undefined when its rule is off. */
function findingOf(
  fault: PageFault,
  { path: page, html, positionOf }: Output,
  doc: Renderable | undefined,
  trace: Tracer,
  settings: CheckSettings,
): Finding | undefined {
  const severity = severityOf(fault.code as CheckRule, settings)
  if (severity === 'off') return undefined
  const own = fault.onlyIn === 'document'
  const place =
    doc === undefined ? undefined : own ? trace.findOwn(doc, fault.texts) : trace.find(doc, fault.texts)
  if (own && place === undefined) return undefined
  const edit = doc === undefined || fault.fix === undefined ? undefined : editOf(fault.fix, doc, trace)
  const base = {
    code: fault.code,
    severity,
    message: fault.message,
    help: fault.help,
    page,
    ...(edit === undefined ? {} : { edit }),
  }
  const everywhere = fault.texts.length > 0
  if (place !== undefined) return { ...base, ...place, trail: [`seen in ${page}`] }
  const { line, column } = positionOf(fault.at)
  const seen = html === '' ? `seen in ${page}` : `seen in ${page}, line ${line}, column ${column}`
  return { ...base, file: doc?.file.path ?? page, trail: [seen], everywhere }
}

/** What `fix` comes to in the text of `doc`; undefined where it could be meant for several places, or for none. */
function editOf({ from, to, unless }: Fix, doc: Renderable, trace: Tracer): Edit | undefined {
  if (doc.file.origin !== 'site') return undefined
  const place = trace.only(doc, from)
  if (place === undefined) return undefined
  const { start, end } = place.span
  if (!isProseAt(doc.body, start - (place.source.text.length - doc.body.length))) return undefined
  const behind = place.source.text.slice(end)
  if (unless !== undefined && behind.trimStart().startsWith(unless)) return undefined
  // What goes on is another address.
  if (!/[)\s]$/.test(from) && !/^[)\s]/.test(behind)) return undefined
  return { file: doc.file.path, whole: place.source.text, start, end, text: to }
}

/**
 * Findings with one place and one message are one. Without a place, what is wrong with something that pages share, such
 * as a link its layout computes, is reported once; what is wrong with a page itself or a feed, once a page.
 */
function gatherer(): { add(finding: Finding | undefined): void; all(): readonly Finding[] } {
  const byKey = new Map<string, { first: Finding; others: Set<string> }>()
  return {
    add(finding) {
      if (finding === undefined) return
      const where =
        finding.source === undefined
          ? finding.everywhere === true
            ? ''
            : `${finding.file}\0${finding.page}`
          : `${finding.source.path}:${finding.span?.start}`
      const key = `${finding.code}\0${finding.message}\0${where}`
      const known = byKey.get(key)
      if (known === undefined) byKey.set(key, { first: finding, others: new Set() })
      else if (finding.page !== undefined && finding.page !== known.first.page) known.others.add(finding.page)
    },
    all: () =>
      [...byKey.values()]
        .map(({ first, others }) => (others.size === 0 ? first : { ...first, others: others.size }))
        .sort(byPlace),
  }
}

/** By file, line and rule. */
export function byPlace(a: Finding, b: Finding): number {
  const place = (finding: Finding): string => finding.source?.path ?? finding.file ?? finding.page ?? ''
  if (place(a) !== place(b)) return place(a) < place(b) ? -1 : 1
  const start = (finding: Finding): number => finding.span?.start ?? 0
  if (start(a) !== start(b)) return start(a) - start(b)
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0
}

/** File, line and column of a finding, for people and for machines. */
export function placeOf(finding: Finding): {
  file: string
  line: number | undefined
  column: number | undefined
} {
  const { source, span, position } = finding
  if (source === undefined || span === undefined)
    return { file: source?.path ?? finding.file ?? finding.page ?? '', line: undefined, column: undefined }
  const { line, column } = position ?? lineCol(source.text, span.start)
  return { file: source.path, line, column }
}
