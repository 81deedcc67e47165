/** Errors of Liquid, and of Jekyll's tags and filters, as diagnostics that start with the line Jekyll prints. */
import type { Diagnostic, Exhausted, SourceText, Span } from '../base/index.ts'
import { exhausted, joinPath, SystemCallError } from '../base/index.ts'
import { type LiquidError, LiquidRenderError, LiquidSyntaxError } from '../liquid/index.ts'
import { PluginFailure } from '../plugins/index.ts'
import { type Frame, HostError, RenderFailure } from './failure.ts'
import type { LiquidText } from './types.ts'
import type { Work } from './work.ts'

interface Fault {
  /** Ruby's message */
  readonly message: string
  readonly code: string
  readonly path: string | undefined
  readonly line: number | undefined
  /** from 1, in that line; where it is not known, the first tag of the line is meant */
  readonly column?: number | undefined
  readonly trail: readonly string[]
  readonly help?: string | undefined
  /** what is at fault where that is another file than the template */
  readonly frame?: Frame | undefined
}

/** What was thrown while `text` was compiled or run, as a RenderFailure. What is not an error of the site is thrown on. */
export function liquidFailure(work: Work, text: LiquidText, thrown: unknown): RenderFailure {
  if (thrown instanceof RenderFailure) return thrown
  const fault = faultOf(work, text, thrown)
  if (fault === undefined) throw thrown
  const diagnostic = diagnosticOf(work, text, fault, 'error', 'Liquid Exception: ')
  return new RenderFailure(diagnostic, fault.line === undefined ? exhausted(thrown) : undefined)
}

/** A warning about `text` or an include it used. */
export function liquidWarning(work: Work, text: LiquidText, warning: LiquidError): Diagnostic {
  const fault: Fault = {
    message: warning.message,
    code: 'liquid/lax',
    path: warning.path,
    line: warning.line,
    trail: warning.trail,
  }
  return diagnosticOf(work, text, fault, 'warning', 'Liquid Warning: ')
}

function faultOf(work: Work, text: LiquidText, thrown: unknown): Fault | undefined {
  if (thrown instanceof LiquidRenderError) {
    const { cause } = thrown
    if (cause instanceof RenderFailure) {
      if (cause.lacking === undefined) throw cause
      return { ...placeOf(thrown), ...lackOf(cause.lacking) }
    }
    if (cause instanceof PluginFailure)
      throw cause.within([...ownStep(work, text, cause), ...stepsTo(work, text, thrown)])
    if (cause instanceof HostError) return hostFault(work, cause, thrown)
    const lacking = exhausted(cause)
    if (lacking !== undefined) return { ...placeOf(thrown), ...lackOf(lacking) }
    // Ruby's own error, which Liquid has no words for.
    if (cause instanceof SystemCallError)
      return {
        ...placeOf(thrown),
        message: cause.message,
        code: 'liquid/error',
        help: 'ask for a smaller width',
      }
    if (cause instanceof Error && thrown.text === 'internal' && !isFault(cause)) throw cause
    const help =
      cause instanceof Error && 'help' in cause && typeof cause.help === 'string' ? cause.help : undefined
    return { ...placeOf(thrown), message: rubyMessage(work, text, thrown), code: codeOf(thrown.text), help }
  }
  if (thrown instanceof LiquidSyntaxError)
    return {
      ...placeOf(thrown),
      message: rubyMessage(work, text, thrown),
      code: codeOf(thrown.text),
      help: thrown.help,
      column: thrown.column,
    }
  if (thrown instanceof HostError)
    return hostFault(work, thrown, { path: text.path, line: undefined, trail: [] })
  if (thrown instanceof PluginFailure) throw thrown.within(ownStep(work, text, thrown))
  const lacking = exhausted(thrown)
  return lacking === undefined
    ? undefined
    : { path: text.path, line: undefined, trail: lacking.trail, ...lackOf(lacking) }
}

function lackOf({ message, help, deep }: Exhausted): Pick<Fault, 'message' | 'code' | 'help'> {
  return { message, code: deep ? 'liquid/recursion' : 'liquid/too-large', help }
}

/** How a plugin's tag or filter came to run: where it stands, what included that, and the document. */
function stepsTo(work: Work, text: LiquidText, { path, line, trail }: LiquidRenderError): string[] {
  return [`at ${fileLine(work, text, path, line)}`, ...inFiles(work, text, trail)]
}

/** Where the tag stands that a plugin could not make sense of. */
function ownStep(work: Work, text: LiquidText, { place }: PluginFailure): string[] {
  return place === undefined ? [] : [`at ${fileLine(work, text, place.path, place.line)}`]
}

/** A line of a text as one of its file. */
function fileLine(work: Work, text: LiquidText, path: string | undefined, line: number): string {
  const place = path === undefined || path === text.path ? text : includeText(work, path)
  return `${path ?? text.path}:${line + (place === undefined ? 0 : place.firstLine - 1)}`
}

/** Liquid's steps, with the lines of files: it does not see their front matter. */
function inFiles(work: Work, text: LiquidText, trail: readonly string[]): readonly string[] {
  return trail.map((step) => {
    const [, path, line] = /^included from (.*):(\d+)$/.exec(step) ?? []
    return path === undefined ? step : `included from ${fileLine(work, text, path, Number(line))}`
  })
}

/** Liquid's own faults are thrown as such; anything else behind an internal error is a mistake of this program. */
function isFault(error: Error): boolean {
  return /Fault|Liquid/.test(error.name)
}

