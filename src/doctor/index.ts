/** Looks over a site for `doctor`, without building it, and over its settings for builds too. */
export { examineSite } from './examine-site.ts'
export { wrongSettings } from './settings/wrong.ts'
export { surveyPlugins } from './survey-plugins.ts'
