import fs from 'node:fs'

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

/** Whether the system refused with this code: `ENOENT`. */
export function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
