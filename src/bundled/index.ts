/** The plugins that come with the program. */
export { BUNDLED } from './all.ts'
