/**
 * jekyll-paginate-v2's autopages: a page to paginate for each tag, category and collection of the site.
 * https://github.com/sverrirs/jekyll-paginate-v2/blob/master/README-AUTOPAGES.md
 */
import {
  addPages,
  basename,
  type Document,
  deepMerge,
  extname,
  type GeneratorContext,
  type Hash,
  isHash,
  isTruthy,
  joinPath,
  makePage,
  mapRenderables,
  outputPathOf,
  type Page,
  rubyToS,
  type Site,
  slugify,
  toText,
  withFrontMatter,
} from '../../plugin-api.ts'
import { type AutopageKind, type AutopageOptions, type AutopagesOptions, KINDS } from './autopages-options.ts'
import { listed, writtenWords } from './choose-documents.ts'
import type { PaginateV2Options } from './options.ts'
import { splitText, stop } from './wrong-setting.ts'

const NAME = 'jekyll-paginate-v2'
/** What the plugin leaves in the front matter of each document it looked at: the name of its collection. */
const COLLECTION = '__coll'

/**
 * `given` with the pages to paginate that `autopages:` asks for: tags, categories, collections, each in the order of the
 * site's documents.
 */
export function withAutopages(
  given: Site,
  ctx: GeneratorContext,
  { autopages, shown }: PaginateV2Options,
): Site {
  if (!autopages.enabled) {
    ctx.info('AutoPages:', 'Disabled/Not configured in site.config.')
    return given
  }
  const site = mapRenderables(given, {
    document: (doc) =>
      doc.data.has('pagination') ? doc : withFrontMatter(doc, { [COLLECTION]: doc.collection }),
  })
  const documents = [...site.collections.keys()].flatMap((name) => listed(site, name))
  const pages = KINDS.flatMap((kind) => {
    if (!autopages.makes(kind)) {
      ctx.info('AutoPages:', `${kind.key} pages are disabled/not configured in site.config.`)
      return []
    }
    ctx.info('AutoPages:', `Generating ${kind.key} pages`)
    return pagesOf(site, kind, autopages, { documents, pagination: shown })
  })
  return addPages(site, pages)
}

function pagesOf(
  site: Site,
  kind: AutopageKind,
  autopages: AutopagesOptions,
  { documents, pagination }: { documents: readonly Document[]; pagination: Hash },
): Page[] {
  const names = [...namesOf(documents, kind.key === 'collections' ? COLLECTION : kind.key)]
  if (names.length === 0) return []
  const own = autopages.of(kind)
  const plans = own.layouts.map((file) => planOf(site, own, file))
  return names.flatMap(([name, shown]) =>
    plans.map(({ file, front, body, settings }) => {
      const slug = slugify(name, own.slugMode, { cased: own.cased })
      // Only the first placeholder is filled in, as Ruby's `sub` does.
      const filled = (key: 'title' | 'permalink'): string =>
        (isTruthy(settings.get(key)) ? toText(settings.get(key)) : kind[key]).replace(kind.token, () => slug)
      const permalink = filled('permalink')
      const url = joinPath(permalink, 'index.html')
      const data = new Map(front)
        .set('permalink', permalink)
        .set('layout', basename(file, extname(file)))
        .set('title', filled('title'))
        .set(
          'pagination',
          deepMerge(deepMerge(pagination, hashOf(front.get('pagination'))), new Map([[kind.filter, name]])),
        )
        .set(
          'autopage',
          new Map([
            ['layout_path', `${LAYOUTS}/${file}`],
            ['display_name', shown],
          ]),
        )
      // As in Jekyll it knows nothing of its directory when it is asked for its path.
      const page = makePage(site, { path: 'index.html', body, data, generatedBy: NAME })
      return { ...page, id: `${NAME}:${url}`, url, outputPath: outputPathOf(url, page.outputExt) }
    }),
  )
}

/** Where the plugin looks for layouts' front matter, whatever `layouts_dir` says. */
const LAYOUTS = '_layouts'

/** What one layout makes of a kind: the title and permalink of `autopages:` in its front matter go first. */
function planOf(site: Site, own: AutopageOptions, file: string) {
  const found = site.layouts.get(file.replace(/\.[^./]*$/, ''))
  const layout = found?.file.origin === 'site' && found.file.path === `${LAYOUTS}/${file}` ? found : undefined
  const front: Hash = layout?.data ?? new Map()
  const settings = deepMerge(own.settings, hashOf(front.get('autopages')))
  return { file, front, body: layout?.body ?? '', settings }
}

function hashOf(value: unknown): Hash {
  return isHash(value) ? value : new Map()
}

/** The names of one kind in small letters, each with the form it is shown in: the first one met. */
function namesOf(documents: readonly Document[], key: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const doc of documents)
    for (const word of writtenWords(doc, key)) {
      if (typeof word !== 'string')
        return stop(
          `'${key}' of ${doc.file.path} has ${rubyToS(word) || 'nothing'}, which is not a text.`,
          `write \`"${rubyToS(word)}"\` there`,
          [{ keys: [key], file: doc.file.path }],
        )
      for (const shown of splitText(word.trim(), /[;,]/)) {
        const name = shown.toLowerCase().trim()
        if (!names.has(name)) names.set(name, shown)
      }
    }
  return names
}
