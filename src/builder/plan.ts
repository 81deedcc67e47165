/**
 * What a build renders and what it writes, decided before either. Everything is rendered, in Jekyll's order (a
 * template may read the output of a document that is not written); written are, in Jekyll's order, pages, static files
 * and documents: where two share a path, the last of these wins.
 */
import { BuildError } from '../base/index.ts'
import {
  type DocId,
  type Document,
  ownPermalink,
  type Renderable,
  type Site,
  type SiteFile,
  type StaticFile,
} from '../site/index.ts'
import type { Changes } from './changes.ts'

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
  /** where documents stand in both, once a plan was made of this one */
  readonly places?: Places
}

interface Places {
  readonly render: ReadonlyMap<DocId, number>
  readonly write: ReadonlyMap<DocId, number>
}

/** Throws a BuildError for a document that is to be written and has no URL. */
export function planBuild(site: Site): Plan {
  const render = [...site.renderables.values()]
  const write: PlannedFile[] = []
  for (const page of render)
    if (page.kind === 'page' && page.write)
      write.push({ path: page.outputPath, label: page.file.path, from: page })
  for (const file of staticFilesOf(site))
    write.push({ path: file.outputPath, label: absolute(file.file), from: file })
  for (const doc of render)
    if (doc.kind === 'document' && doc.write && doc.noUrl !== null) throw unplaced(doc, doc.noUrl)
    else if (doc.kind === 'document' && doc.write)
      write.push({ path: doc.outputPath, label: absolute(doc.file), from: doc })
  return { render, write }
}

/**
 * The plan of a site in which hardly anything changed since `plan` was made: files of the same objects are planned as the same
 * objects. Undefined where other files are written than then, or elsewhere.
 */
export function planAgain(site: Site, plan: Plan, { before, documents }: Changes): Plan | undefined {
  const { places = placesIn(plan) } = plan
  const render = plan.render.slice()
  const write = plan.write.slice()
  for (const id of documents) {
    const doc = site.renderables.get(id)
    const at = places.render.get(id)
    if (doc === undefined || at === undefined) return undefined
    render[at] = doc
    const file = places.write.get(id)
    if ((file !== undefined) !== doc.write) return undefined
    if (file === undefined) continue
    const { path, label, from } = plan.write[file]!
    if (!('kind' in from) || from.kind !== doc.kind || !sameSource(from.file, doc.file)) return undefined
    if (doc.outputPath !== path || (doc.kind === 'document' && doc.noUrl !== null)) return undefined
    write[file] = { path, label, from: doc }
  }
  if (site.staticFiles !== before.staticFiles || site.collections !== before.collections) {
    const files = staticFilesOf(site)
    const from = write.findIndex((file) => !isDocument(file))
    const isSame = (file: StaticFile, at: number): boolean => {
      const planned = plan.write[from + at]
      if (planned === undefined || isDocument(planned)) return false
      if (planned.from !== file) write[from + at] = { ...planned, from: file }
      return planned.path === file.outputPath && planned.label === absolute(file.file)
    }
    const count = plan.write.length - places.write.size
    if (files.length !== count || !files.every(isSame)) return undefined
  }
  return { render, write, places }
}

function isDocument({ from }: PlannedFile): boolean {
  return 'kind' in from
}

function sameSource(one: SiteFile, other: SiteFile): boolean {
  return one.path === other.path && one.root === other.root
}

function placesIn({ render, write }: Plan): Places {
  return {
    render: new Map(render.map(({ id }, at) => [id, at])),
    write: new Map(write.flatMap(({ from }, at) => ('kind' in from ? [[from.id, at]] : []))),
  }
}

/** Those that are written. A collection writes its files even where a plugin took them off the site's list. */
function staticFilesOf({ staticFiles, collections }: Site): readonly StaticFile[] {
  const files = new Set(staticFiles)
  for (const { staticFiles: own } of collections.values()) for (const file of own) files.add(file)
  return [...files].filter(({ write }) => write)
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
