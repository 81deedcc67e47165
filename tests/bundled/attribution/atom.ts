/** The rules of RFC 4287 that a feed can break, as a check. */
import type { XmlElement } from './xml.ts'

const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/
/** At most one of each (4.1.1, 4.1.2, 4.2.11). */
const SINGLE: Readonly<Record<string, readonly string[]>> = {
  feed: ['generator', 'icon', 'logo', 'id', 'rights', 'subtitle', 'title', 'updated'],
  entry: ['content', 'id', 'published', 'rights', 'source', 'summary', 'title', 'updated'],
  source: ['generator', 'icon', 'logo', 'id', 'rights', 'subtitle', 'title', 'updated'],
}
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  feed: ['author', 'category', 'contributor', 'link', 'entry', ...(SINGLE.feed ?? [])],
  entry: [
    'author',
    'category',
    'contributor',
    'link',
    'media:thumbnail',
    'media:content',
    ...(SINGLE.entry ?? []),
  ],
  source: ['author', 'category', 'contributor', 'link', ...(SINGLE.source ?? [])],
  author: ['name', 'uri', 'email'],
}

export function atomFaults(feed: XmlElement): readonly string[] {
  const faults: string[] = []
  const named = (element: XmlElement, name: string): readonly XmlElement[] =>
    element.children.filter((child) => child.name === name)
  const check = (element: XmlElement, path: string): void => {
    const say = (what: string): void => void faults.push(`${path}: ${what}`)
    for (const name of SINGLE[element.name] ?? []) if (named(element, name).length > 1) say(`two ${name}`)
    for (const child of element.children) {
      const allowed = ALLOWED[element.name]
      if (allowed !== undefined && !allowed.includes(child.name)) say(`${child.name} may not stand here`)
      check(child, `${path}/${child.name}`)
    }
    if (element.name === 'feed' || element.name === 'entry')
      for (const name of ['id', 'title', 'updated']) if (named(element, name).length !== 1) say(`no ${name}`)
    if (['updated', 'published'].includes(element.name) && !DATE.test(element.text))
      say(`no date: ${element.text}`)
    if (['id', 'uri'].includes(element.name) && !URL.canParse(element.text)) say(`no IRI: ${element.text}`)
    if (
      element.name === 'author' &&
      (named(element, 'name').length !== 1 || named(element, 'name')[0]?.text === '')
    )
      say('an author without a name')
    if (element.name === 'email' && !/^[^@\s]+@[^@\s]+$/.test(element.text)) say(`no e-mail: ${element.text}`)
    if (element.name === 'link' && !URL.canParse(element.attributes.get('href') ?? ''))
      say('a link to nowhere')
  }
  if (feed.name !== 'feed' || feed.attributes.get('xmlns') !== 'http://www.w3.org/2005/Atom')
    faults.push('no feed')
  check(feed, 'feed')
  const self = named(feed, 'link').filter((link) => link.attributes.get('rel') === 'self')
  if (self.length !== 1) faults.push('no link to itself')
  for (const entry of named(feed, 'entry')) {
    const source = named(entry, 'source')[0]
    const people = [
      ...named(entry, 'author'),
      ...named(feed, 'author'),
      ...(source === undefined ? [] : named(source, 'author')),
    ]
    if (people.length === 0) faults.push('an entry by nobody')
    if (
      named(entry, 'content').length === 0 &&
      !named(entry, 'link').some((link) => (link.attributes.get('rel') ?? 'alternate') === 'alternate')
    )
      faults.push('an entry without content and link')
  }
  return faults
}
