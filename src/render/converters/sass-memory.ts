/**
 * What Sass made of filters' texts: a site with `scssify` in its layout has the same style sheet on every page. It holds
 * as long as each file that the compiler asked for reads as it did, so files are read each time, and seen to be read.
 */
import type { FileAccess } from '../types.ts'

interface Made {
  readonly css: string
  /** what was read, by path; undefined for a file that was not there */
  readonly read: ReadonlyMap<string, string | undefined>
}

interface SassMemory {
  /** what the compilers whose results are kept read with */
  readonly files: FileAccess
  /** What `make` made of `text` before, or makes now. */
  keep(text: string, make: () => string): string
}

/** How many results are kept: those used last. */
const CAPACITY = 50

export function sassMemory(files: FileAccess): SassMemory {
  const made = new Map<string, Made>()
  let reading: Map<string, string | undefined> | undefined
  const holds = ({ read }: Made): boolean => [...read].every(([path, text]) => files.readText(path) === text)
  return {
    files: {
      readText(path, folder) {
        const text = files.readText(path, folder)
        reading?.set(path, text)
        return text
      },
    },
    keep(text, make) {
      const known = made.get(text)
      made.delete(text)
      if (known !== undefined && holds(known)) {
        made.set(text, known)
        return known.css
      }
      const read = new Map<string, string | undefined>()
      reading = read
      try {
        made.set(text, { css: make(), read })
      } finally {
        reading = undefined
      }
      for (const oldest of made.keys()) {
        if (made.size <= CAPACITY) break
        made.delete(oldest)
      }
      return made.get(text)!.css
    },
  }
}
