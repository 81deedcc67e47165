/**
 * jekyll-optional-front-matter 0.3: Markdown files without front matter become pages too.
 * https://github.com/benbalter/jekyll-optional-front-matter
 */
import {
  addPages,
  basename,
  definePlugin,
  extname,
  type GeneratorContext,
  isMarkdown,
  makePage,
  matchesEntry,
  type Site,
  type StaticFile,
  settingsOf,
  withoutFiles,
} from '../../plugin-api.ts'

const NAME = 'jekyll-optional-front-matter'

/** `optional_front_matter:` in the configuration. */
interface Options {
  readonly enabled: boolean
  /** whether the files themselves are left out of the output */
  readonly remove_originals: boolean
}

const defaults = { enabled: true, remove_originals: false } satisfies Options

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
  const options = settingsOf(site.config, 'optional_front_matter')
  if (options.get('enabled') === !defaults.enabled || site.config.data.get('require_front_matter') === true)
    return site
  const chosen = site.staticFiles.filter((file) => becomesPage(site, file))
  const pages = chosen.map(({ file }) =>
    makePage(site, {
      path: file.path,
      body: ctx.readText(`${file.root}/${file.path}`) ?? '',
      generatedBy: NAME,
      file,
    }),
  )
  const whole = addPages(site, pages)
  return options.get('remove_originals') === true ? withoutFiles(whole, new Set(chosen)) : whole
}

function becomesPage(site: Site, { file }: StaticFile): boolean {
  if (!isMarkdown(site.config, file.path)) return false
  const name = basename(file.path, extname(file.path)).toLowerCase()
  return !ABOUT_REPOSITORY.has(name) || matchesEntry(site.config.data.get('include'), file.path)
}

export const optionalFrontMatter = definePlugin({ name: NAME, generate })
