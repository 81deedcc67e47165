/**
 * jekyll-optional-front-matter 0.3: Markdown files without front matter become pages too.
 * https://github.com/benbalter/jekyll-optional-front-matter
 */
import {
  addPages,
  basename,
  compareValues,
  definePlugin,
  extname,
  type GeneratorContext,
  hasGem,
  isMarkdown,
  listedFiles,
  makePage,
  matchesEntry,
  type Page,
  type Site,
  type StaticFile,
  withoutFiles,
  withPages,
} from '../../plugin-api.ts'
import { type OptionalFrontMatterOptions, optionalFrontMatterOptions, SETTINGS } from './options.ts'

const NAME = 'jekyll-optional-front-matter'

/** Names of files that are about a repository, not part of a site; `include` brings them in. */
const ABOUT_REPOSITORY: ReadonlySet<string> = new Set([
  'code_of_conduct',
  'contributing',
  'copying',
  'issue_template',
  'licence',
  'license',
  'pull_request_template',
  'readme',
])

function generate(site: Site, ctx: GeneratorContext): Site {
  const options = optionalFrontMatterOptions(site.config)
  if (!options.enabled) return site
  const chosen = listedFiles(site).filter((file) => becomesPage(site, file, options))
  const pages = chosen.map(({ file }) =>
    makePage(site, {
      path: file.path,
      body: ctx.readText(`${file.root}/${file.path}`) ?? '',
      generatedBy: NAME,
      file,
    }),
  )
  // They were last until 0.3.3, which sorts all pages again, by the name of the file.
  const whole = hasGem(site.config.reference, NAME, '0.3.3')
    ? withPages(site, [...site.pages, ...pages].sort(byName))
    : addPages(site, pages)
  return options.removeOriginals ? withoutFiles(whole, new Set(chosen)) : whole
}

function byName(a: Page, b: Page): number {
  return compareValues(basename(a.file.path), basename(b.file.path)) ?? 0
}

function becomesPage(site: Site, { file }: StaticFile, { include }: OptionalFrontMatterOptions): boolean {
  if (!isMarkdown(site.config, file.path)) return false
  const name = basename(file.path, extname(file.path)).toLowerCase()
  if (!ABOUT_REPOSITORY.has(name)) return true
  return matchesEntry(include, file.path) || matchesEntry(include, basename(file.path))
}

export const optionalFrontMatter = definePlugin({ name: NAME, settings: SETTINGS, generate })
