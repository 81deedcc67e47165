/** What is said of files that were wanted and not read. */
import { type Diagnostic, isInside } from '../base/index.ts'
import type { EntryKind } from './tree.ts'

/** Why: it leads out, it is a pipe, a socket or a device, it is too large to be read at once. */
export type PassedOver = Extract<EntryKind, 'outside' | 'other'> | 'large'

/** The warning for `place` of the tree at `root`, which is the tree `of` a site or a theme. */
export function passedOverWarning(
  root: string,
  of: 'site' | 'theme',
  place: string,
  why: PassedOver,
): Diagnostic {
  const path =
    place !== root && isInside(root, place) ? place.slice(root === '/' ? 1 : root.length + 1) : place
  const words = {
    outside: { code: 'read/link-outside', says: `leads out of the ${of}, which safe mode forbids` },
    other: { code: 'read/not-regular', says: 'is neither a file nor a directory' },
    large: { code: 'read/too-large', says: 'is larger than 256 MiB' },
  }[why]
  return {
    code: words.code,
    severity: 'warning',
    topic: 'Skipping:',
    message: `${path} ${words.says}`,
    trail: [],
  }
}
