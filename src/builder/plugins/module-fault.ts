/** What stops a module of a site from running, as a diagnostic with its place in the file. */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  BuildError,
  type Diagnostic,
  lineCol,
  offsetOf,
  type SourceText,
  type Span,
  withSlashes,
} from '../../base/index.ts'
import { readText } from '../read-text.ts'

interface SourcePlace {
  readonly source: SourceText
  readonly span: Span
}

/**
 * `error`, thrown while the module `shown` (as messages name it) was loaded or run, as a BuildError. Its place is sought
 * in the files that `owns` answers for, by default the site's.
 */
export function moduleFault(
  source: string,
  what: string,
  shown: string,
  error: unknown,
  owns: (file: string) => boolean = (file) => isOwnFile([source], file),
): BuildError {
  if (error instanceof BuildError) return error
  const diagnostic: Diagnostic = {
    code: 'plugins/not-loaded',
    severity: 'error',
    trail: [],
    ...(syntaxFault(source, error) ?? missingModule(source, error) ?? thrown(source, error, owns)),
  }
  return new BuildError([
    { ...diagnostic, message: `${what} ${shown} cannot be loaded: ${diagnostic.message}` },
  ])
}

type Told = Pick<Diagnostic, 'message' | 'help' | 'source' | 'span'>

/** jiti's own form of what its parser says: `ParseError: … \n <file>:<line>:<column>`, columns from 0. */
function syntaxFault(source: string, error: unknown): Told | undefined {
  if (!(error instanceof Error) || !error.message.startsWith('ParseError:')) return undefined
  const [first = '', second = ''] = error.message.split('\n')
  const place = /^(.*):(\d+):(\d+)$/.exec(second.trim())
  return {
    message: first
      .slice('ParseError:'.length)
      .replaceAll('`', '')
      .replace(/\s*\(\d+:\d+\)/, '')
      .trim(),
    ...(place === null ? {} : placeIn(source, place[1]!, Number(place[2]), Number(place[3]) + 1)),
  }
}

function missingModule(source: string, error: unknown): Told | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (!(error instanceof Error) || (code !== 'MODULE_NOT_FOUND' && code !== 'ERR_MODULE_NOT_FOUND'))
    return undefined
  const name = /(?:module|package) '([^']*)'/.exec(error.message)?.[1]
  const stack = (error as { readonly requireStack?: readonly string[] }).requireStack
  const importer = stack?.[0] ?? /imported from (\S+)/.exec(error.message)?.[1]
  if (name === undefined) return undefined
  const isPath = /^[./]/.test(name)
  return {
    message: isPath ? `there is no file ${name}` : `there is no package '${name}'`,
    help: isPath
      ? 'give the path from the importing file, with its ending'
      : `install it for the site: npm install ${name}`,
    ...(importer === undefined ? {} : placeOfText(source, importer, name)),
  }
}

function thrown(source: string, error: unknown, owns: (file: string) => boolean): Told {
  const message = error instanceof Error ? error.message.split('\n')[0]! : String(error)
  const place = error instanceof Error ? placeInTrace(source, error, owns) : undefined
  const waits = /await is only valid/.test(message)
  return {
    message: message === '' && error instanceof Error ? error.name : message,
    ...place,
    ...(waits
      ? { help: 'nothing can wait at the top of this file: a plugin in `plugins` may be a promise' }
      : {}),
  }
}

/** Whether `file` lies below one of `directories` and is not a package's. */
export function isOwnFile(directories: readonly string[], file: string): boolean {
  return directories.some((directory) => file.startsWith(`${directory}/`)) && !file.includes('/node_modules/')
}

/** The innermost place of `error`'s trace in a file that `owns` answers for. */
export function placeInTrace(
  source: string,
  error: Error,
  owns: (file: string) => boolean,
): SourcePlace | undefined {
  for (const row of (error.stack ?? '').split('\n')) {
    const frame = /(?:\(|^\s*at (?:async )?)((?:file:\/\/)?\/[^():]*):(\d+):(\d+)\)?$/.exec(row)
    if (frame === null) continue
    const file = frame[1]!.startsWith('file:') ? fileURLToPath(frame[1]!) : frame[1]!
    if (owns(file)) return placeOnLine(source, file, Number(frame[2]))
  }
  return undefined
}

/** The code of a line; columns in traces are those of the compiled text. */
function placeOnLine(source: string, file: string, line: number): SourcePlace | undefined {
  const text = readText(file)
  if (text === undefined) return undefined
  const start = offsetOf(text, { line, column: 1 })
  const newline = text.indexOf('\n', start)
  const code = text.slice(start, newline === -1 ? text.length : newline).trimEnd()
  const indent = code.length - code.trimStart().length
  return {
    source: { path: shownPath(source, file), text },
    span: { start: start + indent, end: start + code.length },
  }
}

/** The place at a line and column of a file; undefined when it cannot be read. */
function placeIn(source: string, file: string, line: number, column: number): SourcePlace | undefined {
  const text = readText(file)
  if (text === undefined) return undefined
  const start = offsetOf(text, { line, column })
  const word = /^[\w$.]+/.exec(text.slice(start, start + 80))?.[0] ?? ''
  return {
    source: { path: shownPath(source, file), text },
    span: { start, end: start + Math.max(1, word.length) },
  }
}

/** The place of the import of `name` in `file`. */
function placeOfText(source: string, file: string, name: string): SourcePlace | undefined {
  const text = readText(file)
  if (text === undefined) return undefined
  const found = [`'${name}'`, `"${name}"`].map((quoted) => text.indexOf(quoted)).find((at) => at !== -1)
  if (found === undefined) return undefined
  const { line, column } = lineCol(text, found)
  const place = placeIn(source, file, line, column)
  return place === undefined ? undefined : { ...place, span: { start: found, end: found + name.length + 2 } }
}

/** A file as messages show it: from the site, or whole. */
export function shownPath(source: string, file: string): string {
  const relative = withSlashes(path.relative(source, file), path.sep)
  return relative.startsWith('../') ? file : relative
}
