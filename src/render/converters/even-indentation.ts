/**
 * Indented Sass in which tabs and blanks stand side by side, as libsass takes it: each is one column. Dart Sass refuses
 * such files.
 */

/** `sass` indented with blanks alone, where it was with both; positions stay. Linear in `sass`. */
export function evenIndentation(sass: string): string {
  const withTabs = /^ *\t/m.test(sass)
  return withTabs && /^\t* /m.test(sass)
    ? sass.replace(/^[ \t]+/gm, (indent) => ' '.repeat(indent.length))
    : sass
}
