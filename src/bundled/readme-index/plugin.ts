/**
 * jekyll-readme-index 0.3: a README is the index of a directory that has none.
 * https://github.com/benbalter/jekyll-readme-index
 */
import {
  basename,
  definePlugin,
  extname,
  type GeneratorContext,
  hasUrl,
  isMarkdown,
  makePage,
  type Page,
  type Site,
  type SiteFile,
  withoutFiles,
  withPages,
} from '../../plugin-api.ts'
import { readmeIndexOptions, SETTINGS } from './options.ts'

const NAME = 'jekyll-readme-index'

function generate(site: Site, ctx: GeneratorContext): Site {
  const options = readmeIndexOptions(site.config)
  if (!options.enabled) return site
  const taken = new Set<string>()
  const moves = (file: SiteFile): boolean => {
    const url = indexUrl(file.path)
    if (!isReadme(site, file.path) || taken.has(url) || hasUrl(site, url) || hasUrl(site, `${url}index.html`))
      return false
    taken.add(url)
    return true
  }
  const chosen = site.staticFiles.filter(({ file }) => moves(file))
  const pages: Page[] = chosen.map(({ file }) =>
    indexed(
      makePage(site, {
        path: file.path,
        body: ctx.readText(`${file.root}/${file.path}`) ?? '',
        generatedBy: NAME,
        file,
      }),
    ),
  )
  const own = options.withFrontMatter
    ? site.pages.map((page) => (moves(page.file) ? indexed(page) : page))
    : site.pages
  const whole = withPages(site, [...own, ...pages])
  return options.removeOriginals ? withoutFiles(whole, new Set(chosen)) : whole
}

function isReadme(site: Site, path: string): boolean {
  return isMarkdown(site.config, path) && basename(path, extname(path)).toLowerCase() === 'readme'
}

/** `/` or `/docs/`. */
function indexUrl(path: string): string {
  return `/${path.slice(0, path.lastIndexOf('/') + 1)}`
}

function indexed(page: Page): Page {
  const url = indexUrl(page.file.path)
  return { ...page, url, outputPath: `${url.slice(1)}index.html` }
}

export const readmeIndex = definePlugin({ name: NAME, priority: 'low', settings: SETTINGS, generate })
