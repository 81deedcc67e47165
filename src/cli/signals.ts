/** How a user, or a machine that goes down, stops a command that goes on. */

export const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

interface Stopping {
  /** resolves with the first signal that comes between builds */
  readonly untilStopped: () => Promise<void>
  /**
   * Runs a build. A signal ends the process at once meanwhile: a listener would not hear of it before the build is done,
   * which a template without end never is.
   */
  readonly building: <T>(build: () => Promise<T>) => Promise<T>
}

export function stoppedBySignals(): Stopping {
  let stop: (() => void) | undefined
  const hear = (): void => stop?.()
  const listen = (): void => {
    for (const signal of SIGNALS) process.on(signal, hear)
  }
  const turnAway = (): void => {
    for (const signal of SIGNALS) process.off(signal, hear)
  }
  return {
    untilStopped: () =>
      new Promise((resolve) => {
        stop = () => {
          turnAway()
          resolve()
        }
        listen()
      }),
    async building(build) {
      turnAway()
      try {
        return await build()
      } finally {
        if (stop !== undefined) listen()
      }
    },
  }
}
