/**
 * Style sheets, which are compiled before their turn: their compiler is another process, and while it is at work this one can
 * render documents. What comes of a sheet its converter remembers, until it is the sheet's turn.
 */
import { nothingRendered, renderDocument, type SassCompilers, type Shared } from '../render/index.ts'
import type { Renderable } from '../site/index.ts'

const SHEETS: ReadonlySet<string> = new Set(['.scss', '.sass'])

export function isStyleSheet({ ext }: Renderable): boolean {
  return SHEETS.has(ext)
}

/** Sheets beyond this are compiled in their turn: not all would be remembered. */
const MOST = 16

/**
 * Compiles `sheets`. `next` renders one of the other documents while a compiler is at work, and answers whether there was
 * any; it is told whether a sheet has been compiled, for those come in their turn, too. Throws what `next` throws; a sheet
 * that fails will fail in its turn.
 */
export function compileAhead(
  sheets: readonly Renderable[],
  shared: Shared,
  compilers: SassCompilers,
  next: (isCompiled: (sheet: Renderable) => boolean) => boolean,
): void {
  const compiled = new Set<Renderable>()
  let failure: { readonly error: unknown } | undefined
  const compile = (): void => {
    for (const sheet of sheets.slice(0, MOST)) {
      try {
        renderDocument(sheet, shared, nothingRendered())
        compiled.add(sheet)
      } catch {
        // In its turn there is somebody to tell.
      }
      if (failure !== undefined) return
    }
  }
  compilers.ahead(compile, () => {
    if (failure !== undefined) return false
    try {
      return next((sheet) => compiled.has(sheet))
    } catch (error) {
      failure = { error }
      return false
    }
  })
  if (failure !== undefined) throw failure.error
}
