/** WordPress: the export that "Tools, Export" writes (WXR), beside it `wp-content/uploads` where somebody copied it. */
import { slugify, type Value } from '../base/index.ts'
import { addressBook, hostOf, keyOf, newAddress } from './addresses.ts'
import { faultyExport, textOfBytes } from './faulty-export.ts'
import { htmlToMarkdown } from './html-to-markdown.ts'
import { addressLines, lineCounter } from './lines.ts'
import type { AddressRules, ExportFiles, ImportedSite, ImportedText, Leftover, XmlElement } from './types.ts'
import { withoutShortcodes } from './wordpress-shortcodes.ts'

/** What is part of the machinery of a site, and not of its texts. */
const MACHINERY =
  /^(?:attachment|revision|nav_menu_item|custom_css|customize_changeset|wp_\w+|oembed_cache|user_request)$/

export function wordpressSite(source: ExportFiles, rules: AddressRules): ImportedSite {
  const named = [...source.files]
    .filter(([file]) => /\.(?:xml|wxr)$/i.test(file))
    .map(([file, read]) => ({ file, text: textOfBytes(read()) }))
  // A folder may have XML of other kinds beside it.
  const exports = named.length === 1 ? named : named.filter(({ text }) => text.includes('<wp:wxr_version'))
  if (exports.length === 0)
    throw faultyExport(
      'There is no export of WordPress.',
      'name the .xml that "Tools, Export" of WordPress writes',
    )
  const channels = exports.map(({ file, text }) => channelOf(file, text, source))
  const first = channels[0]!
  const url = first.text('wp:base_blog_url') || first.text('link')
  const host = hostOf(url).replace(/^www\./, '')
  const left: Leftover[] = []
  const items = channels.flatMap((channel) => channel.items)
  const taken = items.filter((item) => isText(item, left))
  const texts = taken.map((item) => ({ item, text: textOf(item, host) }))
  const pages = new Map<string, string>()
  for (const { item, text } of texts) {
    const address = newAddress(text, rules) ?? (text.kind === 'draft' ? undefined : text.oldPath)
    if (address === undefined) continue
    if (text.oldPath !== undefined) pages.set(keyOf(text.oldPath), address)
    for (const name of ['p', 'page_id']) pages.set(`/?${name}=${item.text('wp:post_id')}`, address)
  }
  const places = (path: string): readonly string[] => {
    const inside = path.replace(/^\//, '')
    const uploads = /(?:^|\/)(uploads\/[\s\S]*)$/.exec(inside)?.[1]
    return uploads === undefined
      ? [inside]
      : [inside, uploads, `wp-content/${uploads}`, uploads.slice('uploads/'.length)]
  }
  const book = addressBook({ host, pages, source, left, places })
  return {
    title: first.text('title'),
    description: first.text('description'),
    url: url.replace(/\/$/, ''),
    authors: new Map(channels.flatMap((channel) => channel.authors)),
    texts: texts.map(({ item, text }) => withBody(item, text, book, left)),
    files: book.files,
    links: book.links,
    left,
  }
}

interface Item {
  readonly file: string
  readonly element: XmlElement
  text(name: string): string
  /** the line of the element `name`, from 1 */
  line(name: string): number
}

interface Channel {
  readonly items: readonly Item[]
  readonly authors: readonly (readonly [string, Value])[]
  text(name: string): string
}

function channelOf(file: string, text: string, source: ExportFiles): Channel {
  const parsed = source.parseXml(text)
  if ('fault' in parsed) {
    const { message, at } = parsed.fault
    throw faultyExport(`The export is not whole: ${message}`, 'download it again; nothing was written', {
      source: { path: file, text },
      span: { start: at, end: Math.min(text.length, at + 1) },
    })
  }
  const channel = parsed.root.children.find((child) => child.name === 'channel')
  const isExport = channel?.children.some((child) => child.name === 'wp:wxr_version') === true
  if (channel === undefined || !isExport)
    throw faultyExport(
      `'${file}' is no export of WordPress.`,
      'name the .xml that "Tools, Export" of WordPress writes',
    )
  const line = lineCounter(text)
  return {
    text: (name) => childText(channel, name),
    items: channel.children
      .filter((child) => child.name === 'item')
      .map((element) => ({
        file,
        element,
        text: (name) => childText(element, name),
        line: (name) => line(element.children.find((child) => child.name === name)?.at ?? element.at) + 1,
      })),
    authors: channel.children.filter((child) => child.name === 'wp:author').map(authorOf),
  }
}

function childText(element: XmlElement, name: string): string {
  return element.children.find((child) => child.name === name)?.text.trim() ?? ''
}

function authorOf(element: XmlElement): readonly [string, Value] {
  const login = childText(element, 'wp:author_login')
  const fields = new Map<Value, Value>([['name', childText(element, 'wp:author_display_name') || login]])
  return [login, fields]
}

/** Whether an item is a text that comes along; what does not is noted, but for what is machinery. */
function isText(item: Item, left: Leftover[]): boolean {
  const type = item.text('wp:post_type')
  const status = item.text('wp:status')
  const title = item.text('title')
  const note = (what: string): boolean => {
    left.push({ file: item.file, line: item.line('title'), what: `${what}: '${title}'` })
    return false
  }
  if (MACHINERY.test(type)) return false
  if (type !== 'post' && type !== 'page') return note(`not taken, of the type ${type}`)
  if (status === 'trash' || status === 'auto-draft') return note(`not taken, from the ${status}`)
  return true
}

function textOf(item: Item, host: string): ImportedText {
  const title = item.text('title')
  const link = item.text('link')
  const date = item.text('wp:post_date')
  const status = item.text('wp:status')
  const isOpen = (status === 'publish' || status === 'future') && item.text('wp:post_password') === ''
  const kind = !isOpen ? 'draft' : item.text('wp:post_type') === 'page' ? 'page' : 'post'
  const name = unescaped(item.text('wp:post_name')) || title || `post-${item.text('wp:post_id')}`
  const slug = slugify(name) || `post-${item.text('wp:post_id')}`
  const oldPath = hostOf(link).replace(/^www\./, '') === host ? link.replace(/^https?:\/\/[^/?#]+/i, '') : ''
  const terms = (domain: string): readonly string[] =>
    item.element.children
      .filter((child) => child.name === 'category' && child.attributes.get('domain') === domain)
      .map((child) => child.text.trim())
      .filter((term) => term !== 'Uncategorized' && term !== '')
  const data = new Map<string, Value>([['title', title || slug]])
  if (kind === 'post') data.set('date', date)
  for (const [key, domain] of [
    ['categories', 'category'],
    ['tags', 'post_tag'],
  ] as const)
    if (kind !== 'page' && terms(domain).length > 0) data.set(key, terms(domain))
  if (item.text('dc:creator') !== '') data.set('author', item.text('dc:creator'))
  if (item.text('excerpt:encoded') !== '')
    data.set('description', item.text('excerpt:encoded').replace(/\s+/g, ' '))
  if (item.text('wp:is_sticky') === '1') data.set('pin', true)
  return {
    kind,
    slug,
    ...(kind === 'post' && /^\d{4}-\d\d-\d\d/.test(date) ? { day: date.slice(0, 10) } : {}),
    data,
    body: '',
    ...(/^\/[^?]+/.test(oldPath) && !oldPath.includes('?') ? { oldPath } : {}),
    extension: '.md',
  }
}

function withBody(
  item: Item,
  text: ImportedText,
  book: ReturnType<typeof addressBook>,
  left: Leftover[],
): ImportedText {
  const html = item.element.children.find((child) => child.name === 'content:encoded')?.text ?? ''
  const first = item.line('content:encoded')
  const lineAt = lineCounter(html)
  const lineOf = addressLines(html)
  const plain = withoutShortcodes(html, (what, at) =>
    left.push({ file: item.file, line: first + lineAt(at), what }),
  )
  const body = htmlToMarkdown(plain, {
    address: (written) => book.resolve(written, { file: item.file, line: first + (lineOf(written) ?? 0) }),
    linesCount: !html.includes('<!-- wp:'),
    footnotes: footnotesOf(item),
  })
  return { ...text, body }
}

/** Notes of the block editor, which an export has as JSON. */
function footnotesOf(item: Item): ReadonlyMap<string, string> {
  const meta = item.element.children.find(
    (child) => child.name === 'wp:postmeta' && childText(child, 'wp:meta_key') === 'footnotes',
  )
  const notes = new Map<string, string>()
  if (meta === undefined) return notes
  try {
    const list: unknown = JSON.parse(childText(meta, 'wp:meta_value'))
    if (!Array.isArray(list)) return notes
    for (const note of list)
      if (typeof note?.id === 'string' && typeof note.content === 'string') notes.set(note.id, note.content)
  } catch {
    return notes
  }
  return notes
}

function unescaped(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
