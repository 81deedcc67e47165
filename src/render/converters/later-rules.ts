/**
 * Rules that came after libsass and Ruby Sass, which print them as they are. Names of the same length stand for them while Dart Sass works,
 * to which any name is a rule that it need not know.
 */

/** `text` for Dart Sass, where such a rule begins a line; single quotes with the marks of kept values (`withoutMarks`). */
export function hideLaterRules(text: string): string {
  return text.replace(
    /^([ \t]*)@(us|forwar)[ed](\s+)(?:'([^'"\\\n]*)'|(?="))/gm,
    (_, indent: string, name: string, space: string, single?: string) =>
      `${indent}@${name}-${space}${single === undefined ? '' : `"@'${single}"`}`,
  )
}

/** The rules of `css` by their names again. */
export function showLaterRules(css: string): string {
  return css.replace(/@(?:us|forwar)-(?=[\s"'])/g, (rule) => (rule === '@us-' ? '@use' : '@forward'))
}
