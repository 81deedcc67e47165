import fs from 'node:fs'
import { isCode } from './read-error.ts'

/** Makes `path` and what is missing above it. Node's own `recursive` never ends where the system refuses (below /proc). */
export function makeDirectory(path: string): void {
  try {
    fs.mkdirSync(path)
  } catch (error) {
    if (isCode(error, 'EEXIST') && fs.statSync(path, { throwIfNoEntry: false })?.isDirectory()) return
    const slash = path.lastIndexOf('/')
    if (!isCode(error, 'ENOENT') || slash <= 0) throw error
    const above = path.slice(0, slash)
    if (fs.existsSync(above)) throw error
    makeDirectory(above)
    fs.mkdirSync(path)
  }
}
