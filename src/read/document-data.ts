/**
 * The data of a document: defaults, front matter, and what name and directories add, in Jekyll's order, which templates
 * can see in the keys.
 */
import {
  CalendarDate,
  type Hash,
  isList,
  isTruthy,
  listOrNone,
  rubyToS,
  Time,
  type Value,
} from '../base/index.ts'
import {
  deepMerge,
  defaultsFor,
  leansOnNow,
  nameParts,
  pluralWords,
  splitWords,
  timeFrom,
  titleFromSlug,
  union,
} from '../site/index.ts'
import { type ReadContext, stop } from './context.ts'

/** The directories above the one that holds the collection. */
export function categoriesOf(path: string, directory: string): readonly string[] {
  if (path.startsWith(directory)) return []
  const at = path.indexOf(`/${directory}`)
  return at === -1 ? [] : path.slice(0, at).split('/')
}

/** Fills `data` in Jekyll's order; what went wrong, in Ruby's words, when a value is of no use. */
export function fillData(
  ctx: ReadContext,
  data: Map<Value, Value>,
  own: Hash,
  path: string,
  collection: string,
): string | null {
  const defaults = defaultsFor(ctx.defaults, path, collection)
  for (const [layer, origin] of [
    [defaults, 'front matter defaults'],
    [own, 'YAML front matter'],
  ] as const) {
    const failure = layer.size === 0 ? null : lay(ctx, data, layer, path, origin)
    if (failure !== null) return failure
  }
  nameData(ctx, data, path)
  const categories = listOrNone(data.get('categories'))
  const named = [...categories, ...pluralWords(data, 'category', 'categories')].map(rubyToS)
  data.set('categories', union(categories, named))
  data.set('tags', pluralWords(data, 'tag', 'tags'))
  return null
}

/** Lays `layer` over `data`: hashes are merged, categories joined, the date made a Time. */
function lay(
  ctx: ReadContext,
  data: Map<Value, Value>,
  layer: Hash,
  path: string,
  origin: string,
): string | null {
  let over = layer
  const categories = layer.get('categories')
  if (categories !== null && categories !== undefined) {
    const words = typeof categories === 'string' ? splitWords(categories) : categories
    if (!isList(words)) return `no implicit conversion of ${rubyClass(words)} into Array`
    over = new Map(layer).set('categories', union(listOrNone(data.get('categories')), words))
  }
  for (const [key, value] of deepMerge(data, over)) data.set(key, value)
  if (data.has('date')) data.set('date', dateFrom(ctx, data.get('date'), path, origin))
  return null
}

function rubyClass(value: Value): string {
  if (value === true || value === false) return String(value)
  if (value instanceof CalendarDate) return 'Date'
  if (value instanceof Time) return 'Time'
  if (value instanceof Map) return 'Hash'
  return typeof value === 'number' && !Number.isInteger(value) ? 'Float' : 'Integer'
}

/** `value` as a time in the site's zone. Stops the build when it is none, as Jekyll does. */
function dateFrom(ctx: ReadContext, value: Value, path: string, origin: string): Time {
  if (leansOnNow(value)) ctx.reading.leansOnClock = true
  return (
    timeFrom(value, ctx.zone, ctx.now) ??
    stop(
      ctx,
      `Invalid date '${rubyToS(value)}': Document '${path}' does not have a valid date in the ${origin}.`,
      {
        code: 'read/invalid-date',
        help: 'write dates as 2024-01-31 or 2024-01-31 12:00:00 +0100',
      },
    )
  )
}

/** Date, title, slug and extension from the file's name, where front matter has none. */
function nameData(ctx: ReadContext, data: Map<Value, Value>, path: string): void {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const parts = nameParts(name)
  const slug = (parts?.slug ?? name).replace(/\.+$/, '')
  if (parts?.date !== undefined) {
    const date = data.get('date')
    const isNow = date instanceof Time && date.seconds === ctx.time.seconds
    if (isNow) ctx.reading.leansOnClock = true
    if (!(date instanceof Time) || isNow) data.set('date', dateFrom(ctx, parts.date, path, 'filename'))
  }
  if (!isTruthy(data.get('title'))) data.set('title', titleFromSlug(slug))
  if (!isTruthy(data.get('slug'))) data.set('slug', slug)
  if (!isTruthy(data.get('ext'))) data.set('ext', parts === null ? null : parts.ext)
}
