/** What is at which address. */
import type { Page, Site } from '../../plugin-api.ts'

/** The pages of a site by address, without those that give way to another: a redirect is no page to lead to. */
export function pagesByUrl(site: Site): ReadonlyMap<string, Page> {
  return new Map(site.pages.filter((page) => page.givesWay !== true).map((page) => [page.url, page]))
}
