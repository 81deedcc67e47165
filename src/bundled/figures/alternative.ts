/** The table or list that a figure stands for, as HTML. */
import { escapeHtml, type FigureAlternative } from '../../plugin-api.ts'

/** Tables of steps, which the script goes through. */
export const STEPS_CLASS = 'figure-steps'

/** What the script says, until the page's language is known. */
export const STEP_WORDS = stepWords('Previous step', 'Next step', 'Step {1} of {2}')

export function stepWords(back: string, on: string, step: string): string {
  return ` data-back="${escapeHtml(back)}" data-on="${escapeHtml(on)}" data-step="${escapeHtml(step)}"`
}

export function tableOrList(alternative: FigureAlternative): string {
  if (alternative.kind === 'list') {
    const name = alternative.ordered === true ? 'ol' : 'ul'
    const items = alternative.items.map((item) => `<li>${escapeHtml(item)}</li>\n`)
    return `<${name}>\n${items.join('')}</${name}>\n`
  }
  const head = alternative.head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`)
  const { lines } = alternative
  const rows = alternative.rows.map((row, i) => {
    const line = lines?.[i]
    const place = line === undefined ? '' : ` data-y="${line.y}" data-height="${line.height}"`
    return `<tr${place}>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>\n`
  })
  const steps = lines === undefined ? '' : ` class="${STEPS_CLASS}"${STEP_WORDS}`
  return `<table${steps}>\n<thead><tr>${head.join('')}</tr></thead>\n<tbody>\n${rows.join('')}</tbody>\n</table>\n`
}
