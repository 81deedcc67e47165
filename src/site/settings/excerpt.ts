/** `excerpt_separator` and `page_excerpts`. */
import { type Hash, isTruthy, rubyToS } from '../../base/index.ts'

export interface ExcerptSettings {
  /** where excerpts end, unless front matter says otherwise; '' for none */
  readonly separator: string
  /** whether pages have excerpts too */
  readonly ofPages: boolean
}

export function excerptSettings(data: Hash): ExcerptSettings {
  return {
    separator: rubyToS(data.get('excerpt_separator')),
    ofPages: isTruthy(data.get('page_excerpts')),
  }
}
