/**
 * TeX to HTML at build time through KaTeX, the only file that knows the package, for `kramdown: math_engine: katex`.
 * It is loaded when the first formula is met. Prints what kramdown-math-katex 1.0 prints with the same KaTeX.
 */
import type { KatexOptions } from 'katex'
import { requirePackage } from '../../base/index.ts'
import type { TypesetMath } from '../../kramdown/index.ts'

type Katex = Pick<typeof import('katex').default, 'renderToString'>

/** What is wrong with a formula. */
export interface MathFault {
  readonly tex: string
  /** KaTeX's words, without where it stands */
  readonly message: string
}

interface MathSettings {
  /** `kramdown.math_engine_opts`: KaTeX's own options; `throw_on_error`, `error_color` and `macros` as the gem has them */
  readonly options: Readonly<Record<string, unknown>>
  /** told of each formula that KaTeX cannot read; throws to stop the conversion */
  readonly onFault: (fault: MathFault) => void
}

/** A formula that cannot be read is printed in red, as it was written, with the fault as its title. */
export function createKatex({ options, onFault }: MathSettings): TypesetMath {
  const { error_color: errorColor, throw_on_error: _, macros, strict, ...rest } = options
  const given: KatexOptions = {
    ...rest,
    ...(typeof errorColor === 'string' ? { errorColor } : {}),
    // KaTeX would print warnings about what LaTeX takes otherwise.
    strict: strict === true || strict === 'error' ? 'error' : 'ignore',
  }
  const known = new Map<string, { readonly html: string; readonly fault: MathFault | undefined }>()
  const typeset = (tex: string, displayMode: boolean): { html: string; fault: MathFault | undefined } => {
    const katex = requirePackage<Katex>('katex')
    // A formula can define macros; the next one shall not see them.
    const each = (): KatexOptions => ({ ...given, displayMode, macros: { ...(macros as object) } })
    try {
      const html = katex.renderToString(tex, { ...each(), throwOnError: false })
      // Commands that there are none of are printed in that colour among the others.
      const marks = ['katex-error', typeof errorColor === 'string' ? errorColor : '#cc0000']
      if (!marks.some((mark) => html.includes(mark))) return { html, fault: undefined }
      const message = messageOf(katex, tex, each())
      return { html, fault: message === undefined ? undefined : { tex, message } }
    } catch (error) {
      // What is not a mistake in the formula's grammar: a wrong option, too many macros.
      const message = error instanceof Error ? error.message : String(error)
      return { html: plainError(tex, message, errorColor), fault: { tex, message } }
    }
  }
  return (tex, block) => {
    const key = `${block ? 'block' : 'span'} ${tex}`
    let made = known.get(key)
    if (made === undefined) {
      made = typeset(tex, block)
      known.set(key, made)
    }
    if (made.fault !== undefined) onFault(made.fault)
    return made.html
  }
}

/** What KaTeX says against a formula; undefined where it says nothing. */
function messageOf(katex: Katex, tex: string, options: KatexOptions): string | undefined {
  try {
    katex.renderToString(tex, { ...options, throwOnError: true })
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
}

function plainError(tex: string, message: string, color: unknown): string {
  const safe = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '')
  const style = safe(typeof color === 'string' ? color : '#cc0000')
  return `<span class="katex-error" title="${safe(message)}" style="color:${style}">${safe(tex)}</span>`
}
