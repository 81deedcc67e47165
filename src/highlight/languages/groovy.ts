import { language } from '../language.ts'
import { groovyStates, LATER_GROOVY } from './groovy-rules.ts'

/** Groovy, also of Jenkins and Gradle. */
export const groovy = language({
  tag: 'groovy',
  changes: [LATER_GROOVY, { since: '4.5', aliases: ['nextflow', 'nf'] }],
  filenames: ['*.groovy', 'Jenkinsfile', '*.Jenkinsfile'],
  states: () => groovyStates(),
})
