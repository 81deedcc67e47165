import { language } from '../language.ts'
import { instead } from '../states-change.ts'
import type { LanguageChange, Rule, States } from '../types.ts'
import { JAVASCRIPT_WORDS, javascriptChanges, javascriptStates } from './javascript.ts'

/** Where JavaScript wants a value, `<` begins an element. */
export const JSX_EXPRESSION: readonly Rule<undefined>[] = [[/</, 'p', ['jsx attributes', 'jsx name']]]

const INTERPOLATION: Rule<undefined> = [/\{/, 'si', ['jsx interpolation', 'expression']]

/** Elements inside JavaScript. */
export const JSX_STATES: States<undefined> = {
  'jsx name': [
    [/[A-Z]\w*/, 'nc'],
    [/\w+/, 'nt'],
    [/\./, 'p'],
    [/(?:)/, '', '#pop'],
  ],
  'jsx attributes': [
    'blanks',
    [/\/>/, 'p', '#pop'],
    [/>/, 'p', '#goto jsx content'],
    [/=/, 'p'],
    [/"[^"\n]*"|'[^'\n]*'/, 's'],
    INTERPOLATION,
    [/\w[\w-]*/, 'na'],
  ],
  'jsx content': [
    [/[^<&{]+/, ''],
    [/&[^\s<{]*?;/, 'ni', undefined, { needs: ';' }],
    INTERPOLATION,
    [/<\//, 'p', ['#goto jsx close', 'jsx name']],
    [/</, 'p', ['jsx attributes', 'jsx name']],
  ],
  'jsx close': [[/>/, 'p', '#pop'], 'jsx attributes'],
  'jsx interpolation': [[/\}/, 'si', '#pop'], 'jsx block', 'root'],
  'jsx block': [[/\{/, 'p', ['jsx braces', 'statement']]],
  'jsx braces': [[/\}/, 'p', ['#pop', 'statement']], 'jsx block', 'root'],
}

/** The names of attributes had no hyphens. */
export const JSX_CHANGE: LanguageChange<undefined> = {
  before: '3.30',
  states: instead('jsx attributes', /\w[\w-]*/, [/\w+/, 'na']),
}

/** Two values may stand at the start of a text. */
export const JSX_START: LanguageChange<undefined> = { since: '4.1', start: ['expression', 'expression'] }

export const jsx = language({
  tag: 'jsx',
  aliases: ['react'],
  filenames: ['*.jsx'],
  start: ['expression'],
  states: () => ({ ...javascriptStates(JAVASCRIPT_WORDS, { expression: JSX_EXPRESSION }), ...JSX_STATES }),
  changes: [...javascriptChanges(JAVASCRIPT_WORDS), JSX_CHANGE, JSX_START],
})
