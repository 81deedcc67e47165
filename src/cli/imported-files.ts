/** What an imported blog is on the disk: the files that are written, and those that are copied. */
import { type Value, zoneFor } from '../base/index.ts'
import { type AddressRules, type ImportedSite, type ImportedText, newAddress } from '../imports/index.ts'
import type { TemplateFile } from './templates/types.ts'
import { yamlField } from './yaml-text.ts'

/** The permalink of blogs that `import` begins, that of `new`. */
export const PERMALINK = '/:year/:month/:title/'

/** The zone that dates without an offset are read in. */
export const IMPORT_ZONE = zoneFor('UTC')

/** A file for each text, no two of one name. */
export function textFiles(texts: readonly ImportedText[], rules: AddressRules): readonly TemplateFile[] {
  const taken = new Set<string>()
  /** the next number, by the path that more than one text would have */
  const numbers = new Map<string, number>()
  return texts.map((text) => {
    const first = pathOf(text, '')
    let path = first
    for (let number = numbers.get(first) ?? 2; taken.has(path); number++) {
      path = pathOf(text, `-${number}`)
      numbers.set(first, number + 1)
    }
    taken.add(path)
    return { path, text: `---\n${frontMatter(text, rules)}---\n\n${text.body}` }
  })
}

function pathOf({ kind, slug, day, oldPath, extension }: ImportedText, suffix: string): string {
  if (kind === 'draft') return `_drafts/${slug}${suffix}${extension}`
  if (kind === 'post') return `_posts/${day ?? '1970-01-01'}-${slug}${suffix}${extension}`
  const folders = (oldPath ?? '').split('/').filter((part) => part !== '')
  const folder = folders.slice(0, -1).map((part) => `${part}/`)
  return `${folder.join('')}${slug}${suffix}${extension}`
}

function frontMatter(text: ImportedText, rules: AddressRules): string {
  const address = newAddress(text, rules)
  const fields = new Map<string, Value>([['layout', text.kind === 'page' ? 'page' : 'post'], ...text.data])
  if (text.kind === 'page') fields.set('permalink', address ?? `/${text.slug}/`)
  // Where the site's template asks for more than is known, the old address stays.
  else if (text.kind === 'post' && address === undefined && text.oldPath !== undefined)
    fields.set('permalink', text.oldPath)
  const own = address ?? text.oldPath
  const moved = [text.oldPath, ...(text.aliases ?? [])].filter(
    (path): path is string => path !== undefined && slashed(path) !== slashed(own ?? ''),
  )
  if (moved.length > 0 && text.kind !== 'draft') fields.set('redirect_from', [...new Set(moved)])
  if (text.body.includes('<!--more-->')) fields.set('excerpt_separator', '<!--more-->')
  if (/\{[{%]/.test(text.body)) fields.set('render_with_liquid', false)
  return [...fields].map(([key, value]) => field(key, value)).join('')
}

/** A date is no text: it stands without quotes. */
function field(key: string, value: Value): string {
  const written = typeof value === 'string' ? value.replace(/ UTC$/, ' +0000') : ''
  return /^\d{4}-\d\d-\d\d(?: \d\d:\d\d:\d\d(?: [+-]\d{4})?)?$/.test(written)
    ? `${key}: ${written}\n`
    : yamlField(key, value)
}

function slashed(path: string): string {
  return path.replace(/(?:index\.html)?$/, '').replace(/\/?$/, '/')
}

/** What makes a blog of the texts where there is none yet. */
export function beginningFiles(site: ImportedSite): readonly TemplateFile[] {
  const authors = [...site.authors]
  const config = [
    yamlField('title', site.title === '' ? 'My blog' : site.title),
    yamlField('description', site.description),
    yamlField('url', site.url),
    yamlField('permalink', PERMALINK),
    yamlField('theme', 'whirl'),
    '# plugins: [search, social-cards]\n',
    authors.length === 0 ? '' : yamlField('authors', new Map<Value, Value>(authors)),
    authors.length === 1 ? yamlField('author', authors[0]?.[0] ?? '') : '',
    'exclude: [package.json, package-lock.json]\n',
    'whirl:\n  menu:\n    - { title: Archive, url: /archive/ }\n',
  ]
  return [
    { path: '_config.yml', text: config.join('') },
    { path: 'index.md', text: '---\nlayout: home\n---\n' },
    { path: '.gitignore', text: '_site\nnode_modules\n.jekyll-cache\n' },
  ]
}
