/** Nested timings for `--timings`. A disabled timer only calls the function it is given. */
import { monotonic } from './clock.ts'

export interface Timing {
  readonly name: string
  /** 0 for the outermost */
  readonly depth: number
  /** how often it ran */
  readonly count: number
  readonly milliseconds: number
}

export interface Timer {
  /** Runs `run` and counts its time under `name`, inside whatever is being timed. */
  time<T>(name: string, run: () => T): T
  /** As `time`; the time ends when the promise settles. Asynchronous parts must not overlap. */
  timeAsync<T>(name: string, run: () => Promise<T>): Promise<T>
  /** What was timed so far, parents before their children, in order of first start. */
  timings(): Timing[]
}

interface Entry {
  readonly name: string
  readonly children: Map<string, Entry>
  count: number
  milliseconds: number
}

export function createTimer(enabled: boolean, clock: () => number = monotonic): Timer {
  if (!enabled) return { time: (_, run) => run(), timeAsync: (_, run) => run(), timings: () => [] }
  const root: Entry = { name: '', children: new Map(), count: 0, milliseconds: 0 }
  let current = root
  const start = (name: string): (() => void) => {
    const parent = current
    let entry = parent.children.get(name)
    if (entry === undefined) {
      entry = { name, children: new Map(), count: 0, milliseconds: 0 }
      parent.children.set(name, entry)
    }
    const running = entry
    current = running
    const from = clock()
    return () => {
      running.count++
      running.milliseconds += clock() - from
      current = parent
    }
  }
  return {
    time(name, run) {
      const stop = start(name)
      try {
        return run()
      } finally {
        stop()
      }
    },
    async timeAsync(name, run) {
      const stop = start(name)
      try {
        return await run()
      } finally {
        stop()
      }
    },
    timings() {
      const list: Timing[] = []
      const walk = (entry: Entry, depth: number): void => {
        for (const child of entry.children.values()) {
          list.push({ name: child.name, depth, count: child.count, milliseconds: child.milliseconds })
          walk(child, depth + 1)
        }
      }
      walk(root, 0)
      return list
    },
  }
}
