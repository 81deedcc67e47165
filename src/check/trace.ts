/**
 * From a fault in an output to the place in the sources that made it: the text is sought in the document itself, then
 * in its layouts, then in the includes. What cannot be found is reported by document and output.
 */
import { type Position, positionsIn, type SourceText, type Span } from '../base/index.ts'
import { layoutsAround, type Renderable, type Site, type SiteFile } from '../site/index.ts'
import { type Places, placesIn } from './text-index.ts'
import type { BuiltSite } from './types.ts'

interface FindingPlace {
  readonly source: SourceText
  readonly span: Span
  readonly position: Position
}

/** A source that texts are sought in. */
interface Sought {
  readonly source: SourceText
  readonly places: Places
  readonly positionOf: (offset: number) => Position
}

export interface Tracer {
  /** Where one of `texts` stands in the text of `doc` itself, behind its front matter if it can be; undefined if nowhere. */
  findOwn(doc: Renderable, texts: readonly string[]): FindingPlace | undefined
  /** The one place of `text` behind the front matter of `doc`; undefined where there is none or more than one. */
  only(doc: Renderable, text: string): FindingPlace | undefined
  /** Where one of `texts` of the page made of `doc` comes from, the first best; undefined when no source has any. */
  find(doc: Renderable, texts: readonly string[]): FindingPlace | undefined
}

export function tracer({ site, sourceText }: BuiltSite): Tracer {
  const sources = new Map<string, Sought | undefined>()
  const read = (file: SiteFile): Sought | undefined => {
    const key = `${file.root}/${file.path}`
    if (!sources.has(key)) {
      const text = sourceText(file)
      sources.set(
        key,
        text === undefined
          ? undefined
          : { source: { path: file.path, text }, places: placesIn(text), positionOf: positionsIn(text) },
      )
    }
    return sources.get(key)
  }
  const shared = new Map<string, FindingPlace | undefined>()
  const placeAt = ({ source, positionOf }: Sought, start: number, text: string): FindingPlace => ({
    source,
    span: { start, end: start + text.length },
    position: positionOf(start),
  })
  const inFile = (file: SiteFile, text: string, from = 0): FindingPlace | undefined => {
    const sought = read(file)
    const start = sought === undefined ? -1 : seek(sought, text, from)
    return sought === undefined || start === -1 ? undefined : placeAt(sought, start, text)
  }
  /** What a page shows is rather of the text than of the front matter. */
  const inDocument = (doc: Renderable, text: string): FindingPlace | undefined => {
    const body = bodyOffset(doc, read(doc.file)?.source.text ?? '')
    return (body === 0 ? undefined : inFile(doc.file, text, body)) ?? inFile(doc.file, text)
  }
  /** Layouts and includes are the same for many pages: each text is sought in them once. */
  const inShared = (file: SiteFile, text: string): FindingPlace | undefined => {
    const key = `${file.root}/${file.path}\0${text}`
    if (!shared.has(key)) shared.set(key, inFile(file, text))
    return shared.get(key)
  }
  const find = (doc: Renderable, text: string): FindingPlace | undefined => {
    const own = inDocument(doc, text)
    if (own !== undefined) return own
    for (const file of layoutsOf(doc, site)) {
      const place = inShared(file, text)
      if (place !== undefined) return place
    }
    for (const include of site.includes.values()) {
      const place = inShared(include.file, text)
      if (place !== undefined) return place
    }
    return undefined
  }
  return {
    findOwn(doc, texts) {
      for (const text of texts) {
        const place = text === '' ? undefined : inDocument(doc, text)
        if (place !== undefined) return place
      }
      return undefined
    },
    only(doc, text) {
      const sought = read(doc.file)
      if (sought === undefined) return undefined
      const body = bodyOffset(doc, sought.source.text)
      const [first, second] = [...sought.places(text)].filter((at) => at >= body)
      return first === undefined || second !== undefined ? undefined : placeAt(sought, first, text)
    },
    find(doc, texts) {
      for (const text of texts) {
        const place = text === '' ? undefined : find(doc, text)
        if (place !== undefined) return place
      }
      return undefined
    },
  }
}

/** Where the text of `doc` begins in its file. */
function bodyOffset({ bodyLine }: Renderable, whole: string): number {
  let at = 0
  for (let line = 1; line < bodyLine; line++) {
    const end = whole.indexOf('\n', at)
    if (end === -1) return at
    at = end + 1
  }
  return at
}

/** The place of `text` from `from` on, best where it stands by itself; if need be as Markdown or a template may have written it. */
function seek({ source: { text: whole }, places }: Sought, text: string, from: number): number {
  let part = -1
  for (const at of places(text)) {
    if (at < from) continue
    if (!isPart(whole[at - 1]) && !isPart(whole[at + text.length])) return at
    if (part === -1) part = at
  }
  const escaped = text.replaceAll('&', '&amp;')
  if (part !== -1 || escaped === text) return part
  for (const at of places(escaped)) if (at >= from) return at
  return -1
}

/** Whether a character beside a text makes it part of something longer. */
function isPart(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}_/.-]/u.test(character)
}

function layoutsOf(doc: Renderable, site: Site): readonly SiteFile[] {
  return [...layoutsAround(doc, (name) => site.layouts.get(name))].map(({ file }) => file)
}
