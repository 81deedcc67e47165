/**
 * What the machine ran out of because of what a site asks for: the stack, where something is nested too deep, or room for
 * one value. JavaScript throws it like a mistake of the program, from wherever it happened to be.
 */

interface Lack {
  /** Ruby's message where it has one */
  readonly message: string
  readonly help: string
}

const STACK: Lack = {
  message: 'stack level too deep',
  help: 'something in it is nested too deep, or uses itself without end',
}
const MEMORY: Lack = {
  message: 'failed to allocate memory',
  help: 'something in it becomes too large to hold: a text or a list that doubles again and again, for one',
}

/** V8's messages, and Node's codes, for values that are too large. Its other RangeErrors are mistakes of whoever calls. */
const TOO_LARGE =
  /^Invalid (?:string|array|typed array) length|^Array buffer allocation failed|^(?:Map|Set) maximum size exceeded|^Maximum BigInt size exceeded|^Invalid count value|regular expression too large/i
const CODES: ReadonlySet<unknown> = new Set([
  'ERR_STRING_TOO_LONG',
  'ERR_BUFFER_TOO_LARGE',
  'ERR_FS_FILE_TOO_LARGE',
  'ERR_MEMORY_ALLOCATION_FAILED',
])

/** An error that only says what ran out, with the steps that led there. */
export class Exhausted extends Error {
  override readonly name = 'Exhausted'
  /** @param trail what was being done, innermost first */
  constructor(
    readonly lack: Lack,
    readonly trail: readonly string[],
    cause: unknown,
  ) {
    super(lack.message, { cause })
  }

  get help(): string {
    return this.lack.help
  }

  /** whether it was the stack */
  get deep(): boolean {
    return this.lack === STACK
  }
}

/** The stack of another process ran out, working for this one. */
export function outOfStack(cause: unknown): Exhausted {
  return new Exhausted(STACK, [], cause)
}

/** `error` where it says that something ran out, reached by `step`; undefined where it says something else. */
export function exhausted(error: unknown, step?: string): Exhausted | undefined {
  const more = step === undefined ? [] : [step]
  if (error instanceof Exhausted) return new Exhausted(error.lack, [...error.trail, ...more], error.cause)
  const lack = lackOf(error)
  return lack === undefined ? undefined : new Exhausted(lack, more, error)
}

function lackOf(error: unknown): Lack | undefined {
  if (!(error instanceof Error)) return undefined
  if (error instanceof RangeError && error.message.startsWith('Maximum call stack size')) return STACK
  const large = error instanceof RangeError || error instanceof SyntaxError
  if (large && TOO_LARGE.test(error.message)) return MEMORY
  return 'code' in error && CODES.has(error.code) ? MEMORY : undefined
}
