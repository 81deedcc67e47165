/** What is read of a site's files, and how. */
import { type Hash, isTruthy, listOrNone, rubyToS, type Value } from '../../base/index.ts'
import { hashField, textField } from '../hash-fields.ts'

export interface ReadingSettings {
  /** patterns, as written */
  readonly include: readonly string[]
  readonly exclude: readonly string[]
  /** the encoding of the site's texts, as Ruby calls it */
  readonly encoding: string
  /** settings of collections by name, `posts` first */
  readonly collections: Hash
  /** front matter that files start with, as written */
  readonly defaults: Value
  /** data that takes the place of all data files, the old way to have data */
  readonly data: Value | undefined
  /** how data files of lines and columns are read */
  readonly tables: { readonly csv: TableSettings; readonly tsv: TableSettings }
}

/** `csv_reader` and `tsv_reader`. */
interface TableSettings {
  /** undefined: UTF-8 */
  readonly encoding: string | undefined
  /** whether the first line names the columns */
  readonly headers: boolean
  /** names of Ruby's converters, as symbols or texts */
  readonly converters: readonly string[]
}

export function readingSettings(data: Hash): ReadingSettings {
  const own = data.get('data')
  return {
    include: texts(data.get('include')),
    exclude: texts(data.get('exclude')),
    encoding: textField(data, 'encoding', 'utf-8'),
    collections: hashField(data, 'collections'),
    defaults: data.get('defaults'),
    data: isTruthy(own) ? own : undefined,
    tables: { csv: tableSettings(data, 'csv_reader'), tsv: tableSettings(data, 'tsv_reader') },
  }
}

function tableSettings(data: Hash, key: string): TableSettings {
  const own = hashField(data, key)
  const encoding = textField(own, 'encoding', '')
  const headers = own.get('headers')
  return {
    encoding: encoding === '' ? undefined : encoding,
    headers: headers === undefined || headers === null || isTruthy(headers),
    converters: listOrNone(own.get('csv_converters'))
      .map(rubyToS)
      .map((name) => name.replace(/^:/, '')),
  }
}

function texts(value: Value): readonly string[] {
  return listOrNone(value).filter((each) => typeof each === 'string')
}
