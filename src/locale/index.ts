/** The languages that the pages of a site speak. */
export { runsAgainst } from './direction.ts'
export type { PhraseName } from './languages/en.ts'
export {
  createLocale,
  dayIn,
  isDateForm,
  isPhrase,
  type Locale,
  type OwnPhrases,
  phraseIn,
  phraseNames,
  say,
} from './locale.ts'
