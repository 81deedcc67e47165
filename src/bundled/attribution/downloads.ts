/** Citations as files beside a page: `post.bib`, `post.csl.json`, `post.cff`. */
import type { Renderable } from '../../plugin-api.ts'
import type { AttributionOptions } from './model.ts'

/** Site paths of a document's citation files by their ending. `/a/b.html` and `/a/b/` have `/a/b.bib`. */
export function downloadsFor(
  doc: Renderable,
  { downloads }: AttributionOptions,
): ReadonlyMap<string, string> {
  const stem = stemOf(doc.url, doc.outputExt)
  return new Map(downloads.map((ending) => [ending, `${stem}.${ending}`]))
}

/** Path in the destination of the file at `ending` of a document. */
export function downloadPath(doc: Renderable, ending: string): string {
  return `${stemOf(`/${doc.outputPath}`, doc.outputExt)}.${ending}`.slice(1)
}

function stemOf(path: string, ext: string): string {
  const bare = path.endsWith('/index.html') ? path.slice(0, -'index.html'.length) : path
  if (bare === '/' || bare === '') return '/index'
  if (bare.endsWith('/')) return bare.slice(0, -1)
  return ext !== '' && bare.endsWith(ext) ? bare.slice(0, -ext.length) : bare
}

/**
 * Which of a document's files its finished page links. Only those are made, so that sites without a box for reuse pay
 * nothing. One pass over the page.
 */
export function linkedDownloads(
  output: string,
  doc: Renderable,
  options: AttributionOptions,
): readonly string[] {
  const stem = stemOf(doc.url, doc.outputExt)
  const mark = `${stem.slice(stem.lastIndexOf('/'))}.`
  const found = new Set<string>()
  for (let at = output.indexOf(mark); at !== -1; at = output.indexOf(mark, at + mark.length))
    for (const ending of options.downloads)
      if (
        output.startsWith(ending, at + mark.length) &&
        /["'\s>?#]/.test(output[at + mark.length + ending.length] ?? '')
      )
        found.add(ending)
  return [...found]
}
