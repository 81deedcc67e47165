/**
 * Formulas typeset while building, as MathML: no script, style sheet or typeface is needed, and text made of a page has each
 * formula once. Whirl's own; docs/science.md describes it. Numbers come from the plugin `references`.
 */
import { definePlugin, stripHtml, toText } from '../../plugin-api.ts'
import { withMathText } from './math-text.ts'

export const maths = definePlugin({
  name: 'maths',
  maths: 'mathml',
  filters: {
    // What has no tags shows a fraction as n/r: letters alone would say another thing.
    strip_html: { min: 0, max: 0, run: (_ctx, input) => stripHtml(withMathText(toText(input))) },
  },
})
