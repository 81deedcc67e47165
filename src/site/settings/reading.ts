/** What is read of a site's files, and how. */
import type { Hash, Value } from '../../base/index.ts'
import { hashField, isTruthy, textField } from '../hash-fields.ts'

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
  }
}

function texts(value: Value): readonly string[] {
  const list = Array.isArray(value) ? (value as readonly Value[]) : []
  return list.filter((each) => typeof each === 'string')
}
