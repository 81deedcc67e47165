/** Exports of other blog programs as texts of a site: `whirl import`. */
export { newAddress } from './addresses.ts'
export { ghostSite } from './ghost.ts'
export { hugoSite } from './hugo.ts'
export { mediumSite } from './medium.ts'
export type {
  AddressRules,
  ExportFiles,
  ImportedSite,
  ImportedText,
  Importer,
  Leftover,
} from './types.ts'
export { wordpressSite } from './wordpress.ts'
