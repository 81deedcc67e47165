/**
 * Whose work it was: authors, those who employed them at the time, licence, credits, citations. Configuration, front
 * matter and `_data/credits` in; `page.attribution`, `site.attribution`, includes, pages and citation files out.
 * docs/attribution.md
 */
import {
  addPages,
  definePlugin,
  type FieldContext,
  type Fields,
  type FinishContext,
  type FinishedFile,
  phraseFilters,
  type Site,
} from '../../plugin-api.ts'
import { citationFiles } from './citation-files.ts'
import { examineAttribution, faultsOf } from './examine.ts'
import { INCLUDES, LAYOUTS } from './includes/all.ts'
import { type AttributionDrop, pageDrop } from './page-drop.ts'
import { attributionPages, NAME } from './pages.ts'
import { employersAt } from './present.ts'
import { readModel } from './read-model.ts'
import { RULES } from './rules.ts'
import { SETTINGS } from './settings.ts'
import { createShelf } from './shelf.ts'
import { siteDrop } from './site-drop.ts'

export const attribution = definePlugin({
  name: NAME,
  priority: 'low',
  settings: SETTINGS,
  generate(site, ctx) {
    for (const fault of faultsOf(site, (path) => ctx.readText(path)))
      ctx.warn({ ...fault, severity: 'warning' })
    return addPages(site, attributionPages(site, readModel(site)))
  },
  fields: attributionFields,
  includes: INCLUDES,
  filters: phraseFilters('attribution'),
  layouts: LAYOUTS,
  finish: (site: Site, ctx: FinishContext): readonly FinishedFile[] =>
    citationFiles(site, readModel(site), ctx),
  check: (site, ctx) => examineAttribution(site, ctx.readText),
  rules: RULES,
  // Whose work it is shall stay written when the author has moved on.
  newDocument({ collection, date }, { config }) {
    const employers = collection === 'posts' && date !== undefined ? employersAt(config, date) : []
    return employers.length === 0 ? {} : { employer: employers.length === 1 ? employers[0] : employers }
  },
})

/** `attribution` of the site, of documents and of pages. */
function attributionFields(site: Site, ctx: FieldContext): Fields {
  const shelf = createShelf(site, readModel(site), ctx)
  const pages = new Map<string, AttributionDrop>()
  let whole: ReturnType<typeof siteDrop> | undefined
  return {
    site: {
      attribution: () => {
        whole ??= siteDrop(shelf)
        return whole
      },
    },
    document: {
      attribution: (doc) => {
        let drop = pages.get(doc.id)
        if (drop === undefined) {
          drop = pageDrop(doc, shelf)
          pages.set(doc.id, drop)
        }
        return drop
      },
    },
  }
}
