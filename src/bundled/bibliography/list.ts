/** The list of works, and its links back to where they are cited. */
import { escapeHtml, type Value } from '../../plugin-api.ts'
import type { CitationArguments } from './arguments.ts'
import { type Desk, worksOf } from './citation.ts'
import { type Item, namesOf } from './item.ts'
import type { ScholarOptions } from './options.ts'
import { referenceHtml } from './reference.ts'

/** The works that a tag lists, in order. */
export function listedWorks(desk: Desk, given: CitationArguments): readonly Item[] {
  const works = worksOf(desk, given.file)
  const all = [...works.values()]
  const inOrder = desk.cited.flatMap((key) => works.get(key) ?? [])
  const isCited = new Set(inOrder)
  // Numbers are places in the list.
  if (given.citedInOrder || (given.cited && desk.style === 'numbers')) return inOrder.slice(0, given.max)
  if (desk.style === 'numbers')
    return [...inOrder, ...all.filter((item) => !isCited.has(item))].slice(0, given.max)
  const some = given.cited ? all.filter((item) => isCited.has(item)) : all
  return sorted(some, desk.options).slice(0, given.max)
}

function sorted(items: readonly Item[], { sortBy, descending }: ScholarOptions): readonly Item[] {
  if (sortBy === 'none') return items
  const key = (item: Item): string => {
    if (sortBy === 'author')
      return namesOf(item)
        .map(({ family, given }) => `${family} ${given}`)
        .join(' ')
    return sortBy === 'year' ? item.year : item.title
  }
  const direction = descending ? -1 : 1
  return items.toSorted((a, b) => (key(a) < key(b) ? -direction : key(a) > key(b) ? direction : 0))
}

export function bibliographyHtml(desk: Desk, items: readonly Item[]): string {
  const yearFirst = desk.style === 'author-date'
  const back = escapeHtml(desk.words.say('back_to_citation'))
  const rows = items.map((item) => {
    const id = escapeHtml(item.id)
    return `<li><span id="${id}">${referenceHtml(item, desk.words, yearFirst)}</span><span class="cited" data-key="${id}" data-back="${back}"></span></li>`
  })
  return rows.length === 0 ? '' : `<ol class="bibliography">${rows.join('\n')}</ol>`
}

const CITATION = /<a class="citation" href="#([^"]*)">/g
const PLACE = /<span class="cited" data-key="([^"]*)" data-back="([^"]*)"><\/span>/g
const LINK = /<a class="citation" href="#[^"]*">([^<]*)<\/a>/g

/** A converted text whose citations have ids, and whose works link back to them. */
export function withBackLinks(html: string): string {
  const counts = new Map<string, number>()
  const idOf = (key: string, count: number): string => `cite-${key}${count === 1 ? '' : `-${count}`}`
  const cited = html.replace(CITATION, (_whole, key: string) => {
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return `<a class="citation" id="${idOf(key, count)}" href="#${key}">`
  })
  return cited.replace(PLACE, (_whole, key: string, back: string) =>
    Array.from(
      { length: counts.get(key) ?? 0 },
      (_each: Value, index) =>
        ` <a class="citation-back" href="#${idOf(key, index + 1)}" aria-label="${back}">↩</a>`,
    ).join(''),
  )
}

const LIST = '<ol class="bibliography">'
const OWN_ID = /(<li><span) id="([^"]*)"/g

/**
 * `html` in which each work has its id once, in the first list that has it: a page may have several lists, its layout
 * another, and a list of whole posts those of all.
 */
export function withIdsOnce(html: string): string {
  const known = new Set<string>()
  let out = ''
  let from = 0
  for (let at = html.indexOf(LIST); at !== -1; at = html.indexOf(LIST, from)) {
    const found = html.indexOf('</ol>', at)
    const end = found === -1 ? html.length : found
    out +=
      html.slice(from, at) +
      html.slice(at, end).replace(OWN_ID, (whole, open: string, id: string) => {
        if (known.has(id)) return open
        known.add(id)
        return whole
      })
    from = end
  }
  return out + html.slice(from)
}

const ID = /\sid="([^"]*)"/g
const PLACED = /<a class="citation"(?: id="[^"]*")? href="#([^"]*)">([^<]*)<\/a>/g

/** A page whose citations are links only where it has what they lead to: no bibliography, no links. */
export function withLiveLinks(html: string): string {
  if (!html.includes('<a class="citation"')) return html
  const ids = new Set([...html.matchAll(ID)].map(([, id]) => id))
  return html.replace(PLACED, (whole, key: string, text: string) => (ids.has(key) ? whole : text))
}

/** The text of an excerpt, which stands away from its bibliography. */
export function withoutLinks(html: string): string {
  return html.replace(LINK, '$1')
}
