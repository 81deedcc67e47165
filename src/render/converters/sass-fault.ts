/** Mistakes that a Sass compiler found, as conversion errors with their place in the files of the site. */
import { joinPath, relativePath } from '../../base/index.ts'
import type { Site } from '../../site/index.ts'
import { ConversionError, type Frame } from '../failure.ts'
import type { ConversionContext, FileAccess } from '../types.ts'
import { resolveStyle } from './dart-sass-files.ts'

/** A place in the text that a compiler was given. */
interface SassSpan {
  readonly url?: URL | undefined
  readonly text: string
  readonly context?: string | undefined
  readonly start: SassPlace
  readonly end: SassPlace
}

interface SassPlace {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** One conversion: where the compiler worked, and on what. */
interface Compiled {
  readonly site: Site
  readonly files: FileAccess
  readonly text: string
  /** what the compiler was given of it */
  readonly given: string
  readonly context: ConversionContext
  /** absolute path of the page; undefined for a filter's text */
  readonly main: string | undefined
}

const NAMESAKE =
  'the page imports itself, because imports look beside the page first: give the partial another name than the page has'

/** `message` is what Jekyll prints of the mistake at `span`. */
export function sassFault(
  message: string,
  span: SassSpan,
  { site, files, text, given, context, main }: Compiled,
): ConversionError {
  const at = span.url?.protocol === 'file:' ? pathOf(span.url) : main
  const line = span.start.line + 1
  if (at === undefined) {
    const own = (text.split('\n', line)[line - 1] ?? '').trim()
    return new ConversionError(`${message} (line ${line}:${span.start.column + 1} of the text: ${own})`)
  }
  const own = at === main && isIn(given, span)
  const help = at === main && !own ? NAMESAKE : helpFor(site, files, message, span.text)
  if (own) {
    const above = linesAbove(context, text)
    const seen =
      above === undefined
        ? { text: text.split('\n', line)[line - 1] ?? '' }
        : { frame: frameOf(context.path, text, span, above) }
    return new ConversionError(message, { path: context.path, line: line + (above ?? 0), ...seen }, help)
  }
  const path = shown(site, at)
  const frame = frameOf(path, files.readText(at) ?? '', span)
  return new ConversionError(message, { path, line, frame }, help)
}

/** Whether `span` is of `given`: the file that it is from may have been imported too, front matter and all. */
function isIn(given: string, { start, context }: SassSpan): boolean {
  return context === undefined || given.startsWith(context, start.offset - start.column)
}

/** The place of `span` in `text`, which stands in its file below `above` lines. */
function frameOf(path: string, text: string, { start, end, text: piece }: SassSpan, above = 0): Frame {
  const lines = text.split('\n', start.line + 1)
  const line = lines[start.line] ?? ''
  const first = piece.split('\n', 1)[0]!
  // The compiler may have been given the line with something written otherwise.
  const exact = line.startsWith(first, start.column) ? start.column : line.lastIndexOf(first, start.column)
  const column = exact === -1 ? Math.min(start.column, line.length) : exact
  const from = above + lines.slice(0, -1).join('\n').length + Math.min(start.line, 1) + column
  const source = { path, text: '\n'.repeat(above) + text }
  return { source, span: { start: from, end: from + Math.min(end.offset - start.offset, text.length) } }
}

function helpFor(site: Site, files: FileAccess, message: string, piece: string): string | undefined {
  const wanted = /^["']([^"']+)["']$/.exec(piece)?.[1]
  if (wanted === undefined || !message.startsWith("Can't find stylesheet")) return undefined
  const fromRoot = resolveStyle(files, joinPath(site.config.source, wanted), true)
  return fromRoot.length === 0
    ? undefined
    : 'imports from the root of the site need `sass: {load_paths: [.]}`'
}

/** How many lines of its file stand above `text`, which Sass was given; undefined where Liquid wrote it. */
export function linesAbove({ document }: ConversionContext, text: string): number | undefined {
  return document?.body === text ? document.bodyLine - 1 : undefined
}

/** A path as messages show it. */
export function shown(site: Site, path: string): string {
  return relativePath(site.config.source, path)
}

export function pathOf(url: URL): string {
  return decodeURIComponent(url.pathname)
}