function placeOf(error: LiquidError): Pick<Fault, 'path' | 'line' | 'trail'> {
  return { path: error.path, line: error.line, trail: error.trail }
}

function hostFault(
  work: Work,
  error: HostError,
  at: { path: string | undefined; line: number | undefined; trail: readonly string[] },
): Fault {
  return {
    message: error.wordedBy(work.shared.view.config.reference),
    code: error.code,
    path: error.place?.path ?? at.path,
    line: error.place?.line ?? at.line,
    trail: at.trail,
    help: error.help,
    frame: error.frame,
  }
}

/** `Liquid error (line 3): …`; with the include's absolute path, and `included` behind, when it stands in one. */
function rubyMessage(work: Work, text: LiquidText, error: LiquidError): string {
  const label = error.kind === 'error' ? 'Liquid error' : 'Liquid syntax error'
  if (error.path === undefined || error.path === text.path)
    return `${label} (line ${error.line}): ${error.text}`
  const named = outermostInclude(error) ?? error.path
  const file = work.turn.texts.get(named)?.file ?? work.shared.view.include(includeName(work, named))?.file
  const path = file === undefined ? named : joinPath(file.root, file.path)
  return `${label} (${path} line ${error.line}): ${error.text} included`
}

/** Jekyll names the include that the document or layout itself asked for, with the line in the one that failed. */
function outermostInclude(error: LiquidError): string | undefined {
  return /^included from (.*):\d+$/.exec(error.trail.at(-2) ?? '')?.[1]
}

/** An include that does not compile is in no table of templates. */
function includeName(work: Work, path: string): string {
  const dir = `${work.shared.view.config.includesDir}/`
  return path.startsWith(dir) ? path.slice(dir.length) : path.replace(/^_includes\//, '')
}

function codeOf(text: string): string {
  if (text.startsWith('Unknown tag')) return 'liquid/unknown-tag'
  if (text.includes('was never closed')) return 'liquid/unclosed-tag'
  if (text.startsWith('undefined variable')) return 'liquid/undefined-variable'
  if (text.startsWith('undefined filter')) return 'liquid/undefined-filter'
  return 'liquid/error'
}

/** As Jekyll logs: white space in a row is one space. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function diagnosticOf(
  work: Work,
  text: LiquidText,
  fault: Fault,
  severity: Diagnostic['severity'],
  prefix: string,
): Diagnostic {
  const path = fault.path ?? text.path
  const place = path === text.path ? text : includeText(work, path)
  const { frame } = fault
  const message = oneLine(`${prefix}${fault.message} in ${text.shownAs}`)
  const help = fault.help === undefined ? {} : { help: fault.help }
  if (frame !== undefined) {
    const line = fault.line === undefined ? '' : `:${fault.line + (place?.firstLine ?? 1) - 1}`
    return {
      code: fault.code,
      severity,
      message,
      ...frame,
      ...help,
      trail: [`at ${path}${line}`, ...inFiles(work, text, short(fault.trail))],
    }
  }
  const found =
    place === undefined || fault.line === undefined
      ? undefined
      : lineSpan(place.text, fault.line, fault.column)
  return {
    code: fault.code,
    severity,
    message,
    ...(place === undefined ? {} : { source: frameSource(place, path) }),
    ...(found === undefined || place === undefined ? {} : { span: shifted(found, place.firstLine) }),
    ...help,
    trail: inFiles(work, text, short(fault.trail)),
  }
}

/** The steps of an include that includes itself are a hundred of the same. */
function short(trail: readonly string[]): readonly string[] {
  if (trail.length <= 8) return trail
  return [...trail.slice(0, 2), `… ${trail.length - 4} more`, ...trail.slice(-2)]
}

interface Placed {
  readonly text: string
  readonly firstLine: number
}

function includeText(work: Work, path: string): Placed | undefined {
  const known = work.turn.texts.get(path)
  if (known !== undefined) return known
  const include = work.shared.view.include(includeName(work, path))
  return include === undefined ? undefined : { text: include.text, firstLine: 1 }
}

/** The text with empty lines in front for the front matter, so that a frame shows the lines of the file. */
function frameSource(place: Placed, path: string): SourceText {
  return { path, text: '\n'.repeat(place.firstLine - 1) + place.text }
}

function shifted(span: Span, firstLine: number): Span {
  return { start: span.start + firstLine - 1, end: span.end + firstLine - 1 }
}

/** The tag or output at `column` of line `line`, else the first one, else the line without its indentation. */
function lineSpan(text: string, line: number, column = 1): Span | undefined {
  let start = 0
  for (let at = 1; at < line; at++) {
    const newline = text.indexOf('\n', start)
    if (newline === -1) return undefined
    start = newline + 1
  }
  const newline = text.indexOf('\n', start)
  const end = newline === -1 ? text.length : newline
  const content = text.slice(start, end)
  const tag = columnOfTag(content, column)
  if (tag === -1) return { start: start + content.length - content.trimStart().length, end }
  const close = content.slice(tag).search(/[%}]\}/)
  return { start: start + tag, end: close === -1 ? end : start + tag + close + 2 }
}

/** Where the tag at `column` starts, or the first one after it that does; -1 for none. */
function columnOfTag(content: string, column: number): number {
  const after = content.slice(column - 1).search(/\{[{%]/)
  return after === -1 ? content.search(/\{[{%]/) : column - 1 + after
}
