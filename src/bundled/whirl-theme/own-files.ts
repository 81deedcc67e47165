/** A file of the site's takes the place of the theme's, whether the one has front matter or the other. */
import { type Site, withoutFiles, withPages } from '../../plugin-api.ts'

/** `site` without those of the theme's pages and files that the site has one of its own for. */
export function withOwnFiles(site: Site): Site {
  const own = new Set(
    [...site.renderables.values(), ...site.staticFiles]
      .filter(({ file }) => file.origin === 'site')
      .map(({ outputPath }) => outputPath),
  )
  const gives = ({
    file,
    outputPath,
  }: (typeof site.pages)[number] | (typeof site.staticFiles)[number]): boolean =>
    file.origin === 'theme' && own.has(outputPath)
  const files = new Set(site.staticFiles.filter(gives))
  const rest = files.size === 0 ? site : withoutFiles(site, files)
  return site.pages.some(gives)
    ? withPages(
        rest,
        site.pages.filter((page) => !gives(page)),
      )
    : rest
}
