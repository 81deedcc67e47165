/** What each template costs in a build, for `--profile`: its own time and that of what it includes. */
import { monotonic } from '../base/index.ts'
import type { Measure } from '../render/index.ts'

export interface TemplateCost {
  readonly path: string
  /** how often it was rendered */
  readonly count: number
  /** of all it printed */
  readonly bytes: number
  readonly milliseconds: number
}

export interface Costs {
  readonly measure: Measure
  /** in the order in which templates first finished */
  all(): readonly TemplateCost[]
}

export function createCosts(): Costs {
  const byPath = new Map<string, TemplateCost>()
  return {
    measure(path, run, kind) {
      // Jekyll's table knows templates only.
      if (kind === 'converter') return run()
      const began = monotonic()
      const output = run()
      const milliseconds = monotonic() - began
      const before = byPath.get(path)
      byPath.set(path, {
        path,
        count: (before?.count ?? 0) + 1,
        bytes: (before?.bytes ?? 0) + Buffer.byteLength(output),
        milliseconds: (before?.milliseconds ?? 0) + milliseconds,
      })
      return output
    },
    all: () => [...byPath.values()],
  }
}
