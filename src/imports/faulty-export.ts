/** Exports that cannot be read: cut in half, of another kind, not there. */
import { BuildError, type SourceText, type Span } from '../base/index.ts'

/** An error about an export, at a place in a file of it where there is one. */
export function faultyExport(
  message: string,
  help: string,
  place?: { readonly source: SourceText; readonly span: Span },
): BuildError {
  return new BuildError([
    { code: 'import/faulty', severity: 'error', topic: 'Error:', message, help, trail: [], ...place },
  ])
}

const UTF8 = new TextDecoder('utf-8')

/** The text of bytes, without a byte order mark. */
export function textOfBytes(bytes: Uint8Array): string {
  return UTF8.decode(bytes).replaceAll('\r\n', '\n')
}
