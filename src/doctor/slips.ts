/** Slips of writers that a build takes as they are, without a word or with one that does not say what to do. */
import { type Diagnostic, dirname, nearest } from '../base/index.ts'
import { layoutNameOf, type Renderable, type Site } from '../site/index.ts'

/** What a directory of the site holds; nothing where there is none. */
type Listing = (directory: string) => readonly { readonly name: string; readonly kind: string }[]

/** The slips in the documents `all` of `site`, whose folders `list` shows. */
export function findSlips(site: Site, all: readonly Renderable[], list: Listing): readonly Diagnostic[] {
  const own = all.filter(({ file }) => file.origin === 'site')
  return [
    ...own.flatMap(openFrontMatter),
    ...own.flatMap((doc) => layoutNowhere(doc, site)),
    ...undatedPosts(site, own, list),
    ...doubledBaseurls(site, own),
  ]
}

function slip(code: string, topic: string, message: string, advice: string): Diagnostic {
  return { code, severity: 'warning', topic, message: `${message}\n${advice}`, trail: [] }
}

/** Front matter that is never closed is none: Jekyll publishes all of the file as its text. */
function openFrontMatter({ body, bodyLine, file }: Renderable): readonly Diagnostic[] {
  if (bodyLine !== 1 || !/^---[ \t]*\r?\n[\w-]+:/.test(body)) return []
  return [
    slip(
      'doctor/open-front-matter',
      'Front matter:',
      `${file.path} begins with --- and never ends it: all of the file is published as its text.`,
      'Write --- in a line of its own behind the last setting.',
    ),
  ]
}

function layoutNowhere(doc: Renderable, { layouts }: Site): readonly Diagnostic[] {
  const name = layoutNameOf(doc)
  if (name === undefined || layouts.has(name)) return []
  const near = nearest(name, [...layouts.keys()])
  return [
    slip(
      'doctor/layout-missing',
      'Layout:',
      `${doc.file.path} asks for the layout '${name}', which does not exist: it is written without one.`,
      near === undefined ? `Make _layouts/${name}.html, or name another.` : `Did you mean '${near}'?`,
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
          'doctor/undated-post',
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

const DOUBLED = /\{\{-?\s*site\.baseurl\s*-?\}\}\/?\{%-?\s*(post_url|link)\s/

/** From Jekyll 4 on, `post_url` and `link` have the baseurl in them. */
function doubledBaseurls(
  { config, layouts, includes }: Site,
  own: readonly Renderable[],
): readonly Diagnostic[] {
  const { baseurl } = config.address
  if (!config.rules.baseurlInTags || baseurl.replace(/\/$/, '') === '') return []
  const texts = [
    ...own.map(({ file, body, bodyLine }) => ({ path: file.path, text: body, line: bodyLine })),
    ...[...layouts.values()].map(({ file, body, bodyLine }) => ({
      path: file.path,
      text: body,
      line: bodyLine,
    })),
    ...[...includes.values()].map(({ path, text }) => ({ path, text, line: 1 })),
  ]
  return texts.flatMap(({ path, text, line }) => {
    const found = DOUBLED.exec(text)
    if (found === null) return []
    const at = line + text.slice(0, found.index).split('\n').length - 1
    return [
      slip(
        'doctor/doubled-baseurl',
        'Baseurl:',
        `${path}:${at} writes site.baseurl before ${found[1]}, which has it already in Jekyll 4: the link has it twice.`,
        'Take it out, or build as the Jekyll that the site was written for: --compat github-pages (Jekyll 3).',
      ),
    ]
  })
}
