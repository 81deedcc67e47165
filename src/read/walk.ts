/** Directories in the orders Jekyll visits them. */
import { compareStrings } from '../base/index.ts'
import type { ReadContext } from './context.ts'

/** A file found below a directory. */
export interface Found {
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
  }
}
