/** Files that may not be there. */
import { openGate } from '../files/index.ts'

/** The text of `file`; undefined when it is not there, or not for us to read: then it says nothing. */
export function readText(file: string): string | undefined {
  return openGate('/').text(file)
}
