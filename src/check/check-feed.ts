/** Feeds: Atom by RFC 4287, RSS 2.0 by its specification, JSON Feed 1.1 by its own. */
import type { PageFault } from './check-links.ts'
import { parseXml, type XmlElement } from './xml.ts'

/** The faults of a file, none when it is not a feed. `hasUrl`: whether the site has addresses to be absolute with. */
export function checkFeed(path: string, text: string, hasUrl = true): PageFault[] {
  if (path.endsWith('.json')) return text.includes('jsonfeed.org/version/') ? jsonFeed(text) : []
  if (!/<(?:feed|rss)[\s>]/.test(text.slice(0, 2000))) return []
  const parsed = parseXml(text)
  if ('fault' in parsed)
    return [
      fault(parsed.fault.at, `The feed is not XML: ${parsed.fault.message}.`, 'escape it: `| xml_escape`'),
    ]
  const { root } = parsed
  if (root.name === 'feed') return atom(root, hasUrl)
  return root.name === 'rss' ? rss(root) : []
}

const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/
const ABSOLUTE = /^[a-z][a-z\d+.-]*:/i

function atom(feed: XmlElement, hasUrl: boolean): PageFault[] {
  const faults: PageFault[] = []
  const entries = named(feed, 'entry')
  const say = (at: number, message: string, help: string): number => faults.push(fault(at, message, help))
  for (const element of [feed, ...entries]) {
    const what = element === feed ? 'The feed' : `The entry '${textOf(element, 'title')}'`
    for (const name of ['id', 'title', 'updated']) {
      const found = named(element, name).length
      if (found !== 1)
        say(element.at, `${what} has ${found} <${name}>, where RFC 4287 asks for one.`, `write one <${name}>`)
    }
    for (const name of ['updated', 'published'])
      for (const date of named(element, name))
        if (!RFC3339.test(date.text.trim()))
          say(
            date.at,
            `${what} has '${date.text.trim()}' in <${name}>, which is not a date of RFC 3339.`,
            'write it with `| date_to_xmlschema`',
          )
    const id = named(element, 'id')[0]
    if (hasUrl && id !== undefined && !ABSOLUTE.test(id.text.trim()))
      say(
        id.at,
        `${what} has the id '${id.text.trim()}', which is not an absolute URL.`,
        'set `url` in the configuration',
      )
  }
  const hasAuthor = named(feed, 'author').length > 0
  for (const entry of entries) {
    const title = textOf(entry, 'title')
    if (!hasAuthor && named(entry, 'author').length === 0)
      say(
        entry.at,
        `The entry '${title}' has no author, and neither has the feed.`,
        'set `author` in the configuration',
      )
    const links = named(entry, 'link').filter(
      (link) => (link.attributes.get('rel') ?? 'alternate') === 'alternate',
    )
    if (links.length === 0 && named(entry, 'content').length === 0)
      say(entry.at, `The entry '${title}' has neither content nor a link to it.`, 'give it a <link>')
  }
  for (const author of [feed, ...entries].flatMap((element) => named(element, 'author')))
    if (textOf(author, 'name') === '')
      say(author.at, 'An author of the feed has no name.', 'set `author: { name: … }` in the configuration')
  for (const [id, first] of repeated(entries.map((entry) => [textOf(entry, 'id'), entry] as const)))
    say(first.at, `Two entries have the id '${id}': readers show one of them.`, 'give each its own permalink')
  return faults
}

function rss(root: XmlElement): PageFault[] {
  const channel = named(root, 'channel')[0]
  if (channel === undefined) return [fault(root.at, 'The feed has no <channel>.', 'write one')]
  const faults: PageFault[] = []
  for (const name of ['title', 'link', 'description'])
    if (named(channel, name).length === 0)
      faults.push(fault(channel.at, `The channel has no <${name}>, which RSS 2.0 asks for.`, 'write one'))
  for (const item of named(channel, 'item')) {
    if (named(item, 'title').length + named(item, 'description').length === 0)
      faults.push(fault(item.at, 'An item has neither title nor description.', 'give it one of them'))
    const date = named(item, 'pubDate')[0]
    if (date !== undefined && Number.isNaN(Date.parse(date.text)))
      faults.push(
        fault(date.at, `'${date.text}' is not a date of RFC 822.`, 'write it with `| date_to_rfc822`'),
      )
  }
  return faults
}

function jsonFeed(text: string): PageFault[] {
  let feed: unknown
  try {
    feed = JSON.parse(text)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return [fault(0, `The feed is not JSON: ${message}`, 'write its texts with `| jsonify`')]
  }
  const { title, items } = feed as { title?: unknown; items?: unknown }
  const faults: PageFault[] = []
  if (typeof title !== 'string')
    faults.push(fault(0, 'The feed has no title.', 'set `title` in the configuration'))
  if (!Array.isArray(items)) return [...faults, fault(0, 'The feed has no list of items.', 'give it `items`')]
  const ids = (items as readonly { id?: unknown }[]).map((item) => item?.id)
  if (ids.some((id) => typeof id !== 'string'))
    faults.push(fault(0, 'An item of the feed has no id.', 'give each its address as `id`'))
  if (new Set(ids).size < ids.length)
    faults.push(fault(0, 'Two items of the feed have one id.', 'give each its own permalink'))
  return faults
}

function named(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name)
}

function textOf(element: XmlElement, name: string): string {
  return named(element, name)[0]?.text.trim() ?? ''
}

function repeated<T>(pairs: readonly (readonly [string, T])[]): readonly (readonly [string, T])[] {
  const seen = new Set<string>()
  return pairs.filter(([key]) => {
    if (key === '' || !seen.has(key)) {
      seen.add(key)
      return false
    }
    return true
  })
}

function fault(at: number, message: string, help: string): PageFault {
  return { code: 'check/feed', message, help, at, texts: [] }
}
