/** Comparing two built sites: `whirl compare`. */
export { compareTrees } from './compare-trees.ts'
export { KINDS } from './kinds.ts'
export { type Group, isSafe, type Summary, summaryOf } from './summary.ts'
export type { BuiltTree, Comparison, Difference } from './types.ts'
