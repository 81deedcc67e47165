import fs from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ProgramFile } from '../plugins/index.ts'

/** A file that comes with the program, seen from the bundle itself, from its parts, or from the sources. */
export function programFile(name: string): ProgramFile | undefined {
  const path = programPlace(name)
  return path === undefined ? undefined : { path, bytes: fs.readFileSync(path) }
}

/** The absolute path of such a file. */
export function programPlace(name: string): string | undefined {
  return ['./', '../', '../../dist/']
    .map((place) => fileURLToPath(new URL(place + name, import.meta.url)))
    .find((file) => fs.existsSync(file))
}
