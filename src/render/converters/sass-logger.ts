/** What style sheets and their compilers say while they are compiled: `@warn`, `@debug`, deprecations. */
import type { Site } from '../../site/index.ts'
import type { ConversionContext } from '../types.ts'
import { linesAbove, pathOf, shown } from './sass-fault.ts'

/** What the logger reads of a span, whichever compiler gives it. */
interface SassSpan {
  readonly url?: URL | undefined
  readonly start: { readonly line: number; readonly column: number }
}

interface SassWarning {
  readonly deprecation: boolean
  readonly deprecationType?: { readonly id: string }
  readonly span?: SassSpan
  readonly stack?: string
}

interface SassLogger {
  warn(message: string, options: SassWarning): void
  debug(message: string, options: { readonly span: SassSpan }): void
}

/** Whether a style sheet says it (`@warn`, which has a trace or a span), and not Sass of it: how many deprecations it left out. */
function isOfStyleSheet({ deprecation, span, stack }: SassWarning): boolean {
  return !deprecation && (span !== undefined || stack !== undefined)
}

/**
 * Warnings as one line each, with their place; Sass itself counts those that repeat. `text` is what the compiler was given
 * of `main`, the absolute path of the page.
 */
export function loggerFor(
  site: Site,
  text: string,
  context: ConversionContext,
  main: string | undefined,
): SassLogger {
  const at = (path: string, line: number, column: number): string => {
    const above = path === main ? (linesAbove(context, text) ?? 0) : 0
    return ` (${shown(site, path)}:${line + above}:${column})`
  }
  const spanned = ({ url, start }: SassSpan): string => {
    const path = url?.protocol === 'file:' ? pathOf(url) : main
    return path === undefined ? '' : at(path, start.line + 1, start.column + 1)
  }
  // Of `@warn` only the trace is known: rows of `/path 1:2  root stylesheet`.
  const traced = (trace = ''): string => {
    const row = trace.split('  ', 1)[0] ?? ''
    const [line, column] = row
      .slice(row.lastIndexOf(' ') + 1)
      .split(':')
      .map(Number)
    if (!line || !column) return ''
    const path = row.slice(0, row.lastIndexOf(' '))
    if (path.startsWith('/')) return at(path, line, column)
    // The compiler in JavaScript shows paths from the folder in which it runs.
    return main?.endsWith(`/${path}`) === true ? at(main, line, column) : ''
  }
  return {
    warn(message, options) {
      const [first = '', ...more] = message.split('\n')
      const id = options.deprecationType === undefined ? '' : ` [${options.deprecationType.id}]`
      const topic = options.deprecation ? `DEPRECATION WARNING${id}` : 'Sass warning'
      const help = more.filter((line) => line !== '').join('\n')
      const place = options.span === undefined ? traced(options.stack) : spanned(options.span)
      context.warn(`${topic}: ${first}${place}`, {
        ...(help === '' ? {} : { help }),
        ...(isOfStyleSheet(options) ? { loud: true } : {}),
      })
    },
    debug(message, { span }) {
      context.warn(`Sass debug: ${message}${spanned(span)}`, { loud: true })
    },
  }
}
