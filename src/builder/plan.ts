/**
 * What a build renders and what it writes, decided before either. Everything is rendered, in Jekyll's order (a
 * template may read the output of a document that is not written); written are, in Jekyll's order, pages, static files
 * and documents: where two share a path, the last of these wins.
 */
import { BuildError } from '../base/index.ts'
import {
  type Document,
  ownPermalink,
  type Renderable,
  type Site,
  type SiteFile,
  type StaticFile,
} from '../site/index.ts'

/** One file of the output and where it comes from. */
export interface PlannedFile {
  /** relative to the destination */
  readonly path: string
  /** how a conflict names its source: Jekyll shows pages by relative and the rest by absolute path */
  readonly label: string
  readonly from: Renderable | StaticFile | MadeText
}

/** A file that rendering or a plugin made besides the documents': a source map, a search index. */
type MadeText = { readonly text: string } | { readonly bytes: Uint8Array }

export interface Plan {
  readonly render: readonly Renderable[]
  readonly write: readonly PlannedFile[]
}

/** Throws a BuildError for a document that is to be written and has no URL. */
export function planBuild(site: Site): Plan {
  const render = [...site.renderables.values()]
  const write: PlannedFile[] = []
  for (const page of render)
    if (page.kind === 'page' && page.write)
      write.push({ path: page.outputPath, label: page.file.path, from: page })
  // A collection writes its files even where a plugin took them off the site's list.
  const files = new Set(site.staticFiles)
  for (const { staticFiles } of site.collections.values()) for (const file of staticFiles) files.add(file)
  for (const file of files)
    if (file.write) write.push({ path: file.outputPath, label: absolute(file.file), from: file })
  for (const doc of render)
    if (doc.kind === 'document' && doc.write && doc.noUrl !== null) throw unplaced(doc, doc.noUrl)
    else if (doc.kind === 'document' && doc.write)
      write.push({ path: doc.outputPath, label: absolute(doc.file), from: doc })
  return { render, write }
}

function unplaced({ data, file, home }: Document, message: string): BuildError {
  const template = ownPermalink(data.get('permalink'), file.path) ?? home.permalink
  return new BuildError([
    {
      code: 'site/unknown-placeholder',
      severity: 'error',
      message,
      settings: [
        { keys: ['permalink'], file: file.path },
        { keys: ['collections', home.label, 'permalink'] },
        { keys: ['permalink'] },
      ],
      help: `the template ${template} of ${file.path} has a name after a colon that means nothing`,
      trail: [],
    },
  ])
}

function absolute(file: SiteFile): string {
  return `${file.root}/${file.path}`
}
