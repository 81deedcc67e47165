/**
 * The one maker of documents and pages: all that follows from front matter, text and place is worked out here, for what
 * is read, for what plugins make and for what they change.
 */
import {
  CalendarDate,
  type Diagnostic,
  type Hash,
  isNil,
  isTruthy,
  Time,
  timeFromMilliseconds,
  type Value,
  type Zone,
  zoneFor,
} from '../base/index.ts'
import { defaultFor, defaultsFor } from './defaults.ts'
import { slugOf } from './document-id.ts'
import { documentPlace } from './document-place.ts'
import { excerptFrom } from './excerpt-from.ts'
import { deepMerge } from './merge.ts'
import { isHtmlExt, outputExtIn } from './output-ext.ts'
import { ownPermalink } from './own-permalink.ts'
import { pagePlace } from './page-place.ts'
import { isFuture, isPublished } from './publish.ts'
import { ASKED_APART, settingOf } from './setting-of.ts'
import { timeFrom } from './site-time.ts'
import type { Document, Home, Page, Renderable, SiteRules } from './types.ts'

/** What all documents of a collection have in common. */
export function homeOf(
  { config, time }: Pick<SiteRules, 'config' | 'time'>,
  own: Pick<Home, 'label' | 'directory' | 'permalink' | 'write'>,
): Home {
  const { future, unpublished, timezone } = config
  return {
    ...own,
    future,
    unpublished,
    time,
    timezone,
    slugsKeepMarks: config.rules.slugsKeepMarks,
    datesUndated: config.rules.datesUndated,
  }
}

/** What all pages have in common. */
export function pageHomeOf(rules: Pick<SiteRules, 'config' | 'time'>): Home {
  const { permalink } = rules.config
  return homeOf(rules, { label: '', directory: '', permalink, write: true })
}

type DocumentSource = Pick<
  Document,
  'id' | 'file' | 'data' | 'body' | 'bodyLine' | 'excerpt' | 'home' | 'convertedExt'
>

/** What makers of documents may ask for, and where they leave what they have to say. */
interface Surroundings {
  /** the site's zone, for who has it at hand */
  readonly zone?: Zone
  /** takes what does not stop a build */
  note?(diagnostic: Diagnostic): void
}

/** The document of `source`. */
export function documentFrom(source: DocumentSource, { zone, note = ignore }: Surroundings = {}): Document {
  const { id, file, body, bodyLine, excerpt, home, convertedExt } = source
  const data = withDate(source, zone)
  const date = timeOf(data.get('date'), home)
  const write = home.write && isPublished(data, home) && !isFuture(date, home.time, home)
  return {
    kind: 'document',
    id,
    file,
    data,
    body,
    bodyLine,
    excerpt,
    // Jekyll makes the URL of what it does not write when it is asked for it.
    ...documentPlace({ file, data, home, convertedExt, date }, write ? note : ignore),
    write,
    collection: home.label,
    date,
    slug: slugOf(data, file.path),
    draft: isDraft(source),
    home,
    convertedExt,
  }
}

function isDraft({ data, file, home }: DocumentSource): boolean {
  return isTruthy(data.get('draft')) || (home.label === 'posts' && !file.path.includes(home.directory))
}

/**
 * The data with a date. Jekyll gives an undated document one when it is asked for: a draft its file's, any other the
 * site's. There a file of _drafts is a draft at last.
 */
function withDate(source: DocumentSource, zone: Zone | undefined): Hash {
  const { data, file, home } = source
  const date = data.get('date')
  if (!isNil(date) && date !== home.time) return data
  if (!home.datesUndated && !isDraft(source)) return data
  if (!isDraft(source)) return date === home.time ? data : new Map(data).set('date', home.time)
  const changed = timeFromMilliseconds(file.mtime, zone ?? zoneFor(home.timezone))
  const draft: Hash = isTruthy(data.get('draft')) ? data : new Map(data).set('draft', true)
  return new Map(draft).set('date', changed)
}

/** A date that a plugin wrote as text or as a day is the time it means, and one that means nothing the site's. */
function timeOf(value: Value, { time, timezone }: Home): Time {
  if (value instanceof Time) return value
  if (typeof value !== 'string' && !(value instanceof CalendarDate)) return time
  return timeFrom(value, zoneFor(timezone), time) ?? time
}

interface PageSource extends Pick<Page, 'id' | 'file' | 'body' | 'bodyLine' | 'name'> {
  /** where it lies in the source, or would */
  readonly path: string
  /** front matter, without defaults */
  readonly own: Hash
  /** which type of scopes' defaults hold for it; null: none do */
  readonly type?: string | null
  readonly generatedBy?: string | undefined
  readonly listings?: Page['listings'] | undefined
}

