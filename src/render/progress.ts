/**
 * What others see of a document: its source before it is rendered, the converted text from then on. Documents are
 * rendered in Jekyll's order, so this depends on when one looks, as it does in Jekyll.
 */
import { rubyToS } from '../base/index.ts'
import type { Renderable } from '../site/index.ts'
import type { RenderEnv } from './types.ts'

export function documentContent(env: RenderEnv, doc: Renderable): string {
  if (env.current?.document === doc) return env.current.content
  return env.finished.get(doc.id)?.content ?? doc.body
}

/** null until the document is finished. */
export function documentOutput(env: RenderEnv, doc: Renderable): string | null {
  return env.finished.get(doc.id)?.output ?? null
}

/** An excerpt from the front matter is shown as it is written; a generated one is converted. Never nil for documents. */
export function documentExcerpt(env: RenderEnv, doc: Renderable): string {
  const own = doc.data.get('excerpt')
  if (own !== null && own !== undefined) return rubyToS(own)
  return doc.excerpt === null ? '' : env.excerptOf(doc)
}

/** Pages have an excerpt with `page_excerpts` only. */
export function pageExcerpt(env: RenderEnv, doc: Renderable): unknown {
  const own = doc.data.get('excerpt')
  if (own !== null && own !== undefined) return own
  return doc.excerpt === null ? null : env.excerptOf(doc)
}
