/** How entities and symbols print: `entity_output`. */
import { AMP, GT, HASH, LT, QUOTE } from './chars.ts'
import type { Settings } from './options.ts'

/** Where Windows-1252 and Unicode differ, from here on: kramdown reads these numbers as the former. */
const WINDOWS_1252_FROM = 128
const WINDOWS_1252 = [
  8364, 129, 8218, 402, 8222, 8230, 8224, 8225, 710, 8240, 352, 8249, 338, 141, 381, 143, 144, 8216, 8217,
  8220, 8221, 8226, 8211, 8212, 732, 8482, 353, 8250, 339, 157, 382, 376,
]

/**
 * An entity as it prints.
 *
 * @param original what was written, '' for symbols
 * @param named the name of a symbol
 */
export function entityToHtml(settings: Settings, written: number, original: string, named?: string): string {
  const mode = settings.entityOutput
  const code = WINDOWS_1252[written - WINDOWS_1252_FROM] ?? written
  const printable = code !== AMP && code !== LT && code !== GT && !(settings.ascii && code > 127)
  if (mode === 'as_char' && printable) return String.fromCodePoint(code)
  if ((mode === 'as_char' || mode === 'as_input') && original !== '') return original
  const name = named ?? nameIn(original) ?? settings.rules.entities.names.get(code)
  if (
    name !== undefined &&
    (mode === 'symbolic' || code === QUOTE || code === AMP || code === LT || code === GT)
  )
    return `&${name};`
  return `&#${code};`
}

/** The name in an entity as it was written; a number has none. */
function nameIn(original: string): string | undefined {
  return original === '' || original.charCodeAt(1) === HASH ? undefined : original.slice(1, -1)
}

/** An entity by name or by number, e.g. those in `smart_quotes`. */
export function namedEntity(settings: Settings, name: string): string {
  if (/^\d+$/.test(name)) return entityToHtml(settings, Number(name), '')
  const code = settings.rules.entities.codes.get(name)
  return code === undefined ? name : entityToHtml(settings, code, '', name)
}

const SYMBOLS: ReadonlyMap<string, readonly string[]> = new Map([
  ['mdash', ['mdash']],
  ['ndash', ['ndash']],
  ['hellip', ['hellip']],
  ['laquo_space', ['laquo', 'nbsp']],
  ['raquo_space', ['nbsp', 'raquo']],
  ['laquo', ['laquo']],
  ['raquo', ['raquo']],
])

/** A typographic symbol. */
export function symbolToHtml(settings: Settings, name: string): string {
  const own = settings.typographicSymbols.get(name)
  if (own !== undefined) return own.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  return (SYMBOLS.get(name) ?? []).map((part) => namedEntity(settings, part)).join('')
}

/** A smart quote, as the option `smart_quotes` names it. */
export function quoteToHtml(settings: Settings, name: string): string {
  const { smartQuotes: q } = settings
  const own = name === 'lsquo' ? q[0] : name === 'rsquo' ? q[1] : name === 'ldquo' ? q[2] : q[3]
  return namedEntity(settings, own ?? name)
}