/** The page of `source`, with the defaults that hold for it. Only what has a file has an excerpt, as in Jekyll. */
export function pageFrom(
  rules: SiteRules,
  source: PageSource,
  note: (diagnostic: Diagnostic) => void = ignore,
): Page {
  const { path, own, id, file, body, bodyLine, name, type = 'pages', generatedBy, listings } = source
  const { defaults, config, pageHome: home } = rules
  const data = type === null ? own : deepMerge(defaultsFor(defaults, path, type), own)
  const setting = (key: string): Value =>
    own.has(key) || type === null ? own.get(key) : defaultFor(defaults, path, type, key)
  const apart = new Map(
    ASKED_APART.flatMap((key) => (same(setting(key), data.get(key)) ? [] : [[key, setting(key)]])),
  )
  const defaulted = [...data.keys()].filter((key) => !own.has(key))
  const place = pagePlace(path, ownPermalink(setting('permalink'), path, note), home.permalink, (ext) =>
    outputExtIn(rules, ext),
  )
  const excerpted = generatedBy === undefined && config.excerpt.ofPages && isHtmlExt(place.outputExt)
  return {
    kind: 'page',
    id,
    file,
    data,
    ...(apart.size === 0 ? {} : { apart }),
    ...(defaulted.length === 0 ? {} : { defaulted }),
    body,
    bodyLine,
    excerpt: excerpted ? excerptFrom(rules, { setting, body, path }, note) : null,
    ...place,
    write: home.write,
    home,
    name,
    ...(generatedBy === undefined ? {} : { generatedBy }),
    ...(listings === undefined ? {} : { listings }),
  }
}

/** The keys of front matter that more than templates and rendering look at. */
const DERIVED_FROM = ['permalink', 'slug', 'date', 'categories', 'draft', 'published'] as const

/**
 * `doc` with other front matter, and what follows from it, as in Jekyll when a plugin changes `data` after reading: its
 * layout, whether Liquid runs, its date, slug, URL and place in the destination, whether it is written. The excerpt
 * stays, and so does what was set to something else than front matter says: a URL that a plugin chose.
 */
export function changeData<Doc extends Renderable>(doc: Doc, data: Hash): Doc
export function changeData(doc: Renderable, data: Hash): Renderable {
  const changed = (key: string): boolean => !same(doc.data.get(key), data.get(key))
  if (doc.kind === 'page') return pageWith(doc, data, changed)
  if (!DERIVED_FROM.some(changed)) return { ...doc, data }
  return derivedAnew(doc, documentFrom(doc), documentFrom({ ...doc, data }))
}

function pageWith(page: Page, data: Hash, changed: (key: string) => boolean): Page {
  const { apart: before, defaulted: none, ...rest } = page
  const apart = new Map([...(before ?? [])].filter(([key]) => !changed(String(key))))
  const defaulted = (none ?? []).filter((key) => same(page.data.get(key), data.get(key)))
  const next: Page = {
    ...rest,
    data,
    ...(apart.size === 0 ? {} : { apart }),
    ...(defaulted.length === 0 ? {} : { defaulted }),
  }
  return changed('permalink') ? derivedAnew(next, placed(page), placed(next)) : next
}

/** `doc` with what converters make of its extension, once they are known. */
export function withConvertedExt<Doc extends Renderable>(doc: Doc, convertedExt: string): Doc
export function withConvertedExt(doc: Renderable, convertedExt: string): Renderable {
  if (convertedExt === doc.convertedExt) return doc
  if (doc.kind === 'document')
    return derivedAnew(doc, documentFrom(doc), documentFrom({ ...doc, convertedExt }))
  return derivedAnew(doc, placed(doc), placed({ ...doc, convertedExt }))
}

/** `page` in the place that its permalink gives it. */
function placed(page: Page): Page {
  const { dir, basename, ext, convertedExt, home } = page
  const path = `${dir}/${basename}${ext}`.slice(1)
  const permalink = ownPermalink(settingOf(page, 'permalink'), path, ignore)
  return { ...page, ...pagePlace(path, permalink, home.permalink, () => convertedExt) }
}

/** `doc` with the fields of `after`, except those that differ from `before` already: somebody set them. */
function derivedAnew<Doc extends Renderable>(doc: Doc, before: Doc, after: Doc): Doc {
  const kept = DERIVED.filter((key) => key in doc && !same(Reflect.get(doc, key), Reflect.get(before, key)))
  return { ...doc, ...after, ...Object.fromEntries(kept.map((key) => [key, Reflect.get(doc, key)])) }
}

const DERIVED = ['url', 'outputPath', 'outputExt', 'write', 'date', 'slug', 'draft'] as const

function same(a: unknown, b: unknown): boolean {
  return a === b || (isNil(a) && isNil(b))
}

function ignore(): void {}
