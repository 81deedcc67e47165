/** Looks over a site for `doctor`, without building it. */
export { type Examination, examineSite } from './examine-site.ts'
export { type PluginSurvey, surveyPlugins } from './survey-plugins.ts'
