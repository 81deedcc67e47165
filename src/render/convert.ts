/** Runs a document's converters. */
import type { Diagnostic } from '../base/index.ts'
import type { Renderable } from '../site/index.ts'
import { ConversionError, RenderFailure } from './failure.ts'
import type { ConversionContext, Converter, ExtraFile, RenderEnv } from './types.ts'

/** The converters for `ext`, in the order they run. */
export function convertersFor(env: RenderEnv, ext: string): readonly Converter[] {
  let found = env.convertersByExt.get(ext)
  if (found === undefined) {
    found = env.converters.filter((converter) => converter.matches(ext))
    env.convertersByExt.set(ext, found)
  }
  return found
}

/** `text` through all converters for the document's extension. Throws a RenderFailure in Jekyll's words. */
export function convertDocument(
  env: RenderEnv,
  doc: Renderable,
  text: string,
  extraFiles: ExtraFile[],
  diagnostics: Diagnostic[],
): string {
  const context: ConversionContext = {
    path: doc.file.path,
    document: doc,
    addFile: (file) => extraFiles.push(file),
    warn: (message, at) =>
      diagnostics.push({
        code: 'render/conversion',
        severity: 'warning',
        message,
        ...placeIn(doc, at?.text),
        ...(at?.help === undefined ? {} : { help: at.help }),
        trail: [`converting ${doc.file.path}`],
      }),
  }
  let output = text
  for (const converter of convertersFor(env, doc.ext)) {
    try {
      const before = output
      output = env.measure(converter.name, () => converter.convert(before, context), 'converter')
    } catch (error) {
      if (!(error instanceof ConversionError)) throw error
      throw new RenderFailure(conversionDiagnostic(converter, doc, error))
    }
  }
  return output
}

function conversionDiagnostic(converter: Converter, doc: Renderable, error: ConversionError): Diagnostic {
  const { place } = error
  const at = place === undefined || place.line === 0 ? '' : ` (${place.path}:${place.line})`
  return {
    code: 'render/conversion',
    severity: 'error',
    message: `Conversion error: ${converter.name} encountered an error while converting '${doc.file.path}':\n${error.message}${at}`,
    ...placeIn(doc, place?.text),
    ...(error.help === undefined ? {} : { help: error.help }),
    trail: [`converting ${doc.file.path}`],
  }
}

/** Where a piece of the document's own text stands; nothing when it came from elsewhere, an include or a variable. */
function placeIn(doc: Renderable, piece: string | undefined): Pick<Diagnostic, 'source' | 'span'> {
  const start = piece === undefined || piece === '' ? -1 : doc.body.indexOf(piece)
  if (piece === undefined || start === -1) return {}
  const above = '\n'.repeat(doc.bodyLine - 1)
  return {
    source: { path: doc.file.path, text: above + doc.body },
    span: { start: above.length + start, end: above.length + start + piece.length },
  }
}
