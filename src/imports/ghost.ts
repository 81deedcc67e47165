/** Ghost: the JSON that "Settings, Export" writes, beside it `content/images` where somebody copied it. */
import { slugify, type Value } from '../base/index.ts'
import { addressBook, hostOf, keyOf, newAddress } from './addresses.ts'
import { faultyExport, textOfBytes } from './faulty-export.ts'
import { htmlOfLexical, htmlOfMobiledoc } from './ghost-formats.ts'
import { htmlToMarkdown } from './html-to-markdown.ts'
import type { AddressRules, ExportFiles, ImportedSite, ImportedText, Leftover } from './types.ts'

type Row = Readonly<Record<string, unknown>>
/** What a post is linked with: rows by its id. */
interface Links {
  /** names by id */
  readonly tags: ReadonlyMap<string, string>
  readonly ofTags: ReadonlyMap<unknown, readonly Row[]>
  readonly ofAuthors: ReadonlyMap<unknown, readonly Row[]>
  /** what Ghost keeps of a post in a table of its own, since Ghost 3 */
  readonly meta: ReadonlyMap<string, Row>
}
type Tables = Readonly<Record<string, readonly Row[]>>

export function ghostSite(source: ExportFiles, rules: AddressRules): ImportedSite {
  const { file, text, tables } = exportOf(source)
  const settings = new Map((tables.settings ?? []).map((row) => [string(row.key), string(row.value)]))
  const users = new Map((tables.users ?? []).map((row) => [String(row.id), row]))
  const left: Leftover[] = []
  const links: Links = {
    tags: new Map((tables.tags ?? []).map((tag) => [String(tag.id), string(tag.name)])),
    ofTags: byPost(tables.posts_tags),
    ofAuthors: byPost(tables.posts_authors),
    meta: new Map((tables.posts_meta ?? []).map((meta) => [String(meta.post_id), meta])),
  }
  const posts = (tables.posts ?? []).map((post) => ({ post, text: textOf(post, links, users, left, file) }))
  const pages = new Map<string, string>()
  for (const { text: each } of posts) {
    const address = newAddress(each, rules) ?? (each.kind === 'draft' ? undefined : each.oldPath)
    if (address !== undefined && each.oldPath !== undefined) pages.set(keyOf(each.oldPath), address)
  }
  const url = string(settings.get('url'))
  const host = hostOf(url).replace(/^www\./, '')
  const places = (path: string): readonly string[] => [
    path.slice(1),
    path.replace(/^\/content\//, ''),
    path.replace(/^\/content\/images\//, ''),
  ]
  const book = addressBook({ host, pages, source, left, places })
  const lines = lineFinder(text)
  return {
    title: string(settings.get('title')),
    description: string(settings.get('description')),
    url,
    authors: new Map([...users.values()].map(authorOf)),
    texts: posts.map(({ post, text: each }) => {
      const from = { file, line: lines(string(post.slug)) }
      const address = (written: string): string => {
        const own = written.replace(/^__GHOST_URL__/, '')
        return book.resolve(own === '' ? '/' : own, from)
      }
      const data = new Map(each.data)
      const image = string(post.feature_image) || string(post.image)
      if (image !== '') data.set('image', address(image))
      const inMarkdown = (html: string): string => htmlToMarkdown(html, { address, linesCount: false })
      const body =
        typeof post.html === 'string'
          ? inMarkdown(post.html)
          : typeof post.markdown === 'string'
            ? `${post.markdown}\n`
            : ownFormat(post, inMarkdown, address, (what) => left.push({ ...from, what }))
      return { ...each, data, body }
    }),
    files: book.files,
    links: book.links,
    left,
  }
}

function exportOf(source: ExportFiles): { file: string; text: string; tables: Tables } {
  const [file, read] = [...source.files].find(([name]) => /\.json$/i.test(name) && !name.includes('/')) ?? []
  const help = 'name the .json that "Settings, Import/Export, Export" of Ghost writes'
  if (file === undefined || read === undefined) throw faultyExport('There is no export of Ghost.', help)
  const text = textOfBytes(read())
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const at = Number(/at position (\d+)/.exec(message)?.[1] ?? text.length)
    throw faultyExport(`The export is not whole: ${message}`, 'download it again; nothing was written', {
      source: { path: file, text },
      span: { start: Math.min(at, text.length), end: Math.min(at + 1, text.length) },
    })
  }
  const root = row(parsed)
  const data = row(row(Array.isArray(root.db) ? root.db[0] : root).data)
  if (!Array.isArray(data.posts)) throw faultyExport(`'${file}' is no export of Ghost.`, help)
  const tables = Object.entries(data).map(([name, rows]) => [name, Array.isArray(rows) ? rows.map(row) : []])
  return { file, text, tables: Object.fromEntries(tables) }
}

function textOf(
  post: Row,
  links: Links,
  users: ReadonlyMap<string, Row>,
  left: Leftover[],
  file: string,
): ImportedText {
  const title = string(post.title)
  const isPage = post.type === 'page' || post.page === 1 || post.page === true
  const forMembers = string(post.visibility) !== '' && post.visibility !== 'public'
  if (forMembers) left.push({ file, what: `for members only, so a draft here: '${title}'` })
  const isOpen = (post.status === 'published' || post.status === 'scheduled') && !forMembers
  const kind = !isOpen ? 'draft' : isPage ? 'page' : 'post'
  const slug = slugify(string(post.slug) || title) || `post-${String(post.id)}`
  const moment = new Date(timeOf(post.published_at) ?? timeOf(post.created_at) ?? 0).toISOString()
  const data = new Map<string, Value>([['title', title]])
  if (kind === 'post') data.set('date', `${moment.slice(0, 19).replace('T', ' ')} +0000`)
  const tags = tagsOf(post, links)
  if (tags.length > 0 && kind !== 'page') data.set('tags', tags)
  const linked = links.ofAuthors.get(post.id) ?? []
  const ids = linked.length > 0 ? linked.map((link) => link.author_id) : [post.author_id]
  const authors = ids.flatMap((id) => {
    const user = users.get(String(id))
    return user === undefined ? [] : [string(user.slug)]
  })
  if (authors.length === 1) data.set('author', authors[0] ?? '')
  if (authors.length > 1) data.set('authors', authors)
  const meta = links.meta.get(String(post.id)) ?? post
  const description = string(post.custom_excerpt) || string(meta.meta_description)
  if (description !== '') data.set('description', description.replace(/\s+/g, ' '))
  if (post.featured === 1 || post.featured === true) data.set('pin', true)
  return {
    kind,
    slug,
    ...(kind === 'post' ? { day: moment.slice(0, 10) } : {}),
    data,
    body: '',
    oldPath: `/${string(post.slug)}/`,
    extension: '.md',
  }
}

/** Names of a post's tags in their order, without those that Ghost keeps to itself. */
function tagsOf(post: Row, { tags, ofTags }: Links): readonly string[] {
  return [...(ofTags.get(post.id) ?? [])]
    .sort((a, b) => Number(a.sort_order ?? 0) - Number(b.sort_order ?? 0))
    .flatMap((link) => tags.get(String(link.tag_id)) ?? [])
    .filter((name) => name !== '' && !name.startsWith('#'))
}

function byPost(rows: readonly Row[] = []): ReadonlyMap<unknown, readonly Row[]> {
  const found = new Map<unknown, Row[]>()
  for (const each of rows) {
    const known = found.get(each.post_id)
    if (known === undefined) found.set(each.post_id, [each])
    else known.push(each)
  }
  return found
}

function authorOf(user: Row): readonly [string, Value] {
  const fields = new Map<Value, Value>([['name', string(user.name)]])
  if (string(user.website) !== '') fields.set('url', string(user.website))
  return [string(user.slug), fields]
}

/** An address as Ghost marks those of its own, in Markdown. */
const MARKED = /__GHOST_URL__[^\s"'()<>\]]*/g

/** The Markdown of a post that is only in a format of Ghost's own; `note` hears of what is left out. */
function ownFormat(
  post: Row,
  inMarkdown: (html: string) => string,
  address: (written: string) => string,
  note: (what: string) => void,
): string {
  const lexical = string(post.lexical)
  const mobiledoc = string(post.mobiledoc)
  if (lexical === '' && mobiledoc === '') return ''
  const found = lexical === '' ? htmlOfMobiledoc(mobiledoc) : htmlOfLexical(lexical)
  const title = string(post.title)
  if (found === undefined) note(`the text cannot be read: '${title}'`)
  for (const card of found?.unknown ?? []) note(`the card ${card} is left out: '${title}'`)
  const texts = (found?.pieces ?? []).map(({ is, text }) =>
    (is === 'html' ? inMarkdown(text) : text.replace(MARKED, address)).trim(),
  )
  const body = texts.filter((text) => text !== '').join('\n\n')
  return body === '' ? '' : `${body}\n`
}

/** Milliseconds since 1970. Old Ghosts have the number, others a text. */
function timeOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(time) ? undefined : time
}

function lineFinder(text: string): (slug: string) => number {
  const lines = new Map<string, number>()
  text.split('\n').forEach((line, at) => {
    const slug = /"slug":\s*"([^"]*)"/.exec(line)?.[1]
    if (slug !== undefined && !lines.has(slug)) lines.set(slug, at + 1)
  })
  return (slug) => lines.get(slug) ?? 1
}

function row(value: unknown): Row {
  return typeof value === 'object' && value !== null ? (value as Row) : {}
}

function string(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
