/**
 * `@media screen and(max-width: 9em)`, which libsass takes and Dart Sass refuses, with the space that CSS wants.
 */

/** SCSS with a space between a media query's word and its parenthesis. Linear in `scss`. */
export function spaceMediaQueries(scss: string): string {
  if (!scss.includes('@media')) return scss
  return scss.replace(/@media[^{};]*/g, (query) => query.replace(/\b(and|or|not)\(/gi, '$1 ('))
}
