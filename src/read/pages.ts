/** Pages: files with front matter outside collections. */
import { extname, type Hash, isTruthy, rubyToS, type Value } from '../base/index.ts'
import {
  deepMerge,
  defaultFor,
  defaultsFor,
  excerptOf,
  hasLiquid,
  isHtmlExt,
  isPublished,
  type Page,
  pagePlace,
} from '../site/index.ts'
import { absolutePath, type ReadContext, readSource, type Source, siteFile, stop, warn } from './context.ts'

/** Reads the page at `path` of the tree; null when it is not published. Throws BuildError where Jekyll stops. */
export function readPage(ctx: ReadContext, path: string): Page | null {
  const source = readSource(ctx, path)
  const own = usable(ctx, path, source)
  const data = deepMerge(defaultsFor(ctx.defaults, path, 'pages'), own)
  // What rendering asks for is looked up key by key, and an own null is an answer.
  const setting = (key: string): Value =>
    own.has(key) ? own.get(key) : defaultFor(ctx.defaults, path, 'pages', key)
  if (own.get('permalink') === '')
    stop(ctx, `Invalid permalink in ${absolutePath(ctx, path)}`, {
      code: 'read/invalid-permalink',
      help: 'take the empty `permalink` out of its front matter',
    })
  if (!isPublished(own, ctx.config)) return null
  const permalink = isTruthy(setting('permalink')) ? rubyToS(setting('permalink')) : undefined
  const place = pagePlace(ctx.config, path, permalink, ctx.outputExt)
  return {
    kind: 'page',
    id: path,
    order: 0,
    file: siteFile(ctx, path, source.stat),
    data,
    layout: setting('layout'),
    liquid: !ctx.config.rules.liquidSwitch || setting('render_with_liquid') !== false,
    body: source.body,
    bodyLine: source.bodyLine,
    excerpt: excerptFor(ctx, setting, source.body, place.outputExt),
    ...place,
    write: true,
    name: path.slice(path.lastIndexOf('/') + 1),
  }
}

/** The front matter of a page or layout, after warning of one that is broken and stopping at one that is no hash. */
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
  return kind === 'encoding' && (ctx.outputExt(ext) !== ext || hasLiquid(body))
}

/** Pages have excerpts only with `page_excerpts`, and only those that become HTML. */
function excerptFor(
  ctx: ReadContext,
  setting: (key: string) => Value,
  body: string,
  outputExt: string,
): string | null {
  if (!ctx.config.excerpt.ofPages || !isHtmlExt(outputExt)) return null
  const own = setting('excerpt_separator')
  const separator = isTruthy(own) ? rubyToS(own) : ctx.config.excerpt.separator
  if (separator === '' || isTruthy(setting('excerpt'))) return null
  return excerptOf(body, separator).text
}
