/**
 * A post, draft or other document: its front matter over the defaults, what its name and directories add, its URL.
 *
 * The steps and the order of the keys they leave are Jekyll's, since templates can see both. A file whose front matter
 * is no good keeps what was known before reading it, as in Jekyll: no title, no slug, and the site's time for a date.
 */
import {
  basename,
  extname,
  type Hash,
  isTruthy,
  listOrNone,
  rubyToS,
  Time,
  timeFromMilliseconds,
  type Value,
} from '../base/index.ts'
import {
  type DatedDocument,
  type Document,
  documentUrl,
  excerptOf,
  outputPathOf,
  placeholders,
  slugOf,
  UnknownPlaceholder,
  writtenExtension,
} from '../site/index.ts'
import { absolutePath, type ReadContext, readSource, type Source, siteFile, stop, warn } from './context.ts'
import { categoriesOf, fillData } from './document-data.ts'

/** A document to be read. */
export interface DocumentPlan {
  /** in the tree */
  readonly path: string
  readonly collection: string
  /** the collection's directory without `collections_dir`: `_posts` */
  readonly directory: string
  /** URL template of the collection */
  readonly template: string
  readonly draft: boolean
  /** whether the collection is written */
  readonly write: boolean
}

/** Whether a document is front matter only: Jekyll 4.3 reads a YAML file among documents as data, without its text. */
export function isDataFile(path: string): boolean {
  return /\.ya?ml$/.test(path)
}

/** Reads a document; null when there is nothing to be had of its content. Throws BuildError where Jekyll stops. */
export function readDocument(ctx: ReadContext, plan: DocumentPlan): DatedDocument | null {
  const { collectionsDir } = ctx.config
  const source = readSource(ctx, plan.path)
  const file = siteFile(ctx, plan.path, source.stat, collectionsDir)
  const { problem } = source
  const data = new Map<Value, Value>([
    ['draft', plan.draft],
    ['categories', categoriesOf(file.path, plan.draft ? '_drafts' : plan.directory)],
  ])
  let failure = problem === undefined ? null : problem.message
  if (problem === undefined) failure = fillData(ctx, data, source.data, file.path, plan.collection)
  if (failure !== null) report(ctx, plan, source, failure)
  if (problem?.kind === 'unreadable' || problem?.kind === 'encoding') return null
  const dated = data.get('date') instanceof Time
  if (!dated) {
    // Jekyll gives an undated document its date when it is asked for; there a file of _drafts is a draft at last.
    if (plan.draft) data.set('draft', true)
    const { mtime } = source.stat
    data.set('date', isTruthy(data.get('draft')) ? timeFromMilliseconds(mtime, ctx.config.zone) : ctx.time)
  }
  const body = isDataFile(plan.path) ? '' : source.body
  const excerpt = failure === null ? excerptFor(ctx, data, body, file.path) : null
  if (excerpt !== null) data.delete('excerpt')
  const place = placeOf(ctx, plan, data, file.path)
  const document: Document = {
    kind: 'document',
    id: plan.path,
    order: 0,
    file,
    data,
    layout: data.get('layout'),
    liquid: !ctx.config.rules.liquidSwitch || data.get('render_with_liquid') !== false,
    body,
    bodyLine: source.bodyLine,
    excerpt,
    ...place,
    collection: plan.collection,
    date: data.get('date') as Time,
    slug: slugOf(data, file.path),
    draft: plan.draft || isTruthy(data.get('draft')),
    write: plan.write,
  }
  return { document, dated }
}

function excerptFor(ctx: ReadContext, data: Hash, body: string, path: string): string | null {
  const own = data.get('excerpt_separator')
  const separator = isTruthy(own) ? rubyToS(own) : ctx.config.excerpt.separator
  if (separator === '' || isTruthy(data.get('excerpt'))) return null
  const { text, closed } = excerptOf(body, separator)
  if (closed) warn(ctx, closedExcerpt(path, separator), { code: 'site/excerpt-closed', topic: 'Warning:' })
  return text
}

function closedExcerpt(path: string, separator: string): string {
  return [
    `Excerpt modified in ${path}!`,
    `Found a Liquid block containing the excerpt separator ${JSON.stringify(separator)}.`,
    'The block has been modified with the appropriate closing tag.',
    'Feel free to define a custom excerpt or excerpt_separator in the',
    "document's Front Matter if the generated excerpt is unsatisfactory.",
  ].join('\n')
}

/** URL, place in the destination, and extensions. */
function placeOf(
  ctx: ReadContext,
  plan: DocumentPlan,
  data: Hash,
  path: string,
): Pick<Document, 'url' | 'outputPath' | 'ext' | 'outputExt'> {
  const own = data.get('permalink')
  const permalink = isTruthy(own) ? rubyToS(own) : undefined
  const ext = extname(path)
  const outputExt = writtenExtension(permalink) || ctx.outputExt(ext)
  const bare = path.slice(0, path.length - ext.length)
  const slug = data.get('slug')
  const parts = {
    collection: plan.collection,
    path: bare.replace(plan.directory, '').replace(/\.+$/, ''),
    basename: basename(bare),
    outputExt,
    slug: slug === null || slug === undefined ? undefined : rubyToS(slug),
    categories: listOrNone(data.get('categories')).map(rubyToS),
    date: data.get('date') as Time,
  }
  try {
    const textOf = placeholders(parts, ctx.config.rules)
    const url = documentUrl(permalink ?? plan.template, (name) => {
      const text = textOf(name)
      if (text === '' && (name === 'title' || name === 'slug')) emptySlug(ctx, parts.slug ?? parts.basename)
      return text
    })
    return { url, outputPath: outputPathOf(url, outputExt, 'index.html'), ext, outputExt }
  } catch (error) {
    if (!(error instanceof UnknownPlaceholder)) throw error
    return stop(ctx, error.message, {
      code: 'site/unknown-placeholder',
      help: `the template ${permalink ?? plan.template} of ${path} has a name after a colon that means nothing`,
    })
  }
}

function emptySlug(ctx: ReadContext, name: string): void {
  const message = `Empty \`slug\` generated for '${name}'.`
  warn(ctx, message, { code: 'site/empty-slug', topic: 'Warning:' })
}

function report(ctx: ReadContext, plan: DocumentPlan, { problem }: Source, failure: string): void {
  const path = absolutePath(ctx, plan.path)
  const message =
    problem?.kind === 'yaml'
      ? `YAML Exception reading ${path}: ${failure}`
      : `could not read file ${path}: ${failure}`
  const place = { ...(problem?.diagnostic ?? { code: 'read/front-matter' }), topic: 'Error:' }
  // A post that is no text is passed over; another document goes on, and its conversion stops Jekyll.
  const fatal = problem?.kind === 'encoding' && plan.collection !== 'posts'
  if (ctx.config.strictFrontMatter || fatal) stop(ctx, message, place)
  warn(ctx, message, place)
}
