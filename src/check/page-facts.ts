/** One pass over a page: ids, references, pictures and headings, as a browser would find them. */
import { Parser } from 'htmlparser2'
import type { Heading, PageFacts, Picture, Reference } from './types.ts'

/** Attributes that hold an address, by element. */
const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  area: ['href'],
  link: ['href'],
  script: ['src'],
  img: ['src'],
  source: ['src'],
  video: ['src', 'poster'],
  audio: ['src'],
  track: ['src'],
  iframe: ['src'],
  embed: ['src'],
  object: ['data'],
  input: ['src'],
  use: ['href', 'xlink:href'],
  image: ['href', 'xlink:href'],
}
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
  let heading: { level: number; text: string; at: number } | undefined

  const parser = new Parser(
    {
      onprocessinginstruction(name) {
        if (name.toLowerCase() === '!doctype') whole = true
      },
      onopentag(name, attributes) {
        const at = parser.startIndex
        // What a template holds is not part of the page before a script takes it out.
        if (name === 'template') templates++
        if (templates > 0) return
        const refer = (attribute: string, url: string): void => {
          references.push({ url: url.trim(), element: name, attribute, at })
        }
        if (name === 'html') {
          whole = true
          lang = attributes.lang
        }
        if (name === 'svg' || name === 'math') foreign++
        if (name === 'base') base ??= attributes.href?.trim()
        if (name === 'title' && foreign === 0) {
          inTitle = true
          title ??= ''
        }
        if (attributes.id !== undefined && attributes.id !== '') {
          const known = ids.get(attributes.id)
          if (known === undefined) ids.set(attributes.id, [at])
          else known.push(at)
        }
        if (name === 'a' && attributes.name !== undefined) names.add(attributes.name)
        const level = HEADING.exec(name)?.[1]
        if (level !== undefined) heading = { level: Number(level), text: '', at }
        if (name === 'img') {
          if (heading !== undefined) heading.text += attributes.alt ?? ''
          pictures.push(pictureOf(attributes, at))
        }
        if (name === 'meta' && attributes['http-equiv']?.toLowerCase() === 'refresh') {
          const url = /^\s*[\d.]+\s*[;,]\s*(?:url\s*=\s*)?["']?([^"']*)/i.exec(attributes.content ?? '')?.[1]
          if (url !== undefined && url !== '') {
            redirect = true
            refer('content', url)
          }
        }
        if (name === 'link' && isNoResource(attributes.rel)) return
        for (const attribute of ADDRESSES[name] ?? []) {
          const url = attributes[attribute]
          if (url !== undefined) refer(attribute, url)
        }
        if ((name === 'img' || name === 'source') && attributes.srcset !== undefined)
          for (const url of candidates(attributes.srcset)) refer('srcset', url)
      },
      ontext(text) {
        if (templates > 0) return
        if (inTitle) title += text
        if (heading !== undefined) heading.text += text
      },
      onclosetag(name) {
        if (name === 'template') templates = Math.max(0, templates - 1)
        if (name === 'title') inTitle = false
        if (name === 'svg' || name === 'math') foreign = Math.max(0, foreign - 1)
        if (heading !== undefined && HEADING.test(name)) {
          headings.push({ ...heading, text: heading.text.replace(/\s+/g, ' ').trim() })
          heading = undefined
        }
      },
    },
    { decodeEntities: true, lowerCaseAttributeNames: true, lowerCaseTags: true },
  )
  parser.end(html)
  return {
    path,
    html,
    whole,
    lang,
    title: title?.trim(),
    ids,
    names,
    references,
    pictures,
    headings,
    base,
    redirect,
  }
}

function pictureOf(attributes: Readonly<Record<string, string>>, at: number): Picture {
  return {
    url: attributes.src ?? '',
    alt: attributes.alt,
    sized: attributes.width !== undefined && attributes.height !== undefined,
    decorative:
      attributes['aria-hidden'] === 'true' ||
      attributes.role === 'presentation' ||
      attributes.role === 'none',
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
