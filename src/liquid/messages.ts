/** Every text of the parser, in Liquid's words. */

export const unknownTag = (tag: string): string => `Unknown tag '${tag}'`
export const unexpectedOuter = (tag: string): string => `Unexpected outer '${tag}' tag`
export const neverClosed = (tag: string): string => `'${tag}' tag was never closed`
export const noElse = (tag: string): string => `${tag} tag does not expect 'else' tag`
export const wrongEnd = (found: string, tag: string): string =>
  `'${found}' is not a valid delimiter for ${tag} tags. use end${tag}`
export const liquidEnd = (found: string): string =>
  `'${found}' is not a valid delimiter for liquid tags. use %}`
export const unterminatedTag = (token: string): string =>
  `Tag '${token}' was not properly terminated with regexp: /\\%\\}/`
export const unterminatedOutput = (token: string): string =>
  `Variable '${token}' was not properly terminated with regexp: /\\}\\}/`
export const nestingTooDeep = 'Nesting too deep'

export const validSyntax = {
  assign: "Syntax Error in 'assign' - Valid syntax: assign [var] = [source]",
  capture: "Syntax Error in 'capture' - Valid syntax: capture [var]",
  case: "Syntax Error in 'case' - Valid syntax: case [condition]",
  when: "Syntax Error in tag 'case' - Valid when condition: {% when [condition] [or condition2...] %}",
  caseElse: "Syntax Error in tag 'case' - Valid else condition: {% else %} (no parameters) ",
  cycle: "Syntax Error in 'cycle' - Valid syntax: cycle [name :] var [, var2, var3 ...]",
  for: "Syntax Error in 'for loop' - Valid syntax: for [item] in [collection]",
  forNeedsIn: "For loops require an 'in' clause",
  forAttribute: 'Invalid attribute in for loop. Valid attributes are limit and offset',
  if: "Syntax Error in tag 'if' - Valid syntax: if [expression]",
  include: "Error in tag 'include' - Valid syntax: include '[template]' (with|for) [object|collection]",
  inlineComment: "Syntax error in tag '#' - Each line of comments must be prefixed by the '#' character",
  raw: "Syntax Error in 'raw' - Valid syntax: raw",
  render: "Syntax error in tag 'render' - Template name must be a quoted string",
  tablerow: "Syntax Error in 'table_row loop' - Valid syntax: table_row [item] in [collection] cols=3",
} as const
