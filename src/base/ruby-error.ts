/** An error Ruby would raise for bad data (not for our bugs): callers turn it into a diagnostic. */
export class ArgumentError extends Error {
  override readonly name = 'ArgumentError'
}

/** Ruby's Errno::…: nothing of Liquid's rescues it, so that Jekyll prints its message alone. */
export class SystemCallError extends Error {
  override readonly name = 'SystemCallError'
}
