/** Whether an address of a site is taken. */
import type { Site } from '../site/index.ts'

/** Whether a page or static file of `site` has this url: `/robots.txt`. */
export function hasUrl(site: Site, url: string): boolean {
  return (
    site.pages.some((page) => page.url === url) ||
    site.staticFiles.some((file) => `/${file.file.path}` === url)
  )
}
