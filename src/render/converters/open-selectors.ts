/**
 * Indented Sass with a selector that ends in a comma before its block, as libsass takes it: as if the comma was not there.
 * Dart Sass reads the block's first line as one more selector.
 */

/** `sass` without such commas; positions stay. Linear in `sass`. */
export function closeOpenSelectors(sass: string): string {
  const lines = sass.split('\n')
  let within = Number.POSITIVE_INFINITY
  let opened: number | undefined
  for (const [i, line] of lines.entries()) {
    const text = line.trim()
    if (text === '') continue
    const indent = line.length - line.trimStart().length
    if (opened !== undefined) {
      if (indent > indentOf(lines[opened]!)) lines[opened] = withoutComma(lines[opened]!)
      opened = undefined
    }
    if (indent > within) continue
    within = /^\/[/*]/.test(text) ? indent : Number.POSITIVE_INFINITY
    if (within === Number.POSITIVE_INFINITY && isSelector(text) && withoutComma(line) !== line) opened = i
  }
  return lines.join('\n')
}

const indentOf = (line: string): number => line.length - line.trimStart().length

/** Nothing that sets a property or a variable, calls or defines a mixin, or is a rule with a name. */
const isSelector = (text: string): boolean =>
  !/^(?:[@$=]|\+[\w-])|:\s/.test(text) && text.split('(').length === text.split(')').length

/** Without the commas at its end, before a comment. */
function withoutComma(line: string): string {
  const at = line.indexOf(' //')
  let end = at < 0 ? line.length : at
  while (end > 0 && /[\s,]/.test(line[end - 1]!)) end--
  const between = line.slice(end, at < 0 ? line.length : at)
  return between.includes(',')
    ? line.slice(0, end) + between.replaceAll(',', '') + line.slice(end + between.length)
    : line
}
