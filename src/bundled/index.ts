/** The plugins that come with the program. */
export { BUNDLED } from './all.ts'
export { examineAttribution } from './attribution/examine.ts'
export { employersAt } from './attribution/present.ts'
