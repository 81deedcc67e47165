/** Warnings about references to what is not there, or there twice. */
import { type Diagnostic, lineCol, nearest, type Renderable } from '../../plugin-api.ts'

/** @param known ids that could be referred to */
export function missingTarget(doc: Renderable, id: string, known: readonly string[]): Diagnostic {
  const near = nearest(id, known)
  const place = placeOf(doc, id)
  const { source, span } = place
  const line = source === undefined || span === undefined ? '' : `:${lineCol(source.text, span.start).line}`
  return {
    code: 'references/unknown',
    severity: 'warning',
    topic: 'References:',
    message: `${doc.file.path}${line}: nothing with a number or a heading has the id '${id}'.`,
    ...place,
    help:
      near === undefined
        ? 'give the figure, table or equation an id, and figures and tables a caption: `{: #fig-path caption="…"}`'
        : `did you mean '${near}'?`,
    trail: [`rendering ${doc.file.path}`],
  }
}

/** @param id what several numbered things of `doc` have as theirs */
export function repeatedTarget(doc: Renderable, id: string): Diagnostic {
  return {
    code: 'references/repeated',
    severity: 'warning',
    topic: 'References:',
    message: `Several things in ${doc.file.path} have the id '${id}'.`,
    source: { path: doc.file.path, text: '' },
    help: 'references lead to the first: give the others ids of their own',
    trail: [`rendering ${doc.file.path}`],
  }
}

/** Where the text refers to `id`: behind `ref`. */
function placeOf(doc: Renderable, id: string): Pick<Diagnostic, 'source' | 'span'> {
  const { body, bodyLine, file } = doc
  const above = '\n'.repeat(bodyLine - 1)
  for (let at = body.indexOf(id); at !== -1; at = body.indexOf(id, at + id.length)) {
    if (!/ref[\s{"']+$/.test(body.slice(Math.max(0, at - 12), at))) continue
    const start = above.length + at
    return { source: { path: file.path, text: above + body }, span: { start, end: start + id.length } }
  }
  return { source: { path: file.path, text: '' } }
}
