/** The documents that a pagination lists: of its collections, filtered, in its order. */
import {
  CalendarDate,
  compareValues,
  type Document,
  isHash,
  isList,
  isNil,
  isTruthy,
  rubyToS,
  type Site,
  timeOfDate,
  type Value,
  zoneFor,
} from '../../plugin-api.ts'
import { FILTERS, type Filter, type Pagination } from './options.ts'
import { splitText, stop, wrongSetting } from './wrong-setting.ts'

/** Front matter that has what each filter asks for. */
const KEYS: Readonly<Record<Filter, string>> = { category: 'categories', tag: 'tags', locale: 'locale' }

interface Indexed {
  readonly documents: readonly Document[]
  readonly by: Readonly<Record<Filter, ReadonlyMap<string, readonly Document[]>>>
}

/** Chooses for one pagination after the other; what is known of the same collections is worked out once. */
export function documentChooser(site: Site): (options: Pagination) => readonly Document[] {
  const known = new Map<string, Indexed>()
  return (options) => {
    const key = options.collections.join('\n')
    const indexed = known.get(key) ?? indexOf(site, options.collections)
    known.set(key, indexed)
    let chosen = indexed.documents
    for (const filter of FILTERS)
      chosen = withAll(chosen, filter, options.filters[filter], indexed.by[filter])
    return inOrder(chosen, options)
  }
}

function indexOf(site: Site, collections: readonly string[]): Indexed {
  const documents = collections
    .flatMap((name) => documentsIn(site, name))
    .filter((doc) => !isTruthy(doc.data.get('hidden')))
  const by = {
    // Once, all posts had this category.
    category: wordsOf(documents, KEYS.category).set('posts', [...documents]),
    tag: wordsOf(documents, KEYS.tag),
    locale: wordsOf(documents, KEYS.locale),
  }
  return { documents, by }
}

function documentsIn(site: Site, name: string): Document[] {
  if (name === 'all')
    return [...site.collections.keys()]
      .filter((each) => each !== 'posts')
      .flatMap((each) => listed(site, each))
  return listed(site, name)
}

/** What has a pagination of its own is in none. */
export function listed(site: Site, name: string): Document[] {
  const ids = site.collections.get(name)?.documents ?? []
  return ids.flatMap((id) => {
    const doc = site.renderables.get(id)
    return doc?.kind === 'document' && !doc.data.has('pagination') ? [doc] : []
  })
}

function wordsOf(documents: readonly Document[], key: string): Map<string, Document[]> {
  const index = new Map<string, Document[]>()
  for (const doc of documents)
    for (const written of writtenWords(doc, key))
      for (const part of splitText(rubyToS(written).toLowerCase().trim(), /[;,]/)) {
        const word = part.trim()
        const same = index.get(word)
        if (same === undefined) index.set(word, [doc])
        else same.push(doc)
      }
  return index
}

/** The words that front matter has under `key`: a text's, or the items of a list. */
export function writtenWords({ data, file }: Document, key: string): readonly Value[] {
  const value = data.get(key)
  if (value === null || value === undefined) return []
  if (typeof value === 'string') return value.trim() === '' ? [] : splitText(value, /[;,\s]/)
  if (isList(value)) return value
  if (isHash(value)) return [...value].map((pair): Value => pair)
  return stop(
    `'${key}' of ${file.path} is ${rubyToS(value)}, not a text.`,
    `write \`${key}: "${rubyToS(value)}"\``,
    [{ keys: [key], file: file.path }],
  )
}

/** Those of `documents` that have every word of `wanted`, each once. */
function withAll(
  documents: readonly Document[],
  filter: Filter,
  wanted: Value,
  index: ReadonlyMap<string, readonly Document[]>,
): readonly Document[] {
  if (wanted === null || wanted === undefined) return documents
  const words = typeof wanted === 'string' ? splitText(wanted, /[;,]/) : isHash(wanted) ? [...wanted] : wanted
  if (!isList(words)) return wrongSetting(filter, wanted, 'a text or a list')
  let chosen = documents
  for (const word of words) {
    const having = new Set(index.get(rubyToS(word).toLowerCase().trim()))
    chosen = [...new Set(chosen.filter((doc) => having.has(doc)))]
  }
  return chosen
}

function inOrder(documents: readonly Document[], options: Pagination): readonly Document[] {
  const { sortField, sortReverse, offset } = options
  if (sortField === undefined) return documents
  const path = splitText(sortField, /:/).map((key) => key.toLowerCase().trim())
  const zone = zoneFor('UTC')
  const sorted = documents
    .map((doc) => ({ doc, value: sortValue(doc, path) }))
    .sort(
      (a, b) =>
        compare(a.value, b.value) ??
        stop(
          `'sort_field' is ${sortField}, which is of one kind in ${a.doc.file.path} and of another in ${b.doc.file.path}.`,
          'give both a value of the same kind, or sort by something else',
          [{ keys: path, file: a.doc.file.path }, { keys: ['pagination', 'sort_field'] }],
        ),
    )
    .map(({ doc }) => doc)
  if (offset > 0) sorted.splice(-offset)
  return sortReverse ? sorted.reverse() : sorted

  function compare(a: Value, b: Value): number | null {
    if (isNil(a) || isNil(b)) return Number(isNil(b)) - Number(isNil(a))
    if (typeof a === 'string')
      return typeof b === 'string' ? compareValues(a.toLowerCase(), b.toLowerCase()) : null
    return compareValues(asTime(a), asTime(b))
  }

  /** Days and times are compared as times. */
  function asTime(value: Value): Value {
    return value instanceof CalendarDate ? timeOfDate(value, zone) : value
  }
}

/** What `path` leads to in a document's front matter; nil for a hash. */
function sortValue(doc: Document, path: readonly string[]): Value {
  let value: Value = new Map(doc.data).set('date', doc.date)
  for (const key of path) {
    if (!isHash(value))
      return stop(
        `'sort_field' asks for '${key}' of ${rubyToS(value) || 'nothing'} in ${doc.file.path}.`,
        'name a field that all documents have, or none',
        [{ keys: path, file: doc.file.path }, { keys: ['pagination', 'sort_field'] }],
      )
    if (!value.has(key)) return null
    value = value.get(key)
  }
  return isHash(value) ? null : value
}
