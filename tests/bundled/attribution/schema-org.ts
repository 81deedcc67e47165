/**
 * What schema.org says of the types and properties that pages use, from its pages (version 28): the parents of a type,
 * and for each property the types it belongs to and what it expects. A role may stand in place of any value when it has
 * the same property again (https://schema.org/Role).
 */
const PARENTS: Readonly<Record<string, string>> = {
  BlogPosting: 'SocialMediaPosting',
  SocialMediaPosting: 'Article',
  Article: 'CreativeWork',
  WebPage: 'CreativeWork',
  WebSite: 'CreativeWork',
  Blog: 'CreativeWork',
  MediaObject: 'CreativeWork',
  ImageObject: 'MediaObject',
  CreativeWork: 'Thing',
  Person: 'Thing',
  Organization: 'Thing',
  OrganizationRole: 'Role',
  Role: 'Intangible',
  Intangible: 'Thing',
}

interface Property {
  readonly domain: readonly string[]
  readonly range: readonly string[]
}

const of = (domain: string, range: string): Property => ({
  domain: domain.split(' '),
  range: range.split(' '),
})

const PROPERTIES: Readonly<Record<string, Property>> = {
  about: of('CreativeWork', 'Thing'),
  acquireLicensePage: of('CreativeWork', 'CreativeWork URL'),
  author: of('CreativeWork', 'Organization Person'),
  contentUrl: of('MediaObject', 'URL'),
  copyrightHolder: of('CreativeWork', 'Organization Person'),
  copyrightNotice: of('CreativeWork', 'Text'),
  copyrightYear: of('CreativeWork', 'Number'),
  creator: of('CreativeWork', 'Organization Person'),
  creditText: of('CreativeWork', 'Text'),
  dateModified: of('CreativeWork', 'Date DateTime'),
  datePublished: of('CreativeWork', 'Date DateTime'),
  description: of('Thing', 'Text'),
  email: of('Person Organization', 'Text'),
  endDate: of('Role CreativeWork', 'Date DateTime'),
  headline: of('CreativeWork', 'Text'),
  identifier: of('Thing', 'URL Text'),
  image: of('Thing', 'ImageObject URL'),
  inLanguage: of('CreativeWork', 'Text'),
  isPartOf: of('CreativeWork', 'CreativeWork URL'),
  keywords: of('CreativeWork', 'Text URL'),
  license: of('CreativeWork', 'CreativeWork URL'),
  logo: of('Organization', 'ImageObject URL'),
  mainEntityOfPage: of('Thing', 'CreativeWork URL'),
  name: of('Thing', 'Text'),
  roleName: of('Role', 'Text URL'),
  sameAs: of('Thing', 'URL'),
  startDate: of('Role', 'Date DateTime'),
  url: of('Thing', 'URL'),
  worksFor: of('Person', 'Organization'),
}

function isA(type: string, wanted: string): boolean {
  for (let at: string | undefined = type; at !== undefined; at = PARENTS[at]) if (at === wanted) return true
  return false
}

const SCALARS: Readonly<Record<string, (value: unknown) => boolean>> = {
  Text: (value) => typeof value === 'string' && value !== '',
  URL: (value) => typeof value === 'string' && URL.canParse(value) && /^(?:https?|mailto):/.test(value),
  Number: (value) => typeof value === 'number',
  Date: (value) => typeof value === 'string' && /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(value),
  DateTime: (value) =>
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/.test(value),
}

/** What is wrong with a JSON-LD document by the definitions of schema.org; empty when nothing is. */
export function schemaFaults(json: unknown): readonly string[] {
  const faults: string[] = []
  const root = json as Record<string, unknown>
  if (root['@context'] !== 'https://schema.org') faults.push('no context')
  node(root, '', faults)
  return faults
}

function node(value: Readonly<Record<string, unknown>>, path: string, faults: string[]): void {
  const type = String(value['@type'])
  if (!(type in PARENTS)) faults.push(`${path}: ${type} is no type`)
  for (const [key, inside] of Object.entries(value)) {
    if (key.startsWith('@')) continue
    const items = Array.isArray(inside) ? (inside as readonly unknown[]) : [inside]
    if (items.length === 0) faults.push(`${path}/${key}: empty`)
    for (const item of items) property(type, key, item, `${path}/${key}`, faults)
  }
}

function property(type: string, key: string, value: unknown, path: string, faults: string[]): void {
  const known = PROPERTIES[key]
  if (known === undefined) {
    faults.push(`${path}: no such property`)
    return
  }
  // In a role, the property it stands for is repeated.
  const repeated = isA(type, 'Role') && key === 'worksFor'
  if (!repeated && !known.domain.some((domain) => isA(type, domain)))
    faults.push(`${path}: ${type} has no ${key}`)
  if (typeof value !== 'object' || value === null) {
    if (!known.range.some((range) => SCALARS[range]?.(value) === true))
      faults.push(`${path}: ${JSON.stringify(value)} is no ${known.range.join(' or ')}`)
    return
  }
  const inner = String((value as Record<string, unknown>)['@type'])
  const role = isA(inner, 'Role') && key in value
  if (!role && !known.range.some((range) => isA(inner, range)))
    faults.push(`${path}: ${inner} is no ${known.range.join(' or ')}`)
  node(value as Record<string, unknown>, path, faults)
}
