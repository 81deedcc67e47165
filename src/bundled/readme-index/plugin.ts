/**
 * jekyll-readme-index 0.3 to 0.5: a README is the index of a directory that has none. Since 0.4 those of `.github` and
 * `docs` are the site's, and `readme_pattern` says what a README is.
 * https://github.com/benbalter/jekyll-readme-index
 */
import {
  basename,
  definePlugin,
  extname,
  type GeneratorContext,
  hasGem,
  isMarkdown,
  listedFiles,
  makePage,
  type Page,
  type Site,
  withoutFiles,
  withPages,
} from '../../plugin-api.ts'
import { indexTable } from './index-table.ts'
import { readmeIndexOptions, SETTINGS } from './options.ts'
import { BEFORE_0_4, type Readme, SINCE_0_4 } from './targets.ts'

const NAME = 'jekyll-readme-index'

function generate(site: Site, ctx: GeneratorContext): Site {
  const options = readmeIndexOptions(site.config)
  if (!options.enabled) return site
  const is04 = hasGem(site.config.reference, NAME, '0.4')
  const rules = is04 ? SINCE_0_4 : BEFORE_0_4
  const candidates = <T extends Readme>(all: readonly T[]): readonly T[] =>
    rules.candidates(
      all.filter(({ file: { path } }) =>
        is04 && options.pattern !== undefined ? options.pattern.test(`/${path}`) : isReadme(site, path),
      ),
    )
  const table = indexTable(site)
  const chosen = candidates(listedFiles(site)).filter((file) => table.take(rules.target(file)))
  const made = chosen.map(({ file, url }) => {
    const body = ctx.readText(`${file.root}/${file.path}`) ?? ''
    return indexed(
      makePage(site, { path: file.path, body, generatedBy: NAME, file }),
      rules.target({ file, url }),
    )
  })
  const pages = [...site.pages, ...made]
  const moved = new Map<Page, Page>()
  if (options.withFrontMatter)
    for (const page of candidates(pages)) {
      const target = rules.target(page)
      if (table.take(target, page.url)) moved.set(page, indexed(page, target))
    }
  const whole = withPages(
    site,
    pages.map((page) => moved.get(page) ?? page),
  )
  return options.removeOriginals ? withoutFiles(whole, new Set(chosen)) : whole
}

function isReadme(site: Site, path: string): boolean {
  return isMarkdown(site.config, path) && basename(path, extname(path)).toLowerCase() === 'readme'
}

function indexed(page: Page, url: string): Page {
  return { ...page, url, outputPath: `${url.slice(1)}index${page.outputExt}` }
}

export const readmeIndex = definePlugin({ name: NAME, priority: 'low', settings: SETTINGS, generate })
