/** One pass over a page: ids, references, pictures and headings, as a browser would find them. */
import { positionsIn } from '../base/index.ts'
import { hasMathScript } from '../slips/index.ts'
import { readPage } from './page-events.ts'
import type { Heading, PageFacts, Picture, Reference } from './types.ts'

/** Attributes that hold an address, by element. */
const ADDRESSES: ReadonlyMap<string, readonly string[]> = new Map([
  ['a', ['href']],
  ['area', ['href']],
  ['link', ['href']],
  ['script', ['src']],
  ['img', ['src']],
  ['source', ['src']],
  ['video', ['src', 'poster']],
  ['audio', ['src']],
  ['track', ['src']],
  ['iframe', ['src']],
  ['embed', ['src']],
  ['object', ['data']],
  ['input', ['src']],
  ['use', ['href', 'xlink:href']],
  ['image', ['href', 'xlink:href']],
])
/** `rel` of links that name a host or an identity and load nothing. */
const NO_RESOURCE = new Set([
  'preconnect',
  'dns-prefetch',
  'profile',
  'pingback',
  'webmention',
  'me',
  'license',
])
const HEADING = /^h([1-6])$/
/** Elements whose text no script takes for formulas. */
const VERBATIM: ReadonlySet<string> = new Set([
  'code',
  'pre',
  'script',
  'style',
  'textarea',
  'title',
  'math',
  'svg',
])
const FORMULA = /\\\((?:[^\\]|\\[^)])*\\\)|\\\[(?:[^\\]|\\[^\]])*\\\]/

/** The facts of the page at `path`. Any text is taken: what is not HTML has none. */
export function pageFacts(path: string, html: string): PageFacts {
  const ids = new Map<string, number[]>()
  const names = new Set<string>()
  const references: Reference[] = []
  const pictures: Picture[] = []
  const headings: Heading[] = []
  let lang: string | undefined
  let title: string | undefined
  let whole = false
  let redirect = false
  let base: string | undefined
  let inTitle = false
  let foreign = 0
  let templates = 0
  let verbatim = 0
  let tagAt = 0
  let formula: { text: string; at: number } | undefined
  let heading: { level: number; text: string; at: number } | undefined

  readPage(html, {
    doctype() {
      whole = true
    },
    open(name, attributes, at) {
      // What a template holds is not part of the page before a script takes it out.
      if (name === 'template') templates++
      if (templates > 0) return
      tagAt = at
      if (VERBATIM.has(name)) verbatim++
      const refer = (attribute: string, url: string): void => {
        references.push({ url: url.trim(), element: name, attribute, at })
      }
      if (name === 'html') {
        whole = true
        lang = attributes.get('lang')
      }
      if (name === 'svg' || name === 'math') foreign++
      if (name === 'base') base ??= attributes.get('href')?.trim()
      if (name === 'title' && foreign === 0) {
        inTitle = true
        title ??= ''
      }
      const id = attributes.get('id')
      if (id !== undefined && id !== '') {
        const known = ids.get(id)
        if (known === undefined) ids.set(id, [at])
        else known.push(at)
      }
      const anchor = attributes.get('name')
      if (name === 'a' && anchor !== undefined) names.add(anchor)
      const level = HEADING.exec(name)?.[1]
      if (level !== undefined) heading = { level: Number(level), text: '', at }
      if (name === 'img') {
        if (heading !== undefined) heading.text += attributes.get('alt') ?? ''
        pictures.push(pictureOf(attributes, at))
      }
      if (name === 'meta' && attributes.get('http-equiv')?.toLowerCase() === 'refresh') {
        const content = attributes.get('content') ?? ''
        const url = /^\s*[\d.]+\s*[;,]\s*(?:url\s*=\s*)?["']?([^"']*)/i.exec(content)?.[1]
        if (url !== undefined && url !== '') {
          redirect = true
          refer('content', url)
        }
      }
      if (name === 'link' && isNoResource(attributes.get('rel'))) return
      for (const attribute of ADDRESSES.get(name) ?? []) {
        const url = attributes.get(attribute)
        if (url !== undefined) refer(attribute, url)
      }
      const srcset = name === 'img' || name === 'source' ? attributes.get('srcset') : undefined
      if (srcset !== undefined) for (const url of candidates(srcset)) refer('srcset', url)
    },
    text(text) {
      if (templates > 0) return
      if (inTitle) title += text
      if (formula === undefined && verbatim === 0 && text.includes('\\')) {
        const found = FORMULA.exec(text)?.[0]
        if (found !== undefined) formula = { text: found, at: tagAt }
      }
      if (heading !== undefined) heading.text += text
    },
    close(name) {
      if (name === 'template') templates = Math.max(0, templates - 1)
      if (templates === 0 && VERBATIM.has(name)) verbatim = Math.max(0, verbatim - 1)
      if (name === 'title') inTitle = false
      if (name === 'svg' || name === 'math') foreign = Math.max(0, foreign - 1)
      if (heading !== undefined && HEADING.test(name)) {
        headings.push({ ...heading, text: heading.text.replace(/\s+/g, ' ').trim() })
        heading = undefined
      }
    },
  })
  return {
    path,
    html,
    positionOf: positionsIn(html),
    whole,
    lang,
    title: title?.trim(),
    ids,
    names,
    references,
    pictures,
    headings,
    formula: formula === undefined || hasMathScript(html) ? undefined : formula,
    base,
    redirect,
  }
}

function pictureOf(attributes: ReadonlyMap<string, string>, at: number): Picture {
  return {
    url: attributes.get('src') ?? '',
    alt: attributes.get('alt'),
    sized: attributes.has('width') && attributes.has('height'),
    decorative:
      attributes.get('aria-hidden') === 'true' ||
      attributes.get('role') === 'presentation' ||
      attributes.get('role') === 'none',
    at,
  }
}

function isNoResource(rel: string | undefined): boolean {
  return (rel ?? '')
    .toLowerCase()
    .split(/\s+/)
    .some((word) => NO_RESOURCE.has(word))
}

/** The addresses of a `srcset`: each ends at white space; a comma behind it ends its descriptors. */
function candidates(srcset: string): string[] {
  const found: string[] = []
  let at = 0
  while (at < srcset.length) {
    while (at < srcset.length && /[\s,]/.test(srcset[at] ?? '')) at++
    const start = at
    while (at < srcset.length && !/\s/.test(srcset[at] ?? '')) at++
    const url = srcset.slice(start, at).replace(/,+$/, '')
    if (url !== '') found.push(url)
    if (!srcset.slice(start, at).endsWith(',')) {
      const comma = srcset.indexOf(',', at)
      at = comma === -1 ? srcset.length : comma + 1
    }
  }
  return found
}
