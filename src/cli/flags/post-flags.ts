/** Flags of the commands that make and move posts, drafts and pages: those of jekyll-compose. */
import type { Flag } from './flag.ts'

export const DATE: Flag = { long: 'date', short: 'd', value: 'DATE', about: 'Specify the post date' }
export const STAMP: Flag = { long: 'timestamp-format', value: 'FORMAT', about: 'Custom timestamp format' }

/** The flags of a command that makes a `thing`. */
export function newFileFlags(thing: string): readonly Flag[] {
  return [
    { long: 'extension', short: 'x', value: 'EXTENSION', about: 'Specify the file extension' },
    { long: 'layout', short: 'l', value: 'LAYOUT', about: `Specify the ${thing} layout` },
    force(thing),
  ]
}

/** The flag that lets a command write over a `thing`. */
export function force(thing: string): Flag {
  return { long: 'force', short: 'f', about: `Overwrite a ${thing} if it already exists` }
}
