/** Hugo: a site's folder, with `content`, `static` and a configuration in TOML, YAML or JSON. */
import { CalendarDate, dateToS, slugify, Time, timeToS, type Value } from '../base/index.ts'
import { addressBook, hostOf, keyOf, newAddress } from './addresses.ts'
import { faultyExport, textOfBytes } from './faulty-export.ts'
import { frontMatterOf, type HugoFront, valueIn, valueUnder } from './hugo-front-matter.ts'
import { hugoAddress, permalinksOf, urlized } from './hugo-permalinks.ts'
import { withoutHugoShortcodes } from './hugo-shortcodes.ts'
import type {
  AddressRules,
  ExportFiles,
  ImportedFile,
  ImportedSite,
  ImportedText,
  Leftover,
} from './types.ts'

const inAllForms = (name: string): readonly string[] =>
  ['toml', 'yaml', 'yml', 'json'].map((ending) => `${name}.${ending}`)
const CONFIGS = ['hugo', 'config', 'config/_default/hugo', 'config/_default/config'].flatMap(inAllForms)
const PERMALINKS = inAllForms('config/_default/permalinks')
/** Keys that are taken over under another name, or mean nothing here. */
const OWN_KEYS = new Set(
  'title date slug url aliases draft tags categories series author authors weight type layout markup publishdate expirydate lastmod menu menus'.split(
    ' ',
  ),
)

interface Source {
  readonly file: string
  /** below `content`, without its ending */
  readonly path: string
  readonly extension: string
  readonly front: HugoFront
  /** the folders it is in that are sections */
  readonly sections: readonly string[]
}

export function hugoSite(source: ExportFiles, rules: AddressRules): ImportedSite {
  const config = configOf(source)
  const left: Leftover[] = []
  const sources = contentOf(source, left)
  if (sources.length === 0)
    throw faultyExport(
      'There is no text of Hugo.',
      'name the folder of the site: it has a folder "content" with .md files',
    )
  const url = text(valueUnder(config, 'baseURL')).replace(/\/$/, '')
  const host = hostOf(url).replace(/^www\./, '')
  const permalinks = permalinksOf(permalinksIn(source, config))
  const texts = sources.map((each) => ({ each, text: textOf(each, permalinks, left) }))
  const pages = new Map<string, string>()
  for (const { each, text: made } of texts) {
    const address = newAddress(made, rules) ?? (made.kind === 'draft' ? undefined : made.oldPath)
    if (address === undefined) continue
    pages.set(keyOf(made.oldPath ?? ''), address)
    pages.set(`ref:${each.path}`, address)
    pages.set(`ref:${each.path.split('/').at(-1)}`, address)
    for (const alias of made.aliases ?? []) if (!pages.has(keyOf(alias))) pages.set(keyOf(alias), address)
  }
  const copied: ImportedFile[] = []
  for (const file of source.files.keys()) {
    if (file.startsWith('static/')) copied.push({ from: file, to: file.slice('static/'.length) })
    else if (file.startsWith('content/') && !/\.(?:md|markdown|html?)$|\/\./.test(file))
      copied.push({ from: file, to: file.slice('content/'.length) })
  }
  const bundles = new Map(texts.map(({ each, text: made }) => [keyOf(made.oldPath ?? ''), each.path]))
  /** A file that Hugo publishes with the text whose folder it is in, at the address of that. */
  const besideText = (path: string): readonly string[] => {
    const folder = bundles.get(keyOf(path.slice(0, path.lastIndexOf('/'))))
    return folder === undefined ? [] : [`content/${folder}${path.slice(path.lastIndexOf('/'))}`]
  }
  const book = addressBook({
    host,
    pages,
    source,
    left,
    places: (path) => [`static${path}`, `content${path}`, `assets${path}`, ...besideText(path)],
  })
  const params = valueUnder(config, 'params')
  return {
    title: text(valueUnder(config, 'title')),
    description: text(valueIn(params, 'description') ?? valueIn(params, 'subtitle')),
    url,
    authors: new Map(),
    texts: texts.map(({ each, text: made }) => ({
      ...made,
      body: withoutHugoShortcodes(bodyOf(each, book, made), {
        address: (written, line) => addressOf(each, book, made, written, line),
        page: (name) =>
          pages.get(`ref:${name.replace(/^\/|(?:\/(?:_?index))?\.md$|\/$/g, '')}`) ?? pages.get(keyOf(name)),
        note: (line, what) => left.push({ file: each.file, line: each.front.line + line, what }),
      }),
    })),
    files: [...new Map([...copied, ...book.files].map((file) => [file.to, file])).values()],
    links: book.links,
    left,
  }
}

