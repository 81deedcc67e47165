/**
 * Files to changes, through chokidar: editors write in several steps (temporary file, rename, chmod), so events are
 * gathered until none has come for a moment and then given as one batch, each path once.
 */
import { type FSWatcher, watch } from 'chokidar'
import type { Change } from './types.ts'

export interface Watch {
  /** absolute files and directories */
  readonly paths: readonly string[]
  /** absolute path -> whether to leave it (and all below it) alone */
  readonly ignored: (path: string) => boolean
  readonly polling: boolean
}

export interface WatchOptions extends Watch {
  /** milliseconds without an event before a batch is given */
  readonly quietTime: number
  /** The next batch waits until this is done. What it rejects with goes to `onError`. */
  readonly onChange: (changes: readonly Change[]) => unknown
  readonly onError: (error: Error) => void
}

const KINDS = {
  add: 'added',
  addDir: 'added',
  change: 'changed',
  unlink: 'removed',
  unlinkDir: 'removed',
} as const

export class Watcher {
  readonly #watcher: FSWatcher
  readonly #options: WatchOptions
  readonly #pending = new Map<string, Change>()
  #timer: NodeJS.Timeout | undefined
  #busy = false

  constructor(options: WatchOptions) {
    this.#options = options
    this.#watcher = watch([...options.paths], {
      ignoreInitial: true,
      ignored: options.ignored,
      usePolling: options.polling,
      atomic: 20,
    })
    for (const [event, kind] of Object.entries(KINDS)) {
      this.#watcher.on(event as keyof typeof KINDS, (path: string) => this.#note({ path, kind }))
    }
    this.#watcher.on('error', (error) =>
      options.onError(error instanceof Error ? error : new Error(String(error))),
    )
  }

  /** Resolves once changes are seen. */
  ready(): Promise<void> {
    return new Promise((resolve) => this.#watcher.once('ready', () => resolve()))
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer)
    await this.#watcher.close()
  }

  #note(change: Change): void {
    this.#pending.set(change.path, change)
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#give(), this.#options.quietTime)
  }

  async #give(): Promise<void> {
    if (this.#busy || this.#pending.size === 0) return
    this.#busy = true
    const changes = [...this.#pending.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
    this.#pending.clear()
    try {
      await this.#options.onChange(changes)
    } catch (error) {
      this.#options.onError(error instanceof Error ? error : new Error(String(error)))
    } finally {
      this.#busy = false
    }
    // What came in the meantime has waited long enough.
    void this.#give()
  }
}
