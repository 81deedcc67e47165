/** Medium: the folder that "Download your information" gives, unpacked. Its pictures stay on Medium's servers. */
import { slugify, type Value } from '../base/index.ts'
import { changeHtml, type ElementNode, type HtmlNode, parseHtml, walkHtml } from '../markup/index.ts'
import { faultyExport, textOfBytes } from './faulty-export.ts'
import { nodesToMarkdown } from './html-to-markdown.ts'
import { addressLines } from './lines.ts'
import type { ExportFiles, ImportedSite, ImportedText, Leftover } from './types.ts'

export function mediumSite(source: ExportFiles): ImportedSite {
  const files = [...source.files].filter(
    ([file]) => /(?:^|\/)posts\/[^/]+\.html$/.test(file) || /^[^/]+\.html$/.test(file),
  )
  const left: Leftover[] = []
  const authors = new Map<string, Value>()
  const texts = files.flatMap(([file, read]) => textOf(file, textOfBytes(read()), authors, left))
  if (texts.length === 0)
    throw faultyExport(
      'There is no post of Medium.',
      'name the folder of Medium\'s export, unpacked: it has a folder "posts"',
    )
  const title = authors.size === 1 ? nameOf([...authors.values()][0]) : ''
  return {
    title,
    description: '',
    url: '',
    authors,
    texts,
    files: [],
    links: { texts: 0, files: 0, old: 0 },
    left,
  }
}

function textOf(
  file: string,
  html: string,
  authors: Map<string, Value>,
  left: Leftover[],
): readonly ImportedText[] {
  const nodes = parseHtml(html)
  const article = find(nodes, (node) => node.name === 'article' && hasClass(node, 'h-entry'))
  if (article === undefined) return []
  if (!/<\/article>/i.test(html))
    throw faultyExport(
      'The export is not whole: the article does not end.',
      'download it again; nothing was written',
      {
        source: { path: file, text: html },
        span: { start: html.length, end: html.length },
      },
    )
  const within = (test: (node: ElementNode) => boolean): ElementNode | undefined =>
    find(article.children, test)
  const title = textIn(within((node) => hasClass(node, 'p-name')))
  const body = within((node) => node.attributes.get('data-field') === 'body')
  const heading = body === undefined ? undefined : find(body.children, (node) => /^h[1-6]$/.test(node.name))
  const time = within((node) => hasClass(node, 'dt-published'))?.attributes.get('datetime') ?? ''
  const canonical = within((node) => hasClass(node, 'p-canonical'))?.attributes.get('href') ?? ''
  const isDraft = /(?:^|\/)draft[_-]/.test(file) || time === ''
  const lineOf = addressLines(html)
  const slug = slugOf(canonical, title, file)
  const data = new Map<string, Value>([['title', title || slug]])
  const moment = Number.isNaN(Date.parse(time)) ? '' : new Date(time).toISOString()
  if (!isDraft) data.set('date', `${moment.slice(0, 19).replace('T', ' ')} +0000`)
  const tags = all(article.children, (node) => hasClass(node, 'p-tag')).map(textIn)
  if (tags.length > 0) data.set('tags', tags)
  const author = within((node) => hasClass(node, 'p-author'))
  const name = textIn(author)
  if (name !== '') {
    const key = slugify(name)
    data.set('author', key)
    authors.set(
      key,
      new Map<Value, Value>([
        ['name', name],
        ['url', author?.attributes.get('href') ?? ''],
      ]),
    )
  }
  const subtitle = textIn(within((node) => node.attributes.get('data-field') === 'subtitle'))
    .replace(/\s+/g, ' ')
    .trim()
  if (subtitle !== '') data.set('description', subtitle)
  // The page prints the title and the line under it by itself.
  const twice = (node: HtmlNode): boolean =>
    node.kind === 'element' &&
    ((node === heading && textIn(node) === title) ||
      hasClass(node, 'graf--subtitle') ||
      hasClass(node, 'section-divider'))
  const kept = body === undefined ? [] : changeHtml(body.children, (node) => (twice(node) ? [] : undefined))
  const markdown = nodesToMarkdown(kept, {
    address: (written) => {
      if (/^https?:\/\/(?:cdn-images-\d\.|miro\.)medium\.com\//.test(written))
        left.push({
          file,
          line: (lineOf(written) ?? 0) + 1,
          what: `a picture on Medium's server: ${written}`,
        })
      return written
    },
    linesCount: false,
  })
  return [
    {
      kind: isDraft ? 'draft' : 'post',
      slug,
      ...(isDraft ? {} : { day: moment.slice(0, 10) }),
      data,
      body: markdown,
      extension: '.md',
    },
  ]
}

/** Medium's addresses end in the slug and a number of the post. */
function slugOf(canonical: string, title: string, file: string): string {
  const last =
    canonical
      .split('/')
      .at(-1)
      ?.replace(/-[0-9a-f]{8,}$/, '') ?? ''
  const name = (file.split('/').at(-1) ?? '').replace(/\.html$/, '')
  return slugify(last) || slugify(title) || slugify(name)
}

function hasClass(node: ElementNode, name: string): boolean {
  return (node.attributes.get('class') ?? '').split(/\s+/).includes(name)
}

function all(nodes: readonly HtmlNode[], test: (node: ElementNode) => boolean): readonly ElementNode[] {
  const found: ElementNode[] = []
  walkHtml(nodes, (node) => {
    if (node.kind === 'element' && test(node)) found.push(node)
    return true
  })
  return found
}

function find(nodes: readonly HtmlNode[], test: (node: ElementNode) => boolean): ElementNode | undefined {
  return all(nodes, test)[0]
}

function textIn(node: ElementNode | undefined): string {
  let text = ''
  if (node !== undefined)
    walkHtml(node.children, (each) => {
      if (each.kind === 'text') text += each.text
      return true
    })
  return text.trim()
}

function nameOf(author: Value | undefined): string {
  const name = author instanceof Map ? author.get('name') : undefined
  return typeof name === 'string' ? name : ''
}