function configOf(source: ExportFiles): ReadonlyMap<string, Value> {
  return configAt(source, CONFIGS) ?? new Map()
}

/** What the first of `names` that is there says. */
function configAt(source: ExportFiles, names: readonly string[]): ReadonlyMap<string, Value> | undefined {
  const file = names.find((name) => source.files.has(name))
  const read = file === undefined ? undefined : source.files.get(file)
  if (file === undefined || read === undefined) return undefined
  const written = textOfBytes(read())
  const kind = file.endsWith('toml') ? 'toml' : file.endsWith('json') ? 'json' : 'yaml'
  return frontMatterOf({ file, written, source, kind }).data
}

/** Patterns of addresses, which may have a file of their own. */
function permalinksIn(source: ExportFiles, config: ReadonlyMap<string, Value>): Value {
  const own = configAt(source, PERMALINKS)
  return own === undefined ? valueUnder(config, 'permalinks') : new Map(own)
}

/** All texts below `content`; what is no text that can be read is noted. */
function contentOf(source: ExportFiles, left: Leftover[]): readonly Source[] {
  const found: Source[] = []
  for (const [file, read] of source.files) {
    const ending = /^content\/(.+)(\.(?:md|markdown|html))$/.exec(file)
    if (/^content\/.+\.(?:org|adoc|asciidoc|rst|pandoc)$/.test(file))
      left.push({ file, what: 'not taken: neither Markdown nor HTML' })
    if (ending === null) continue
    const front = frontMatterOf({ file, written: textOfBytes(read()), source })
    const path = (ending[1] ?? '').replace(/(?:^|\/)index$/, '')
    if (/(?:^|\/)_index$/.test(path)) {
      if (front.body.trim() !== '') left.push({ file, what: 'not taken: the text above a list of pages' })
      continue
    }
    const extension = ending[2] === '.html' ? '.html' : '.md'
    found.push({ file, path, extension, front, sections: sectionsOf(source, path) })
  }
  return found
}

/** The first folder is one, and each below it that has an `_index.md`. */
function sectionsOf(source: ExportFiles, path: string): readonly string[] {
  const folders = path.split('/').slice(0, -1)
  const isSection = (at: number): boolean =>
    ['md', 'html'].some((ending) =>
      source.files.has(`content/${folders.slice(0, at + 1).join('/')}/_index.${ending}`),
    )
  return folders.filter((_, at) => at === 0 || isSection(at))
}

