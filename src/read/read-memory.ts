/**
 * What was made of files, for a process that reads the same site again and again and is told what changed: a server. A
 * file that is not among the changes is taken for what it was without a look.
 */
import { type Diagnostic, dataText } from '../base/index.ts'
import type { SiteRules } from '../site/index.ts'
import type { FileTree } from './tree.ts'

/** As much of a reading as the memory needs. */
interface Reading {
  readonly tree: FileTree
  readonly diagnostics: Diagnostic[]
  readonly memory: ReadMemory | undefined
}

interface Kept {
  readonly made: unknown
  /** what was said while it was made */
  readonly said: readonly Diagnostic[]
}

export class ReadMemory {
  /** what was made of a file, by what it was made for; by the file's absolute path */
  readonly #files = new Map<string, Map<string, Kept>>()
  #config: unknown
  #rules: string | undefined

  /** Forgets what was made of the files at these absolute paths. */
  forget(paths: readonly string[]): void {
    for (const path of paths) this.#files.delete(path)
  }

  /** Forgets the files for whose absolute paths `changed` is true. */
  forgetWhere(changed: (path: string) => boolean): void {
    for (const place of this.#files.keys()) if (changed(place)) this.#files.delete(place)
  }

  /** Begins to read a site: under other rules all that was made would be made otherwise. */
  begin({ config, time, now, defaults, blockTags }: SiteRules): void {
    const rules = dataText([time, now, defaults, blockTags])
    if (config === this.#config && rules !== undefined && rules === this.#rules) return
    this.#files.clear()
    this.#config = config
    this.#rules = rules
  }

  /** What `make` makes of the file at `path`, for the purpose `kind`. What it throws is not kept. */
  of<Made>({ tree, diagnostics }: Reading, path: string, kind: string, make: () => Made): Made {
    const place = `${tree.root}/${path}`
    let ofFile = this.#files.get(place)
    const kept = ofFile?.get(kind)
    if (kept !== undefined) {
      if (kept.said.length > 0) diagnostics.push(...kept.said)
      return kept.made as Made
    }
    const before = diagnostics.length
    const made = make()
    if (ofFile === undefined) {
      ofFile = new Map()
      this.#files.set(place, ofFile)
    }
    ofFile.set(kind, { made, said: diagnostics.slice(before) })
    return made
  }
}

/** As the memory's `of`, without one too. */
export function remembered<Made>(ctx: Reading, path: string, kind: string, make: () => Made): Made {
  return ctx.memory === undefined ? make() : ctx.memory.of(ctx, path, kind, make)
}
