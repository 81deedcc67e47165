import { language } from '../language.ts'
import { first } from '../states-change.ts'
import { javascriptStates } from './javascript.ts'
import { JSX_CHANGE, JSX_EXPRESSION, JSX_START, JSX_STATES } from './jsx.ts'
import { OPTIONAL, TYPESCRIPT_CHANGES, TYPESCRIPT_WORDS } from './typescript.ts'

/** Type parameters of a function, which an element could not have. */
const GENERIC = /(<)(\s*)([a-zA-Z_]\w*)(\s*)(,)/

export const tsx = language({
  tag: 'tsx',
  filenames: ['*.tsx'],
  start: ['expression'],
  states: () => ({
    ...javascriptStates(TYPESCRIPT_WORDS, {
      expression: [[GENERIC, ['p', '', 'nx', '', 'p'], '#pop'], ...JSX_EXPRESSION],
      optional: OPTIONAL,
    }),
    ...JSX_STATES,
    'jsx content': [[GENERIC, ['p', '', 'nx', '', 'p']], ...(JSX_STATES['jsx content'] ?? [])],
  }),
  changes: [
    ...TYPESCRIPT_CHANGES,
    JSX_CHANGE,
    JSX_START,
    // A type with types.
    { since: '4.1', states: first('jsx name', [/</, 'p', '#pop:3']) },
  ],
})