function textOf(
  { file, path, extension, front, sections }: Source,
  permalinks: ReadonlyMap<string, string>,
  left: Leftover[],
): ImportedText {
  const get = (key: string): Value => valueUnder(front.data, key)
  const section = path.includes('/') ? (path.split('/')[0] ?? '') : ''
  const name = path.split('/').at(-1) ?? path
  const dated = /^(\d{4}-\d\d-\d\d)[-_](.+)$/.exec(name)
  const date = dateOf(get('date') ?? get('publishDate')) ?? dated?.[1]
  const slug = slugify(text(get('slug')) || (dated?.[2] ?? name)) || 'page'
  const kind = get('draft') === true ? 'draft' : date !== undefined && section !== '' ? 'post' : 'page'
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : ''
  const own = text(get('url'))
  const pattern = permalinks.get(sections[0] ?? '/') ?? permalinks.get(`/${sections[0] ?? ''}`)
  const page = { date, sections, title: text(get('title')), slug: text(get('slug')), name }
  const placed = pattern === undefined ? undefined : hugoAddress(pattern, page)
  if (pattern !== undefined && placed === undefined)
    left.push({ file, what: `its old address is not known: permalinks has ${pattern}` })
  const oldPath =
    own === '' ? (placed ?? `/${urlized(`${folder}${page.slug || name}`)}/`) : `/${own.replace(/^\//, '')}`
  const data = new Map<string, Value>([['title', text(get('title')) || slug]])
  if (kind === 'post' && date !== undefined) data.set('date', date)
  for (const key of ['categories', 'tags']) {
    const terms = listOf(get(key))
    if (terms.length > 0) data.set(key, terms)
  }
  const authors = listOf(get('authors') ?? get('author'))
  if (authors.length > 0) data.set('author', authors.length === 1 ? (authors[0] ?? '') : authors)
  const series = listOf(get('series'))
  if (series.length > 0) data.set('series', series[0] ?? '')
  const changed = dateOf(get('lastmod'))
  if (changed !== undefined) data.set('last_modified_at', changed)
  for (const [key, value] of front.data) if (!OWN_KEYS.has(key.toLowerCase())) data.set(key, value)
  const expires = dateOf(get('expiryDate'))
  if (expires !== undefined) left.push({ file, line: 1, what: `expiryDate (${expires}) means nothing here` })
  return {
    kind,
    slug,
    ...(kind === 'post' && date !== undefined ? { day: date.slice(0, 10) } : {}),
    data,
    body: '',
    oldPath,
    aliases: listOf(get('aliases')).map((alias) => (alias.startsWith('/') ? alias : `/${folder}${alias}`)),
    extension,
  }
}

/** The Markdown with links to files beside it, and to other texts, resolved; code is left alone. */
function bodyOf(source: Source, book: ReturnType<typeof addressBook>, made: ImportedText): string {
  return inText(source.front.body, (line, row) =>
    line.replace(
      /(\]\()([^)\s"'<>{\]]+)(?=[)\s])/g,
      (_, before: string, address: string) => before + addressOf(source, book, made, address, row),
    ),
  )
}

/** What stands for `address`, which a text has at line `row` of its body, from 0: it may be of a file beside the text. */
function addressOf(
  { file, path, front }: Source,
  book: ReturnType<typeof addressBook>,
  made: ImportedText,
  address: string,
  row: number,
): string {
  const from = { file, line: front.line + row }
  if (/^(?:https?:|\/)/i.test(address)) return book.resolve(address, from)
  if (/^(?:[a-z][\w+.-]*:|#)/i.test(address)) return address
  const isBundle = /\/index\.\w+$/.test(file)
  const beside = isBundle
    ? `/${path}/`
    : `/${path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : ''}`
  const relative = isBundle ? beside : (made.oldPath ?? beside)
  const [bare = '', anchor] = address.split('#')
  const isText = /\.md$/.test(bare)
  const at = joined(isText || !isBundle ? beside : relative, bare)
  return book.resolve(
    (isText ? at.replace(/(?:\/_?index)?\.md$/, '/') : at) + (anchor === undefined ? '' : `#${anchor}`),
    from,
  )
}

/** `change` of each line outside of fenced code; `row` from 0. */
function inText(body: string, change: (line: string, row: number) => string): string {
  let fence = ''
  return body
    .split('\n')
    .map((line, row) => {
      const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? ''
      if (fence === '' && mark !== '') fence = mark
      else if (fence !== '' && mark.startsWith(fence)) fence = ''
      else if (fence === '') return change(line, row)
      // What Hugo reads behind the language is not read here.
      return line.replace(/^(\s*(?:`{3,}|~{3,})\s*[\w+#-]+)\s*\{[^}=]*=[^}]*\}\s*$/, '$1')
    })
    .join('\n')
}

function joined(folder: string, relative: string): string {
  const parts: string[] = []
  for (const part of `${folder}${relative}`.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return `/${parts.join('/')}${relative.endsWith('/') ? '/' : ''}`
}

function dateOf(value: Value): string | undefined {
  if (value instanceof Time) return timeToS(value)
  if (value instanceof CalendarDate) return dateToS(value)
  const written = text(value)
  return /^\d{4}-\d\d-\d\d/.test(written) ? written : undefined
}

function listOf(value: Value): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  return Array.isArray(value) ? value.map(text).filter((each) => each !== '') : []
}

function text(value: Value): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}
