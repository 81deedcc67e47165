/** Where the pages that the plugin adds are, if there are any. */
import type { Site } from '../../plugin-api.ts'
import type { Model } from './model.ts'

/** Site path of the page of all employers; null when there is none. */
export function employersUrl(site: Site, { employers, options }: Model): string | null {
  const { permalink } = options.employersPage
  return permalink !== null && (employers.size > 0 || hasPage(site, permalink)) ? permalink : null
}

/** Site path of the page of credits; null when there is none. */
export function creditsUrl(site: Site, { options }: Model): string | null {
  const { permalink } = options.creditsPage
  return permalink !== null && hasPage(site, permalink) ? permalink : null
}

function hasPage(site: Site, url: string): boolean {
  return site.pages.some((page) => page.url === url)
}
