/** What is told of calls into plugins in Ruby only once there is a Ruby: what an earlier build remembers comes to its end, and watching costs a thread. */
import type { RubyPluginRequest } from './request.ts'

type Watch = NonNullable<RubyPluginRequest['watch']>

export class LateWatch implements Watch {
  readonly #watch: Watch | undefined
  /** the calls under way that were not told, outermost first */
  #waiting: Parameters<Watch['started']>[] | undefined = []

  constructor(watch: Watch | undefined) {
    this.#watch = watch
  }

  /** There is a Ruby. */
  begin(): void {
    const calls = this.#waiting ?? []
    this.#waiting = undefined
    for (const call of calls) this.#watch?.started(...call)
  }

  started(...call: Parameters<Watch['started']>): void {
    if (this.#waiting === undefined) this.#watch?.started(...call)
    else this.#waiting.push(call)
  }

  ended(): void {
    if (this.#waiting === undefined) this.#watch?.ended()
    else this.#waiting.pop()
  }
}
