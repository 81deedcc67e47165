/** Directories in the orders Jekyll visits them. */
import { compareStrings, isInside } from '../base/index.ts'
import { type Entry, ReadError } from '../files/index.ts'
import { absolutePath, type ReadContext, stop } from './context.ts'

/** A file found below a directory. */
interface Found {
  /** relative to the directory */
  readonly path: string
  readonly link: boolean
}

/**
 * All files below `directory`, as Ruby's sorted glob for all depths finds them: names in byte order, a directory's
 * content at the place of its name, hidden names only when `hidden`, links to directories not followed.
 */
export function filesBelow(ctx: ReadContext, directory: string, hidden = false): readonly Found[] {
  const found: Found[] = []
  visit(ctx, directory, '', hidden, found)
  return found
}

function visit(ctx: ReadContext, directory: string, prefix: string, hidden: boolean, found: Found[]): void {
  const entries = ctx.tree.list(directory)
  const sorted = entries.length < 2 ? entries : entries.toSorted((a, b) => compareStrings(a.name, b.name))
  for (const { name, kind, link } of sorted) {
    if (!hidden && name.startsWith('.')) continue
    const path = prefix + name
    if (kind === 'file') found.push({ path, link })
    else if (kind === 'directory' && !link) visit(ctx, `${directory}/${name}`, `${path}/`, hidden, found)
    else if (kind !== 'directory') ctx.tree.passOver(`${directory}/${name}`)
  }
}

/** Whether the entry of `directory` is a link to a directory it lies in: whoever followed it would never end. */
export function isCircle(ctx: ReadContext, directory: string, { name, link }: Entry): boolean {
  if (!link) return false
  const here = ctx.tree.realPath(directory)
  const there = ctx.tree.realPath(directory === '' ? name : `${directory}/${name}`)
  return here !== null && there !== null && isInside(there, here)
}

/** Stops at such a link, as the system stops Jekyll. */
export function refuseCircle(ctx: ReadContext, directory: string, entry: Entry): void {
  if (!isCircle(ctx, directory, entry)) return
  const path = absolutePath(ctx, directory === '' ? entry.name : `${directory}/${entry.name}`)
  const message = `Too many levels of symbolic links @ rb_sysopen - ${path}`
  const help = 'take the link away, or name it in `exclude`'
  stop(ctx, message, { code: 'read/link-circle', help }, new ReadError(message, 'ELOOP', path))
}
