import { language, wordSet, words, wordsOf } from '../language.ts'
import type { Callback, States } from '../types.ts'
import { EARLIER_WORDS, LATER_VALUES, LATER_WORDS, WORDS } from './apache.words.ts'

const later = (): string => {
  const gone = new Set(wordsOf(EARLIER_WORDS))
  return [...wordsOf(WORDS).filter((word) => !gone.has(word)), ...wordsOf(LATER_WORDS)].join(' ')
}

/** The states, and the directives of a version. */
function apacheStates(list: string): States<undefined> {
  const directive = words({ nc: list }, '', { fold: true })
  const opening: Callback<undefined> = (x, m) => {
    x.token('p', m[1]!)
    x.token(directive.words.has(m[2]!.toLowerCase()) ? 'nl' : '', m[2]!)
  }
  return {
    root: ['blanks', [/(<\/?)(\w+)/, opening, 'section'], [/\w+/, directive, 'directive']],
    blanks: [
      [/#.*/, 'c'],
      [/\s+/, ''],
    ],
    section: [[/([^>]+)(>\n?)/, ['sr', 'p'], '#pop', { needs: '>' }], [/>\n?/, 'p', '#pop'], 'blanks'],
    directive: [[/[\r\n]+/, '', '#pop'], 'blanks', [/\S+/, words({ ss: WORDS }, '', { fold: true })]],
  }
}

/** As Rouge 5.1 has it: variables in values, and lines that go on where a known word ends with a blank. */
function laterStates(): States<undefined> {
  const states = apacheStates(later())
  const values = wordSet(LATER_VALUES)
  const value: Callback<undefined> = (x, m) => {
    if (!values.has(m[0].toLowerCase())) return false
    x.token('ss', m[0])
    return true
  }
  return {
    ...states,
    root: states.root!.with(-1, [/\w+/, words({ nc: later() }, '', { fold: true }), ['directive', 'after']]),
    after: [
      [/[ \t]\s*/, '', '#pop'],
      [/(?:)/, '', '#pop'],
    ],
    directive: [
      [/[\r\n]+/, '', '#pop'],
      [/#.*/, 'c'],
      [/[ \t\f\v]+/, ''],
      [/%\{[^}\n]{0,300}\}/, 'nv'],
      [/[a-z]\w*(?!\S)/i, value, 'after'],
      [/[^\s%]+|%/, ''],
    ],
  }
}

/** Apache's configuration and `.htaccess` files. */
export const apache = language({
  tag: 'apache',
  filenames: ['.htaccess', 'httpd.conf'],
  states: () => apacheStates(WORDS),
  changes: [{ since: '5.1', states: laterStates }],
})
