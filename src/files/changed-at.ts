import fs from 'node:fs'

/** When anything of the file at `place` last changed, in milliseconds since the epoch; undefined where there is none. */
export function changedAt(place: string): number | undefined {
  return fs.statSync(place, { throwIfNoEntry: false })?.ctimeMs
}
