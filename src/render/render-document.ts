/**
 * One document to text, as Jekyll's renderer goes about it:
 *
 *     payload -> Liquid over the body -> converters by extension -> layouts, innermost first
 *
 * Pure and synchronous: what it reads is in `env`, what it makes is in the result. Documents are rendered in Jekyll's
 * order, and builder/ puts each result into `env.finished` before the next, for templates that read other documents.
 */
import { BuildError, type Diagnostic, flatText, joinPath } from '../base/index.ts'
import { PluginFailure } from '../plugins/index.ts'
import { hasLiquid, type Renderable } from '../site/index.ts'
import { convertDocument } from './convert.ts'
import { PageDrop } from './drops/page.ts'
import { RenderFailure } from './failure.ts'
import { createPayload, type Payload } from './payload.ts'
import { addLayoutData, layoutOf, placeInLayouts } from './place-in-layouts.ts'
import { compileText, runTemplate, type Work } from './render-text.ts'
import type { ExtraFile, LiquidText, RenderEnv, Rendered } from './types.ts'

const YAML: ReadonlySet<string> = new Set(['.yml', '.yaml'])

/**
 * Renders `doc`. Throws a BuildError where Jekyll stops, at a Liquid error or a stylesheet that does not compile:
 * first the error as Jekyll words it, then warnings. Otherwise warnings are in the result.
 */
export function renderDocument(doc: Renderable, env: RenderEnv): Rendered {
  const diagnostics: Diagnostic[] = []
  const extraFiles: ExtraFile[] = []
  const work: Work = { env, document: doc, diagnostics }
  const before = env.current
  const current = { document: doc, content: doc.body }
  env.current = current
  try {
    // Jekyll makes a page's own hash once, before: its layouts still see the source there, but not in `site.pages`.
    const own = doc.kind === 'page' ? new PageDrop(doc, env, doc.body) : env.drops.of(doc)
    const payload = createPayload(env, own, doc)
    for (const [key, value] of env.hooks?.variables(doc, env.site) ?? []) payload.set(String(key), value)
    const layout = layoutOf(work, doc)
    if (layout !== undefined) addLayoutData(payload, layout)
    const text = renderBody(work, doc, payload)
    const converted = convertDocument(env, doc, text, extraFiles, diagnostics)
    const content = flatText(env.hooks?.text('post_convert', doc, converted, env.site) ?? converted)
    current.content = content
    const placed = layout === undefined ? content : placeInLayouts(work, content, doc, payload)
    const output = flatText(env.hooks?.text('post_render', doc, placed, env.site) ?? placed)
    return { id: doc.id, output, content, extraFiles, diagnostics }
  } catch (error) {
    if (!(error instanceof RenderFailure) && !(error instanceof PluginFailure)) throw error
    const { diagnostic } = error
    const failed = { ...diagnostic, trail: [...diagnostic.trail, `rendering ${doc.file.path}`] }
    throw new BuildError([failed, ...diagnostics], error.cause === undefined ? {} : { cause: error.cause })
  } finally {
    env.current = before
  }
}

function renderBody(work: Work, doc: Renderable, payload: Payload): string {
  if (!usesLiquid(doc)) return doc.body
  const text: LiquidText = {
    path: doc.file.path,
    text: doc.body,
    shownAs: shownPath(doc),
    firstLine: doc.bodyLine,
  }
  return runTemplate(work, text, compileText(work, text), payload)
}

/** Documents that are data files, and those that say so, are left alone. */
function usesLiquid(doc: Renderable): boolean {
  if (!doc.liquid || !hasLiquid(doc.body)) return false
  return doc.kind === 'page' || !YAML.has(doc.ext)
}

/** What Jekyll prints behind `in`: documents by their absolute path, pages by their relative one. */
export function shownPath(doc: Renderable): string {
  return doc.kind === 'page' ? doc.file.path : joinPath(doc.file.root, doc.file.path)
}
