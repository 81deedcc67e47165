/** The parts of the Citation File Format's schema 1.2.0 that our files can break. */
import { isHash, type Value } from '../../../src/base/index.ts'

const ROOT = [
  'abstract',
  'authors',
  'cff-version',
  'date-released',
  'doi',
  'keywords',
  'license',
  'license-url',
  'message',
  'preferred-citation',
  'title',
  'type',
  'url',
]
const REFERENCE = [
  'abstract',
  'authors',
  'collection-title',
  'date-published',
  'license',
  'license-url',
  'title',
  'type',
  'url',
  'year',
]
const TYPES = ['blog', 'website', 'article', 'generic']
const PERSON = ['affiliation', 'email', 'family-names', 'given-names', 'orcid', 'website']
const ENTITY = ['name', 'email', 'orcid', 'website']

export function cffFaults(value: Value): readonly string[] {
  if (!isHash(value)) return ['no hash']
  const faults: string[] = []
  for (const key of ['cff-version', 'message', 'title', 'authors'])
    if (!value.has(key)) faults.push(`no ${key}`)
  if (value.get('cff-version') !== '1.2.0') faults.push('cff-version')
  fields(value, ROOT, '', faults)
  const reference = value.get('preferred-citation')
  if (isHash(reference)) {
    for (const key of ['type', 'title', 'authors'])
      if (!reference.has(key)) faults.push(`reference: no ${key}`)
    if (!TYPES.includes(String(reference.get('type')))) faults.push('reference: type')
    fields(reference, REFERENCE, 'reference/', faults)
  }
  return faults
}

function fields(
  hash: ReadonlyMap<Value, Value>,
  known: readonly string[],
  path: string,
  faults: string[],
): void {
  for (const [key, value] of hash) {
    const name = String(key)
    if (!known.includes(name)) faults.push(`${path}${name}: no such field`)
    if (['url', 'license-url', 'website'].includes(name) && !/^https?:\/\/[^\s"<>]+$/.test(String(value)))
      faults.push(`${path}${name}: ${String(value)}`)
    if (name === 'date-published' && !/^\d{4}-\d{2}-\d{2}$/.test(String(value))) faults.push(`${path}${name}`)
    if (name === 'orcid' && !/^https:\/\/orcid\.org\/(?:\d{4}-){3}\d{3}[\dX]$/.test(String(value)))
      faults.push(`${path}${name}`)
    if (name === 'year' && !Number.isInteger(value)) faults.push(`${path}${name}`)
    if (name === 'authors' && (!Array.isArray(value) || value.length === 0)) faults.push(`${path}authors`)
    if (name === 'authors' && Array.isArray(value))
      for (const person of value as readonly Value[])
        if (isHash(person)) fields(person, person.has('name') ? ENTITY : PERSON, `${path}authors/`, faults)
        else faults.push(`${path}authors: no hash`)
  }
}
