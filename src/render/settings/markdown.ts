/** `markdown`, and the options of the two processors it may name. */
import {
  type Hash,
  isHash,
  isTruthy,
  type KramdownVersion,
  listOrNone,
  rubyToS,
  type Value,
} from '../../base/index.ts'
import type { KramdownOptions } from '../../kramdown/index.ts'
import { plainValue } from './plain-value.ts'

export interface MarkdownSettings {
  /** as written */
  readonly processor: string
  /** `kramdown`, over Jekyll's own */
  readonly kramdown: KramdownOptions
  /** which kramdown */
  readonly version: KramdownVersion
  /** whether kramdown's warnings are shown */
  readonly warns: boolean
  readonly commonMark: CommonMarkSettings
}

export interface CommonMarkSettings {
  /** in capitals: SMART, HARDBREAKS, NOBREAKS, UNSAFE, FOOTNOTES */
  readonly options: ReadonlySet<string>
  /** in small letters: table, strikethrough, autolink, tagfilter, tasklist */
  readonly extensions: ReadonlySet<string>
}

export function markdownSettings(data: Hash, version: KramdownVersion): MarkdownSettings {
  const processor = data.get('markdown')
  const kramdown = hashOf(data.get('kramdown'))
  const commonMark = hashOf(data.get('commonmark'))
  return {
    processor: processor === null || processor === undefined ? 'kramdown' : rubyToS(processor),
    kramdown: plainValue(kramdown) as KramdownOptions,
    version,
    warns: isTruthy(kramdown.get('show_warnings')),
    commonMark: {
      options: new Set(words(commonMark.get('options')).map((word) => word.toUpperCase())),
      extensions: new Set(words(commonMark.get('extensions')).map((word) => word.toLowerCase())),
    },
  }
}

function hashOf(value: Value): Hash {
  return isHash(value) ? value : new Map()
}

function words(value: Value): readonly string[] {
  return listOrNone(value).map(rubyToS)
}
