/**
 * jekyll-relative-links 0.6 to 0.9: links to Markdown files, as they work on GitHub, become links to their pages; since
 * 0.8 those of the finished HTML too, and the filter `rellinks` does the same.
 * https://github.com/benbalter/jekyll-relative-links
 */
import {
  type Config,
  type Diagnostic,
  type Document,
  definePlugin,
  dirname,
  documentOf,
  documentsOf,
  type GeneratorContext,
  hasGem,
  isHash,
  isList,
  isMarkdown,
  isTruthy,
  mapRenderables,
  matchesEntry,
  type Page,
  type Renderable,
  rubyToS,
  type Services,
  type Site,
  servicesOf,
  type TextContext,
  type Value,
  withBody,
} from '../../plugin-api.ts'
import { rewriteHtml } from './html-links.ts'
import { type LinkRules, rewriteMarkdown } from './markdown-links.ts'
import { relativeLinksOptions, SETTINGS } from './options.ts'
import { BEFORE_0_7, type FindTarget, SINCE_0_7, SINCE_0_8, targetFinder } from './target.ts'

const NAME = 'jekyll-relative-links'

function generate(site: Site, ctx: GeneratorContext): Site {
  const { config } = site
  const options = relativeLinksOptions(config)
  if (!options.enabled) return site
  if (isTruthy(options.exclude) && !isList(options.exclude) && !isHash(options.exclude))
    ctx.warn(wrongExclude(options.exclude))
  const urls = urlsByPath(site)
  const rules: LinkRules = { titles: has(config, '0.7'), images: has(config, '0.8') }
  const addresses = has(config, '0.8') ? SINCE_0_8 : has(config, '0.7') ? SINCE_0_7 : BEFORE_0_7
  const urlOf = (path: string): string | undefined => {
    const url = urls.get(path)
    return url === undefined ? undefined : ctx.relativeUrl(url)
  }
  const rewrite = <T extends Document | Page>(doc: T): T => {
    const { path } = doc.file
    if (!isMarkdown(config, path) || matchesEntry(options.exclude, path)) return doc
    const target = targetFinder(dirname(`/${path}`), addresses, urlOf)
    const body = rewriteMarkdown(doc.body, rules, target)
    // Since 0.7 excerpts are made again; until 0.8 one that front matter has gives way to one of the text, too.
    const excerpted =
      has(config, '0.7') &&
      (doc.excerpt !== null || (isTruthy(doc.data.get('excerpt')) && !has(config, '0.8')))
    if (!excerpted) return body === doc.body ? doc : { ...doc, body }
    if (doc.kind === 'page') {
      ctx.warn(excerptOfPage(path))
      return { ...doc, body }
    }
    const data = new Map(doc.data)
    data.delete('excerpt')
    const anew = withBody(site, { ...doc, data, excerpt: '' }, body)
    return { ...anew, excerpt: anew.excerpt ?? '' }
  }
  return mapRenderables(site, {
    page: rewrite,
    ...(options.collections ? { document: rewrite } : {}),
  })
}

/** Jekyll has no way to render it. */
/** Ruby's plugin stops at the first Markdown file: it wants a list. */
function wrongExclude(written: Value): Diagnostic {
  return {
    code: 'relative-links/exclude',
    severity: 'warning',
    topic: 'Relative Links:',
    message: `'exclude' is ${rubyToS(written)}, not a list: Jekyll stops there.`,
    help: 'write it as a list: `exclude: [folder]`',
    settings: [{ keys: ['relative_links', 'exclude'] }],
    trail: [],
  }
}

function excerptOfPage(path: string): Diagnostic {
  return {
    code: 'relative-links/excerpt-of-page',
    severity: 'warning',
    topic: 'Relative Links:',
    message: `${path} is a page with an excerpt: Jekyll stops there with undefined method 'yaml_file?'.`,
    help: 'take `excerpt` out of its front matter, or name the file in `exclude` of `relative_links`',
    trail: [],
  }
}

function has(config: Config, version: string): boolean {
  return hasGem(config.reference, NAME, version)
}

/** The urls of what links may lead to, by path in the source. */
function urlsByPath(site: Site): ReadonlyMap<string, string> {
  const urls = new Map<string, string>()
  const add = (path: string, url: string): void => {
    if (!urls.has(path)) urls.set(path, url)
  }
  for (const page of site.pages) add(page.file.path, page.url)
  for (const file of site.staticFiles) add(file.file.path, file.url)
  for (const doc of documentsOf(site)) if (doc.write) add(doc.file.path, doc.url)
  return urls
}

/** What links of `doc` lead to once all pages are there. */
function targetOf(
  doc: Renderable,
  { fileAt, relativeUrl }: Pick<Services, 'fileAt' | 'relativeUrl'>,
): FindTarget {
  return targetFinder(dirname(`/${doc.file.path}`), SINCE_0_8, (path) => {
    const file = fileAt(path)
    const isLeftOut = file !== undefined && 'kind' in file && file.kind === 'document' && !file.write
    return file === undefined || isLeftOut ? undefined : relativeUrl(file.url)
  })
}

function withTargets(
  doc: Renderable,
  output: string,
  { config }: Site,
  ctx: TextContext,
): string | undefined {
  if (!has(config, '0.8') || !isMarkdown(config, doc.file.path)) return undefined
  const options = relativeLinksOptions(config)
  if (!options.enabled || (doc.kind === 'document' && !options.collections)) return undefined
  return matchesEntry(options.exclude, doc.file.path) ? undefined : rewriteHtml(output, targetOf(doc, ctx))
}

export const relativeLinks = definePlugin({
  name: NAME,
  priority: 'lowest',
  settings: SETTINGS,
  generate,
  hooks: { 'pages:post_render': withTargets, 'documents:post_render': withTargets },
  filters: {
    rellinks: {
      min: 0,
      max: 0,
      run(ctx, html) {
        const services = servicesOf(ctx)
        const doc = documentOf(ctx)
        if (typeof html !== 'string' || doc === null || !has(services.site.config, '0.8')) return html
        return rewriteHtml(html, targetOf(doc, services))
      },
    },
  },
})
