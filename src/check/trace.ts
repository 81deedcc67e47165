/**
 * From a fault in an output to the place in the sources that made it: the text is sought in the document itself, then
 * in its layouts, then in the includes. What cannot be found is reported by document and output.
 */
import type { SourceText, Span } from '../base/index.ts'
import { layoutsAround, type Renderable, type Site, type SiteFile } from '../site/index.ts'
import type { BuiltSite } from './types.ts'

interface FindingPlace {
  readonly source: SourceText
  readonly span: Span
}

export interface Tracer {
  /** Where one of `texts` of the page made of `doc` comes from, the first best; undefined when no source has any. */
  find(doc: Renderable, texts: readonly string[]): FindingPlace | undefined
}

export function tracer({ site, sourceText }: BuiltSite): Tracer {
  const texts = new Map<string, string | undefined>()
  const read = (file: SiteFile): string | undefined => {
    const key = `${file.root}/${file.path}`
    if (!texts.has(key)) texts.set(key, sourceText(file))
    return texts.get(key)
  }
  const shared = new Map<string, FindingPlace | undefined>()
  const inFile = (file: SiteFile, text: string): FindingPlace | undefined => {
    const whole = read(file)
    if (whole === undefined) return undefined
    const start = seek(whole, text)
    return start === -1
      ? undefined
      : { source: { path: file.path, text: whole }, span: { start, end: start + text.length } }
  }
  /** Layouts and includes are the same for many pages: each text is sought in them once. */
  const inShared = (file: SiteFile, text: string): FindingPlace | undefined => {
    const key = `${file.root}/${file.path}\0${text}`
    if (!shared.has(key)) shared.set(key, inFile(file, text))
    return shared.get(key)
  }
  const find = (doc: Renderable, text: string): FindingPlace | undefined => {
    const own = inFile(doc.file, text)
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
    find(doc, texts) {
      for (const text of texts) {
        const place = text === '' ? undefined : find(doc, text)
        if (place !== undefined) return place
      }
      return undefined
    },
  }
}

/** The place of `text`, best where it stands by itself; if need be as Markdown or a template may have written it. */
function seek(whole: string, text: string): number {
  for (let at = whole.indexOf(text); at !== -1; at = whole.indexOf(text, at + text.length))
    if (!isPart(whole[at - 1]) && !isPart(whole[at + text.length])) return at
  const part = whole.indexOf(text)
  if (part !== -1) return part
  const escaped = text.replaceAll('&', '&amp;')
  return escaped === text ? -1 : whole.indexOf(escaped)
}

/** Whether a character beside a text makes it part of something longer. */
function isPart(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}_/.-]/u.test(character)
}

function layoutsOf(doc: Renderable, site: Site): readonly SiteFile[] {
  return [...layoutsAround(doc, (name) => site.layouts.get(name))].map(({ file }) => file)
}
