/** Pages the plugin adds: one of all employers, one of each, and the credits. A page of the site at the same place wins. */
import { documentsOf, makePage, type Page, type Renderable, type Site, type Value } from '../../plugin-api.ts'
import { employmentsFor, todayOf } from './decide.ts'
import type { Model, PageOption } from './model.ts'
import { postsByEmployer } from './shelf.ts'
import { createTongues } from './tongue.ts'

export const NAME = 'attribution'

/** The pages that `site` wants and has none of. */
export function attributionPages(site: Site, model: Model): readonly Page[] {
  const taken = new Set(site.pages.map((page) => page.url))
  const pages: Page[] = []
  const add = (
    option: PageOption,
    permalink: string | null,
    body: string,
    data: readonly (readonly [string, Value])[],
    posts: readonly Renderable[] | null,
  ): void => {
    if (permalink === null || taken.has(permalink)) return
    const all = new Map<Value, Value>([
      ['layout', layoutFor(site, option.layout)],
      ['permalink', permalink],
      ['render_with_liquid', true],
      ...data,
    ])
    pages.push(
      makePage(site, {
        path: filePath(permalink),
        body: hasLayout(site, option.layout) ? '' : body,
        data: all,
        generatedBy: NAME,
        ...(posts === null ? {} : { listings: new Map([['posts', posts.map((doc) => doc.id)]]) }),
      }),
    )
    taken.add(permalink)
  }
  const { employerPages, employersPage, creditsPage } = model.options
  const { say } = createTongues(site)(null)
  if (model.employers.size > 0) {
    add(
      employersPage,
      employersPage.permalink,
      '{% include attribution/employers.html %}',
      [['title', employersPage.title ?? say('employers')]],
      null,
    )
    const lists = postsByEmployer(site, (doc) => employmentsFor(doc, todayOf(site), model))
    for (const employer of model.employers.values())
      add(
        employerPages,
        employer.pageUrl,
        '{% include attribution/employer.html %}',
        [
          ['title', (employerPages.title ?? ':name').replaceAll(':name', () => employer.name)],
          ['employer', employer.key],
        ],
        lists.get(employer.key) ?? [],
      )
  }
  if (hasCredits(site, model))
    add(
      creditsPage,
      creditsPage.permalink,
      '{% include attribution/credits.html all=true %}',
      [['title', creditsPage.title ?? say('credits')]],
      null,
    )
  return pages
}

function hasCredits(site: Site, model: Model): boolean {
  return model.credits.length > 0 || documentsOf(site).some((doc) => doc.data.get('credits') != null)
}

/** Where the page would lie in the source, so that front matter defaults find it. */
function filePath(permalink: string): string {
  const path = permalink.slice(1)
  if (path === '' || path.endsWith('/')) return `${path}index.html`
  return path.endsWith('.html') ? path : `${path}.html`
}

function hasLayout(site: Site, name: string): boolean {
  return site.layouts.has(name)
}

/** The layout asked for; else that of pages, the default one, or the plugin's own. */
function layoutFor(site: Site, wanted: string): string {
  return [wanted, 'page', 'default'].find((name) => hasLayout(site, name)) ?? 'attribution'
}
