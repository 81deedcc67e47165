/**
 * The walk through the source: directory by directory, subdirectories before the files beside them, in the order the
 * file system gives. Posts are collected on the way; files with front matter are pages, the others are copied.
 */
import { cleanPath, isInside, joinPath } from '../base/index.ts'
import type { DatedDocument, Home, Page, StaticFile } from '../site/index.ts'
import { absolutePath, copiedFile, type ReadContext, startsWithHeader, warn } from './context.ts'
import { keptSource, lookFirst } from './kept-source.ts'
import { readPage } from './pages.ts'
import { readPosts } from './posts.ts'
import { remembered } from './read-memory.ts'
import { staticFile } from './static-files.ts'
import { refuseCircle } from './walk.ts'

/** What the walk finds, in the order it finds it. */
interface Walked {
  readonly posts: DatedDocument[]
  readonly pages: Page[]
  readonly staticFiles: StaticFile[]
}

/** Walks the whole source; `posts` is what posts have in common. */
export function readDirectories(ctx: ReadContext, posts: Home): Walked {
  const walked: Walked = { posts: [], pages: [], staticFiles: [] }
  readDirectory(ctx, '', posts, walked)
  return walked
}

function readDirectory(ctx: ReadContext, directory: string, posts: Home, walked: Walked): void {
  const { config } = ctx
  if (holdsPosts(ctx, directory)) walked.posts.push(...readPosts(ctx, directory, posts))
  const files: string[] = []
  for (const entry of ctx.tree.list(directory)) {
    const { name, kind, link } = entry
    if (!ctx.filter.keeps(directory, name, link && kind !== 'outside')) continue
    const path = directory === '' ? name : `${directory}/${name}`
    if (kind === 'directory') {
      if (absolutePath(ctx, path) === config.destination) continue
      refuseCircle(ctx, directory, entry)
      readDirectory(ctx, path, posts, walked)
    } else if (kind === 'file') files.push(path)
    else ctx.tree.passOver(path)
  }
  for (const path of files) readFile(ctx, path, walked)
}

/** Jekyll compares texts: in a collections_dir that is written `coll/` or `./coll` there are collections, but no posts. */
function holdsPosts(ctx: ReadContext, directory: string): boolean {
  const { collectionsDir, postsBelow } = ctx.config
  if (postsBelow === '') return true
  if (!isInside(collectionsDir, directory)) return false
  if ((directory === '' ? '' : `/${directory}`).startsWith(postsBelow)) return true
  if (ctx.tree.list(directory).some(({ name, kind }) => name === '_posts' && kind === 'directory'))
    warn(
      ctx,
      `The posts in '${joinPath(directory, '_posts')}' are not read: collections_dir is '${postsBelow.slice(1)}'`,
      {
        code: 'read/collections-dir',
        help: 'write it without dots and slashes at its ends, as Jekyll wants it for posts',
      },
    )
  return false
}

/** The page at `path` of the tree; null where it is not published, false where the file has no front matter. */
export function pageAt(ctx: ReadContext, path: string): Page | null | false {
  return remembered(ctx, path, 'file', () =>
    keptSource(ctx, path, 'page', ctx.pageHome, () => {
      lookFirst(ctx, path)
      return startsWithHeader(ctx, path) && readPage(ctx, path)
    }),
  )
}

function readFile(ctx: ReadContext, path: string, walked: Walked): void {
  const page = pageAt(ctx, path)
  if (page !== false) {
    if (page !== null) walked.pages.push(page)
  } else
    walked.staticFiles.push(
      remembered(ctx, path, 'static file', () => staticFile(ctx, copiedFile(ctx, path))),
    )
}

/**
 * Files that `include` names by their whole path are read even where the walk does not come (`_pages/a.html`), unless
 * it did; directories and wildcards are the walk's business.
 */
export function readIncluded(ctx: ReadContext, walked: Walked): void {
  const seen = new Set([
    ...walked.pages.map((page) => page.file.path),
    ...walked.staticFiles.map((f) => f.file.path),
  ])
  for (const pattern of ctx.config.reading.include) {
    const path = cleanPath(`/${pattern}`).slice(1)
    if (path === '' || seen.has(path)) continue
    const kind = ctx.tree.kindOf(path)
    if (kind === 'other' || kind === 'outside') ctx.tree.passOver(path)
    if (kind !== 'file') continue
    if (ctx.config.safe && !ctx.filter.inside(path)) continue
    seen.add(path)
    readFile(ctx, path, walked)
  }
}
