/** A document's layouts, innermost first, and `layout`, the data they gather. */
import { type Hash, isHash, joinPath, rubyToS, type Value } from '../base/index.ts'
import type { Layout, Renderable } from '../site/index.ts'
import { liquidFailure } from './liquid-failure.ts'
import type { Payload } from './payload.ts'
import { runTemplate, type Work } from './render-text.ts'
import { compileLayout, hasLiquid } from './templates.ts'
import type { LiquidText } from './types.ts'

const STYLES: ReadonlySet<string> = new Set(['.sass', '.scss', '.coffee'])
const YAML: ReadonlySet<string> = new Set(['.yml', '.yaml'])

/** Stylesheets, scripts, data files and `layout: none` get no layout. */
export function takesLayout(doc: Renderable): boolean {
  if (STYLES.has(doc.ext) || doc.layout === 'none') return false
  return doc.kind === 'page' || !YAML.has(doc.ext)
}

/** The layout `doc` asks for; undefined when it asks for none or for one that is not there, which is told in `work`. */
export function layoutOf(work: Work, doc: Renderable): Layout | undefined {
  const name = doc.layout
  if (name === null || name === undefined) return undefined
  const layout = work.env.site.layouts.get(rubyToS(name))
  if (layout === undefined) {
    work.diagnostics.push({
      code: 'render/layout-missing',
      severity: 'warning',
      message: `Build Warning: Layout '${rubyToS(name)}' requested in ${doc.file.path} does not exist.`,
      help: 'the page is written without a layout',
      trail: [],
    })
  }
  return layout
}

/** Adds the data of `layout` below what the inner layouts set: an inner value wins, hashes merge. */
export function addLayoutData(payload: Payload, layout: Layout): void {
  const inner = payload.get('layout')
  payload.set('layout', isHash(inner) ? merged(layout.data, inner) : layout.data)
}

function merged(outer: Hash, inner: Hash): Hash {
  const result = new Map<Value, Value>(outer)
  for (const [key, value] of inner) {
    const below = result.get(key)
    result.set(key, isHash(below) && isHash(value) ? merged(below, value) : value)
  }
  return result
}

/** `content` placed in `layout` and in the layouts around it. A layout that comes up again ends the chain, as in Jekyll. */
export function placeInLayouts(work: Work, content: string, first: Layout, payload: Payload): string {
  const { layouts } = work.env.site
  const used = new Set<Layout>()
  let output = content
  let layout: Layout | undefined = first
  while (layout !== undefined && !used.has(layout)) {
    used.add(layout)
    payload.set('content', output)
    addLayoutData(payload, layout)
    output = renderLayout(work, layout, payload)
    const name: Value = layout.data.get('layout')
    layout = name === null || name === undefined ? undefined : layouts.get(rubyToS(name))
  }
  return output
}

function renderLayout(work: Work, layout: Layout, payload: Payload): string {
  const { liquidSwitch } = work.env.site.config.rules
  if (!hasLiquid(layout.body) || (liquidSwitch && layout.data.get('render_with_liquid') === false))
    return layout.body
  const text: LiquidText = {
    path: layout.file.path,
    text: layout.body,
    shownAs: joinPath(layout.file.root, layout.file.path),
    firstLine: layout.bodyLine,
  }
  let template: ReturnType<typeof compileLayout>['template']
  try {
    template = compileLayout(work.env, layout.file, layout.body, layout.bodyLine).template
  } catch (error) {
    throw liquidFailure(work.env, text, error)
  }
  return runTemplate(work, text, template, payload)
}
