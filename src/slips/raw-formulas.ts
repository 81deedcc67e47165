/** Formulas that nobody typesets: kramdown leaves them to a script, and the page has none. */
import type { Diagnostic } from '../base/index.ts'
import type { Renderable } from '../site/index.ts'
import { proseLines } from './prose-lines.ts'
import { slip } from './slip.ts'
import type { SlipSettings } from './slip-settings.ts'

const ENGINE = /mathjax|katex|temml/i

/** Whether `text`, a page or what pages are made of, brings a script that typesets formulas. */
export function hasMathScript(text: string): boolean {
  return ENGINE.test(text)
}

/** The first formula of `doc`, where its finished page shows it as TeX. */
export function rawFormulas(doc: Renderable, config: SlipSettings, output: string): readonly Diagnostic[] {
  if (
    !doc.body.includes('$$') ||
    output.includes('<math') ||
    !/\\[([]|type="math\/tex/.test(output) ||
    hasMathScript(output)
  )
    return []
  return firstFormula(doc, config)
}

/** The first formula of `doc`, where kramdown leaves it to the reader's browser. */
export function firstFormula(doc: Renderable, { markdown }: SlipSettings): readonly Diagnostic[] {
  if (!markdown.kramdown || markdown.mathEngine !== undefined || !doc.body.includes('$$')) return []
  for (const { text, at } of proseLines(doc.body)) {
    const column = text.replace(/`[^`]*`/g, (code) => ' '.repeat(code.length)).indexOf('$$')
    if (column === -1 || text[column - 1] === '\\') continue
    return [
      slip(
        'slips/raw-formula',
        'Maths:',
        'has a formula, and nothing typesets it: readers see TeX.',
        'Write `kramdown: {math_engine: katex}` in the configuration, or load MathJax in the layout.',
        { path: doc.file.path, text: doc.body, firstLine: doc.bodyLine, at: at + column },
      ),
    ]
  }
  return []
}
