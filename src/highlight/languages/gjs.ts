import { language } from '../language.ts'
import { first, inTurn } from '../states-change.ts'
import type { LanguageChange } from '../types.ts'
import { JAVASCRIPT_WORDS, javascriptChanges, javascriptStates } from './javascript.ts'
import { OPTIONAL, TYPESCRIPT_CHANGES, TYPESCRIPT_WORDS } from './typescript.ts'

/** Glimmer's templates among the statements and expressions of a script. All templates share one lexer. */
const TEMPLATES: LanguageChange<undefined> = {
  since: '4.7',
  states: inTurn(
    first('root', [/(<)(template)(>)/, ['nt', 'k', 'nt'], 'glimmer template']),
    first(
      'glimmer template',
      [/(<\/)(template)(>)/, ['nt', 'k', 'nt'], '#pop'],
      [
        /[\s\S]*?(?=<\/template>)/,
        (x, m) => x.delegate('handlebars', m[0]),
        undefined,
        { needs: '</template>' },
      ],
    ),
  ),
}

export const gjs = language({
  tag: 'gjs',
  filenames: ['*.gjs'],
  since: '4.7',
  states: () => javascriptStates(JAVASCRIPT_WORDS),
  changes: [...javascriptChanges(JAVASCRIPT_WORDS), TEMPLATES],
})

export const gts = language({
  tag: 'gts',
  filenames: ['*.gts'],
  since: '4.7',
  states: () => javascriptStates(TYPESCRIPT_WORDS, { optional: OPTIONAL }),
  changes: [...TYPESCRIPT_CHANGES, TEMPLATES],
})
