export { guess } from './guess.ts'
export {
  coarseLanguages,
  type HighlightOptions,
  highlight,
  highlightLines,
  languages,
  tokenize,
} from './highlight.ts'
export { styleSheet, themes } from './themes/style-sheet.ts'
export type { Token } from './tokens.ts'
export type { TokenClass } from './types.ts'
