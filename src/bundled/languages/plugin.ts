/**
 * A site in several languages: texts of a language lie below its folder, translations know of each other, each language has
 * a feed. Settings and addresses are those of jekyll-polyglot where that has some; here the site is built once. Whirl's own.
 */
import {
  type Diagnostic,
  definePlugin,
  isTruthy,
  mapRenderables,
  type Page,
  type Site,
  type SiteLanguages,
  siteLanguages,
  type TranslationFault,
  translationsOf,
} from '../../plugin-api.ts'
import { withFeeds } from './feeds.ts'
import { languageFields } from './fields.ts'
import { SETTINGS } from './options.ts'
import { placed } from './place.ts'

const NAME = 'languages'

/** Pages that other plugins added are in the main language unless they say otherwise; the sitemap names translations. */
function completed(site: Site, languages: SiteLanguages): Site {
  return mapRenderables(site, {
    page(page: Page): Page {
      if (page.generatedBy === 'jekyll-sitemap' && page.url === '/sitemap.xml')
        return { ...page, data: new Map(page.data).set('alternates', true) }
      if (page.outputExt !== '.html' || isTruthy(page.data.get('lang') ?? null)) return page
      return { ...page, data: new Map(page.data).set('lang', languages.main) }
    },
  })
}

function warning(fault: TranslationFault): Diagnostic {
  const message =
    fault.kind === 'nowhere'
      ? `\`translations\` of ${fault.doc.file.path} names '${fault.target}', which no page has as its address or path.`
      : `${fault.first.file.path} and ${fault.second.file.path} are translations of one text, and both are in '${fault.language}'.`
  return { code: `languages/${fault.kind}`, severity: 'warning', topic: 'Languages:', message, trail: [] }
}

export const languages = definePlugin({
  name: NAME,
  // Before those that make pages of posts.
  priority: 'high',
  settings: SETTINGS,
  generate(site) {
    const found = siteLanguages(site.config)
    return found === undefined ? site : placed(site, found)
  },
  generateLast(site, ctx) {
    const found = siteLanguages(site.config)
    if (found === undefined) return site
    const done = withFeeds(completed(site, found), found)
    for (const fault of translationsOf(done, found).faults) ctx.warn(warning(fault))
    return done
  },
  fields: languageFields,
})
