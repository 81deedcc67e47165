/** What became of documents, as plugins and the output see it. */
import type { RenderedTexts } from '../../plugins/index.ts'
import type { Progress } from '../../render/index.ts'
import type { DocId } from '../../site/index.ts'

/** The texts of `progress`, with the outputs that hooks on the site changed. */
export function renderedTexts(progress: Progress, changed?: ReadonlyMap<DocId, string>): RenderedTexts {
  return {
    content: (id) => progress.rendered(id)?.content,
    output: (id) => changed?.get(id) ?? progress.rendered(id)?.output,
  }
}

/** What is written of a document. Rendering everything before is the build's promise. */
export function outputOf(texts: RenderedTexts, id: DocId): string {
  const output = texts.output(id)
  if (output === undefined) throw new Error('a document is written that was not rendered')
  return output
}
