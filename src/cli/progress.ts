/**
 * A line that is redrawn in place while a build takes longer than a second, and taken away when it ends. Draws at most
 * ten times a second and only on a terminal.
 */
const BEGINS_AFTER = 1000
const INTERVAL = 100

interface Progress {
  step(done: number, total: number): void
  clear(): void
}

/** `write` gets the control sequences; `clock` gives milliseconds. */
export function createProgress(
  terminal: boolean,
  write: (text: string) => void,
  clock: () => number,
): Progress {
  if (!terminal) return { step: () => {}, clear: () => {} }
  const began = clock()
  let drawn = began + BEGINS_AFTER - INTERVAL
  let shown = false
  return {
    step(done, total) {
      const time = clock()
      if (time - drawn < INTERVAL) return
      drawn = time
      shown = true
      const percent = total === 0 ? 100 : Math.floor((done / total) * 100)
      write(`\r${'Rendering: '.padStart(20)}${done} of ${total} (${percent} %)\u001b[K`)
    },
    clear() {
      if (shown) write('\r\u001b[K')
      shown = false
    },
  }
}
