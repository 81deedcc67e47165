/** The slips in all that a site has, those of documents that a build leaves out too. */
import { type Diagnostic, dirname } from '../base/index.ts'
import type { PluginParts } from '../plugins/index.ts'
import {
  isMarkdownExt,
  type Layout,
  layoutNameOf,
  layoutsAround,
  type Renderable,
  type Site,
} from '../site/index.ts'
import {
  doubledBaseurl,
  doublesBaseurl,
  firstFormula,
  foreignSyntax,
  hasMathScript,
  layoutMeant,
  openFrontMatter,
  slip,
} from '../slips/index.ts'

/** What a directory of the site holds; nothing where there is none. */
type Listing = (directory: string) => readonly { readonly name: string; readonly kind: string }[]

/** The slips in the documents `all` of `site`, whose folders `list` shows. `parts`: what plugins make of them. */
export function findSlips(
  site: Site,
  all: readonly Renderable[],
  { maths, markdown: changes }: Pick<PluginParts, 'maths' | 'markdown'>,
  list: Listing,
): readonly Diagnostic[] {
  const understood = changes?.understands(site) ?? []
  const own = all.filter(({ file }) => file.origin === 'site')
  const markdown = own.filter(({ ext }) => isMarkdownExt(site.config, ext))
  return [
    ...own.flatMap(openFrontMatter),
    ...own.flatMap((doc) => layoutNowhere(doc, site)),
    ...undatedPosts(site, own, list),
    ...doubledBaseurls(site, own),
    ...markdown.flatMap((doc) => foreignSyntax(doc, site.config, understood)),
    ...(maths === undefined ? rawFormulas(site, markdown) : []),
  ]
}

function layoutNowhere(doc: Renderable, { layouts }: Site): readonly Diagnostic[] {
  const name = layoutNameOf(doc)
  if (name === undefined || layouts.has(name)) return []
  return [
    slip(
      'slips/layout-missing',
      'Layout:',
      `${doc.file.path} asks for the layout '${name}', which does not exist: it is written without one.`,
      layoutMeant(name, layouts.keys()) ?? `Make _layouts/${name}.html, or name another.`,
    ),
  ]
}

const DATED = /^\d{2,4}-\d{1,2}-\d{1,2}-/
const WRITING = /\.(?:markdown|mkdown|mkdn|mkd|md|html|textile)$/

/** Files among posts that have no date in their name, which Jekyll passes over. */
function undatedPosts(
  { config: { collectionsDir } }: Site,
  own: readonly Renderable[],
  list: Listing,
): readonly Diagnostic[] {
  const main = collectionsDir === '' ? '_posts' : `${collectionsDir}/_posts`
  const folders = new Set([main, ...own.flatMap(({ file }) => postFolders(file.path))])
  return [...folders].flatMap((folder) =>
    list(folder)
      .filter(
        ({ name, kind }) =>
          kind === 'file' && WRITING.test(name) && !/^[._#]/.test(name) && !DATED.test(name),
      )
      .map(({ name }) =>
        slip(
          'slips/undated-post',
          'Post:',
          `${folder}/${name} will not show: a post has its date in its name.`,
          `Name it YEAR-MONTH-DAY-${name}, or put it in _drafts.`,
        ),
      ),
  )
}

/** The folder of a post, where it is one of posts. */
function postFolders(path: string): readonly string[] {
  const folder = dirname(path)
  return /(?:^|\/)_posts(?:\/|$)/.test(folder) ? [folder] : []
}

function doubledBaseurls(
  { config, layouts, includes }: Site,
  own: readonly Renderable[],
): readonly Diagnostic[] {
  if (!doublesBaseurl(config)) return []
  return [
    ...[...own, ...layouts.values()].flatMap(({ file, body, bodyLine }) =>
      doubledBaseurl(file.path, body, bodyLine),
    ),
    ...[...includes.values()].flatMap(({ path, text }) => doubledBaseurl(path, text, 1)),
  ]
}

/** Formulas in pages whose layouts, and the includes of the site, have no script for them. */
function rawFormulas(site: Site, markdown: readonly Renderable[]): readonly Diagnostic[] {
  const { config, layouts, includes } = site
  const found = markdown.flatMap((doc) => firstFormula(doc, config).map((each) => ({ doc, each })))
  if (found.length === 0 || [...includes.values()].some(({ text }) => hasMathScript(text))) return []
  const known = new Map<Layout, boolean>()
  const typesets = (layout: Layout): boolean => {
    const answer = known.get(layout) ?? hasMathScript(layout.body)
    known.set(layout, answer)
    return answer
  }
  return found
    .filter(
      ({ doc }) =>
        !hasMathScript(doc.body) && ![...layoutsAround(doc, (name) => layouts.get(name))].some(typesets),
    )
    .map(({ each }) => each)
}
