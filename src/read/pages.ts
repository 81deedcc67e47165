/** Pages: files with front matter outside collections. */
import { basename, extname, type Hash } from '../base/index.ts'
import { hasLiquid, isPublished, type Page, pageFrom } from '../site/index.ts'
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
} from './context.ts'
import { remembered } from './read-memory.ts'

/** Reads the page at `path` of the tree; null when it is not published. Throws BuildError where Jekyll stops. */
export function readPage(ctx: ReadContext, path: string): Page | null {
  return remembered(ctx, path, 'page', () => read(ctx, path))
}

function read(ctx: ReadContext, path: string): Page | null {
  const source = readSource(ctx, path)
  const own = usable(ctx, path, source)
  if (own.get('permalink') === '')
    stop(ctx, `Invalid permalink in ${absolutePath(ctx, path)}`, {
      code: 'read/invalid-permalink',
      help: 'take the empty `permalink` out of its front matter',
    })
  if (!isPublished(own, ctx.config)) return null
  const { body, bodyLine, stat } = source
  const file = siteFile(ctx, path, stat)
  convertedExtOf(ctx, extname(path))
  return pageFrom(ctx, { id: path, path, file, own, body, bodyLine, name: basename(path) }, noteIn(ctx))
}

/** The front matter of a page or layout, after warning of one that is broken and stopping at one that is not a hash. */
export function usable(ctx: ReadContext, path: string, { data, body, problem }: Source): Hash {
  if (problem === undefined) return data
  const full = absolutePath(ctx, path)
  if (problem.kind === 'not-a-hash') stop(ctx, `Invalid YAML front matter in ${full}`, problem.diagnostic)
  const message =
    problem.kind === 'yaml'
      ? `YAML Exception reading ${full}: ${problem.message}`
      : `Error reading file ${full}: ${problem.message}`
  if (ctx.config.strictFrontMatter || cannotGoOn(ctx, path, problem.kind, body))
    stop(ctx, message, problem.diagnostic)
  warn(ctx, message, problem.diagnostic)
  return data
}

/** Jekyll goes on with bytes that are no text, and then stops where Markdown or Liquid meets them. */
function cannotGoOn(ctx: ReadContext, path: string, kind: string, body: string): boolean {
  const ext = extname(path)
  return kind === 'encoding' && (convertedExtOf(ctx, ext) !== ext || hasLiquid(body))
}
