/** An error Ruby would raise for bad data (not for our bugs): callers turn it into a diagnostic. */
export class ArgumentError extends Error {
  override readonly name = 'ArgumentError'
}
