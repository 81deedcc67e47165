/**
 * What of a formula in TeX is about its number: `\label`, `\tag`, `\nonumber`, and the environments that number each row.
 * KaTeX knows no labels, and its MathML has no numbers.
 */

/** One row of an equation, or all of one that has none. */
export interface EquationRow {
  readonly label: string | undefined
  /** the number as it is given, with the brackets that it shall have; undefined: counted */
  readonly tag: string | undefined
  readonly numbered: boolean
}

export interface Equation {
  /** for KaTeX: without labels, and without tags where `rows` is undefined */
  readonly tex: string
  /** of the whole formula; undefined where its rows are numbered */
  readonly whole: EquationRow | undefined
  readonly rows: readonly EquationRow[] | undefined
}

const ENVIRONMENT = /^\s*\\begin\{(equation|align|gather|alignat)(\*?)\}/
const MARK = /\\(label|tag\*?|nonumber|notag)(?![A-Za-z])\s*(?:\{((?:[^{}]|\{[^{}]*\})*)\})?/g
/** how much deeper each leads */
const DEPTHS: Readonly<Record<string, number>> = { '{': 1, '}': -1, '\\begin{': 2, '\\end{': 0 }
/** what rows and groups begin and end with */
const STEP = /\\\\|\\begin\{|\\end\{|\\[\s\S]|[{}]/g

export function equationOf(tex: string): Equation {
  const found = ENVIRONMENT.exec(tex)
  const name = found?.[1]
  const end = name === undefined ? -1 : tex.lastIndexOf(`\\end{${name}${found?.[2]}}`)
  const starred = found?.[2] === '*'
  if (found === null || name === undefined || end === -1) {
    const { text, marks } = withoutMarks(tex, true)
    const isNumbered = marks.label !== undefined || marks.tag !== undefined
    return { tex: text, whole: rowOf(marks, isNumbered), rows: undefined }
  }
  const inner = tex.slice(found[0].length, end)
  if (name === 'equation') {
    const { text, marks } = withoutMarks(inner, true)
    return { tex: text, whole: rowOf(marks, !starred), rows: undefined }
  }
  const pieces = rowsOf(inner).map((row) => withoutMarks(row, false))
  return {
    tex: tex.slice(0, found[0].length) + pieces.map(({ text }) => text).join('') + tex.slice(end),
    whole: undefined,
    rows: pieces.map(({ marks }) => rowOf(marks, !starred)),
  }
}

interface Marks {
  label?: string | undefined
  tag?: string
  none?: boolean
}

function rowOf({ label, tag, none }: Marks, usually: boolean): EquationRow {
  return { label, tag, numbered: tag !== undefined || (usually && none !== true) }
}

/** @param all whether tags and `\nonumber` go, too: KaTeX marks the rows that have numbers by them */
function withoutMarks(tex: string, all: boolean): { text: string; marks: Marks } {
  const marks: Marks = {}
  if (!/\\(?:label|tag|no)/.test(tex)) return { text: tex, marks }
  const text = tex.replace(MARK, (whole, kind: string, value: string | undefined) => {
    if (kind === 'nonumber' || kind === 'notag') marks.none = true
    else if (kind === 'label') marks.label = value?.trim()
    else marks.tag = kind === 'tag' ? `(${value ?? ''})` : (value ?? '')
    return all || kind === 'label' ? '' : whole
  })
  return { text, marks }
}

/** The rows of an environment, each with the `\\` behind it. */
function rowsOf(inner: string): readonly string[] {
  const rows: string[] = []
  let depth = 0
  let from = 0
  for (const { 0: step, index } of inner.matchAll(STEP)) {
    // The brace before a name counts, too: its end comes by itself.
    depth += DEPTHS[step] ?? 0
    if (step !== '\\\\' || depth > 0) continue
    rows.push(inner.slice(from, index + step.length))
    from = index + step.length
  }
  rows.push(inner.slice(from))
  return rows
}
