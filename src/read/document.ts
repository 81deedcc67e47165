/**
 * A post, draft or other document: its front matter over the defaults, what its name and directories add, its URL.
 *
 * The steps and the order of the keys they leave are Jekyll's, since templates can see both. A file whose front matter
 * is no good keeps what was known before reading it, as in Jekyll: no title, no slug, and the site's time for a date.
 */
import { extname, Time, type Value } from '../base/index.ts'
import { type DatedDocument, documentFrom, excerptFrom, type Home } from '../site/index.ts'
import {
  absolutePath,
  convertedExtOf,
  noteIn,
  type ReadContext,
  readSource,
  type Source,
  siteFile,
  stop,
  warn,
  withNotes,
} from './context.ts'
import { categoriesOf, fillData } from './document-data.ts'
import { remembered } from './read-memory.ts'

/** A document to be read. */
interface DocumentPlan {
  /** in the tree */
  readonly path: string
  readonly home: Home
  readonly draft: boolean
}

/** Whether a document is front matter only: Jekyll 4.3 reads a YAML file among documents as data, without its text. */
export function isDataFile(path: string): boolean {
  return /\.ya?ml$/.test(path)
}

/** Reads a document; null when there is nothing to be had of its content. Throws BuildError where Jekyll stops. */
export function readDocument(ctx: ReadContext, plan: DocumentPlan): DatedDocument | null {
  const kind = plan.draft ? `draft ${plan.home.label}` : `document ${plan.home.label}`
  return remembered(ctx, plan.path, kind, () => read(ctx, plan))
}

function read(ctx: ReadContext, plan: DocumentPlan): DatedDocument | null {
  const { home } = plan
  const source = readSource(ctx, plan.path)
  const file = siteFile(ctx, plan.path, source.stat, ctx.config.collectionsDir)
  const { problem } = source
  const data = new Map<Value, Value>([
    ['draft', plan.draft],
    ['categories', categoriesOf(file.path, plan.draft ? '_drafts' : home.directory)],
  ])
  let failure = problem === undefined ? null : problem.message
  if (problem === undefined) failure = fillData(ctx, data, source.data, file.path, home.label)
  if (failure !== null) report(ctx, plan, source, failure)
  if (problem?.kind === 'unreadable' || problem?.kind === 'encoding') return null
  const dated = data.get('date') instanceof Time
  const body = isDataFile(plan.path) ? '' : source.body
  const asked = { setting: (key: string) => data.get(key), body, path: file.path }
  const excerpt = failure === null ? excerptFrom(ctx, asked, noteIn(ctx)) : null
  if (excerpt !== null) data.delete('excerpt')
  const { bodyLine } = source
  const convertedExt = convertedExtOf(ctx, extname(file.path))
  const parts = { id: plan.path, file, data, body, bodyLine, excerpt, home, convertedExt }
  return {
    document: withNotes(ctx, () => documentFrom(parts, { zone: ctx.zone, note: noteIn(ctx) })),
    dated,
  }
}

function report(ctx: ReadContext, plan: DocumentPlan, { problem }: Source, failure: string): void {
  const path = absolutePath(ctx, plan.path)
  const message =
    problem?.kind === 'yaml'
      ? `YAML Exception reading ${path}: ${failure}`
      : `could not read file ${path}: ${failure}`
  const place = { ...(problem?.diagnostic ?? { code: 'read/front-matter' }), topic: 'Error:' }
  // A post that is not text is passed over; another document goes on, and its conversion stops Jekyll.
  const fatal = problem?.kind === 'encoding' && plan.home.label !== 'posts'
  if (ctx.config.strictFrontMatter || fatal) stop(ctx, message, place)
  warn(ctx, message, place)
}
