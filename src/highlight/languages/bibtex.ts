import { language } from '../language.ts'
import type { Rule } from '../types.ts'

const NAME = /[a-z_@!$&*+\-./:;<>?[\\\]^`|~][\w@!$&*+\-./:;<>?[\\\]^`|~]*/i
const BLANKS: Rule<undefined> = [/\s+/, '']
const ELSE: Rule<undefined> = [/(?:)/, '', '#pop']

/** BibTeX: entries; what stands between them is a comment. */
export const bibtex = language({
  tag: 'bibtex',
  aliases: ['bib'],
  states: () => ({
    root: [
      BLANKS,
      [/@comment(?![\w@!$&*+\-./:;<>?[\\\]^`|~])/i, 'c'],
      [/@preamble(?![\w@!$&*+\-./:;<>?[\\\]^`|~])/i, 'nc', ['closing', 'value', 'opening']],
      [/@string(?![\w@!$&*+\-./:;<>?[\\\]^`|~])/i, 'nc', ['closing', 'field', 'opening']],
      [/@[a-z_@!$&*+\-./:;<>?[\\\]^`|~][\w@!$&*+\-./:;<>?[\\\]^`|~]*/i, 'nc', ['closing', 'key', 'opening']],
      [/.+/, 'c'],
    ],
    opening: [BLANKS, [/[{(]/, 'p', '#pop']],
    closing: [BLANKS, [/[})]/, 'p', '#pop']],
    key: [BLANKS, [/[^\s,}]+/, 'nl', '#goto fields']],
    fields: [BLANKS, [/,/, 'p', 'field'], ELSE],
    field: [BLANKS, [NAME, 'na', ['value', 'equals']], ELSE],
    equals: [BLANKS, [/=/, 'p', '#pop']],
    value: [
      BLANKS,
      [NAME, 'nv'],
      [/"/, 's', 'quoted'],
      [/\{/, 's', 'braced'],
      [/\d+/, 'm'],
      [/#/, 'p'],
      ELSE,
    ],
    quoted: [
      [/\{/, 's', 'braced'],
      [/"/, 's', '#pop'],
      [/[^{"]+/, 's'],
    ],
    braced: [
      [/\{/, 's', '#push'],
      [/\}/, 's', '#pop'],
      [/[^{}]+/, 's'],
    ],
  }),
})
