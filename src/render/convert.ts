/** The converters of a site, and running them. */
import { type Diagnostic, exhausted } from '../base/index.ts'
import { type DocumentPlace, placesIn } from '../plugins/index.ts'
import type { Renderable } from '../site/index.ts'
import { ConversionError, HostError, RenderFailure } from './failure.ts'
import type { Remember } from './filters/remembered.ts'
import { placeOfPiece } from './piece-place.ts'
import type {
  ConversionContext,
  ConversionFault,
  Converter,
  Converters,
  ExtraFile,
  LiquidOutput,
} from './types.ts'
import type { Shared } from './work.ts'

/**
 * Converters by extension.
 *
 * @param remember keeps what came of long pieces; undefined where a converter may answer differently each time
 */
export function convertersByExt(all: readonly Converter[], remember: Remember | undefined): Converters {
  const sorted = [...all].sort((a, b) => b.priority - a.priority)
  const byExt = new Map<string, readonly Converter[]>()
  const matching = (ext: string): readonly Converter[] => {
    let found = byExt.get(ext)
    if (found === undefined) {
      found = sorted.filter((converter) => converter.matches(ext))
      byExt.set(ext, found)
    }
    return found
  }
  const convert = (by: string, text: string, ascii: boolean): string => {
    const converter = by.startsWith('.') ? matching(by)[0] : sorted.find(({ name }) => name === by)
    return converter === undefined ? text : convertPiece(converter, text, ascii)
  }
  return {
    for: matching,
    // Style sheets read files, so their results are remembered where that is seen: sass-memory.ts.
    piece: (by, text, ascii = false) =>
      remember === undefined || by.startsWith('.')
        ? convert(by, text, ascii)
        : String(remember(`convert ${by}${ascii ? ' ascii' : ''}`, text, () => convert(by, text, ascii))),
  }
}

function convertPiece(converter: Converter, text: string, ascii: boolean): string {
  try {
    return converter.convert(text, { path: '', ascii, addFile: () => {}, warn: () => {} })
  } catch (error) {
    if (!(error instanceof ConversionError)) throw error
    const { message, place, help } = error
    const failure = new HostError(message + placeBehind(place), 'render/conversion', help)
    failure.frame = place?.frame
    throw failure
  }
}

/** The text of `body` through all converters for the document's extension. Throws a RenderFailure in Jekyll's words. */
export function convertDocument(
  { converters, measure, atWork, view }: Pick<Shared, 'converters' | 'measure' | 'atWork' | 'view'>,
  doc: Renderable,
  body: LiquidOutput,
  extraFiles: ExtraFile[],
  diagnostics: Diagnostic[],
): string {
  const context: ConversionContext = {
    path: doc.file.path,
    get document() {
      view.noteDate(doc)
      return doc
    },
    ascii: body.ascii,
    addFile: (file) => extraFiles.push(file),
    warn: (message, at) => {
      const place = at?.text === undefined ? undefined : (placeIn(doc, at.text, at) ?? placesIn(doc)())
      diagnostics.push({
        code: 'render/conversion',
        severity: 'warning',
        // Words that are not about a piece are Jekyll's, or name their place themselves.
        message: place === undefined ? message : `${message} (${place.name})`,
        ...ofDiagnostic(place),
        ...(at?.help === undefined ? {} : { help: at.help }),
        ...(at?.loud === undefined ? {} : { loud: at.loud }),
        trail: [`converting ${doc.file.path}`],
      })
    },
    lineOf: (piece) => {
      const start = placeOfPiece(doc.body, piece)?.starts[0]
      return start === undefined ? undefined : doc.bodyLine + linesIn(doc.body, start)
    },
  }
  let output = body.text
  for (const converter of converters.for(doc.ext)) {
    const goOn = atWork(converter.name, doc.file.path)
    try {
      const before = output
      output = measure(converter.name, () => converter.convert(before, context), 'converter')
    } catch (error) {
      const fault = error instanceof ConversionError ? error : lackIn(error)
      if (fault === undefined) throw error
      throw new RenderFailure(conversionDiagnostic(converter, doc, fault))
    } finally {
      goOn()
    }
  }
  return output
}

/** What ran out while a text was converted: it is the text's fault. */
function lackIn(error: unknown): ConversionError | undefined {
  const lacking = exhausted(error)
  return lacking && new ConversionError(lacking.message, undefined, lacking.help)
}

/** The place in brackets, behind a message. */
function placeBehind(place: ConversionError['place']): string {
  return place === undefined || place.line === 0 ? '' : ` (${place.path}:${place.line})`
}

function conversionDiagnostic(converter: Converter, doc: Renderable, error: ConversionError): Diagnostic {
  const { place } = error
  return {
    code: 'render/conversion',
    severity: 'error',
    message: `Conversion error: ${converter.name} encountered an error while converting '${doc.file.path}':\n${error.message}${placeBehind(place)}`,
    ...(place?.frame ?? ofDiagnostic(placeIn(doc, place?.text))),
    ...(error.help === undefined ? {} : { help: error.help }),
    trail: [`converting ${doc.file.path}`],
  }
}

/**
 * Where a piece of the document's own text stands, or one line of it; undefined when it came from elsewhere, an include
 * or a variable.
 */
function placeIn(
  doc: Renderable,
  piece: string | undefined,
  at: Pick<ConversionFault, 'line' | 'column' | 'length'> = {},
): DocumentPlace | undefined {
  const found = piece === undefined || piece === '' ? undefined : placeOfPiece(doc.body, piece)
  if (piece === undefined || found === undefined) return undefined
  const { line, column } = at
  const lines = piece.split('\n')
  const which = line === undefined ? 0 : Math.min(Math.max(line, 1), lines.length) - 1
  const start = found.starts[which]!
  const last = found.starts.at(-1)! + lines.at(-1)!.length
  const whole = line === undefined ? last - start : lines[which]!.length
  const skipped = column === undefined ? 0 : Math.min(Math.max(column - 1, 0), whole)
  const length = Math.min(at.length ?? whole, whole - skipped)
  return placesIn(doc)(start + skipped, start + skipped + length)
}

/** A place without its name. */
function ofDiagnostic(place: DocumentPlace | undefined): Pick<Diagnostic, 'source' | 'span'> {
  const { name: _, ...rest } = place ?? { name: '' }
  return rest
}

/** How many lines end before offset `end`. */
function linesIn(text: string, end: number): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count++
  return count
}
