/** What was made of a file, from process to process: a file that looks as it did is not opened. */
import { BuildError } from '../base/index.ts'
import { type FileStat, looksAs, ReadError } from '../files/index.ts'
import type { Home } from '../site/index.ts'
import { absolutePath, convertedExtOf, type ReadContext } from './context.ts'
import type { KeptMade } from './source-keeper.ts'

/**
 * What `make` makes of the file at `path` for `purpose`, now or when an earlier process read it. Null is not kept, and what
 * came with something to say is made again each time.
 */
export function keptSource<Made extends KeptMade>(
  ctx: ReadContext,
  path: string,
  purpose: string,
  home: Home,
  make: () => Made | null,
): Made | null {
  const { keeper, reading, diagnostics } = ctx
  if (keeper === undefined) return make()
  const place = `${ctx.tree.root}/${path}`
  const look = keeper.knows(place) ? statOf(ctx, path) : undefined
  if (look !== undefined) {
    const known = keeper.recall({ place, purpose, stat: look }, home, () => again(ctx, path, look, make))
    if (known !== undefined && isTimeless(ctx, known)) {
      if (known !== false) convertedExtOf(ctx, 'document' in known ? known.document.ext : known.ext)
      return known as Made
    }
  }
  reading.stat = undefined
  reading.leansOnClock = false
  const said = diagnostics.length
  const made = make()
  const { stat, leansOnClock } = reading
  const keeps = made !== null && stat !== undefined && !leansOnClock && diagnostics.length === said
  if (keeps && isTimeless(ctx, made)) keeper.keep({ place, purpose, stat }, made)
  return made
}

/**
 * What `make` makes of the file at `path`, which must still look as it did when the site was read: all that is known of it is
 * of then. Throws a BuildError where it does not.
 */
function again(ctx: ReadContext, path: string, look: FileStat, make: () => KeptMade | null): KeptMade | null {
  ctx.reading.stat = undefined
  const made = make()
  const { stat } = ctx.reading
  if (stat !== undefined && looksAs(stat, look)) return made
  throw new BuildError([
    {
      code: 'read/changed',
      severity: 'error',
      message: `${absolutePath(ctx, path)} was changed while the site was built`,
      help: 'build once more',
      trail: [],
    },
  ])
}

/** Notes how a file looks before its first bytes are: those alone do not tell. */
export function lookFirst(ctx: ReadContext, path: string): void {
  if (ctx.keeper !== undefined) ctx.reading.stat = statOf(ctx, path)
}

function statOf(ctx: ReadContext, path: string): FileStat | undefined {
  try {
    return ctx.tree.stat(path)
  } catch (error) {
    if (error instanceof ReadError) return undefined
    throw error
  }
}

/**
 * Whether it stays the same while the clock goes on. A document whose date is the site's time, or lies after it, is another
 * one when that time has come.
 */
function isTimeless({ time }: ReadContext, made: KeptMade): boolean {
  return made === false || !('document' in made) || made.document.date.seconds < time.seconds
}
