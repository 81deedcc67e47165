/** Posts and drafts of one directory: its `_posts` and, when drafts are shown, its `_drafts`. */
import {
  type DatedDocument,
  type Document,
  type Home,
  isFuture,
  isOverdue,
  isPublished,
  nameParts,
} from '../site/index.ts'
import { Overdue, type ReadContext } from './context.ts'
import { isDataFile, readDocument } from './document.ts'
import { keptSource } from './kept-source.ts'
import { remembered } from './read-memory.ts'
import { filesBelow } from './walk.ts'

/** The posts and drafts directly in `directory` that are to be seen. A post in the future leaves a diagnostic. */
export function readPosts(ctx: ReadContext, directory: string, home: Home): readonly DatedDocument[] {
  const posts: DatedDocument[] = []
  for (const draft of ctx.config.showDrafts ? [false, true] : [false]) {
    const special = draft ? '_drafts' : '_posts'
    const base = directory === '' ? special : `${directory}/${special}`
    for (const { path, link } of filesBelow(ctx, base)) {
      const full = `${base}/${path}`
      const read = (): DatedDocument | null =>
        isNamed(path, draft) && ctx.filter.keeps(base, path, link) ? postAt(ctx, full, home, draft) : null
      // Where a link leads may change without it; in safe mode that decides.
      const post = link || ctx.config.safe ? read() : remembered(ctx, full, kindOf(draft), read)
      if (post !== null) posts.push(post)
    }
  }
  return posts
}

/** The post or draft at `path` of the tree, of which it is known that its name and place make it one; null where it is not to be seen. */
export function knownPost(ctx: ReadContext, path: string, home: Home, draft: boolean): DatedDocument | null {
  return remembered(ctx, path, kindOf(draft), () => postAt(ctx, path, home, draft))
}

function kindOf(draft: boolean): string {
  return draft ? 'shown draft' : 'shown post'
}

function postAt(ctx: ReadContext, path: string, home: Home, draft: boolean): DatedDocument | null {
  return keptSource(ctx, path, kindOf(draft), home, () =>
    shownPost(ctx, readDocument(ctx, { path, home, draft })),
  )
}

/** `post`, if it is to be seen. */
function shownPost(ctx: ReadContext, post: DatedDocument | null): DatedDocument | null {
  if (post === null || !isShown(ctx, post.document)) return null
  // Asking whether a post lies in the future gives it a date.
  return ctx.config.future ? withoutDate(post) : { ...post, dated: true }
}

/** A draft that nobody asked for a date compares with others by path, later too. */
function withoutDate({ document, dated }: DatedDocument): DatedDocument {
  return { document: dated ? document : { ...document, undated: true }, dated }
}

/** Posts need a date in their name; drafts only an extension. Jekyll 4.3 leaves out those that are YAML files. */
function isNamed(path: string, draft: boolean): boolean {
  const parts = nameParts(path.slice(path.lastIndexOf('/') + 1))
  return parts !== null && (draft || parts.date !== undefined) && !isDataFile(path)
}

function isShown(ctx: ReadContext, post: Document): boolean {
  if (!isPublished(post.data, ctx.config)) return false
  if (!isFuture(post.date, ctx.time, ctx.config)) return true
  if (isOverdue(post.date, ctx.time, ctx.present, ctx.config)) throw new Overdue()
  ctx.diagnostics.push({
    code: 'read/future-date',
    severity: 'warning',
    topic: 'Skipping:',
    message: `${post.file.path} has a future date`,
    help: 'build with --future to see it',
    trail: [],
  })
  return false
}
