/**
 * Everything the program says, in Jekyll's form: a topic right-aligned in nineteen columns, a space, the text. Information goes to stdout;
 * warnings (yellow) and errors (red) go to stderr.
 */
import { codeFrame, type Diagnostic } from '../base/index.ts'
import { annotation } from './annotation.ts'
import { messageRows } from './message-rows.ts'

export type Level = 'debug' | 'info' | 'warn' | 'error'

/** Where lines go; the tests pass their own. */
export interface Streams {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** where errors go; `err` where there is no other place for them */
  readonly error?: (text: string) => void
  readonly color: boolean
  /** where diagnostics are annotations of GitHub Actions as well: the site's folder in the repository */
  readonly annotate?: string | undefined
}

export interface Report {
  readonly level: Level
  debug(topic: string, text: string): void
  info(topic: string, text: string): void
  warn(topic: string, text: string): void
  error(topic: string, text: string): void
  /** a line without topic on stdout */
  line(text: string): void
  /** a yellow line without topic on stderr */
  plainWarning(text: string): void
  /** a red line without topic on stderr */
  plainError(text: string): void
  diagnostic(diagnostic: Diagnostic): void
}

const LEVELS: readonly Level[] = ['debug', 'info', 'warn', 'error']
const YELLOW = 33
const RED = 31

/** A report that says what is at least as grave as `level`: `-q` is 'error', `--verbose` is 'debug'. */
export function createReport(streams: Streams, level: Level): Report {
  const least = LEVELS.indexOf(level)
  const says = (of: Level): boolean => LEVELS.indexOf(of) >= least
  const paint = (text: string, code: number): string =>
    streams.color ? `\u001b[${code}m${text}\u001b[0m` : text
  const warn = (topic: string, text: string): void => {
    if (says('warn')) for (const row of messageRows(topic, text)) streams.err(`${paint(row, YELLOW)}\n`)
  }
  const grave = streams.error ?? streams.err
  const error = (topic: string, text: string): void => {
    for (const row of messageRows(topic, text)) grave(`${paint(row, RED)}\n`)
  }
  return {
    level,
    debug: (topic, text) => {
      if (says('debug')) streams.out(`${messageRows(topic, text).join('\n')}\n`)
    },
    info: (topic, text) => {
      if (says('info')) streams.out(`${messageRows(topic, text).join('\n')}\n`)
    },
    warn,
    error,
    line: (text) => {
      if (says('info')) streams.out(`${text}\n`)
    },
    plainWarning: (text) => {
      if (says('warn')) streams.err(`${paint(text, YELLOW)}\n`)
    },
    plainError: (text) => grave(`${paint(text, RED)}\n`),
    diagnostic: (diagnostic) => {
      const warning = diagnostic.severity === 'warning'
      if (warning && !says('warn') && diagnostic.loud !== true) return
      if (streams.annotate !== undefined) streams.out(annotation(diagnostic, streams.annotate))
      const [code, say] = warning ? [YELLOW, streams.err] : [RED, grave]
      for (const row of messageRows(diagnostic.topic, diagnostic.message)) say(`${paint(row, code)}\n`)
      // A warning is one line, as in Jekyll; an error, or anyone who asks for more, gets the whole.
      if (!warning || says('debug')) say(detailsOf(diagnostic))
    },
  }
}

function detailsOf(diagnostic: Diagnostic): string {
  const rows: string[] = []
  if (diagnostic.source !== undefined && diagnostic.span !== undefined)
    rows.push('', codeFrame(diagnostic.source, diagnostic.span))
  else if (diagnostic.source !== undefined) rows.push('', `  ${diagnostic.source.path}`)
  if (diagnostic.help !== undefined) rows.push(`  help: ${diagnostic.help.replaceAll('\n', '\n        ')}`)
  for (const [index, step] of diagnostic.trail.entries())
    rows.push(`  ${index === 0 ? 'while: ' : '       '}${step}`)
  rows.push(`  code: ${diagnostic.code}`)
  return `${rows.join('\n')}\n`
}
