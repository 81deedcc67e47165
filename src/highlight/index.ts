export { highlight, languages, tokenize } from './highlight.ts'
export type { Token } from './tokens.ts'
export type { TokenClass } from './types.ts'
