/**
 * YAML as Jekyll reads it: the first document, scalars as Psych understands them, hashes as Maps in written order.
 * Mistakes are reported in libyaml's words, as Jekyll prints them.
 *
 * `yaml-scanner.ts` cuts the text into tokens, `yaml-builder.ts` makes values of them, `yaml-values.ts` knows what tags mean
 * and `yaml-scalar.ts` what a plain scalar means.
 */
import type { YamlReader } from './reference.ts'
import type { Position } from './source-text.ts'
import type { Value } from './value.ts'
import { YamlBuilder } from './yaml-builder.ts'
import { YamlFailure, YamlRefusal } from './yaml-token.ts'
import type { Zone } from './zone.ts'

/** Where and why a text is not YAML. `message` is Psych's, with path and place in it. */
interface YamlError extends Position {
  readonly message: string
  /** the text is YAML, but Ruby makes no value of it */
  readonly isRefusal: boolean
}

type YamlResult =
  | { readonly value: Value; readonly error?: undefined }
  | { readonly error: YamlError; readonly value?: undefined }

/** What libyaml's reader refuses. */
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/

/**
 * The first document of `text`; null where there is none, to SafeYAML false. `zone` is where timestamps without an offset are shown; `path`
 * is what the error's message calls the text. A BOM and CRLF line ends are taken as Ruby takes them. Of duplicate keys
 * the last wins, in the place of the first; `<<` merges.
 */
export function parseYaml(
  text: string,
  zone: Zone,
  path = '<unknown>',
  reader: YamlReader = 'psych',
): YamlResult {
  const source = text.startsWith('\ufeff') ? text.slice(1) : text
  try {
    const forbidden = FORBIDDEN.exec(source)
    if (forbidden !== null) throw new YamlFailure('control characters are not allowed', '', 0)
    return { value: new YamlBuilder(source, zone, reader).document() }
  } catch (error) {
    if (!(error instanceof YamlFailure)) throw error
    const { line, column } = place(source, error.offset)
    // What is not a mistake of syntax has no place in Ruby's message.
    const isRefusal = error instanceof YamlRefusal
    const message = isRefusal ? error.message : `(${path}): ${error.message} at line ${line} column ${column}`
    return { error: { line, column, message, isRefusal } }
  }
}

/** Line and column as libyaml counts them: all of YAML's line breaks, characters beyond 16 bits as one. */
function place(source: string, offset: number): Position {
  const lines = source.slice(0, offset).split(/\r\n|[\n\r\x85\u2028\u2029]/)
  // The end of the text counts as a line of its own.
  if (offset === source.length && lines.at(-1) !== '') return { line: lines.length + 1, column: 1 }
  return { line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1 }
}
