/** CSL-JSON, as Zotero and others write it, as works: https://docs.citationstyles.org */
import type { Item, Name } from './item.ts'

type Json = Readonly<Record<string, unknown>>

/** The items of a file. Throws an Error that says what is wrong, with JSON's own words for what is no JSON. */
export function itemsOfCsl(text: string): readonly Item[] {
  const data: unknown = JSON.parse(text)
  if (!Array.isArray(data)) throw new Error('It is no list of items.')
  return data.map((item: unknown, index) => {
    if (!isObject(item) || (typeof item.id !== 'string' && typeof item.id !== 'number'))
      throw new Error(`Item ${index + 1} has no \`id\`.`)
    return itemOf(item, String(item.id))
  })
}

function itemOf(item: Json, id: string): Item {
  const text = (name: string): string => {
    const value = item[name]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
  return {
    id,
    type: text('type') || 'document',
    title: text('title').replace(/<\/?(?:i|b|sup|sub|span)\b[^<>]*>/g, ''),
    authors: namesOf(item.author),
    editors: namesOf(item.editor),
    others: false,
    year: yearOf(item.issued),
    suffix: '',
    container: text('container-title'),
    publisher: text('publisher'),
    volume: text('volume'),
    issue: text('issue') || text('number'),
    pages: text('page').replace(/(\d)-(\d)/g, '$1–$2'),
    edition: text('edition'),
    doi: text('DOI').replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, ''),
    url: text('URL'),
  }
}

function namesOf(value: unknown): readonly Name[] {
  if (!Array.isArray(value)) return []
  return value.filter(isObject).map((name) => {
    const part = (key: string): string => (typeof name[key] === 'string' ? name[key] : '')
    const particle = part('non-dropping-particle')
    const family = `${particle === '' ? '' : `${particle} `}${part('family')}`
    return family === '' ? { family: part('literal'), given: '' } : { family, given: part('given') }
  })
}

function yearOf(issued: unknown): string {
  if (!isObject(issued)) return ''
  const parts = issued['date-parts']
  const first: unknown = Array.isArray(parts) && Array.isArray(parts[0]) ? parts[0][0] : undefined
  if (typeof first === 'number' || typeof first === 'string') return String(first)
  const raw = issued.raw ?? issued.literal
  return typeof raw === 'string' ? (/\d{4}/.exec(raw)?.[0] ?? raw) : ''
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
