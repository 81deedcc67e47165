/** Looks over a site for `doctor`, without building it. */
export { examineSite } from './examine-site.ts'
export { surveyPlugins } from './survey-plugins.ts'
