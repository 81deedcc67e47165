import { language } from '../language.ts'
import { groovyStates } from './groovy-rules.ts'

/** Groovy, also of Jenkins and Gradle. */
export const groovy = language({
  tag: 'groovy',
  changes: [{ since: '4.5', aliases: ['nextflow', 'nf'] }],
  filenames: ['*.groovy', 'Jenkinsfile', '*.Jenkinsfile'],
  states: () => groovyStates(),
})
