import { language, wordSet, words } from '../language.ts'
import { WORDS } from './apache.words.ts'

const NAMES = wordSet(WORDS)

/** Apache's configuration and `.htaccess` files. */
export const apache = language({
  tag: 'apache',
  filenames: ['.htaccess', 'httpd.conf'],
  states: () => ({
    root: [
      'blanks',
      [
        /(<\/?)(\w+)/,
        (x, m) => {
          x.token('p', m[1]!)
          x.token(NAMES.has(m[2]!.toLowerCase()) ? 'nl' : '', m[2]!)
        },
        'section',
      ],
      [/\w+/, words({ nc: WORDS }, '', { fold: true }), 'directive'],
    ],
    blanks: [
      [/#.*/, 'c'],
      [/\s+/, ''],
    ],
    section: [[/([^>]+)(>\n?)/, ['sr', 'p'], '#pop', { needs: '>' }], [/>\n?/, 'p', '#pop'], 'blanks'],
    directive: [[/[\r\n]+/, '', '#pop'], 'blanks', [/\S+/, words({ ss: WORDS }, '', { fold: true })]],
  }),
})
