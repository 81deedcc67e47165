/** Places a document in its layouts, and gathers their data as `layout`. */
import { joinPath, rubyToS } from '../base/index.ts'
import {
  hasLiquid,
  isPlaced,
  type Layout,
  layoutNameOf,
  layoutsAround,
  type Renderable,
  runsLiquid,
  settingOf,
} from '../site/index.ts'
import { layoutMeant } from '../slips/index.ts'
import { liquidFailure } from './liquid-failure.ts'
import type { Payload } from './payload.ts'
import { runTemplate } from './render-text.ts'
import type { CompiledText } from './templates.ts'
import type { LiquidText } from './types.ts'
import type { Work } from './work.ts'

/**
 * The layout `doc` asks for, be it placed there or not; undefined when it asks for none or for one that is not there,
 * which is reported in `work`.
 */
export function layoutOf(work: Work, doc: Renderable): Layout | undefined {
  const name = layoutNameOf(doc)
  if (name === undefined) return work.shared.view.layout(rubyToS(settingOf(doc, 'layout')))
  const layout = work.shared.view.layout(name)
  if (layout === undefined) {
    const meant = layoutMeant(name, work.shared.view.layoutNames())
    work.diagnostics.push({
      code: 'render/layout-missing',
      severity: 'warning',
      message: `Build Warning: Layout '${name}' requested in ${doc.file.path} does not exist.`,
      source: { path: doc.file.path, text: doc.body },
      ...(meant === undefined ? {} : { help: meant }),
      trail: [],
    })
  }
  return layout
}

/** `content` placed in the layouts around `doc`. */
export function placeInLayouts(work: Work, content: string, doc: Renderable, payload: Payload): string {
  let output = content
  if (isPlaced(doc)) payload.set('layout', null)
  for (const layout of layoutsAround(doc, (name) => work.shared.view.layout(name))) {
    payload.set('content', output)
    payload.addLayout(layout)
    work.shared.atWork(`The layout ${layout.file.path}`, doc.file.path)
    output = renderLayout(work, layout, payload)
  }
  return output
}

function renderLayout(work: Work, layout: Layout, payload: Payload): string {
  const { view, templates } = work.shared
  if (!hasLiquid(layout.body) || !runsLiquid(layout, view.config.rules)) return layout.body
  const text: LiquidText = {
    path: layout.file.path,
    text: layout.body,
    shownAs: joinPath(layout.file.root, layout.file.path),
    firstLine: layout.bodyLine,
  }
  let compiled: CompiledText
  try {
    compiled = templates(layout.file, layout.body, layout.bodyLine)
  } catch (error) {
    throw liquidFailure(work, text, error)
  }
  work.turn.texts.set(layout.file.path, compiled)
  return runTemplate(work, text, compiled.template, payload).text
}
