/** `xml_escape`, `cgi_escape`, `uri_escape`, `normalize_whitespace`, `slugify`, `number_of_words`, `to_integer`. */
import {
  escapeXmlAttribute,
  isHash,
  RubyFloat,
  slugify as slug,
  Time,
  toInteger,
  transliterate,
} from '../../base/index.ts'
import type { FilterDefinition } from '../../liquid/index.ts'
import { toText } from '../../liquid/index.ts'
import { HostError } from '../failure.ts'
import { registersOf } from '../registers.ts'
import { noConversion, noMethod, rubyClass } from '../ruby-message.ts'
import { escapeUri } from '../uri-text.ts'

/** Ruby's `CGI.escape`: all but letters, digits and `_.-~`; a space is `+`. */
function escapeCgi(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))
    .replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+')
}

const xmlEscape: FilterDefinition = {
  min: 0,
  max: 0,
  encoding: 'kept',
  run: (_ctx, input) => escapeXmlAttribute(toText(input)),
}

const cgiEscape: FilterDefinition = {
  min: 0,
  max: 0,
  encoding: 'kept',
  run(_ctx, input) {
    if (typeof input !== 'string') throw noConversion(input, 'String')
    return escapeCgi(input)
  },
}

const uriEscape: FilterDefinition = {
  min: 0,
  max: 0,
  run(_ctx, input) {
    if (input === null || input === undefined) return null
    if (typeof input !== 'string') throw new HostError(`Can't convert ${rubyClass(input)} into String.`)
    return escapeUri(input)
  },
}

const normalizeWhitespace: FilterDefinition = {
  min: 0,
  max: 0,
  encoding: 'kept',
  run: (_ctx, input) =>
    toText(input)
      .replace(/[ \t\r\n\f\v]+/g, ' ')
      .replace(/^[\0 ]+|[\0 ]+$/g, ''),
}

/** The modes that replace characters; any other only changes case. */
const REPLACING: ReadonlySet<string> = new Set(['raw', 'default', 'pretty', 'ascii', 'latin'])

const slugify: FilterDefinition = {
  min: 0,
  max: 1,
  encoding: 'kept',
  run(ctx, input, mode: unknown = 'default') {
    if (input === null || input === undefined) return null
    const style = mode === null ? 'default' : toText(mode)
    if (typeof input !== 'string') throw noMethod(REPLACING.has(style) ? 'gsub' : 'downcase', input)
    const result = slug(input, style, { marks: registersOf(ctx).view.config.rules.slugsKeepMarks })
    if (result === '')
      registersOf(ctx).warn(
        'render/empty-slug',
        `Warning: Empty \`slug\` generated for '${style === 'latin' ? transliterate(input) : input}'.`,
      )
    return result
  },
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu

function words(text: string): number {
  return text.match(/[^ \t\r\n\f\v\0]+/g)?.length ?? 0
}

const numberOfWords: FilterDefinition = {
  min: 0,
  max: 1,
  run(_ctx, input, mode) {
    const countsSigns = mode === 'cjk' || mode === 'auto'
    if (typeof input !== 'string') throw noMethod(countsSigns ? 'scan' : 'split', input)
    if (!countsSigns) return words(input)
    const signs = input.match(CJK)?.length ?? 0
    return signs === 0 ? words(input) : signs + words(input.replace(CJK, ' '))
  },
}

const toIntegerFilter: FilterDefinition = {
  min: 0,
  max: 0,
  run(_ctx, input) {
    if (input === true) return 1
    if (input === false || input === null || input === undefined) return 0
    if (typeof input === 'string') return leadingInteger(input)
    if (typeof input === 'bigint') return input
    // Ruby's integers know no zero below zero.
    if (input instanceof RubyFloat) return Math.trunc(input.value) + 0
    if (typeof input === 'number') return Math.trunc(input) + 0
    if (input instanceof Time) return input.seconds
    if (Array.isArray(input) || isHash(input)) throw noMethod('to_i', input)
    throw noMethod('to_i', input)
  },
}

/** Ruby's `String#to_i`: leading digits, underscores between them allowed. */
function leadingInteger(text: string): number | bigint {
  const digits = /^\s*([+-]?\d+(?:_\d+)*)/.exec(text)?.[1]
  return digits === undefined ? 0 : toInteger(BigInt(digits.replace(/^\+|_/g, '')))
}

export const textFilters: Readonly<Record<string, FilterDefinition>> = {
  xml_escape: xmlEscape,
  cgi_escape: cgiEscape,
  uri_escape: uriEscape,
  normalize_whitespace: normalizeWhitespace,
  slugify,
  number_of_words: numberOfWords,
  to_integer: toIntegerFilter,
}
