/** From a difference in a built page to the line of the sources that made it, where that is known. */
import { codeFrame } from '../base/index.ts'
import { type BuiltSite, tracer } from '../check/index.ts'
import type { Difference } from '../compare/index.ts'

/** Where a difference on the page at `path` comes from, as lines of text; undefined where nobody knows. */
export type Sources = (path: string, difference: Difference) => string | undefined

/** Shorter texts stand anywhere. */
const SHORTEST = 3

export function sourcesOf(built: BuiltSite): Sources {
  const bySource = new Map(
    [...built.site.renderables.values()].filter(({ write }) => write).map((doc) => [doc.outputPath, doc]),
  )
  const { find } = tracer(built)
  return (path, { ours, theirs, around }) => {
    const doc = bySource.get(path)
    if (doc === undefined) return undefined
    const texts = [
      ...[ours, theirs].flatMap((text) => [text, ...addressParts(text)]),
      longestText(around),
      ...[...around.matchAll(ADDRESSED)].flatMap(([, address = '']) => addressParts(address)),
    ].map((text) => text.trim())
    const place = find(
      doc,
      texts.filter((text) => text.length >= SHORTEST),
    )
    return place === undefined ? `  ${doc.file.path}` : codeFrame(place.source, place.span, place.position)
  }
}

const ADDRESSED = /\s(?:href|src)="([^"<>]*)"/g

/**
 * An address as sources may write it, the longest first: templates put the site's own before it and a version behind it.
 * None of what is no address.
 */
function addressParts(text: string): readonly string[] {
  if (!/^(?:https?:\/\/[^\s/]+)?\/[^\s<>"']*$/.test(text)) return []
  const [path = ''] = text.replace(/^https?:\/\/[^/]*/, '').split(/[?#]/)
  const folders = path.split('/').slice(1)
  return folders.flatMap((_, from) => {
    const rest = folders.slice(from).join('/')
    return [`/${rest}`, rest]
  })
}

/** The longest text between tags. */
function longestText(html: string): string {
  return html
    .split(/<[^>]*>?/)
    .reduce((longest, text) => (text.trim().length > longest.length ? text.trim() : longest), '')
}
