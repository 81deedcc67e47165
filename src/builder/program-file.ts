import fs from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ProgramFile } from '../plugins/index.ts'

/** A file that comes with the program, seen from the bundle itself, from its parts, or from the sources. */
export function programFile(name: string): ProgramFile | undefined {
  for (const place of ['./', '../', '../../dist/']) {
    const file = fileURLToPath(new URL(place + name, import.meta.url))
    if (fs.existsSync(file)) return { path: file, bytes: fs.readFileSync(file) }
  }
  return undefined
}
