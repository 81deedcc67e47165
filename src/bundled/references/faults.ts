/** Warnings about references to what is not there, or there twice. */
import { type Diagnostic, nearest, placesIn, type Renderable } from '../../plugin-api.ts'

/** So many ids are compared with those that there are: of more, something else went wrong. */
const COMPARED = 20
/** `ref`, and the id behind it: of a tag or of LaTeX's command */
const REFERENCE = /ref[\s{"']+([^\s{}"'%]+)/g

/**
 * @param missing ids that are referred to, each once
 * @param known ids that could be referred to
 */
export function missingTargets(
  doc: Parameters<typeof placesIn>[0],
  missing: readonly string[],
  known: readonly string[],
): readonly Diagnostic[] {
  if (missing.length === 0) return []
  const starts = new Map<string, number>()
  for (const { 0: whole, 1: id = '', index } of doc.body.matchAll(REFERENCE))
    if (!starts.has(id)) starts.set(id, index + whole.length - id.length)
  const placeAt = placesIn(doc)
  return missing.map((id, index) => {
    const near = index < COMPARED ? nearest(id, known) : undefined
    const start = starts.get(id)
    const { name, ...place } = start === undefined ? placeAt() : placeAt(start, start + id.length)
    return {
      code: 'references/unknown',
      severity: 'warning',
      topic: 'References:',
      message: `${name}: nothing with a number or a heading has the id '${id}'.`,
      ...place,
      help:
        near === undefined
          ? 'give the figure, table or equation an id, and figures and tables a caption: `{: #fig-path caption="…"}`'
          : `did you mean '${near}'?`,
      trail: [`rendering ${doc.file.path}`],
    }
  })
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

const CAPTION = /\bcaption=(?:"[^"\n]*"|'[^'\n]*')/g
const MARK = /\[\^[^[\]\s]+\]/

/** Marks of footnotes in captions, which are attributes and have none. */
export function footnotesInCaptions(doc: Parameters<typeof placesIn>[0]): readonly Diagnostic[] {
  if (!doc.body.includes('caption=') || !doc.body.includes('[^')) return []
  const placeAt = placesIn(doc)
  return [...doc.body.matchAll(CAPTION)].flatMap(({ 0: caption, index }) => {
    const mark = MARK.exec(caption)
    if (mark === null) return []
    const start = index + mark.index
    const { name, ...place } = placeAt(start, start + mark[0].length)
    return [
      {
        code: 'references/footnote-in-caption',
        severity: 'warning' as const,
        topic: 'References:',
        message: `${name}: a caption has no footnotes: '${mark[0]}' is shown as it is written.`,
        ...place,
        help: 'put the footnote into the text that tells of the figure or table',
        trail: [`rendering ${doc.file.path}`],
      },
    ]
  })
}
