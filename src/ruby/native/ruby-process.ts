/** A Ruby of the machine, in a process of its own beside the build. */

/** Lines of text to and from it. */
export interface RubyProcess {
  send(line: string): void
  /** Waits for what comes next. */
  next(): Said
  end(): void
}

/**
 * - `line`: a line that it sent
 * - `printed`: a line that it, or a program that it started, wrote to its output or its errors
 * - `ended`: it is not there any more, or never was, and why; from then on nothing else comes
 */
export type Said = readonly [kind: 'line' | 'printed' | 'ended', text: string]

/** Starts the `ruby` that `env` finds, with the code `begin` in the folder `folder`. */
export type StartRubyProcess = (start: {
  readonly begin: string
  readonly folder: string
  readonly env: Readonly<Record<string, string | undefined>>
}) => RubyProcess
