/**
 * Colours in whole steps. Dart Sass 1.79 and later print a computed colour with fractions
 * (`rgb(83.864%, 90.646%, 87.723%)`); libsass, and Dart Sass before, printed the nearest of 256 steps (`#d6e7e0`), which
 * older browsers read too and which is what Jekyll's sites have always shown.
 */

const COLOUR =
  /"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|\/\*[\s\S]*?\*\/|rgba?\(([\d.]+)%(, ?)([\d.]+)%, ?([\d.]+)%(?:, ?([\d.]+))?\)/g

/** `css` as Sass printed it, with such colours as `#rrggbb`, or `rgba(r, g, b, a)` when translucent. */
export function wholeColours(css: string): string {
  if (!css.includes('%')) return css
  return css.replace(
    COLOUR,
    (all: string, red?: string, comma?: string, green?: string, blue?: string, alpha?: string) => {
      if (red === undefined) return all
      const steps = [red, green, blue].map((percent) => Math.round((Number(percent) / 100) * 255))
      if (alpha !== undefined) return `rgba(${[...steps, alpha].join(comma)})`
      return `#${steps.map((step) => step.toString(16).padStart(2, '0')).join('')}`
    },
  )
}
