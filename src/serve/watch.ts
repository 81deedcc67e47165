/**
 * Watches files: editors write in several steps (temporary file, rename, chmod), so events are gathered until none has come
 * for a moment and then given as one batch, each path once.
 */
import { watch } from 'chokidar'
import { DirectoryWatch } from './directory-watch.ts'

export interface Watch {
  /** absolute files and directories */
  readonly paths: readonly string[]
  /** absolute path -> whether to leave it (and all below it) alone */
  readonly ignored: (path: string) => boolean
  /**
   * How changes are seen: by asking again and again ('polling'), by what the system tells of each directory about its files, where
   * it does ('directories', Linux), or of each file ('files').
   */
  readonly means: 'polling' | 'directories' | 'files'
}

interface WatchOptions extends Watch {
  /** The next batch waits until this is done. What it rejects with goes to `onError`. */
  readonly onChange: (changed: readonly string[]) => unknown
  readonly onError: (error: Error) => void
}

/** Paths that an editor touches when it saves a file: the file, a backup, a swap file, its directory. */
const FEW = 4

/** Milliseconds without an event before a batch is given: a checkout of many files pauses longer than an editor. */
const QUIET = { few: 15, many: 120 } as const

const EVENTS = ['add', 'addDir', 'change', 'unlink', 'unlinkDir'] as const

/** Who tells of changes. */
interface Teller {
  /** what was told so far is given to the builder */
  taken(): void
  close(): unknown
}

export class Watcher {
  readonly #teller: Teller
  readonly #ready: Promise<void>
  readonly #options: WatchOptions
  readonly #pending = new Set<string>()
  #timer: NodeJS.Timeout | undefined
  #busy = false

  constructor(options: WatchOptions) {
    this.#options = options
    const note = (path: string): void => this.#note(path)
    const { means, onError } = options
    if (means === 'directories') {
      this.#teller = new DirectoryWatch({ ...options, note })
      this.#ready = Promise.resolve()
      return
    }
    const watcher = watch([...options.paths], {
      ignoreInitial: true,
      ignored: options.ignored,
      usePolling: means === 'polling',
      atomic: 20,
    })
    for (const event of EVENTS) watcher.on(event, note)
    watcher.on('error', (error) => onError(error instanceof Error ? error : new Error(String(error))))
    this.#ready = new Promise((resolve) => watcher.once('ready', () => resolve()))
    this.#teller = { taken: () => {}, close: () => watcher.close() }
  }

  /** Resolves once changes are seen. */
  ready(): Promise<void> {
    return this.#ready
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer)
    await this.#teller.close()
  }

  #note(path: string): void {
    this.#pending.add(path)
    clearTimeout(this.#timer)
    const quiet = this.#pending.size > FEW ? QUIET.many : QUIET.few
    this.#timer = setTimeout(() => void this.#give(), quiet)
  }

  async #give(): Promise<void> {
    if (this.#busy || this.#pending.size === 0) return
    this.#busy = true
    this.#teller.taken()
    const changed = [...this.#pending].sort()
    this.#pending.clear()
    try {
      await this.#options.onChange(changed)
    } catch (error) {
      this.#options.onError(error instanceof Error ? error : new Error(String(error)))
    } finally {
      this.#busy = false
    }
    // What came in the meantime has waited long enough.
    void this.#give()
  }
}
