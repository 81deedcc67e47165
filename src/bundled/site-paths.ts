/** Whether a site has something at a path. */
import type { Site } from '../site/index.ts'

/** Whether a page or static file of `site` has this url: `/robots.txt`. */
export function siteHas(site: Site, url: string): boolean {
  return (
    site.pages.some((page) => page.url === url) ||
    site.staticFiles.some((file) => `/${file.file.path}` === url)
  )
}
