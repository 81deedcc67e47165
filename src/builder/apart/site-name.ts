/** A name for what all shards of a build are made of. */
import { dataText, digest } from '../../base/index.ts'
import { createFacts, Digests, nothingRendered, type Shared } from '../../render/index.ts'
import type { Site } from '../../site/index.ts'

/**
 * Names the state of the site: its documents, layouts, includes, data and the files it copies. When files were changed, and
 * what time it is, differs between machines that build one state: results that show it hold where they do.
 */
export function nameOfSite(site: Site, shared: Shared): string {
  const facts = createFacts(shared, new Digests())
  const before = nothingRendered()
  const now = (kind: string, what = ''): unknown => facts.now(`${kind}:${what}`, before)
  const text = dataText([
    [...site.renderables].map(([id, doc]) => [id, facts.own(doc)]),
    [...site.layouts.keys()].map((name) => [name, now('layout', name)]),
    [...site.includes.keys()].map((name) => [name, now('include', name)]),
    [...site.collections.keys()].map((label) => [label, now('documents', label)]),
    site.staticFiles.map(({ outputPath, file }) => [outputPath, file.size]),
    now('pages'),
    now('data'),
  ])
  return digest(text ?? '')
}
