/** Which layouts stand around a document. */
import { rubyToS, type Value } from '../base/index.ts'
import { settingOf } from './setting-of.ts'
import type { Layout, Renderable } from './types.ts'

const STYLES: ReadonlySet<string> = new Set(['.sass', '.scss', '.coffee'])
const YAML: ReadonlySet<string> = new Set(['.yml', '.yaml'])

/** The name of the layout that `doc` asks for. Stylesheets, scripts, data files and `layout: none` ask for none. */
export function layoutNameOf(doc: Renderable): string | undefined {
  return isPlaced(doc) ? nameOf(settingOf(doc, 'layout')) : undefined
}

/** Whether layouts are looked for at all, be there one or not. */
export function isPlaced(doc: Renderable): boolean {
  if (STYLES.has(doc.ext) || settingOf(doc, 'layout') === 'none') return false
  return doc.kind === 'page' || !YAML.has(doc.ext)
}

/**
 * The layouts around `doc`, innermost first. One that is not there or comes up again ends the chain, as in Jekyll.
 *
 * @param find the layout of that name
 */
export function* layoutsAround(
  doc: Renderable,
  find: (name: string) => Layout | undefined,
): Generator<Layout> {
  const used = new Set<Layout>()
  let name = layoutNameOf(doc)
  while (name !== undefined) {
    const layout = find(name)
    if (layout === undefined || used.has(layout)) return
    used.add(layout)
    yield layout
    name = nameOf(layout.data.get('layout'))
  }
}

function nameOf(value: Value): string | undefined {
  return value === null || value === undefined ? undefined : rubyToS(value)
}
