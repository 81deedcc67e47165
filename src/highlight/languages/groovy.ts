import { language } from '../language.ts'
import { groovyStates } from './groovy-rules.ts'

/** Groovy, also of Jenkins and Gradle. */
export const groovy = language({
  tag: 'groovy',
  filenames: ['*.groovy', 'Jenkinsfile', '*.Jenkinsfile'],
  states: () => groovyStates(),
})
