/**
 * TeX to MathML alone, for `maths` of a plugin: no style sheet, typeface or script is needed, and text made of a page has
 * each formula once. KaTeX does the work; numbers, aligned columns and letters are made such that browsers show them.
 */
import { escapeHtml } from '../../../base/index.ts'
import type { TypesetMath } from '../../../kramdown/index.ts'
import { referenceTo } from '../../../markup/index.ts'
import { withColumns } from './columns.ts'
import { type Equation, type EquationRow, equationOf } from './equation.ts'
import { withLetters } from './letters.ts'

const REFERENCE = /^\\(?:eq)?ref\{([^{}<>"\s]+)\}$/
const MATHML = /<semantics>([\s\S]*)<annotation /
const FAULT = /^<span class="katex-error" title="([^"]*)"/

/** @param katex KaTeX with its output as MathML */
export function createMathMl(katex: TypesetMath): TypesetMath {
  return (tex, block, id) => {
    const reference = block ? null : REFERENCE.exec(tex.trim())
    if (reference !== null) return referenceTo(reference[1] as string)
    if (!block) {
      const html = katex(tex, false)
      return mathOf(html, tex, undefined) ?? faultOf(html, tex)
    }
    const equation = equationOf(tex)
    const html = katex(equation.tex, true)
    const math = mathOf(html, tex, equation)
    return math === undefined
      ? `<div class="equation">${faultOf(html, tex)}</div>`
      : display(math, equation, id)
  }
}

function display(math: string, { whole }: Equation, id: string | undefined): string {
  // kramdown puts the id of an attribute list there.
  const own = whole?.label === undefined || id !== undefined ? '' : ` id="${escapeHtml(whole.label)}"`
  const number =
    whole?.numbered === true || (id !== undefined && whole !== undefined) ? numberOf('span', whole, '') : ''
  return `<div class="equation"${own}>${math}${number}</div>`
}

/** The place of a number, which is counted once the whole text is there: markup/numbering.ts. */
function numberOf(name: 'span' | 'mtd', { tag }: EquationRow, id: string): string {
  const text = escapeHtml(tag ?? '')
  return `<${name} class="equation-number"${id}>${name === 'mtd' ? `<mtext>${text}</mtext>` : text}</${name}>`
}

/** KaTeX's MathML; undefined where it could not read the formula. */
function mathOf(html: string, tex: string, equation: Equation | undefined): string | undefined {
  const inner = MATHML.exec(html)?.[1]
  if (inner === undefined) return undefined
  const rows = equation?.rows?.map((row) =>
    row.numbered ? numberOf('mtd', row, row.label === undefined ? '' : ` id="${escapeHtml(row.label)}"`) : '',
  )
  const made = withColumns(withLetters(inner), rows)
  const shown = equation === undefined ? '' : ' display="block"'
  return `<math${shown} alttext="${escapeHtml(tex.trim().replace(/\s+/g, ' '))}">${made}</math>`
}

/** A formula that cannot be read, as it was written. */
function faultOf(html: string, tex: string): string {
  const title = FAULT.exec(html)?.[1] ?? ''
  return `<code class="math-error" title="${title}">${escapeHtml(tex)}</code>`
}
