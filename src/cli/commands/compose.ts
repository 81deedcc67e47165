/** `draft`, `post`, `page` and `compose`: a new file with its front matter, where it belongs. */
import path from 'node:path'
import { type Hash, slugify, strftime, type Value } from '../../base/index.ts'
import { type NewDocument, newDocumentFields } from '../../plugins/index.ts'
import type { Arguments } from '../args.ts'
import {
  beginWriting,
  dateOf,
  type Kind,
  openIfWanted,
  shown,
  stamp,
  type Writing,
  writeNew,
} from '../compose.ts'
import { EXIT, type Host } from '../host.ts'
import { cyan, misuse } from '../misuse.ts'
import type { Report } from '../report.ts'
import { askPlugins } from '../site-plugins.ts'
import { yamlField } from '../yaml-text.ts'

/** Makes the file that `args.command` is for. An existing one stays, unless `--force`. */
export async function compose(args: Arguments, host: Host, report: Report): Promise<number> {
  const usage = args.command?.syntax ?? 'compose NAME'
  const writing = beginWriting(args, host, report)
  const title = args.words.join(' ')
  if (title === '') return misuse(host, 'You must specify a name.', usage)
  const date = dateOf(writing)
  if (date === undefined) return misuse(host, 'invalid date', usage)
  const slug = slugify(title)
  if (slug === '') return misuse(host, `The name '${title}' has no letter or digit to name a file by.`, usage)
  const kind = kindOf(args)
  const collection = collectionOf(args, kind)
  const ext = text(args, 'extension')?.replace(/^\./, '') ?? 'md'
  const file = path.join(
    writing.base,
    kind === 'page' ? '' : `_${collection}`,
    `${kind === 'post' ? `${strftime(date, '%Y-%m-%d')}-` : ''}${slug}.${ext}`,
  )
  // A draft gets its date when it is published, unless `compose` makes it.
  const dated = kind === 'post' || args.command?.name === 'compose'
  const of = { collection, title, date: dated ? date : undefined }
  const fields = fieldsOf(writing, kind, of, await fieldsOfPlugins(writing, of))
  const body = `---\n${[...fields].map(([key, value]) => yamlField(String(key), value)).join('')}---\n`
  if (!writeNew(writing, kind, file, body)) return EXIT.done
  report.line(`New ${kind} created at ${cyan(host, shown(writing, file))} `)
  openIfWanted(writing, file)
  return EXIT.done
}

async function fieldsOfPlugins(writing: Writing, doc: NewDocument): Promise<Hash> {
  const loss = 'What they would add to the front matter is left out.'
  const fields = await askPlugins(writing, loss, (plugins, config) => newDocumentFields(plugins, doc, config))
  return fields ?? new Map()
}

function kindOf(args: Arguments): Kind {
  const name = args.command?.name
  if (name === 'post' || name === 'draft' || name === 'page') return name
  const collection = text(args, 'collection')
  if (args.flags.get('draft') === true || collection === 'drafts') return 'draft'
  return collection === undefined || collection === 'posts' ? 'post' : 'file'
}

function collectionOf(args: Arguments, kind: Kind): string {
  return kind === 'file' ? (text(args, 'collection') ?? 'posts') : `${kind}s`
}

/** The front matter, in jekyll-compose's order; the configuration's fields replace those of the same name, also a plugin's. */
function fieldsOf(
  writing: Writing,
  kind: Kind,
  { collection, title, date }: NewDocument,
  ofPlugins: Hash,
): Hash {
  const layout = text(writing.args, 'layout')
  const fields = new Map<Value, Value>([
    ['layout', layout ?? (kind === 'page' ? 'page' : 'post')],
    ['title', title],
  ])
  const given = writing.settings.fields.get(collection) ?? []
  if (date !== undefined) fields.set('date', stamp(writing, date))
  for (const [key, value] of ofPlugins) fields.set(key, value)
  for (const [key, value] of given) if (key !== 'layout' || layout === undefined) fields.set(key, value)
  return fields
}

function text(args: Arguments, flag: string): string | undefined {
  const value = args.flags.get(flag)
  return typeof value === 'string' ? value : undefined
}
