import type { Stats } from 'node:fs'

/**
 * How a file looks from outside: its number, its size, when it was written, and when anything of it was changed, which
 * nobody can set. Another file looks otherwise, and so does the same one written anew.
 */
export function stampOf({ ino, size, mtimeMs, ctimeMs }: Stats): string {
  return `${ino} ${size} ${mtimeMs} ${ctimeMs}`
}

/** The stamp of a file that had `stamp` before it was renamed and now is as `stat` says; undefined where it is another. */
export function stampAfterMove(stamp: string, stat: Stats): string | undefined {
  const now = stampOf(stat)
  return withoutChange(now) === withoutChange(stamp) ? now : undefined
}

/** Renaming is a change, too. */
function withoutChange(stamp: string): string {
  return stamp.slice(0, stamp.lastIndexOf(' '))
}
