/** Files of citations, made when everything is rendered: those that pages link, and `CITATION.cff` of the site. */
import {
  compareValues,
  type FinishContext,
  type FinishedFile,
  isUndated,
  rubyToS,
  type Site,
  type Time,
} from '../../plugin-api.ts'
import { citeBibtex } from './cite/bibtex.ts'
import { citeCff, siteCff } from './cite/cff.ts'
import { citeCsl } from './cite/csl.ts'
import { downloadPath, linkedDownloads } from './downloads.ts'
import type { Model } from './model.ts'
import { workBehind } from './page-drop.ts'
import type { CitedWork } from './work.ts'

const WRITERS: Readonly<Record<string, (work: CitedWork) => string>> = {
  bib: citeBibtex,
  'csl.json': citeCsl,
  cff: citeCff,
}

export function citationFiles(site: Site, model: Model, ctx: FinishContext): readonly FinishedFile[] {
  const taken = pathsOf(site)
  const files: FinishedFile[] = []
  const add = (path: string, content: string): void => {
    if (taken.has(path)) return
    taken.add(path)
    files.push({ path, content })
  }
  for (const doc of site.renderables.values()) {
    const output = ctx.outputs.get(doc.outputPath)
    if (output === undefined) continue
    const wanted = linkedDownloads(output, doc, model.options)
    const work = wanted.length === 0 ? undefined : workBehind(ctx.drop(doc).get('attribution'))
    if (work === undefined) continue
    for (const ending of wanted) add(downloadPath(doc, ending), WRITERS[ending]?.(work) ?? '')
  }
  const { citationFile } = model.options
  if (citationFile !== null && (model.author !== null || model.siteTitle !== ''))
    add(citationFile.slice(1), siteCff(model, addressOf(site), describe(site), newestDate(site)))
  return files
}

/** The address of the site's home; a path alone where it has no `url`. */
function addressOf({ config }: Site): string {
  const text = (key: string): string => {
    const value = config.data.get(key)
    return value === null || value === undefined ? '' : rubyToS(value).replace(/\/+$/, '')
  }
  const base = text('baseurl')
  return `${text('url')}${base === '' || base.startsWith('/') ? base : `/${base}`}/`
}

/** When the newest post is of; null where none has a date. */
function newestDate(site: Site): Time | null {
  let newest: Time | null = null
  for (const doc of site.renderables.values()) {
    if (doc.kind === 'page' || doc.collection !== 'posts' || isUndated(doc)) continue
    // Its day is when it was last written.
    if (doc.data.get('draft') === true) continue
    if (newest === null || (compareValues(doc.date, newest) ?? 0) > 0) newest = doc.date
  }
  return newest
}

function describe(site: Site): string | null {
  const text = site.config.data.get('description')
  return text === null || text === undefined ? null : rubyToS(text).replace(/\s+/g, ' ').trim() || null
}

/** What the site writes by itself: a file of its own wins. */
function pathsOf(site: Site): Set<string> {
  const paths = new Set<string>()
  for (const doc of site.renderables.values()) paths.add(doc.outputPath)
  for (const file of site.staticFiles) paths.add(file.outputPath)
  return paths
}
