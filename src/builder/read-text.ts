/** Files that may not be there. */
import fs from 'node:fs'

/** The text of `file`; undefined when it is not there, or not for us to read: then it says nothing. */
export function readText(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
