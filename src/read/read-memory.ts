/**
 * What was made of files, for a process that reads the same site again and again and is told what changed: a server. A
 * file that is not among the changes is taken for what it was without a look.
 */
import { type Diagnostic, dataText, isInside } from '../base/index.ts'
import { type Entry, type FileTree, withListing } from '../files/index.ts'
import type { Site, SiteRules } from '../site/index.ts'

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

/** A reading that had nothing to say, and the absolute paths of what changed since. */
export interface LastReading {
  readonly site: Site
  readonly changed: ReadonlySet<string>
}

export class ReadMemory {
  /** what was made of a file, by what it was made for; by the file's absolute path */
  readonly #files = new Map<string, Map<string, Kept>>()
  /** what directories hold, by their absolute path, and names in them of which that may have changed */
  readonly #listings = new Map<string, readonly Entry[]>()
  readonly #doubtful = new Map<string, Set<string>>()
  #changed = new Set<string>()
  #last: Site | undefined
  #theme: unknown
  #config: unknown
  #rules: string | undefined

  /** Forgets what was made of the files at these absolute paths. */
  forget(paths: readonly string[]): void {
    for (const path of paths) {
      this.#files.delete(path)
      this.#changed.add(path)
      // A directory that is new may hold it.
      for (
        let end = path.length, slash = path.lastIndexOf('/');
        slash > 0;
        end = slash, slash = path.lastIndexOf('/', slash - 1)
      ) {
        const directory = path.slice(0, slash)
        const beside = this.#doubtful.get(directory)
        if (beside === undefined) this.#doubtful.set(directory, new Set([path.slice(slash + 1, end)]))
        else beside.add(path.slice(slash + 1, end))
      }
    }
  }

  /** `tree`, whose directories are listed again only where something came, went or became another thing. */
  listing(tree: FileTree): FileTree {
    return withListing(tree, (directory) => this.#list(tree, directory))
  }

  #list(tree: FileTree, directory: string): readonly Entry[] {
    const place = directory === '' ? tree.root : `${tree.root}/${directory}`
    const known = this.#listings.get(place)
    const doubtful = this.#doubtful.get(place)
    this.#doubtful.delete(place)
    if (known !== undefined && !changed(tree, directory, known, doubtful)) return known
    const entries = tree.list(directory)
    this.#listings.set(place, entries)
    return entries
  }

  /** Forgets the files and directories for whose absolute paths `isChanged` is true. */
  forgetWhere(isChanged: (path: string) => boolean): void {
    this.forget([...this.#files.keys()].filter(isChanged))
    for (const [place, entries] of this.#listings) {
      // Of a directory it does not show that a link in it leads to something else now.
      if (!isChanged(place) && !entries.some(({ link }) => link)) continue
      this.#listings.delete(place)
      this.#last = undefined
    }
  }

  /** The reading before, if it was one of the same theme; to be read as a whole is the site until `done`. */
  last(theme: unknown): LastReading | undefined {
    const site = this.#last
    this.#last = undefined
    return site === undefined || theme !== this.#theme ? undefined : { site, changed: this.#changed }
  }

  /** Notes the site that was read now, where there was nothing to say. */
  done(site: Site | undefined, theme: unknown): void {
    this.#last = site
    this.#theme = theme
    this.#changed = new Set()
  }

  /** Whether all directories of `tree`, which `listing` made, hold what they held, though there were changes in them. */
  listsTheSame(tree: FileTree): boolean {
    for (const place of [...this.#doubtful.keys()]) {
      if (!isInside(tree.root, place)) continue
      const known = this.#listings.get(place)
      if (known === undefined || !sameEntries(tree.list(place.slice(tree.root.length + 1)), known))
        return false
    }
    return true
  }

  /** The entry at `path`, as its directory was listed last; 'unknown' where that was not. */
  entryAt({ root }: FileTree, path: string): Entry | undefined | 'unknown' {
    const slash = path.lastIndexOf('/')
    const entries = this.#listings.get(slash === -1 ? root : `${root}/${path.slice(0, slash)}`)
    return entries === undefined ? 'unknown' : entries.find(({ name }) => name === path.slice(slash + 1))
  }

  /** Begins to read a site: under other rules all that was made would be made otherwise. */
  begin({ config, time, now, defaults, blockTags }: SiteRules): void {
    const rules = dataText([time, now, defaults, blockTags])
    if (config === this.#config && rules !== undefined && rules === this.#rules) return
    this.#files.clear()
    this.#listings.clear()
    this.#last = undefined
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
    // What was left out with a word about it may be waiting for its time.
    if (made === null && diagnostics.length > before) return made
    if (ofFile === undefined) {
      ofFile = new Map()
      this.#files.set(place, ofFile)
    }
    ofFile.set(kind, { made, said: diagnostics.slice(before) })
    return made
  }
}

function sameEntries(some: readonly Entry[], others: readonly Entry[]): boolean {
  if (some === others) return true
  return (
    some.length === others.length &&
    some.every(({ name, kind, link }, at) => {
      const other = others[at]
      return other?.name === name && other.kind === kind && other.link === link
    })
  )
}

/** Whether one of the `names` in `directory` is not what `entries` say. */
function changed(
  tree: FileTree,
  directory: string,
  entries: readonly Entry[],
  names: ReadonlySet<string> = new Set(),
): boolean {
  if (names.size === 0) return false
  const before = new Map(entries.filter(({ name }) => names.has(name)).map((entry) => [entry.name, entry]))
  return [...names].some((name) => {
    const path = directory === '' ? name : `${directory}/${name}`
    const entry = before.get(name)
    if (entry === undefined || entry.link) return true
    const here = tree.realPath(directory)
    return tree.kindOf(path) !== entry.kind || tree.realPath(path) !== `${here === '/' ? '' : here}/${name}`
  })
}

/** As the memory's `of`, without one too. */
export function remembered<Made>(ctx: Reading, path: string, kind: string, make: () => Made): Made {
  return ctx.memory === undefined ? make() : ctx.memory.of(ctx, path, kind, make)
}
