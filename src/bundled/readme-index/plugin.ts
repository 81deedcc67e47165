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
  settingsOf,
  withoutFiles,
  withPages,
} from '../../plugin-api.ts'

const NAME = 'jekyll-readme-index'

/** `readme_index:` in the configuration. */
interface Options {
  readonly enabled: boolean
  /** whether the file itself is left out of the output */
  readonly remove_originals: boolean
  /** whether a README with front matter, a page already, moves too */
  readonly with_frontmatter: boolean
}

const defaults = { enabled: true, remove_originals: false, with_frontmatter: false } satisfies Options

function generate(site: Site, ctx: GeneratorContext): Site {
  const options = settingsOf(site.config, 'readme_index')
  if (options.get('enabled') === !defaults.enabled) return site
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
  const own =
    options.get('with_frontmatter') === true
      ? site.pages.map((page) => (moves(page.file) ? indexed(page) : page))
      : site.pages
  const whole = withPages(site, [...own, ...pages])
  return options.get('remove_originals') === true ? withoutFiles(whole, new Set(chosen)) : whole
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

export const readmeIndex = definePlugin({ name: NAME, priority: 'low', generate })
